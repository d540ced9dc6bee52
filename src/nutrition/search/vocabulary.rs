//! Every distinct word of an index.

use super::errors::{Errors, letters};
use std::ops::Range;

/// Distinct words sorted by their bytes. The number of a word is its position.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    text: String,
    /// The end of each word in the text, in bytes.
    ends: Vec<u32>,
    letters: Vec<u64>,
}

impl Vocabulary {
    /// Makes a vocabulary of distinct words in sorted order.
    pub(super) fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut vocabulary = Self::default();
        for word in words {
            vocabulary.text.push_str(word);
            vocabulary.ends.push(u32::try_from(vocabulary.text.len()).unwrap_or(u32::MAX));
            vocabulary.letters.push(letters(word));
        }
        vocabulary.text.shrink_to_fit();
        vocabulary.ends.shrink_to_fit();
        vocabulary.letters.shrink_to_fit();
        vocabulary
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The words that begin with `typed`.
    pub(super) fn beginning(&self, typed: &str) -> Range<usize> {
        let start = self.first(|word| word < typed);
        let end = self.first(|word| word < typed || word.starts_with(typed));
        start..end
    }

    /// The number of this word. Returns `None` if it is not in the vocabulary.
    pub(super) fn exact(&self, word: &str) -> Option<usize> {
        let at = self.first(|other| other < word);
        (at < self.ends.len() && self.word(at) == word).then_some(at)
    }

    /// The words that contain `typed` after their first letter.
    pub(super) fn inside<'a>(&'a self, typed: &'a str) -> impl Iterator<Item = usize> + 'a {
        let wanted = letters(typed);
        let with_all = self.letters.iter().enumerate().filter(move |(_, letters)| wanted & !**letters == 0);
        with_all.map(|(word, _)| word).filter(move |word| {
            let mut rest = self.word(*word).chars();
            rest.next();
            rest.as_str().contains(typed)
        })
    }

    /// The words that may have been meant, each with the points for its errors.
    pub(super) fn meant<'a>(&'a self, errors: &'a Errors) -> impl Iterator<Item = (usize, u8)> + 'a {
        let with_most = self.letters.iter().enumerate().filter(|(_, letters)| errors.could_fit(**letters));
        with_most.filter_map(|(word, _)| Some((word, errors.cost(self.word(word))?)))
    }

    fn word(&self, word: usize) -> &str {
        &self.text[self.start(word)..self.ends[word] as usize]
    }

    fn start(&self, word: usize) -> usize {
        word.checked_sub(1).map_or(0, |before| self.ends[before] as usize)
    }

    /// The number of the first word for which `before` no longer holds.
    fn first(&self, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = low.midpoint(high);
            if before(self.word(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_beginning_middle_and_error() {
        let vocabulary = Vocabulary::new(["apple", "corn", "pea", "peach", "pear", "pineapple", "plum"]);
        let names = |words: Vec<usize>| words.into_iter().map(|word| vocabulary.word(word)).collect::<Vec<_>>();
        assert_eq!(names(vocabulary.beginning("pea").collect()), ["pea", "peach", "pear"]);
        assert_eq!(names(vocabulary.beginning("z").collect()), [""; 0]);
        assert_eq!(names(vocabulary.inside("appl").collect()), ["pineapple"]);
        assert_eq!(names(vocabulary.inside("lum").collect()), ["plum"]);
        assert_eq!(names(vocabulary.exact("pear").into_iter().collect()), ["pear"]);
        assert_eq!(["pe", "z"].map(|word| vocabulary.exact(word)), [None, None]);
        let errors = Errors::new("aplpe").unwrap();
        assert_eq!(vocabulary.meant(&errors).collect::<Vec<_>>(), [(0, 40)]);
    }
}
