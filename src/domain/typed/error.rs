//! Why a typed text is not what was asked for.

use crate::domain::OutOfRange;

/// The error for a typed text that is not the quantity that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypedError {
    /// The text cannot be read as a number with a fitting unit.
    #[error("{field} \"{given}\" cannot be read; write it like {example}")]
    Unreadable {
        /// What was asked for: "Volume".
        field: &'static str,
        /// The text as typed.
        given: String,
        /// How they should look, and the range: "250 ml or 0.5 l, from 1 to 5,000 ml".
        example: &'static str,
    },
    /// The number may mean two: "1.000" is one, or a thousand.
    #[error("{field} \"{given}\" can mean {decimal} or {whole}; write the one that you mean")]
    Unclear {
        /// What was asked for: "Volume".
        field: &'static str,
        /// The text as typed.
        given: String,
        /// What it means if the point or comma is a decimal one, written so that it means one number, with the unit as typed: "1 ml".
        decimal: String,
        /// What it means if it stands between thousands: "1000 ml".
        whole: String,
    },
    /// The number is outside its range.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
}
