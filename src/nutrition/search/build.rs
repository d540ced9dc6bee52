//! Building an index, food by food.

use super::cost;
use super::index::FoodIndex;
use super::name::places;
use super::place;
use super::posting::Posting;
use super::vocabulary::Vocabulary;
use std::{collections::HashMap, mem};

/// The names of a food that search knows.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its other names and spellings.
    pub synonyms: &'a [String],
    /// How few people eat the food: from 1 (most eat it every week) to 3 as in [`Tags::rarity`](crate::nutrition::Tags::rarity), or 4 if
    /// nobody has said. Among foods that fit equally well, a lower number is found first.
    pub rarity: u8,
}

/// An index that is being built.
///
/// It can be filled in pieces, so that a thread may read many foods, check whether it is still wanted, and read on.
#[derive(Debug, Default)]
pub struct FoodIndexBuilder {
    words: HashMap<String, u32>,
    /// The number of a word, and where it occurs. Foods are in order.
    occurrences: Vec<(u32, Posting)>,
    /// For each food its rarity in points and the number of words in its name.
    foods: Vec<(u8, u8)>,
    folded: String,
}

impl FoodIndexBuilder {
    /// Adds the next food. The first is food 0, the last possible one 268,435,455; further foods are ignored.
    pub fn add(&mut self, named: Named<'_>) {
        let Some(food) = u32::try_from(self.foods.len()).ok().filter(|food| *food < Posting::FOODS) else { return };
        let mut folded = mem::take(&mut self.folded);
        let first = self.occurrences.len();
        let count = places(named.name, &mut folded, |word, at| self.occurs(first, word, food, at));
        for synonym in named.synonyms {
            places(synonym, &mut folded, |word, at| self.occurs(first, word, food, place::in_synonym(at)));
        }
        self.folded = folded;
        self.foods.push((cost::rarity_points(named.rarity), u8::try_from(count).unwrap_or(u8::MAX)));
    }

    /// Records a word of the food whose occurrences begin at `first`. Only the best place of each word is kept.
    fn occurs(&mut self, first: usize, word: &str, food: u32, at: u8) {
        let number = if let Some(number) = self.words.get(word) {
            *number
        } else {
            let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            self.words.insert(word.to_owned(), number);
            number
        };
        let posting = Posting::new(food, at);
        match self.occurrences[first..].iter_mut().find(|(known, _)| *known == number) {
            Some((_, known)) => *known = posting.min(*known),
            None => self.occurrences.push((number, posting)),
        }
    }

    /// Finishes the index of all foods added.
    #[must_use]
    pub fn finish(self) -> FoodIndex {
        let mut words: Vec<_> = self.words.into_iter().collect();
        words.sort_unstable();
        let vocabulary = Vocabulary::new(words.iter().map(|(word, _)| word.as_str()));
        let mut in_order = vec![0_usize; words.len()];
        for (place, (_, number)) in words.iter().enumerate() {
            in_order[*number as usize] = place;
        }
        let by_letter = words.chunk_by(|(a, _), (b, _)| a.chars().next() == b.chars().next());
        let first_letters: Vec<_> = by_letter.map(|words| (words[0].0.chars().next(), words.len())).collect();
        drop(words);
        // Counting sort: the number of postings of each word gives where they begin.
        let mut starts = vec![0_u32; in_order.len() + 1];
        for (word, _) in &self.occurrences {
            starts[in_order[*word as usize] + 1] += 1;
        }
        for word in 1..starts.len() {
            starts[word] += starts[word - 1];
        }
        let mut next = starts.clone();
        let mut postings = vec![Posting::new(0, 0); self.occurrences.len()];
        for (word, posting) in self.occurrences {
            let at = &mut next[in_order[word as usize]];
            postings[*at as usize] = posting;
            *at += 1;
        }
        let mut foods = self.foods;
        foods.shrink_to_fit();
        FoodIndex::of(vocabulary, starts, postings, foods, &first_letters)
    }
}

impl FoodIndex {
    /// Builds the index of all foods at once; [`FoodIndexBuilder`] takes them in pieces.
    pub fn new<'a>(foods: impl IntoIterator<Item = Named<'a>>) -> Self {
        let mut builder = FoodIndexBuilder::default();
        foods.into_iter().for_each(|food| builder.add(food));
        builder.finish()
    }
}
