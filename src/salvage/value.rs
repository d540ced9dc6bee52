//! A value as it stands in a row.

use std::borrow::Cow;

/// A value of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum RawValue<'a> {
    /// Nothing was said.
    Null,
    /// A whole number.
    Integer(i64),
    /// A decimal number.
    Real(f64),
    /// Text.
    Text(Cow<'a, str>),
    /// What should be text, but is no text in the encoding of the file: its bytes.
    Garbled(&'a [u8]),
    /// Bytes.
    Blob(&'a [u8]),
}

impl RawValue<'_> {
    /// The text. Returns `None` for anything else.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        if let RawValue::Text(text) = self { Some(text) } else { None }
    }

    /// The whole number. Returns `None` for anything else.
    #[must_use]
    pub fn as_integer(&self) -> Option<i64> {
        if let RawValue::Integer(number) = self { Some(*number) } else { None }
    }
}
