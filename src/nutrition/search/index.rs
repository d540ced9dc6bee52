//! The index of words and the foods that have them, and the search in it.

use super::cost;
use super::errors::Errors;
use super::found::{Found, Hit, merged, nearest};
use super::posting::Posting;
use super::vocabulary::Vocabulary;
use super::words::{plural_forms, same_but_plural, wanted};
use std::ops::Range;

/// Fewest letters that are searched for inside words, and that each half has if two words were typed as one.
const INSIDE_FROM: usize = 3;

/// How many postings can be read in a row in the time that it takes to look up one food among the postings of a word.
const LOOK_UP: usize = 32;

/// Finds foods by name.
///
/// It contains words and which foods have them, but no names: about 65 bytes for a food with a name as long as a label's. It cannot be
/// changed; a new one is built if foods change.
#[derive(Debug, Default)]
pub struct FoodIndex {
    vocabulary: Vocabulary,
    /// Offsets into `postings`: one for each word of the vocabulary, then one for each first letter, then the end.
    starts: Vec<u32>,
    /// Grouped by word, then by first letter; in each group ascending by food.
    postings: Vec<Posting>,
    /// Sorted. The postings of letter i are group `vocabulary.len() + i`.
    first_letters: Vec<char>,
    /// For each food its rarity in points and the number of words in its name.
    foods: Vec<(u8, u8)>,
}

/// A range of words of the vocabulary that fit a typed word equally well, and their points.
type Fit = (Range<usize>, u8);

impl FoodIndex {
    /// The index of these words. `first_letters` counts the words that begin with each letter, in the order of the vocabulary.
    pub(super) fn of(
        vocabulary: Vocabulary,
        starts: Vec<u32>,
        postings: Vec<Posting>,
        foods: Vec<(u8, u8)>,
        first_letters: &[(Option<char>, usize)],
    ) -> Self {
        let mut index = Self { vocabulary, starts, postings, foods, first_letters: Vec::new() };
        index.add_first_letters(first_letters);
        index
    }

    /// Adds, for each first letter, the foods that have a word with it. `first_letters` says how many words begin with each letter.
    ///
    /// One list in the order of foods is read several times faster than the lists of thousands of words.
    fn add_first_letters(&mut self, first_letters: &[(Option<char>, usize)]) {
        let mut word = 0;
        for (letter, words) in first_letters {
            let mut foods = self.postings(&(word..word + words)).to_vec();
            foods.sort_unstable();
            foods.dedup_by_key(|posting| posting.food());
            self.postings.append(&mut foods);
            self.starts.push(u32::try_from(self.postings.len()).unwrap_or(u32::MAX));
            self.first_letters.extend(*letter);
            word += words;
        }
        self.postings.shrink_to_fit();
    }

    /// How many foods the index knows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.foods.len()
    }

    /// Whether the index knows no food.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.foods.is_empty()
    }

    /// The foods that fit best, at most `at_most`, the best first. Of comparable foods, those in `logged_before` come first.
    ///
    /// Every word typed must fit a word of the name or of a synonym, in any order: as it is, in the plural, as its beginning or
    /// inside it. If fewer than `at_most` foods fit, typing errors are forgiven too (one in a word of four letters or more, two
    /// from eight), and two words typed as one. Equally good foods stay in the order in which the index was given them.
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

    /// Finds the foods that have a fitting word for each typed word. `more` points are added to each.
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
                found.fit(posting.food(), cost + posting.place());
            }
        }
    }

    /// Goes through the foods that have all words so far, and looks each up among the postings of these words.
    fn fit_known(&self, fits: &[Fit], found: &mut Found) {
        for food in found.foods().to_vec() {
            for (words, cost) in fits {
                for word in words.clone() {
                    let postings = self.postings(&(word..word + 1));
                    let at = postings.partition_point(|posting| posting.food() < food);
                    if let Some(posting) = postings.get(at).filter(|posting| posting.food() == food) {
                        found.fit(food, cost + posting.place());
                    }
                }
            }
        }
    }

    /// The words that fit without a typing error.
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

    /// The ways to split a word into one that is known and one that is known or begun.
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

    /// The words that begin with `typed`; for a single letter, the list of that letter.
    fn beginning(&self, typed: &str) -> Range<usize> {
        let mut letters = typed.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            let known = self.first_letters.binary_search(&letter);
            return known.map_or(0..0, |at| self.vocabulary.len() + at..self.vocabulary.len() + at + 1);
        }
        self.vocabulary.beginning(typed)
    }

    fn postings(&self, words: &Range<usize>) -> &[Posting] {
        match (self.starts.get(words.start), self.starts.get(words.end)) {
            (Some(start), Some(end)) => &self.postings[*start as usize..*end as usize],
            _ => &[],
        }
    }

    fn count(&self, fits: &[Fit]) -> usize {
        fits.iter().map(|(words, _)| self.postings(words).len()).sum()
    }
}
