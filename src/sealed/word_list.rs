//! The list of the recovery words: 2,048 English words, of which the first four letters tell each from all others.

use std::sync::LazyLock;

/// The words in the order of the alphabet.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("../../assets/recovery_words.txt").lines().collect());

/// The word with this number. Numbers from 2,048 on begin again at 0.
pub(super) fn word(number: u16) -> &'static str {
    WORDS[usize::from(number) % WORDS.len()]
}

/// The number of a word in lower case. Returns `None` if the list has no such word.
pub(super) fn number(word: &str) -> Option<u16> {
    WORDS.binary_search(&word).ok().and_then(|number| u16::try_from(number).ok())
}

/// The word that somebody meant who typed this, in lower case: the first that differs in one letter, or in two neighbours that changed
/// places, else the one with these first four letters. Returns `None` if there is none.
pub(super) fn meant(typed: &str) -> Option<&'static str> {
    let begins_so = |four: &str| WORDS.iter().find(|word| word.starts_with(four));
    let near = WORDS.iter().find(|word| is_near(typed, word));
    near.or_else(|| typed.get(..4).and_then(begins_so)).copied()
}

/// Whether one letter is wrong, missing or too much, or two neighbours changed places.
fn is_near(typed: &str, word: &str) -> bool {
    let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    let same = typed.iter().zip(&word).take_while(|(a, b)| a == b).count();
    let (typed, word) = (&typed[same..], &word[same..]);
    let from = |letters: &[char], index: usize| letters.get(index..).map(<[char]>::to_vec);
    let has_changed_places = typed.len() >= 2 && word.len() >= 2 && typed[0] == word[1] && typed[1] == word[0];
    from(typed, 1) == from(word, 1)
        || from(typed, 1).as_deref() == Some(word)
        || from(word, 1).as_deref() == Some(typed)
        || (has_changed_places && typed[2..] == word[2..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole_and_each_word_has_its_number() {
        assert_eq!(WORDS.len(), 2048);
        assert!(WORDS.is_sorted());
        assert!(WORDS.iter().all(|word| (3..=8).contains(&word.len()) && word.bytes().all(|letter| letter.is_ascii_lowercase())));
        for at in 0..2048 {
            assert_eq!(number(word(at)), Some(at));
        }
        assert_eq!(word(2048), word(0));
        assert_eq!([word(0), word(1), word(2047)], ["abandon", "ability", "zoo"]);
        let mut beginnings: Vec<_> = WORDS.iter().map(|word| word.get(..4).unwrap_or(word)).collect();
        beginnings.dedup();
        assert_eq!(beginnings.len(), 2048, "four letters tell them apart");
    }

    #[test]
    fn a_slip_finds_the_word_that_was_meant() {
        for (typed, word) in [
            ("abandn", Some("abandon")),
            ("abandoned", Some("abandon")),
            ("zo", Some("zoo")),
            ("zooo", Some("zoo")),
            ("xoo", Some("zoo")),
            ("ozo", Some("zoo")),
            ("bomba", Some("bomb")),
            ("größe", None),
            ("qqq", None),
            ("", None),
        ] {
            let expected = word.map(str::to_owned);
            assert_eq!(meant(typed).map(str::to_owned), expected, "{typed}");
        }
    }
}
