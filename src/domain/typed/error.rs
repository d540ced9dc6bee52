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
    /// The text may mean two things: "1.000" is one, or a thousand.
    #[error("{field} \"{given}\" can mean {one} or {other}; write the one that you mean")]
    Unclear {
        /// What was asked for: "Volume".
        field: &'static str,
        /// The text as typed.
        given: String,
        /// One meaning, written so that it means nothing else: "1 ml".
        one: String,
        /// The other meaning: "1000 ml".
        other: String,
    },
    /// The calendar has no such date: "31.2.2026".
    #[error("Date \"{given}\" does not exist: {why}. Check the day and the month")]
    NoSuchDate {
        /// The date as typed.
        given: String,
        /// Why not, as the end of a sentence: "February 2026 has 28 days".
        why: String,
    },
    /// The amount is not one that the food has: "2 slices" of rice.
    #[error("Amount \"{given}\" cannot be read for this food; write it like {examples}")]
    NotOfThisFood {
        /// The amount as typed.
        given: String,
        /// Amounts that the food has: "1 cup (158 g), 1/2 cup (79 g) or 120 g".
        examples: String,
    },
    /// The number is outside its range.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
}
