//! Every distinct word of an index, once.

use super::errors::{Errors, letters};
use std::ops::Range;

/// What ends a word in the text of all words; no folded word holds it.
const WORD_END: char = '\n';

/// Distinct words in the order of their bytes; a word's number is its place.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    text: String,
    /// Where each word ends in the text, before its [`WORD_END`].
    ends: Vec<u32>,
    letters: Vec<u64>,
}

impl Vocabulary {
    /// From words in order, each once.
    pub(super) fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut vocabulary = Self::default();
        for word in words {
            vocabulary.text.push_str(word);
            vocabulary.ends.push(u32::try_from(vocabulary.text.len()).unwrap_or(u32::MAX));
            vocabulary.text.push(WORD_END);
            vocabulary.letters.push(letters(word));
        }
        vocabulary.text.shrink_to_fit();
        vocabulary.ends.shrink_to_fit();
        vocabulary.letters.shrink_to_fit();
        vocabulary
    }

    /// The words that begin with `typed`.
    pub(super) fn beginning(&self, typed: &str) -> Range<usize> {
        let start = self.first(|word| word < typed);
        let end = self.first(|word| word < typed || word.starts_with(typed));
        start..end
    }

    /// The word itself.
    pub(super) fn exact(&self, word: &str) -> Option<usize> {
        let at = self.first(|other| other < word);
        (at < self.ends.len() && self.word(at) == word).then_some(at)
    }

    /// The words that hold `typed` after their beginning.
    pub(super) fn inside<'a>(&'a self, typed: &'a str) -> impl Iterator<Item = usize> + 'a {
        let mut word = 0;
        self.text.match_indices(typed).filter_map(move |(at, _)| {
            word += self.ends[word..].partition_point(|end| *end as usize <= at);
            (at > self.start(word)).then_some(word)
        })
    }

    /// The words that may have been meant, each with its cost.
    pub(super) fn meant<'a>(&'a self, errors: &'a Errors) -> impl Iterator<Item = (usize, u8)> + 'a {
        let fits = self.letters.iter().enumerate().filter(|(word, letters)| errors.could_fit(**letters, self.word(*word).len()));
        fits.filter_map(|(word, _)| Some((word, errors.cost(self.word(word))?)))
    }

    fn word(&self, word: usize) -> &str {
        &self.text[self.start(word)..self.ends[word] as usize]
    }

    fn start(&self, word: usize) -> usize {
        word.checked_sub(1).map_or(0, |before| self.ends[before] as usize + WORD_END.len_utf8())
    }

    /// The first word for which `before` no longer holds.
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
        assert_eq!(vocabulary.exact("pe").or(vocabulary.exact("z")), None);
        let errors = Errors::new("aplpe").unwrap();
        assert_eq!(vocabulary.meant(&errors).collect::<Vec<_>>(), [(0, 40)]);
    }
}
