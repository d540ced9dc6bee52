//! Medicines that a person takes or took, and which kind each is.

use super::{Day, OutOfRange, OwnName};
use std::fmt;

/// The stable word for a class of medicines, such as `thiazide`: 1 to 40 of `a-z`, `0-9` and `_`.
///
/// Which classes there are, the guide knows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassKey(String);

impl ClassKey {
    /// Checks the letters.
    ///
    /// # Errors
    /// [`OutOfRange`] for anything else.
    pub fn new(key: &str) -> Result<Self, OutOfRange> {
        let allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
        if (1..=40).contains(&key.len()) && key.chars().all(allowed) {
            return Ok(Self(key.to_owned()));
        }
        Err(OutOfRange { field: "Class of medicines", value: format!("\"{key}\""), min: "1", max: "40", unit: " letters a-z, 0-9 or _" })
    }

    /// The word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ClassKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A medicine with the days on which it was taken. A changed dose is a new one, so that its beginning is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Medicine {
    /// Its name, best the generic one, from which its classes are found: "Ramipril".
    pub name: OwnName,
    /// A class that the person chose because the name is not known; adds to those that are found.
    pub class: Option<ClassKey>,
    /// The dose in words; empty when not said, at most 80 characters: "5 mg in the morning".
    pub dose: String,
    /// The first day; nothing when it is not known, or long ago.
    pub from: Option<Day>,
    /// The last day; nothing while it is taken.
    pub until: Option<Day>,
    /// The person's own words; empty for none, at most 500 characters.
    pub note: String,
}

impl Medicine {
    /// A medicine of which only the name is known.
    #[must_use]
    pub fn new(name: OwnName) -> Self {
        Self { name, class: None, dose: String::new(), from: None, until: None, note: String::new() }
    }

    /// Checks the words for the dose: at most 80 letters; spaces around them are taken away.
    ///
    /// # Errors
    /// [`OutOfRange`] when there are more.
    pub fn dose(words: &str) -> Result<String, OutOfRange> {
        at_most("Dose", words, 80, "80")
    }

    /// Checks a note: at most 500 letters; spaces around it are taken away.
    ///
    /// # Errors
    /// [`OutOfRange`] when there are more.
    pub fn note(words: &str) -> Result<String, OutOfRange> {
        at_most("Note", words, 500, "500")
    }

    /// Whether it was taken on the day, as far as its dates say.
    #[must_use]
    pub fn taken_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// For example "Ramipril, 5 mg in the morning".
    #[must_use]
    pub fn summary(&self) -> String {
        let name = self.name.as_str();
        if self.dose.is_empty() { name.to_owned() } else { format!("{name}, {}", self.dose) }
    }

    /// Since when: "from Mon 2 Nov 2026", "until Tue 3 Nov 2026", "from … to …"; empty when neither is known.
    #[must_use]
    pub fn dates(&self) -> String {
        let words = |day: Day| day.date().format("%-d %b %Y").to_string();
        match (self.from, self.until) {
            (None, None) => String::new(),
            (Some(from), None) => format!("since {}", words(from)),
            (None, Some(until)) => format!("until {}", words(until)),
            (Some(from), Some(until)) => format!("{} to {}", words(from), words(until)),
        }
    }
}

/// Trims the words and checks how many letters there are.
pub(super) fn at_most(field: &'static str, words: &str, most: usize, max: &'static str) -> Result<String, OutOfRange> {
    let words = words.trim();
    match words.chars().count() {
        count if count <= most => Ok(words.to_owned()),
        count => Err(OutOfRange { field, value: format!("of {count} letters"), min: "0", max, unit: " letters" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn november(day: u32) -> Day {
        Day::new(NaiveDate::from_ymd_opt(2026, 11, day).unwrap())
    }

    #[test]
    fn the_days_on_which_it_is_taken_hold_both_ends_and_none_is_no_end() {
        let medicine = Medicine::new(OwnName::new("Ramipril").unwrap());
        assert!(medicine.taken_on(november(1)));
        let medicine = Medicine { from: Some(november(2)), until: Some(november(4)), ..medicine };
        for (day, taken) in [(1, false), (2, true), (4, true), (5, false)] {
            assert_eq!(medicine.taken_on(november(day)), taken, "{day}");
        }
        assert_eq!(medicine.dates(), "2 Nov 2026 to 4 Nov 2026");
    }

    #[test]
    fn a_class_is_a_short_word_of_plain_letters() {
        for wrong in ["", "Thiazide", "a-b", "a b", &"x".repeat(41)] {
            assert!(ClassKey::new(wrong).is_err(), "{wrong}");
        }
        assert_eq!(ClassKey::new("ace_inhibitor").unwrap().as_str(), "ace_inhibitor");
    }
}
