//! The day that a moment belongs to, and the hours at which nights and days begin.

use super::OutOfRange;
use chrono::{DateTime, Datelike as _, Days, FixedOffset, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _};
use std::fmt;

/// A full hour of the wall clock, 0 to 23.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hour(u8);

impl Hour {
    /// An hour from 0 to 23.
    ///
    /// # Errors
    /// [`OutOfRange`] for 24 and above.
    pub fn new(value: u8) -> Result<Self, OutOfRange> {
        if value <= 23 {
            return Ok(Self(value));
        }
        Err(OutOfRange { field: "Hour", value: value.to_string(), min: "0", max: "23", unit: "" })
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

/// The hour of the evening, unless nights begin much earlier or later than at noon.
const EVENING: u8 = 20;

/// How long after the beginning of a night the evening comes at the latest, in hours.
const EVENING_AFTER: u8 = 8;

/// The hours of the clock at which the person's nights and days begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayRules {
    /// The night of a date runs from this hour to the same hour of the next date.
    pub night_starts: Hour,
    /// A day runs until this hour of the next date, so that a late snack still belongs to it.
    pub day_ends: Hour,
}

impl DayRules {
    /// The hour from which the program asks about the coming night instead of the last one: 20:00, but at most 8 hours after
    /// nights begin, and when they begin where that is after 20:00.
    ///
    /// ```
    /// use cramp_diary::domain::{DayRules, Hour};
    /// assert_eq!(DayRules::default().evening(), Hour::new(20).unwrap());
    /// ```
    #[must_use]
    pub fn evening(self) -> Hour {
        let Hour(starts) = self.night_starts;
        Hour((starts + EVENING_AFTER).min(EVENING.max(starts)))
    }
}

impl Default for DayRules {
    /// Nights run from noon to noon, as sleep studies count them. Days end at 04:00 of the next date.
    fn default() -> Self {
        Self { night_starts: Hour(12), day_ends: Hour(4) }
    }
}

/// Day D: what was drunk, eaten and done on date D, until the day-end hour of D+1.
///
/// Day D comes *before* night D; charts pair them so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The day with this date.
    #[must_use]
    pub fn new(date: NaiveDate) -> Self {
        Self(date)
    }

    /// The day that a moment belongs to, by the wall clock where the person was.
    ///
    /// ```
    /// use cramp_diary::domain::{Day, DayRules};
    /// let snack = chrono::DateTime::parse_from_rfc3339("2026-11-20T00:30:00+01:00").unwrap();
    /// assert_eq!(Day::containing(snack, DayRules::default()).to_string(), "2026-11-19");
    /// ```
    #[must_use]
    pub fn containing(at: DateTime<FixedOffset>, rules: DayRules) -> Self {
        Self(date_before_hour(at.naive_local(), rules.day_ends))
    }

    /// The date of the day.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// The day that is `days` later, or earlier if negative. Returns the day itself if there is no such date.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        Self(shift(self.0, days))
    }

    /// The first day that a diary can speak of if this day is today: 150 years earlier.
    #[must_use]
    pub fn earliest(self) -> Self {
        Self(self.0.checked_sub_months(Months::new(150 * 12)).unwrap_or(self.0))
    }

    /// The day from which on a date needs no question if this day is today: ten years earlier.
    #[must_use]
    pub fn long_ago(self) -> Self {
        Self(self.0.checked_sub_months(Months::new(10 * 12)).unwrap_or(self.0))
    }

    /// The last day that can be planned if this day is today, such as the end of a treatment: two years later.
    #[must_use]
    pub fn latest_planned(self) -> Self {
        Self(self.0.checked_add_months(Months::new(2 * 12)).unwrap_or(self.0))
    }

    /// The local date and time at which `time` comes round in this day. Times before the day-end hour lie on the next date.
    #[must_use]
    pub fn wall_time(self, time: NaiveTime, rules: DayRules) -> NaiveDateTime {
        wall_after(self.0, time, rules.day_ends)
    }

    /// The date in words, without the year: "Thu 19 Nov".
    #[must_use]
    pub fn label(self) -> String {
        format!("{} {} {}", self.0.weekday(), self.0.day(), self.0.format("%b"))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The date of `wall`, or the date before it if the hour `starts` has not come yet on that date.
pub(super) fn date_before_hour(wall: NaiveDateTime, starts: Hour) -> NaiveDate {
    if wall.hour() < u32::from(starts.0) { shift(wall.date(), -1) } else { wall.date() }
}

/// The date and time at which `time` comes round in the 24 hours that begin at `starts` on `date`.
pub(super) fn wall_after(date: NaiveDate, time: NaiveTime, starts: Hour) -> NaiveDateTime {
    let date = if time.hour() < u32::from(starts.0) { shift(date, 1) } else { date };
    date.and_time(time)
}

/// The date that is `days` later, or earlier if negative. Returns `date` if the calendar has no such date.
pub(super) fn shift(date: NaiveDate, days: i64) -> NaiveDate {
    let span = Days::new(days.unsigned_abs());
    let moved = if days < 0 { date.checked_sub_days(span) } else { date.checked_add_days(span) };
    moved.unwrap_or(date)
}

/// The error for a period whose last day comes before its first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("The {what} ends on {} ({until}), before it begins on {} ({from}). Change one of the two dates.", until.label(), from.label())]
pub struct EndsBeforeItBegins {
    /// What the period is: "pregnancy".
    pub what: &'static str,
    /// The first day as given.
    pub from: Day,
    /// The last day as given.
    pub until: Day,
}

/// Checks that a period does not end before it begins. A day that is `None` is not checked. `what` names the period in the error.
///
/// # Errors
/// [`EndsBeforeItBegins`] if it does.
pub fn in_order(what: &'static str, from: Option<Day>, until: Option<Day>) -> Result<(), EndsBeforeItBegins> {
    match (from, until) {
        (Some(from), Some(until)) if until < from => Err(EndsBeforeItBegins { what, from, until }),
        _ => Ok(()),
    }
}
