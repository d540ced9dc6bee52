//! Words that a spreadsheet would take for a formula: an apostrophe before them keeps it from doing so.

use std::borrow::Cow;

/// Whether a spreadsheet takes words that begin so for a formula, or whether they look as if they were guarded.
fn needs_guard(first: char) -> bool {
    matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r' | '\'')
}

/// The words as a cell has them.
pub(super) fn guarded(words: &str) -> Cow<'_, str> {
    if words.starts_with(needs_guard) { format!("'{words}").into() } else { words.into() }
}

/// The words of a cell.
pub(super) fn bare(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|words| words.starts_with(needs_guard)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeded::seeded;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(seeded(256))]
        #[test]
        fn words_come_back_and_are_no_formula(words in "['=+@\\-\t\rab]{0,6}") {
            let cell = guarded(&words);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert_eq!(bare(&cell), words.as_str());
        }
    }

    #[test]
    fn what_a_person_typed_into_a_cell_stays() {
        assert_eq!(["'tis", "=1", "'=1", "5"].map(bare), ["'tis", "=1", "=1", "5"]);
    }
}
