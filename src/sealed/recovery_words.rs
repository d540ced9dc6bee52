//! Eight words on paper that open an encrypted file when the password is forgotten.

use super::word_list;
use std::fmt;
use zeroize::Zeroizing;

/// Eight words of the list, by their numbers: 88 random bits. They are wiped when they go, and `Debug` does not print them.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryWords(Zeroizing<[u16; Self::COUNT]>);

impl RecoveryWords {
    /// How many words there are.
    pub const COUNT: usize = 8;

    /// New random words.
    ///
    /// # Errors
    /// The error of the system if it gives no random numbers.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = Zeroizing::new([0; 2 * Self::COUNT]);
        getrandom::fill(&mut *bytes)?;
        let mut numbers = Zeroizing::new([0; Self::COUNT]);
        for (number, pair) in numbers.iter_mut().zip(bytes.as_chunks().0) {
            // 65,536 is a multiple of 2,048, so that every word is as likely as any other.
            *number = u16::from_le_bytes(*pair) % 2048;
        }
        Ok(Self(numbers))
    }

    /// Words as they were typed: in any case, with anything but letters between them, perhaps numbered.
    ///
    /// # Errors
    /// [`WordsError`] names the words that are not on the list, and says how many there are.
    pub fn typed(text: &str) -> Result<Self, WordsError> {
        let (mut count, mut known, mut unknown) = (0, Zeroizing::new([0; Self::COUNT]), Vec::new());
        for word in text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()) {
            let word = Zeroizing::new(word.to_lowercase());
            match word_list::number(&word) {
                Some(number) => known.iter_mut().skip(count).take(1).for_each(|place| *place = number),
                None => unknown.push(UnknownWord { place: count + 1, word: word.to_string() }),
            }
            count += 1;
        }
        if count == Self::COUNT && unknown.is_empty() { Ok(Self(known)) } else { Err(WordsError { count, unknown }) }
    }

    /// The words in their order.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().copied().map(word_list::word)
    }

    /// The text from which a key is made.
    pub(super) fn secret(&self) -> Zeroizing<String> {
        Zeroizing::new(self.words().collect::<Vec<_>>().join(" "))
    }
}

impl fmt::Debug for RecoveryWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryWords(..)")
    }
}

/// A word that is not on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct UnknownWord {
    /// 1 for the first word that was typed.
    place: usize,
    /// In lower case.
    word: String,
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "word {}, “{}”", self.place, self.word)?;
        word_list::meant(&self.word).map_or(Ok(()), |meant| write!(f, " (perhaps “{meant}”)"))
    }
}

/// Why what was typed cannot be recovery words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsError {
    count: usize,
    unknown: Vec<UnknownWord>,
}

impl WordsError {
    /// Whether somebody who typed this probably meant recovery words: 6 to 10 words, most of which are on the list.
    pub(super) fn is_nearly(&self) -> bool {
        (6..=10).contains(&self.count) && 2 * self.unknown.len() < self.count
    }
}

impl std::error::Error for WordsError {}

impl fmt::Display for WordsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named: Vec<String> = self.unknown.iter().map(ToString::to_string).collect();
        let (count, needed) = (self.count, RecoveryWords::COUNT);
        match (named.len(), count) {
            (0, 1) => write!(f, "This is 1 recovery word, and it takes {needed}."),
            (0, _) => write!(f, "These are {count} recovery words, and it takes {needed}."),
            (1, _) => write!(f, "Of the recovery words one is not on the list: {}.", named[0]),
            (_, _) => write!(f, "Of the recovery words some are not on the list: {}.", named.join("; ")),
        }?;
        if named.is_empty() || count == needed { Ok(()) } else { write!(f, " There are {count} words here, and it takes {needed}.") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "abandon ability able about above absent absorb zoo";

    #[test]
    fn words_are_read_as_people_type_them() {
        let expected = RecoveryWords::typed(WORDS).unwrap();
        assert_eq!(expected.words().collect::<Vec<_>>().join(" "), WORDS);
        assert_eq!(&**expected.secret(), WORDS);
        for typed in [
            " ABANDON Ability  able\tabout\nabove absent, absorb zoo.\n",
            "1. abandon\r\n2. ability\r\n3. able\r\n4. about\r\n5. above\r\n6. absent\r\n7. absorb\r\n8. zoo",
            "abandon-ability-able-about-above-absent-absorb-zoo",
        ] {
            assert_eq!(RecoveryWords::typed(typed).as_ref(), Ok(&expected), "{typed}");
        }
        let other = RecoveryWords::typed("ability abandon able about above absent absorb zoo").unwrap();
        assert_ne!(other, expected, "their order counts");
        assert_eq!(format!("{expected:?}"), "RecoveryWords(..)");
    }

    #[test]
    fn a_word_that_is_not_on_the_list_is_named() {
        let wrong = |typed: &str| RecoveryWords::typed(typed).unwrap_err().to_string();
        for (typed, expected) in [
            (
                "abandon abilty able about above absent absorb zoo",
                "Of the recovery words one is not on the list: word 2, “abilty” (perhaps “ability”).",
            ),
            (
                "abandon ability able about above absent qqq zo",
                "Of the recovery words some are not on the list: word 7, “qqq”; word 8, “zo” (perhaps “zoo”).",
            ),
            (
                "abandon ability able about above absnt",
                "Of the recovery words one is not on the list: word 6, “absnt” (perhaps “absent”). There are 6 words here, and it takes 8.",
            ),
            ("abandon ability able about above absent absorb", "These are 7 recovery words, and it takes 8."),
            ("zoo", "This is 1 recovery word, and it takes 8."),
            ("", "These are 0 recovery words, and it takes 8."),
        ] {
            assert_eq!(wrong(typed), expected, "{typed}");
        }
    }

    #[test]
    fn random_words_are_other_words_each_time() {
        let drawn: Vec<_> = (0..50).map(|_| RecoveryWords::random().unwrap()).collect();
        for (index, words) in drawn.iter().enumerate() {
            assert!(!drawn[..index].contains(words));
            assert_eq!(RecoveryWords::typed(&words.secret()).as_ref(), Ok(words));
        }
        let different: std::collections::HashSet<_> = drawn.iter().flat_map(RecoveryWords::words).collect();
        assert!(different.len() > 250, "{} of 400 words differ", different.len());
    }
}
