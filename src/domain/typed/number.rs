//! The one reader of numbers as people type them.

use super::error::TypedError;
use crate::domain::OutOfRange;

/// Why digits are no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::domain) enum NotANumber {
    /// They are no digits with at most one decimal point or comma.
    Unreadable,
    /// They may mean two numbers: "1.000" is one, or a thousand.
    Unclear(TwoMeanings),
}

/// The two numbers that digits such as "1.250" may mean, each in digits that mean one number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::domain) struct TwoMeanings {
    decimal: String,
    whole: String,
}

/// Reads digits with at most one decimal point or comma, and a sign. No exponent is read, and no separator between thousands.
pub(in crate::domain) fn decimal(digits: &str) -> Result<f64, NotANumber> {
    let plain = digits.trim().replace(',', ".");
    let unsigned = plain.strip_prefix(['-', '+']).unwrap_or(&plain);
    let (whole, tail) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits_alone = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits_alone(whole) || !digits_alone(tail) || (whole.is_empty() && tail.is_empty()) {
        return Err(NotANumber::Unreadable);
    }
    if tail.len() == 3 && matches!(whole.len(), 1..=3) && !whole.starts_with('0') {
        let whole_number = format!("{whole}{tail}");
        return Err(NotANumber::Unclear(TwoMeanings { decimal: clear_digits(&format!("{whole}.{tail}")), whole: whole_number }));
    }
    plain.parse::<f64>().ok().filter(|value| value.is_finite()).ok_or(NotANumber::Unreadable)
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
    /// The error for a field; `unit` stands behind the digits as typed.
    pub(in crate::domain) fn of(self, field: &'static str, given: &str, unit: &str, example: &'static str) -> TypedError {
        let given = given.trim().to_owned();
        let with_unit = |digits: String| if unit.is_empty() { digits } else { format!("{digits} {unit}") };
        match self {
            Self::Unreadable => TypedError::Unreadable { field, given, example },
            Self::Unclear(TwoMeanings { decimal, whole }) => {
                TypedError::Unclear { field, given, decimal: with_unit(decimal), whole: with_unit(whole) }
            }
        }
    }
}

/// Reads a number with one of the units or none, and returns it times the factor of its unit.
pub(super) fn number(text: &str, units: &[(&str, f64)], field: &'static str, example: &'static str) -> Result<f64, TypedError> {
    let text = text.trim();
    let (digits, unit) = text.split_at(text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len()));
    let factor = units.iter().find(|(name, _)| unit.trim().eq_ignore_ascii_case(name)).map(|(_, factor)| *factor);
    let factor = factor.or_else(|| unit.is_empty().then_some(1.0)).ok_or(NotANumber::Unreadable);
    factor.and_then(|factor| Ok(decimal(digits)? * factor)).map_err(|error| error.of(field, text, unit.trim(), example))
}

/// Reads a number without a unit. The range is not checked.
///
/// # Errors
/// [`TypedError`] for anything else, and for what may mean two numbers.
pub fn plain_number(field: &'static str, text: &str, example: &'static str) -> Result<f64, TypedError> {
    number(text, &[], field, example)
}

/// A whole number that is asked for.
#[derive(Debug, Clone, Copy)]
pub struct WholeNumber {
    /// What it is: "Days".
    pub field: &'static str,
    /// The smallest allowed value.
    pub least: u64,
    /// The largest allowed value.
    pub most: u64,
    /// Both in words: ("1", "3,660").
    pub in_words: (&'static str, &'static str),
    /// How it is written, with the range: "28, from 1 to 366".
    pub example: &'static str,
}

impl WholeNumber {
    /// Reads the number.
    ///
    /// # Errors
    /// [`TypedError`] for anything else, and outside the range.
    pub fn read<T: TryFrom<u64>>(&self, text: &str) -> Result<T, TypedError> {
        let value = whole(self.field, text, self.example)?;
        let inside = u64::try_from(value).ok().filter(|value| (self.least..=self.most).contains(value));
        inside.and_then(|value| T::try_from(value).ok()).ok_or_else(|| {
            let (min, max) = self.in_words;
            OutOfRange { field: self.field, value: text.trim().to_owned(), min, max, unit: "" }.into()
        })
    }
}

/// Reads a whole number. The range is not checked; what is beyond any range is the largest or smallest number there is.
fn whole(field: &'static str, text: &str, example: &'static str) -> Result<i128, TypedError> {
    // Digits alone keep their last one, which a decimal number would not.
    if let Ok(value) = text.trim().parse::<i128>() {
        return Ok(value);
    }
    let value = plain_number(field, text, example)?;
    if value.fract() != 0.0 {
        return Err(NotANumber::Unreadable.of(field, text, "", example));
    }
    #[expect(clippy::cast_possible_truncation, reason = "a whole number, and a cast from f64 saturates")]
    let whole = value as i128;
    Ok(whole)
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
        ] {
            assert_eq!(decimal(digits), Ok(value), "{digits}");
        }
        for digits in ["", ".", "-", "1e3", "inf", "NaN", "1.2.3", "1,234,567", "1 000", "--1", "+-1", "٣", "1'000", &"9".repeat(400)] {
            assert_eq!(decimal(digits), Err(NotANumber::Unreadable), "{digits}");
        }
    }

    #[test]
    fn what_may_mean_two_numbers_is_not_guessed() {
        for (digits, small, large) in
            [("1.000", "1", "1000"), ("1,000", "1", "1000"), ("-1,250", "1.25", "1250"), ("12.345", "12.3450", "12345")]
        {
            let meanings = TwoMeanings { decimal: small.to_owned(), whole: large.to_owned() };
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

    #[test]
    fn whole_numbers_have_their_range() {
        let days = WholeNumber { field: "Days", least: 1, most: 366, in_words: ("1", "366"), example: "28, from 1 to 366" };
        assert_eq!(days.read::<u16>(" 28 "), Ok(28));
        let said = |text: &str| days.read::<u16>(text).unwrap_err().to_string();
        for text in ["0", "367", "-1", "99999999999999999999"] {
            assert_eq!(said(text), format!("Days {text} is not allowed; give 1 to 366"));
        }
        assert_eq!(said("2.5"), "Days \"2.5\" cannot be read; write it like 28, from 1 to 366");
        assert_eq!(said("1.000"), "Days \"1.000\" can mean 1 or 1000; write the one that you mean");
    }
}
