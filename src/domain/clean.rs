//! Words without characters that nobody can see.

/// Whether a character is a control character, or turns the direction of the text around it. Marks that join letters or emoji are
/// neither.
fn is_control(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text of one line without control characters and without those that turn the direction of writing. Ends of lines and tabs become
/// spaces; spaces around it are removed.
///
/// ```
/// assert_eq!(cramp_diary::domain::clean_line(" Mag\u{202e}nesium\u{7}\n100 "), "Magnesium 100");
/// ```
#[must_use]
pub fn clean_line(words: &str) -> String {
    clean_note(words).replace('\n', " ")
}

/// A text of lines without control characters and without those that turn the direction of writing. Tabs become spaces; spaces around it
/// are removed.
#[must_use]
pub fn clean_note(words: &str) -> String {
    printable(words).replace('\t', " ").trim().to_owned()
}

/// A text as it may be printed: without the characters that steer a terminal or turn the direction of writing. Ends of lines and tabs
/// stay.
#[must_use]
pub fn printable(words: &str) -> String {
    let lines = words.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    lines.chars().filter(|letter| matches!(letter, '\n' | '\t') || !is_control(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_left_out() {
        for (typed, line, note) in [
            ("  Ramipril ", "Ramipril", "Ramipril"),
            ("\u{1b}[31mRed\u{1b}[0m", "[31mRed[0m", "[31mRed[0m"),
            ("a\r\nb\tc", "a b c", "a\nb c"),
            ("\u{202e}live\u{202c} \u{2066}x\u{2069}\u{200f}", "live x", "live x"),
            ("\u{0}\u{85}\u{9b}", "", ""),
            ("👩\u{200d}🔬 می\u{200c}خواهم", "👩\u{200d}🔬 می\u{200c}خواهم", "👩\u{200d}🔬 می\u{200c}خواهم"),
        ] {
            assert_eq!((clean_line(typed).as_str(), clean_note(typed).as_str()), (line, note), "{typed:?}");
        }
        assert_eq!(printable("a\tb\n\u{1b}c\u{7f}"), "a\tb\nc");
    }
}
