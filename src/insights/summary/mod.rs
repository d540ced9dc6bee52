//! The figures of a range of nights that trials report, and a comparison with an earlier range.
//!
//! Trials count cramps a week (Cochrane review of magnesium 2020; Tan 2024), nights with cramps (Cochrane review of quinine
//! 2015), severity 0 to 10, minutes, and disturbed sleep. Below [`MIN_NIGHTS`] logged nights there are counts, and neither a
//! mean nor a median, share or rate.

mod compare;
mod rate;
mod rows;
mod sites;
mod sleep;
mod student;

pub use compare::{Against, BASELINE_NIGHTS, CAUTION, Change, Comparison, compare};
pub use rate::CrampRate;
pub use rows::SummaryRow;
pub use sites::{Sides, Site};
pub use sleep::Sleep;

use super::{DurationCounts, MIN_NIGHTS, Nights, SeverityCounts, duration_counts, severity_counts};
use crate::domain::Night;

/// The figures of a range of nights.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The first night.
    pub first: Night,
    /// How many nights the range has, logged or not.
    pub nights: usize,
    /// How many of them are logged.
    pub logged: usize,
    /// Logged nights with any cramp.
    pub with_cramps: usize,
    /// Cramps a week.
    pub rate: CrampRate,
    /// How bad they were.
    pub severity: SeverityCounts,
    /// How long they lasted.
    pub duration: DurationCounts,
    /// What they did to sleep.
    pub sleep: Sleep,
    /// Where, in the order of [`Site::ALL`].
    pub sites: [Sides; 4],
    /// On which side, wherever it was.
    pub sides: Sides,
}

/// The figures of these nights.
#[must_use]
pub fn summary(nights: Nights<'_>) -> Summary {
    summary_from(nights.night(0), nights)
}

/// The same of a range that begins with `first`, of which the dates before those of `nights` were not logged.
fn summary_from(first: Night, nights: Nights<'_>) -> Summary {
    let before = usize::try_from((nights.first - first.date()).num_days()).unwrap_or(0);
    let logged = nights.logged().count();
    Summary {
        first,
        nights: before + nights.len(),
        logged,
        with_cramps: nights.logged().filter(|(_, figures)| figures.had_cramps() == Some(true)).count(),
        rate: CrampRate::of(first, nights),
        severity: severity_counts(nights),
        duration: duration_counts(nights),
        sleep: Sleep::of(nights),
        sites: Site::ALL.map(|site| Sides::of(nights.cramps().filter(|cramp| Site::of(cramp.muscle) == site))),
        sides: Sides::of(nights.cramps()),
    }
}

impl Summary {
    /// The last night; the first where there is none.
    #[must_use]
    pub fn last(&self) -> Night {
        self.first.plus(i64::try_from(self.nights).unwrap_or(0).max(1) - 1)
    }
}

#[cfg(test)]
mod tests;
