//! How names of medicines and products are compared: by words in lower case without accents.

use crate::domain::push_without_accent;

/// The words of a text in lower case without accents. Anything but letters and digits parts two words.
pub(super) fn words_of(text: &str) -> Vec<String> {
    folded(text).split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The text in lower case without accents.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().flat_map(char::to_lowercase).for_each(|small| push_without_accent(&mut folded, small));
    folded
}
