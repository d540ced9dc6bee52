//! Red flags that a person has read, with a note on what they do about each.

use super::words::{Bound, LONGEST_NOTE, of_length};
use super::{Day, OutOfRange};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The key of a red flag in the guide: "rf" and two digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FlagKey(String);

impl FlagKey {
    /// Reads a key in upper or lower case; spaces around it are ignored.
    ///
    /// # Errors
    /// [`OutOfRange`] for anything but "rf" and two digits.
    pub fn new(key: &str) -> Result<Self, OutOfRange> {
        let key = key.trim().to_lowercase();
        if key.len() == 4 && key.strip_prefix("rf").is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_digit())) {
            return Ok(Self(key));
        }
        Err(OutOfRange { field: "Red flag", value: format!("\"{key}\""), min: "rf01", max: "rf45", unit: "" })
    }

    /// The key in lower case: "rf07".
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A person's acknowledgement of a red flag: when they read it, and what they do about it. The flag returns when a record raises it
/// that is not among [`causes`](Self::causes).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledged {
    /// The flag.
    pub flag: FlagKey,
    /// The day on which it was read.
    pub day: Day,
    /// What the person does about it, in their own words, 1 to 500 characters. It is required because one click must not be enough.
    pub note: String,
    /// The records that had raised the flag.
    pub causes: BTreeSet<Uuid>,
}

impl Acknowledged {
    /// Checks a note and removes the spaces around it.
    ///
    /// # Errors
    /// [`OutOfRange`] if it has no character, or more than 10,000.
    pub fn note(words: &str) -> Result<String, OutOfRange> {
        of_length("Note", words, Bound(1, "1"), LONGEST_NOTE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_has_two_digits_and_a_note_is_never_empty() {
        assert_eq!(FlagKey::new(" RF07 ").unwrap().as_str(), "rf07");
        for wrong in ["", "rf", "rf7", "rf007", "mg01", "rfab"] {
            assert!(FlagKey::new(wrong).is_err(), "{wrong}");
        }
        assert!(Acknowledged::note("  ").is_err() && Acknowledged::note(&"x".repeat(10_001)).is_err());
        assert_eq!(Acknowledged::note(" saw the doctor ").unwrap(), "saw the doctor");
    }
}
