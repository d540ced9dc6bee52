//! Words on their way to the screen.

/// The words with a capital letter first.
#[must_use]
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
