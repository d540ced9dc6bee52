//! The only reader of the wall clock.
//!
//! All other code is told what time it is, so that it can be tested at any hour of any year.

use chrono::{DateTime, FixedOffset, Local, LocalResult, NaiveDateTime, TimeDelta, TimeZone};
use std::fmt;

/// A source of the local time, which also knows the UTC offset of any local time.
pub trait Clock: fmt::Debug {
    /// The present moment, in the time zone of the person.
    fn now(&self) -> DateTime<FixedOffset>;

    /// The moment at which a clock on the wall shows `wall`.
    ///
    /// Of an hour that comes twice, the first is meant. A time in an hour that is skipped counts from before the change: where clocks go
    /// from 02:00 to 03:00, 02:30 is 03:30.
    fn at(&self, wall: NaiveDateTime) -> DateTime<FixedOffset>;
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

impl<C: Clock + ?Sized> Clock for std::rc::Rc<C> {
    fn now(&self) -> DateTime<FixedOffset> {
        self.as_ref().now()
    }

    fn at(&self, wall: NaiveDateTime) -> DateTime<FixedOffset> {
        self.as_ref().at(wall)
    }
}

/// The moment at which clocks in `zone` show `wall`; see [`Clock::at`] for hours that come twice or are skipped.
fn resolve<Z: TimeZone>(zone: &Z, wall: NaiveDateTime) -> DateTime<FixedOffset> {
    match zone.from_local_datetime(&wall) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.fixed_offset(),
        LocalResult::None => {
            // A skipped time: take the offset that held three hours before the change.
            let before = wall - TimeDelta::hours(3);
            let earlier = zone.from_local_datetime(&before).earliest().map(|at| at.fixed_offset());
            earlier.map_or_else(|| wall.and_utc().fixed_offset(), |at| (at + TimeDelta::hours(3)).with_timezone(zone).fixed_offset())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Berlin;

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
}
