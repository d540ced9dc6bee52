//! Numbers with a unit or without one, and whole numbers in a range.

use super::counted::{Term, terms};
use super::error::TypedError;
use super::number::{NotANumber, decimal};
use crate::domain::OutOfRange;

/// Reads a number with one of the units or none, and returns it times the factor of its unit. A sum is added up.
pub(super) fn number(text: &str, units: &[(&str, f64)], field: &'static str, example: &'static str) -> Result<f64, TypedError> {
    let terms = terms(text).map_err(|none| none.why.of(field, text, &none.unit, example))?;
    let value = |term: &Term| {
        let factor = units.iter().find(|(name, _)| term.unit == *name).map(|(_, factor)| *factor);
        Some(term.count * factor.or_else(|| term.unit.is_empty().then_some(1.0))?)
    };
    terms.iter().map(value).sum::<Option<f64>>().ok_or_else(|| NotANumber::Unreadable.of(field, text, "", example))
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
    // Words and sums are for amounts.
    let value = decimal(text).map_err(|why| why.of(field, text, "", example))?;
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
