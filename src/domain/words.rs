//! Numbers and words as people write them, and letters as search compares them.

use super::{OutOfRange, clean_note};

/// A number rounded to a whole one, with commas between thousands: "1,450".
///
/// ```
/// assert_eq!(cramp_diary::domain::grouped(1_450.4), "1,450");
/// ```
#[must_use]
pub fn grouped(value: f64) -> String {
    let whole = format!("{value:.0}");
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole.as_str()), |digits| ("-", digits));
    let first = (digits.len() - 1) % 3 + 1;
    let mut grouped = format!("{sign}{}", &digits[..first]);
    for place in (first..digits.len()).step_by(3) {
        grouped.push(',');
        grouped.push_str(&digits[place..place + 3]);
    }
    grouped
}

/// A count with its noun, in the plural unless the count is 1: "1 cramp", "12 cramps", "1,200 nights".
///
/// ```
/// assert_eq!(cramp_diary::domain::counted(1_200, "night"), "1,200 nights");
/// ```
#[must_use]
pub fn counted(count: usize, what: &str) -> String {
    format!("{} {what}{}", grouped(as_f64(count)), if count == 1 { "" } else { "s" })
}

/// A share from 0 to 1 in words: "38 %".
#[must_use]
pub fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// A number rounded to a tenth.
#[must_use]
pub fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// A count as a decimal number.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "nobody has so many nights or cramps")]
pub fn as_f64(count: usize) -> f64 {
    count as f64
}

/// The text with its first letter in upper case.
#[must_use]
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text with its first letter in lower case.
#[must_use]
pub fn uncapitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The texts joined for a sentence; empty for none: "a", "a and b", "a, b and c".
#[must_use]
pub fn joined_with_and(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

/// Removes duplicates, keeping first occurrences. O(n²), for short lists.
pub fn each_once<T: PartialEq>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut kept = Vec::new();
    for one in all {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}

/// A bound for the number of characters, as a number and as the text of the error.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bound(pub(super) usize, pub(super) &'static str);

/// The most characters of a name that a person gave, or of a dose in words.
pub(super) const LONGEST_NAME: Bound = Bound(200, "200");

/// The most characters of a note.
pub(super) const LONGEST_NOTE: Bound = Bound(10_000, "10,000");

/// Checks a note, which may be empty, and removes control characters and the spaces around it.
///
/// # Errors
/// [`OutOfRange`] if it has more than 10,000 characters.
pub fn checked_note(words: &str) -> Result<String, OutOfRange> {
    of_length("Note", words, Bound(0, "0"), LONGEST_NOTE)
}

/// Returns the text without control characters and the spaces around it.
///
/// # Errors
/// [`OutOfRange`] if it has fewer characters than `least` or more than `most`.
pub(super) fn of_length(field: &'static str, words: &str, least: Bound, most: Bound) -> Result<String, OutOfRange> {
    let (words, Bound(least, min), Bound(most, max)) = (clean_note(words), least, most);
    match words.chars().count() {
        count if (least..=most).contains(&count) => Ok(words),
        count => Err(OutOfRange { field, value: format!("of {count} letters"), min, max, unit: " letters" }),
    }
}

/// Appends a small letter as search compares it: Latin letters of European languages and of Vietnamese without their marks, any other
/// letter unchanged.
pub(crate) fn push_without_accent(folded: &mut String, small: char) {
    let plain = match small {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ'..='ị' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'æ' => return folded.push_str("ae"),
        'œ' => return folded.push_str("oe"),
        'ß' => return folded.push_str("ss"),
        'þ' => return folded.push_str("th"),
        // Capital I with a dot becomes small i and the dot.
        '\u{300}'..='\u{36f}' => return,
        other => other,
    };
    folded.push(plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        for (value, words) in
            [(0.0, "0"), (999.4, "999"), (999.6, "1,000"), (1_450.0, "1,450"), (1_000_005.0, "1,000,005"), (-2_500.0, "-2,500")]
        {
            assert_eq!(grouped(value), words);
        }
        assert_eq!([0, 1, 2].map(|count| counted(count, "cramp")), ["0 cramps", "1 cramp", "2 cramps"]);
        assert_eq!((percent(0.375).as_str(), tenths(1.25), tenths(6.0)), ("38 %", 1.3, 6.0));
        assert_eq!(capitalised("left calf"), "Left calf");
        assert_eq!(capitalised(""), "");
        assert_eq!(uncapitalised("Left calf"), "left calf");
    }

    #[test]
    fn the_last_of_several_stands_after_and() {
        for (words, joined) in [("", ""), ("a", "a"), ("a b", "a and b"), ("a b c", "a, b and c")] {
            let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
            assert_eq!(joined_with_and(&words), joined);
        }
        assert_eq!(each_once(["b", "a", "b"]), ["b", "a"]);
    }
}
