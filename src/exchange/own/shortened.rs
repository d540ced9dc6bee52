//! The beginning of what a file says, for a sentence: a spoiled file may say it in millions of letters.

use crate::domain::clean_line;

/// How many letters are shown.
const LETTERS: usize = 40;

/// The first 40 letters, on one line and without what steers a terminal; "…" stands for the rest.
pub(super) fn shortened(words: &str) -> String {
    // What is cleaned away may be as long as what stays.
    let cut = |words: &str, letters: usize| words.char_indices().nth(letters).map_or(words.len(), |(place, _)| place);
    let looked_at = cut(words, 4 * LETTERS);
    let clean = clean_line(&words[..looked_at]);
    let shown = cut(&clean, LETTERS);
    let rest = if shown < clean.len() || looked_at < words.len() { "…" } else { "" };
    format!("{}{rest}", &clean[..shown])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_is_cut_between_letters() {
        for (words, shown) in [
            ("", String::new()),
            (" a\u{1b}\nb ", "a b".to_owned()),
            (&"ü".repeat(40), "ü".repeat(40)),
            (&"ü".repeat(41), format!("{}…", "ü".repeat(40))),
            (&"\u{202e}".repeat(1_000_000), "…".to_owned()),
        ] {
            assert_eq!(shortened(words), shown);
        }
    }
}
