//! Medicines that a person takes or took, and their classes.

use super::clean_line;
use super::words::{Bound, LONGEST_NAME, of_length};
use super::{Day, OutOfRange, OwnName};
use std::fmt;

/// The key of a class of medicines, such as `thiazide`: 1 to 40 letters of `a-z`, `0-9` and `_`.
///
/// The guide lists the classes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassKey(String);

impl ClassKey {
    /// The key with these letters.
    ///
    /// # Errors
    /// [`OutOfRange`] if there are none, more than 40, or others than `a-z`, `0-9` and `_`.
    pub fn new(key: &str) -> Result<Self, OutOfRange> {
        let allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
        if (1..=40).contains(&key.len()) && key.chars().all(allowed) {
            return Ok(Self(key.to_owned()));
        }
        Err(OutOfRange { field: "Class of medicines", value: format!("\"{key}\""), min: "1", max: "40", unit: " letters a-z, 0-9 or _" })
    }

    /// The key of the class of medicines, such as `ace_inhibitor`.
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

/// Whether a medicine is taken on a certain day, before it, or after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Course {
    /// It is taken on the day.
    Now,
    /// It begins after the day.
    Later,
    /// It ended before the day.
    Earlier,
}

impl Course {
    /// Every value, in the order in which lists show them.
    pub const ALL: [Self; 3] = [Self::Now, Self::Later, Self::Earlier];

    /// The heading above these medicines in a list.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Now => "Taken now",
            Self::Later => "To begin later",
            Self::Earlier => "Taken earlier",
        }
    }
}

/// A medicine with the days on which it was taken. After a change of dose it is logged as a new medicine, so that the first day of
/// each dose is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Medicine {
    /// The name, from which its classes are found; the generic name is best: "Ramipril".
    pub name: OwnName,
    /// A class that the person chose, in addition to those found from the name; `None` if they chose none.
    pub class: Option<ClassKey>,
    /// The dose in words, at most 200 characters: "5 mg in the morning". Empty if the person did not say.
    pub dose: String,
    /// The first day on which it was taken; `None` if that is unknown or long ago.
    pub from: Option<Day>,
    /// The last day on which it was taken; `None` while it is still taken.
    pub until: Option<Day>,
    /// A note that the person wrote, at most 500 characters; empty for none.
    pub note: String,
    /// Whether a doctor prescribed it; `None` if the person did not say.
    pub prescribed: Option<bool>,
}

impl Medicine {
    /// A medicine of which only the name is known.
    #[must_use]
    pub fn new(name: OwnName) -> Self {
        Self { name, class: None, dose: String::new(), from: None, until: None, note: String::new(), prescribed: None }
    }

    /// Checks the text of a dose and removes the spaces around it.
    ///
    /// # Errors
    /// [`OutOfRange`] if there are more than 200 characters.
    pub fn dose(words: &str) -> Result<String, OutOfRange> {
        of_length("Dose", &clean_line(words), Bound(0, "0"), LONGEST_NAME)
    }

    /// Whether it was taken on the day. A first or last day that is `None` does not limit it.
    #[must_use]
    pub fn taken_on(&self, day: Day) -> bool {
        self.seen_from(day) == Course::Now
    }

    /// Whether it is taken on the day, before or after it. A first or last day that is `None` does not limit it.
    #[must_use]
    pub fn seen_from(&self, day: Day) -> Course {
        if self.until.is_some_and(|until| until < day) {
            Course::Earlier
        } else if self.from.is_some_and(|from| from > day) {
            Course::Later
        } else {
            Course::Now
        }
    }

    /// Name and dose in words: "Ramipril, 5 mg in the morning".
    #[must_use]
    pub fn summary(&self) -> String {
        let name = self.name.as_str();
        if self.dose.is_empty() { name.to_owned() } else { format!("{name}, {}", self.dose) }
    }

    /// Name, dose and dates in words: "Ramipril, 5 mg in the morning, since 2 Nov 2026".
    #[must_use]
    pub fn with_dates(&self) -> String {
        let (summary, dates) = (self.summary(), self.dates());
        if dates.is_empty() { summary } else { format!("{summary}, {dates}") }
    }

    /// Since when: "since 2 Nov 2026", "until 3 Nov 2026", "2 Nov 2026 to 3 Nov 2026"; empty when neither is known.
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
        for (day, course) in [(1, Course::Later), (2, Course::Now), (4, Course::Now), (5, Course::Earlier)] {
            assert_eq!(medicine.seen_from(november(day)), course, "{day}");
            assert_eq!(medicine.taken_on(november(day)), course == Course::Now, "{day}");
        }
        assert_eq!(medicine.dates(), "2 Nov 2026 to 4 Nov 2026");
        assert_eq!(Medicine { until: None, ..medicine.clone() }.with_dates(), "Ramipril, since 2 Nov 2026");
        assert_eq!(Medicine { from: None, until: None, ..medicine }.with_dates(), "Ramipril");
    }

    #[test]
    fn a_class_is_a_short_word_of_plain_letters() {
        for wrong in ["", "Thiazide", "a-b", "a b", &"x".repeat(41)] {
            assert!(ClassKey::new(wrong).is_err(), "{wrong}");
        }
        assert_eq!(ClassKey::new("ace_inhibitor").unwrap().as_str(), "ace_inhibitor");
    }
}
