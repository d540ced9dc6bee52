//! How names of medicines and products are compared: by words in lower case without accents.

use crate::domain::push_without_accent;

/// The words of a text in lower case without accents. Anything but letters and digits parts two words.
pub(super) fn words_of(text: &str) -> Vec<String> {
    folded(text).split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A name as it is compared with others: its letters and digits in lower case without accents, blanks and hyphens.
pub(super) fn key_of(name: &str) -> String {
    if name.is_ascii() {
        return name.bytes().filter(u8::is_ascii_alphanumeric).map(|letter| char::from(letter.to_ascii_lowercase())).collect();
    }
    words_of(name).concat()
}

/// The text in lower case without accents.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().flat_map(char::to_lowercase).for_each(|small| push_without_accent(&mut folded, small));
    folded
}
