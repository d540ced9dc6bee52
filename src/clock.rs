//! The only reader of the wall clock.
//!
//! All other code is told what time it is, so that it can be tested at any hour of any year.

use chrono::{DateTime, FixedOffset, Local, NaiveDateTime, Offset as _, TimeDelta, TimeZone};
use std::{fmt, sync::Arc};

/// A source of the local time, which also knows the UTC offset of any local time. Several threads may ask it.
pub trait Clock: fmt::Debug + Send + Sync {
    /// The present moment, in the time zone of the person.
    fn now(&self) -> DateTime<FixedOffset>;

    /// The moment at which a clock on the wall shows `wall`.
    ///
    /// Of an hour that comes twice, the first is meant. A time in an hour that is skipped counts from before the change: where clocks go
    /// from 02:00 to 03:00, 02:30 is 03:30.
    fn at(&self, wall: NaiveDateTime) -> DateTime<FixedOffset>;

    /// The moments at which a clock on the wall shows `wall`: one, or two in an hour that comes twice. A clock that does not know its zone
    /// says that there is one.
    ///
    /// # Errors
    /// [`SkippedTime`] if clocks go over it.
    fn moments(&self, wall: NaiveDateTime) -> Result<Moments, SkippedTime> {
        Ok(Moments { first: self.at(wall), second: None })
    }
}

/// When a clock on the wall shows a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moments {
    /// The only or first moment.
    pub first: DateTime<FixedOffset>,
    /// The second moment, in an hour that comes twice.
    pub second: Option<DateTime<FixedOffset>>,
}

/// The error for a local time that never came, because clocks went over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{} did not come on {}: clocks went forward by {} minutes. Was it {} or {}?", wall.format("%H:%M"), wall.format("%a %-d %b"), by.num_minutes(), (*wall - *by).format("%H:%M"), (*wall + *by).format("%H:%M"))]
pub struct SkippedTime {
    wall: NaiveDateTime,
    by: TimeDelta,
}

/// The computer's clock and time zone.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<FixedOffset> {
        #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the wall clock")]
        let now = Local::now();
        now.fixed_offset()
    }

    fn at(&self, wall: NaiveDateTime) -> DateTime<FixedOffset> {
        resolve(&Local, wall)
    }

    fn moments(&self, wall: NaiveDateTime) -> Result<Moments, SkippedTime> {
        moments(&Local, wall)
    }
}

/// A clock that stands still at a local time, in the computer's time zone: for trying out what happens when clocks change.
#[derive(Debug, Clone, Copy)]
pub struct StandingClock(DateTime<FixedOffset>);

impl StandingClock {
    /// A clock that shows this local time, of an hour that comes twice the first.
    #[must_use]
    pub fn at_wall(wall: NaiveDateTime) -> Self {
        Self(resolve(&Local, wall))
    }
}

impl Clock for StandingClock {
    fn now(&self) -> DateTime<FixedOffset> {
        self.0
    }

    fn at(&self, wall: NaiveDateTime) -> DateTime<FixedOffset> {
        resolve(&Local, wall)
    }

    fn moments(&self, wall: NaiveDateTime) -> Result<Moments, SkippedTime> {
        moments(&Local, wall)
    }
}

/// A clock that stands still at a moment: for tests, example diaries and pictures.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub DateTime<FixedOffset>);

impl Clock for FixedClock {
    fn now(&self) -> DateTime<FixedOffset> {
        self.0
    }

    fn at(&self, wall: NaiveDateTime) -> DateTime<FixedOffset> {
        resolve(self.0.offset(), wall)
    }
}

impl<C: Clock + ?Sized> Clock for Arc<C> {
    fn now(&self) -> DateTime<FixedOffset> {
        self.as_ref().now()
    }

    fn at(&self, wall: NaiveDateTime) -> DateTime<FixedOffset> {
        self.as_ref().at(wall)
    }

    fn moments(&self, wall: NaiveDateTime) -> Result<Moments, SkippedTime> {
        self.as_ref().moments(wall)
    }
}

