//! The index: words with the foods that have them, and the search in it.

use super::build::{FoodIndexBuilder, Named, PLACE_BITS};
use super::cost;
use super::errors::Errors;
use super::found::{Found, merged, nearest};
use super::vocabulary::Vocabulary;
use super::words::{plural_forms, same_but_plural, wanted};
use std::ops::Range;

/// Fewest letters that are looked for inside words, and that each half has of two words typed as one.
const INSIDE_FROM: usize = 3;

/// As many postings can be read in a row in the time that it takes to look one food up in a word's postings.
const LOOK_UP: usize = 32;

/// Finds foods by name.
///
/// It holds no names, only words and which foods have them: about 65 bytes a food of a label's length. It never changes; build another
/// one when foods change.
#[derive(Debug, Default)]
pub struct FoodIndex {
    pub(super) vocabulary: Vocabulary,
    /// Where each word's postings begin, then those of each first letter, and where the last ends.
    pub(super) starts: Vec<u32>,
    /// Food and place, word by word, each in the order of foods.
    pub(super) postings: Vec<u32>,
    /// In order. Their postings follow those of the last word.
    pub(super) first_letters: Vec<char>,
    /// Rarity in points and number of words in the name, of each food.
    pub(super) foods: Vec<(u8, u8)>,
}

/// A food that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hit {
    /// How well: lower is better. Scores of different indexes can be compared for the same words typed.
    pub score: u32,
    /// The food, counted from 0 in the order in which the index was given them.
    pub food: u32,
}

/// Words of the vocabulary that fit a typed word equally well.
type Fit = (Range<usize>, u8);

