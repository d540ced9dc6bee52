//! A range of nights.

use super::Night;
use chrono::NaiveDate;

/// The nights from `first` to `last`, both included. The range is empty if `last` comes before `first`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NightRange {
    /// The first night.
    pub first: Night,
    /// The last night.
    pub last: Night,
}

impl NightRange {
    /// The nights from `first` to `last`, both included.
    #[must_use]
    pub fn new(first: Night, last: Night) -> Self {
        Self { first, last }
    }

    /// The nights that begin on the dates from `first` to `last`, both included.
    #[must_use]
    pub fn of_dates(first: NaiveDate, last: NaiveDate) -> Self {
        Self::new(Night::new(first), Night::new(last))
    }

    /// How many nights the range has; 0 if it is empty.
    ///
    /// ```
    /// use cramp_diary::domain::{Night, NightRange};
    /// let night = Night::new("2026-11-19".parse().unwrap());
    /// assert_eq!(NightRange::new(night, night.plus(27)).nights(), 28);
    /// assert_eq!(NightRange::new(night, night.plus(-1)).nights(), 0);
    /// ```
    #[must_use]
    pub fn nights(self) -> usize {
        usize::try_from((self.last.date() - self.first.date()).num_days() + 1).unwrap_or(0)
    }

    /// The range of equally many nights that ends right before this one.
    #[must_use]
    pub fn before(self) -> Self {
        let nights = i64::try_from(self.nights()).unwrap_or(i64::MAX);
        Self::new(self.first.plus(-nights), self.first.plus(-1))
    }

    /// The range in words: "48 nights, 3 Oct to 19 Nov 2026". For one night, the night with its year.
    #[must_use]
    pub fn words(self) -> String {
        self.first.range_words(self.last)
    }
}