/// The moment at which clocks in `zone` show `wall`; see [`Clock::at`] for hours that come twice or are skipped.
fn resolve<Z: TimeZone>(zone: &Z, wall: NaiveDateTime) -> DateTime<FixedOffset> {
    match moments(zone, wall) {
        Ok(Moments { first, second: _ }) => first,
        Err(SkippedTime { .. }) => instant(wall, offset_around(zone, wall, -1)).with_timezone(zone).fixed_offset(),
    }
}

/// The moments at which clocks in `zone` show `wall`. Asked is only which offset holds at a moment in UTC, which has one answer.
fn moments<Z: TimeZone>(zone: &Z, wall: NaiveDateTime) -> Result<Moments, SkippedTime> {
    let (before, after) = (offset_around(zone, wall, -1), offset_around(zone, wall, 1));
    let shown =
        |offset: FixedOffset| Some(instant(wall, offset)).filter(|at| zone.offset_from_utc_datetime(&at.naive_utc()).fix() == offset);
    match (shown(before), shown(after)) {
        (Some(first), Some(second)) if first != second => Ok(Moments { first, second: Some(second) }),
        (Some(only), _) | (None, Some(only)) => Ok(Moments { first: only, second: None }),
        (None, None) => Err(SkippedTime { wall, by: TimeDelta::seconds(i64::from(after.local_minus_utc() - before.local_minus_utc())) }),
    }
}

/// The offset from UTC that holds some days after a local time, or before it if negative: on either side of a change of clocks.
fn offset_around<Z: TimeZone>(zone: &Z, wall: NaiveDateTime, days: i64) -> FixedOffset {
    zone.offset_from_utc_datetime(&wall.checked_add_signed(TimeDelta::days(days)).unwrap_or(wall)).fix()
}

/// The moment at which clocks show `wall` where this offset from UTC holds.
fn instant(wall: NaiveDateTime, offset: FixedOffset) -> DateTime<FixedOffset> {
    offset.from_local_datetime(&wall).single().unwrap_or_else(|| wall.and_utc().fixed_offset())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::{Asia::Kathmandu, Australia::Lord_Howe, Europe::Berlin, Tz};

    #[test]
    fn skipped_and_doubled_hours_have_one_meaning() {
        for (wall, expected) in [
            ("2026-03-29T02:30:00", "2026-03-29T03:30:00+02:00"),
            ("2026-10-25T02:30:00", "2026-10-25T02:30:00+02:00"),
            ("2026-11-20T03:10:00", "2026-11-20T03:10:00+01:00"),
        ] {
            assert_eq!(resolve(&Berlin, wall.parse().unwrap()).to_rfc3339(), expected);
        }
    }

    #[test]
    fn it_is_known_which_times_come_twice_and_which_never() {
        let said = |zone: Tz, wall: &str| match moments(&zone, wall.parse().unwrap()) {
            Ok(Moments { first, second }) => {
                format!("{} {}", first.offset(), second.map_or_else(String::new, |at| at.offset().to_string()))
            }
            Err(skipped) => skipped.to_string(),
        };
        for (zone, wall, expected) in [
            (Berlin, "2026-10-25T01:59:59", "+02:00 "),
            (Berlin, "2026-10-25T02:00:00", "+02:00 +01:00"),
            (Berlin, "2026-10-25T02:59:59", "+02:00 +01:00"),
            (Berlin, "2026-10-25T03:00:00", "+01:00 "),
            (Berlin, "2026-03-29T01:59:59", "+01:00 "),
            (Berlin, "2026-03-29T02:00:00", "02:00 did not come on Sun 29 Mar: clocks went forward by 60 minutes. Was it 01:00 or 03:00?"),
            (Berlin, "2026-03-29T03:00:00", "+02:00 "),
            (
                Lord_Howe,
                "2026-10-04T02:15:00",
                "02:15 did not come on Sun 4 Oct: clocks went forward by 30 minutes. Was it 01:45 or 02:45?",
            ),
            (Lord_Howe, "2026-04-05T01:45:00", "+11:00 +10:30"),
            (Kathmandu, "2026-03-29T02:30:00", "+05:45 "),
        ] {
            assert_eq!(said(zone, wall), expected, "{zone} {wall}");
        }
    }
}