impl FoodIndex {
    /// Of all foods at once; [`FoodIndexBuilder`] takes them in pieces.
    pub fn new<'a>(foods: impl IntoIterator<Item = Named<'a>>) -> Self {
        let mut builder = FoodIndexBuilder::default();
        foods.into_iter().for_each(|food| builder.add(food));
        builder.finish()
    }

    /// How many foods it knows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.foods.len()
    }

    /// Whether it knows none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.foods.is_empty()
    }

    /// The foods that fit best, at most `at_most`, the best first; those in `logged_before` come first among comparable ones.
    ///
    /// Every word typed must fit a word of the name or of a synonym, in any order: as it is, in the plural, as its beginning or
    /// inside it. When fewer than `at_most` foods do, typing errors are forgiven too (one in a word of four letters or more, two
    /// from eight), and two words typed as one. Equals stay in the order in which the index was given them.
    #[must_use]
    pub fn search(&self, typed: &str, at_most: usize, logged_before: &[u32]) -> Vec<Hit> {
        let words = wanted(typed);
        if words.is_empty() || at_most == 0 {
            return Vec::new();
        }
        let mut found = Found::new(self.foods.len(), logged_before);
        let mut fits: Vec<_> = words.iter().map(|word| self.fits(word)).collect();
        let hits = self.find(&fits, 0, &mut found, at_most);
        if hits.len() == at_most {
            return hits;
        }
        for (fits, word) in fits.iter_mut().zip(&words) {
            if let Some(errors) = Errors::new(word) {
                fits.extend(self.vocabulary.meant(&errors).map(|(word, cost)| (word..word + 1, cost)));
            }
        }
        let mut hits = self.find(&fits, 0, &mut found, at_most);
        for (place, word) in words.iter().enumerate() {
            for halves in self.halves(word) {
                let mut parted = fits.clone();
                parted.splice(place..=place, halves);
                hits.extend(self.find(&parted, cost::TYPED_TOGETHER, &mut found, at_most));
            }
        }
        merged(hits, at_most)
    }

    /// Finds the foods that have, for each typed word, one of the words that fit it.
    fn find(&self, fits: &[Vec<Fit>], more: u16, found: &mut Found, at_most: usize) -> Vec<Hit> {
        let mut rarest_first: Vec<(usize, &Vec<Fit>)> = fits.iter().map(|fits| (self.count(fits), fits)).collect();
        rarest_first.sort_by_key(|(count, _)| *count);
        if rarest_first.first().is_none_or(|(count, _)| *count == 0) {
            return Vec::new();
        }
        for (place, (count, fits)) in rarest_first.into_iter().enumerate() {
            let words: usize = fits.iter().map(|(words, _)| words.len()).sum();
            if place == 0 || count < found.foods().len() * words * LOOK_UP {
                self.fit_all(fits, found);
            } else {
                self.fit_known(fits, found);
            }
            found.next_word();
        }
        let hits = found.take().map(|(food, points, logged_before)| {
            let (rarity, name_words) = self.foods[food as usize];
            Hit { score: cost::score(points + more + u16::from(rarity), logged_before, name_words), food }
        });
        nearest(hits, at_most)
    }

    /// Goes through every food that has one of these words.
    fn fit_all(&self, fits: &[Fit], found: &mut Found) {
        for (words, cost) in fits {
            for posting in self.postings(words) {
                found.fit(posting >> PLACE_BITS, cost + place(*posting));
            }
        }
    }

    /// The same, looking up only the foods that have the other words.
    fn fit_known(&self, fits: &[Fit], found: &mut Found) {
        for food in found.foods().to_vec() {
            for (words, cost) in fits {
                for word in words.clone() {
                    let postings = self.postings(&(word..word + 1));
                    let at = postings.partition_point(|posting| posting >> PLACE_BITS < food);
                    if let Some(posting) = postings.get(at).filter(|posting| *posting >> PLACE_BITS == food) {
                        found.fit(food, cost + place(*posting));
                    }
                }
            }
        }
    }

    /// The words that fit without an error.
    fn fits(&self, typed: &str) -> Vec<Fit> {
        let one = |word: usize, cost| (word..word + 1, cost);
        let forms = plural_forms(typed).into_iter().filter(|form| form != typed && same_but_plural(form, typed));
        let exact = forms.chain([typed.to_owned()]).filter_map(|form| Some(one(self.vocabulary.exact(&form)?, 0)));
        let mut fits: Vec<Fit> = exact.collect();
        fits.push((self.beginning(typed), cost::BEGINNING));
        if typed.chars().count() >= INSIDE_FROM {
            fits.extend(self.vocabulary.inside(typed).map(|word| one(word, cost::INSIDE)));
        }
        fits
    }

    /// The ways to part a word into one that is known and one that is known or begun.
    fn halves(&self, typed: &str) -> Vec<[Vec<Fit>; 2]> {
        let letters = typed.chars().count();
        let ends = typed.char_indices().map(|(end, _)| end).take(letters.saturating_sub(INSIDE_FROM - 1)).skip(INSIDE_FROM);
        let parted = ends.filter_map(|end| {
            let (first, second) = typed.split_at(end);
            let known = self.vocabulary.exact(first)?;
            let begun = self.vocabulary.beginning(second);
            let whole = self.vocabulary.exact(second).map(|word| (word..word + 1, 0));
            (!begun.is_empty()).then(|| [vec![(known..known + 1, 0)], whole.into_iter().chain([(begun, cost::BEGINNING)]).collect()])
        });
        parted.collect()
    }

    /// The words that begin so; for one letter, its own list.
    fn beginning(&self, typed: &str) -> Range<usize> {
        let mut letters = typed.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            let known = self.first_letters.binary_search(&letter);
            return known.map_or(0..0, |at| self.vocabulary.len() + at..self.vocabulary.len() + at + 1);
        }
        self.vocabulary.beginning(typed)
    }

    pub(super) fn postings(&self, words: &Range<usize>) -> &[u32] {
        match (self.starts.get(words.start), self.starts.get(words.end)) {
            (Some(start), Some(end)) => &self.postings[*start as usize..*end as usize],
            _ => &[],
        }
    }

    fn count(&self, fits: &[Fit]) -> usize {
        fits.iter().map(|(words, _)| self.postings(words).len()).sum()
    }
}

/// The points for where the word stands.
fn place(posting: u32) -> u8 {
    (posting & ((1 << PLACE_BITS) - 1)) as u8
}
