//! The one reader of digits as people type them.

use super::error::TypedError;

/// Why digits are no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NotANumber {
    /// They are no digits with at most one decimal point or comma.
    Unreadable,
    /// They may mean two numbers: "1.000" is one, or a thousand.
    Unclear(TwoMeanings),
}

/// The two numbers that digits such as "1.250" may mean, each in digits that mean one number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TwoMeanings {
    one: String,
    other: String,
}

/// Reads digits with a decimal point or comma, and a sign. Marks between thousands are read where they can be nothing else: "1'000",
/// "1,234,567", "1,234.5". No exponent is read.
pub(super) fn decimal(digits: &str) -> Result<f64, NotANumber> {
    let typed = digits.trim();
    let plain = ungrouped(typed).unwrap_or_else(|| typed.replace(',', "."));
    let unsigned = plain.strip_prefix(['-', '+']).unwrap_or(&plain);
    let (whole, tail) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits_alone = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits_alone(whole) || !digits_alone(tail) || (whole.is_empty() && tail.is_empty()) {
        return Err(NotANumber::Unreadable);
    }
    if tail.len() == 3 && matches!(whole.len(), 1..=3) && !whole.starts_with('0') {
        let whole_number = format!("{whole}{tail}");
        return Err(NotANumber::one_of(clear_digits(&format!("{whole}.{tail}")), whole_number));
    }
    plain.parse::<f64>().ok().filter(|value| value.is_finite()).ok_or(NotANumber::Unreadable)
}

/// The digits without marks between thousands, and a point as the decimal mark. Returns `None` if they have no such marks, or if these may
/// be something else.
fn ungrouped(digits: &str) -> Option<String> {
    let first = digits.find(['.', ',', '\'', ' '])?;
    let mark = char::from(*digits.as_bytes().get(first)?);
    let decimal_mark = digits.rfind(['.', ',']).filter(|at| !digits[*at..].starts_with(mark));
    let (whole, tail) = decimal_mark.map_or((digits, ""), |at| digits.split_at(at));
    let groups: Vec<&str> = whole.trim_start_matches(['-', '+']).split(mark).collect();
    let is_grouped = |groups: &[&str]| {
        let sound = |group: &&str| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
        groups.iter().skip(1).all(sound) && matches!(groups.first().map(|first| first.len()), Some(1..=3))
    };
    let is_certain = groups.len() > 2 || !tail.is_empty() || mark == '\'' || mark == ' ';
    (is_certain && is_grouped(&groups) && !groups[0].starts_with('0'))
        .then(|| format!("{}{}", whole.replace(mark, ""), tail.replace(',', ".")))
}

/// A number as it stands in a field that is read again: [`f64`]'s own digits, with a zero behind three decimals, since "1.234" may also
/// mean a thousand.
///
/// ```
/// assert_eq!([1.5, 1.25, 1.234].map(cramp_diary::domain::number_to_type), ["1.5", "1.25", "1.2340"]);
/// ```
#[must_use]
pub fn number_to_type(value: f64) -> String {
    clear_digits(&value.to_string())
}

/// Decimal digits without zeros at their end, and never with three decimals.
fn clear_digits(digits: &str) -> String {
    let short = if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits };
    let three = short.split_once('.').is_some_and(|(_, tail)| tail.len() == 3);
    if three { format!("{short}0") } else { short.to_owned() }
}

impl NotANumber {
    /// Digits that may mean either of two numbers, each in digits that mean one.
    pub(super) fn one_of(one: String, other: String) -> Self {
        Self::Unclear(TwoMeanings { one, other })
    }

    /// A range that names two numbers.
    pub(super) fn either(one: f64, other: f64) -> Self {
        Self::one_of(number_to_type(one), number_to_type(other))
    }

    /// The error for a field; `unit` stands behind the digits as typed.
    pub(super) fn of(self, field: &'static str, given: &str, unit: &str, example: &'static str) -> TypedError {
        let given = given.trim().to_owned();
        let with_unit = |digits: String| if unit.is_empty() { digits } else { format!("{digits} {unit}") };
        match self {
            Self::Unreadable => TypedError::Unreadable { field, given, example },
            Self::Unclear(TwoMeanings { one, other }) => TypedError::Unclear { field, given, one: with_unit(one), other: with_unit(other) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_with_a_point_or_a_comma_are_read() {
        for (digits, value) in [
            ("12", 12.0),
            ("12.5", 12.5),
            ("12,5", 12.5),
            (" -3 ", -3.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("0.125", 0.125),
            ("0,500", 0.5),
            ("1.2345", 1.2345),
            ("1000", 1000.0),
            ("1234.567", 1234.567),
            ("1'000", 1000.0),
            ("1 000", 1000.0),
            ("-1,234,567", -1_234_567.0),
            ("1,234.5", 1234.5),
            ("1.234,567", 1234.567),
        ] {
            assert_eq!(decimal(digits), Ok(value), "{digits}");
        }
        for digits in
            ["", ".", "-", "1e3", "inf", "NaN", "1.2.3", "1,234,56", "1,23.4", "1 00", "--1", "+-1", "٣", "0'100", &"9".repeat(400)]
        {
            assert_eq!(decimal(digits), Err(NotANumber::Unreadable), "{digits}");
        }
    }

    #[test]
    fn what_may_mean_two_numbers_is_not_guessed() {
        for (digits, small, large) in
            [("1.000", "1", "1000"), ("1,000", "1", "1000"), ("-1,250", "1.25", "1250"), ("12.345", "12.3450", "12345")]
        {
            let meanings = TwoMeanings { one: small.to_owned(), other: large.to_owned() };
            assert_eq!(decimal(digits), Err(NotANumber::Unclear(meanings)), "{digits}");
            assert!(decimal(small).is_ok() && decimal(large).is_ok(), "what is offered can be typed");
        }
    }

    #[test]
    fn a_number_in_a_field_is_read_as_itself() {
        for value in [0.0, 1.0, 1.234, -12.125, 0.001, 39.33, 1.0 / 3.0, 5000.0, 1_234.567] {
            assert_eq!(decimal(&number_to_type(value)), Ok(value));
        }
    }
}
