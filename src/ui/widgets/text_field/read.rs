//! Reading what people type, with an error in words for below the field.

use crate::domain::{DateRules, Day, TypedError};
use std::str::FromStr;

/// Reads a quantity as people type it.
///
/// # Errors
/// The words of the [`TypedError`].
pub fn typed<T: FromStr<Err = TypedError>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: TypedError| error.to_string())
}

/// Reads a quantity that may be left out: `None` for an empty text.
///
/// # Errors
/// The words of the [`TypedError`].
pub fn typed_or_none<T: FromStr<Err = TypedError>>(text: &str) -> Result<Option<T>, String> {
    if text.is_empty() { Ok(None) } else { typed(text).map(Some) }
}

/// Reads a date that may be left out: `None` for an empty text.
///
/// # Errors
/// The words of the [`TypedError`].
pub fn day_or_none(text: &str, rules: DateRules) -> Result<Option<Day>, String> {
    if text.is_empty() { Ok(None) } else { rules.read(text).map(Some).map_err(|error| error.to_string()) }
}

/// A day as it is typed: "2026-11-20", or an empty text for `None`.
#[must_use]
pub fn day_text(day: Option<Day>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}
