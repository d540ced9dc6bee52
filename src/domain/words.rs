//! Numbers and words as people write them.

/// A whole number with its thousands set apart: "1,450".
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

/// The words with a capital letter first.
#[must_use]
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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
        assert_eq!(capitalised("left calf"), "Left calf");
        assert_eq!(capitalised(""), "");
    }
}
