//! The nights before a date beside those after it.

use super::methods::{BeforeAfter, LEAST_BLOCKS, WASH_IN};
use super::{NightFigures, NightSlice};
use crate::domain::Day;
use chrono::Days;

/// The most nights before the start that are looked at: twelve weeks.
pub const NIGHTS_BEFORE: i64 = 84;
/// The most nights from the start on that are looked at: the week that stands on neither side, and twelve weeks.
pub const NIGHTS_AFTER: i64 = 91;

/// What changed with something that began on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SinceStart {
    /// The day on which it began.
    pub start: Day,
    /// The comparison.
    pub found: BeforeAfter,
    /// The first day on which enough nights after the start are over, if they are all logged.
    pub enough_from: Day,
}

impl SinceStart {
    /// Compares the nights before the day `start` with those after it, a week left out.
    #[must_use]
    pub fn of(nights: NightSlice<'_>, start: Day) -> Self {
        let cramps: Vec<_> = nights.nights.iter().map(NightFigures::cramp_count).collect();
        let found = BeforeAfter::of(nights.first, &cramps, start.date(), WASH_IN);
        let enough_from = Day::new(start.date() + Days::new((WASH_IN + 14 * LEAST_BLOCKS) as u64));
        Self { start, found, enough_from }
    }
}
