//! The figures of a range of nights.

use super::{CrampRate, Sides, Site, Sleep};
use crate::domain::Night;
use crate::insights::{DurationCounts, NightSlice, SeverityCounts, duration_counts, severity_counts};

/// The figures of a range of nights.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The first night.
    pub first: Night,
    /// How many nights the range has, logged or not.
    pub nights: usize,
    /// How many nights of the range are logged.
    pub logged: usize,
    /// Logged nights with any cramp.
    pub with_cramps: usize,
    /// Cramps a week.
    pub rate: CrampRate,
    /// How bad the cramps were.
    pub severity: SeverityCounts,
    /// How long the cramps lasted.
    pub duration: DurationCounts,
    /// What cramps did to sleep.
    pub sleep: Sleep,
    /// Cramps of each part of the body by side, in the order of [`Site::ALL`].
    pub sites: [Sides; 4],
    /// All cramps by side.
    pub sides: Sides,
}

/// The summary figures of these nights: cramps per week, nights with cramps, severity, sleep and more.
#[must_use]
pub fn summary(nights: NightSlice<'_>) -> Summary {
    summary_from(nights.night(0), nights.len(), nights)
}

/// The figures of a range of `count` nights that begins with `first`; its dates that are not among `nights` count as not logged.
pub(super) fn summary_from(first: Night, count: usize, nights: NightSlice<'_>) -> Summary {
    Summary {
        first,
        nights: count,
        logged: nights.logged().count(),
        with_cramps: nights.logged().filter(|(_, figures)| figures.had_cramps() == Some(true)).count(),
        rate: CrampRate::of(first, count, nights),
        severity: severity_counts(nights),
        duration: duration_counts(nights),
        sleep: Sleep::of(nights),
        sites: Site::ALL.map(|site| Sides::of(nights.cramps().filter(|cramp| Site::of(cramp.muscle) == site))),
        sides: Sides::of(nights.cramps()),
    }
}

impl Summary {
    /// The last night of the range; the first one where the range has no night.
    #[must_use]
    pub fn last(&self) -> Night {
        self.first.plus(i64::try_from(self.nights).unwrap_or(0).max(1) - 1)
    }
}
