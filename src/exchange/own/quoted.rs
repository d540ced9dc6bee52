//! Text in JSON, which also a terminal may show.

use crate::domain::printable;
use std::fmt::Write as _;

/// A text in quotation marks. What nobody can see, and a terminal may take for a command, is escaped.
pub(super) fn quoted(words: &str) -> String {
    let plain = serde_json::to_string(words).unwrap_or_default();
    if plain.is_ascii() && !plain.contains('\u{7f}') {
        return plain;
    }
    let mut safe = String::with_capacity(plain.len());
    for letter in plain.chars() {
        let is_seen = letter.is_ascii_graphic() || letter == ' ' || printable(letter.encode_utf8(&mut [0; 4])) == letter.to_string();
        if is_seen {
            safe.push(letter);
        } else {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                // Writing into a text cannot fail.
                _ = write!(safe, "\\u{unit:04x}");
            }
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeded::seeded;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(seeded(256))]
        #[test]
        fn every_text_comes_back_and_shows_nothing_unseen(words in ".*") {
            let written = quoted(&words);
            prop_assert_eq!(serde_json::from_str::<String>(&written).ok(), Some(words));
            prop_assert_eq!(printable(&written), written);
        }
    }

    #[test]
    fn what_turns_writing_or_steers_a_terminal_is_escaped() {
        assert_eq!(quoted("a\u{202e}b\u{1b}[2J\u{85}é\u{2028}\u{7f}"), "\"a\\u202eb\\u001b[2J\\u0085é\\u2028\\u007f\"");
    }
}
