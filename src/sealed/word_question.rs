//! Asking for two of the recovery words, so that they are on paper before they are needed.

use super::recovery_words::RecoveryWords;

/// Two places among the recovery words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordQuestion {
    /// 0 for the first word; the earlier place first.
    places: [usize; 2],
}

impl WordQuestion {
    /// One of the 28 pairs of places. Which one follows from the lengths of the words.
    #[must_use]
    pub fn about(words: &RecoveryWords) -> Self {
        Self::numbered(words.words().map(str::len).sum())
    }

    fn numbered(number: usize) -> Self {
        const COUNT: usize = RecoveryWords::COUNT;
        let pairs = (0..COUNT).flat_map(|first| (first + 1..COUNT).map(move |second| [first, second]));
        Self { places: pairs.cycle().nth(number).unwrap_or([0, 1]) }
    }

    /// The places to ask for: 1 for the first word.
    #[must_use]
    pub fn places(self) -> [usize; 2] {
        self.places.map(|place| place + 1)
    }

    /// Whether these are the words at the places, in any case and with any spaces around them.
    #[must_use]
    pub fn is_answered(self, words: &RecoveryWords, typed: [&str; 2]) -> bool {
        let is_at = |place: usize, typed: &str| words.words().nth(place) == Some(typed.trim().to_lowercase().as_str());
        is_at(self.places[0], typed[0]) && is_at(self.places[1], typed[1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_pair_of_places_is_asked_for_by_some_number() {
        let asked: Vec<_> = (0..100).map(|number| WordQuestion::numbered(number).places()).collect();
        assert!(asked.iter().all(|[first, second]| 1 <= *first && first < second && *second <= 8));
        assert_eq!(asked.iter().collect::<HashSet<_>>().len(), 28);
        assert_eq!([asked[0], asked[27], asked[28]], [[1, 2], [7, 8], [1, 2]]);
    }

    #[test]
    fn both_words_must_stand_at_their_places() {
        let words = RecoveryWords::typed("abandon ability able about above absent absorb zoo").unwrap();
        let question = WordQuestion::numbered(27);
        assert!(question.is_answered(&words, ["absorb", "zoo"]));
        assert!(question.is_answered(&words, [" Absorb", "ZOO\n"]));
        assert_eq!(WordQuestion::about(&words).places(), WordQuestion::numbered(7 + 7 + 4 + 5 + 5 + 6 + 6 + 3).places());
        for typed in [["zoo", "absorb"], ["absorb", ""], ["", "zoo"], ["absent", "zoo"], ["absorb", "zo"]] {
            assert!(!question.is_answered(&words, typed), "{typed:?}");
        }
    }
}
