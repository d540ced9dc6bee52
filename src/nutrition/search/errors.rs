//! Typing errors: how many lie between what was typed and a word or its beginning.

use super::cost;

/// Fewest letters for one error to be forgiven.
const ONE_FROM: usize = 4;

/// Fewest letters for two errors to be forgiven.
const TWO_FROM: usize = 8;

/// A typed word, made ready for being compared with many.
///
/// The distance is the restricted Damerau-Levenshtein distance (optimal string alignment): a letter left out, added or
/// changed, or two neighbours swapped. One column of its table is one machine word (Hyyrö 2003, "A bit-vector algorithm for
/// computing Levenshtein and Damerau edit distances").
#[derive(Debug)]
pub(super) struct Errors {
    ascii: [u64; 128],
    others: Vec<(char, u64)>,
    length: usize,
    letters: u64,
    allowed: usize,
}

impl Errors {
    /// Returns `None` for words in which no error is forgiven: shorter than four letters, or longer than 64.
    pub(super) fn new(typed: &str) -> Option<Self> {
        let length = typed.chars().count();
        if !(ONE_FROM..=64).contains(&length) {
            return None;
        }
        let allowed = if length < TWO_FROM { 1 } else { 2 };
        let mut errors = Self { ascii: [0; 128], others: Vec::new(), length, letters: letters(typed), allowed };
        for (place, letter) in typed.chars().enumerate() {
            *errors.places_mut(letter) |= 1 << place;
        }
        Some(errors)
    }

    /// Whether a word with these [`letters`] could fit. Most cannot, since each error loses at most one letter.
    pub(super) fn could_fit(&self, letters: u64) -> bool {
        let mut missing = self.letters & !letters;
        for _ in 0..self.allowed {
            missing &= missing.wrapping_sub(1);
        }
        missing == 0
    }

    /// The points for the errors between what was typed and the word. Returns `None` if there are too many, or none.
    pub(super) fn cost(&self, word: &str) -> Option<u8> {
        if word.len() + self.allowed < self.length {
            return None;
        }
        let (whole, beginning) = self.distances(word);
        let points = |distance: usize, more: u8| {
            let another = u8::try_from(distance.checked_sub(1)?).ok()?;
            (distance <= self.allowed).then_some(cost::ONE_ERROR + cost::ANOTHER_ERROR * another + more)
        };
        let whole = whole.and_then(|distance| points(distance, 0));
        whole.into_iter().chain(points(beginning, cost::ERROR_IN_BEGINNING)).min()
    }

    /// The distances to the whole word and to its nearest beginning. The first is `None` if the word is too long.
    fn distances(&self, word: &str) -> (Option<usize>, usize) {
        let last = 1_u64 << (self.length - 1);
        let (mut up, mut down, mut diagonal, mut before) = (u64::MAX, 0_u64, 0_u64, 0_u64);
        let (mut distance, mut nearest) = (self.length, self.length);
        let mut rest = word.chars();
        for letter in rest.by_ref().take(self.length + self.allowed) {
            let here = self.places(letter);
            let swapped = ((!diagonal & here) << 1) & before;
            diagonal = ((here & up).wrapping_add(up) ^ up) | here | down | swapped;
            let right_up = down | !(diagonal | up);
            let right_down = diagonal & up;
            distance += usize::from(right_up & last != 0);
            distance -= usize::from(right_down & last != 0);
            nearest = nearest.min(distance);
            let right_up = right_up << 1 | 1;
            up = (right_down << 1) | !(diagonal | right_up);
            down = right_up & diagonal;
            before = here;
        }
        (rest.next().is_none().then_some(distance), nearest)
    }

    /// Where the letter stands in what was typed, with one bit for each position.
    fn places(&self, letter: char) -> u64 {
        match self.ascii.get(letter as usize) {
            Some(places) => *places,
            None => self.others.iter().find(|(other, _)| *other == letter).map_or(0, |(_, places)| *places),
        }
    }

    fn places_mut(&mut self, letter: char) -> &mut u64 {
        if letter.is_ascii() {
            return &mut self.ascii[letter as usize];
        }
        let known = self.others.iter().position(|(other, _)| *other == letter);
        let at = known.unwrap_or_else(|| {
            self.others.push((letter, 0));
            self.others.len() - 1
        });
        &mut self.others[at].1
    }
}

/// Which letters a word has, with one bit for each letter. Letters other than a to z and 0 to 9 share bits.
pub(super) fn letters(word: &str) -> u64 {
    let bit = |letter: char| match letter {
        'a'..='z' => letter as u32 - 'a' as u32,
        '0'..='9' => 26 + letter as u32 - '0' as u32,
        other => 36 + other as u32 % 28,
    };
    word.chars().fold(0, |letters, letter| letters | 1 << bit(letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeded::seeded;
    use proptest::prelude::*;

    fn nearest_beginning(typed: &str, word: &str) -> usize {
        let ends = word.char_indices().map(|(at, _)| at).chain([word.len()]);
        ends.map(|end| strsim::osa_distance(typed, &word[..end])).min().unwrap()
    }

    proptest! {
        #![proptest_config(seeded(4_000))]
        #[test]
        fn distances_are_those_of_the_plain_table(typed in "[abcdé]{4,12}", word in "[abcdéж]{0,16}") {
            let errors = Errors::new(&typed).unwrap();
            let (whole, beginning) = errors.distances(&word);
            let too_many = errors.allowed + 1;
            prop_assert_eq!(beginning.min(too_many), nearest_beginning(&typed, &word).min(too_many));
            let plain = strsim::osa_distance(&typed, &word);
            prop_assert_eq!(whole.unwrap_or(too_many).min(too_many), plain.min(too_many));
            if errors.cost(&word).is_some() {
                prop_assert!(errors.could_fit(letters(&word)));
            }
        }
    }

    #[test]
    fn short_words_forgive_nothing_and_long_ones_two() {
        assert!(Errors::new("egg").is_none());
        let cost = |typed, word| Errors::new(typed).unwrap().cost(word);
        assert_eq!(cost("mlik", "milk"), Some(40));
        assert_eq!(cost("mlki", "milk"), None);
        assert_eq!(cost("zuchin", "zucchini"), Some(44));
        assert_eq!(cost("avacodo", "avocado"), None);
        assert_eq!(cost("brocolli", "broccoli"), Some(50));
        assert_eq!(cost("milk", "milk"), None);
    }
}
