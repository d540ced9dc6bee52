//! Times of day as people type them: "3:10", "3.10", "0310", "3h10", "3 am", "half past 3", "midnight".

use super::TypedError;
use super::clock_words::{DayHalf, DayPart, Reading, TimeParts, said};
use crate::domain::{Hour, HourClock};
use chrono::{NaiveTime, TimeDelta, Timelike as _};
use std::str::FromStr;

const FIELD: &str = "Time";
const EXAMPLE: &str = "3:10 or 23:45, or as 3 am, noon or half past 3";

/// How long after the evening hour a bare hour can be one of the night, in hours: from 20:00 until 10:00.
const NIGHT_HOURS: u32 = 14;

/// A time of day as it was typed, before it is known on which half of the day it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidTime {
    given: String,
    /// What it can be; two if the words alone can mean two: "half 3".
    readings: (Reading, Option<Reading>),
    is_about: bool,
}

impl SaidTime {
    /// Whether the person said that it is only about right: "about 3", "~3:10".
    #[must_use]
    pub fn is_about(&self) -> bool {
        self.is_about
    }

    /// The time of something in a night. Of a reading that leaves morning and evening open, the one that has come and lies between the
    /// evening hour and fourteen hours later is meant: "11" is 23:00.
    ///
    /// # Errors
    /// [`TypedError::Unclear`] with both times if that tells neither apart.
    pub fn in_night(&self, evening: Hour, clock: HourClock, has_come: impl Fn(NaiveTime) -> bool) -> Result<NaiveTime, TypedError> {
        let evening = u32::from(evening.get());
        self.only(clock, |reading| {
            let mut times = reading.times();
            keep_some(&mut times, |time| (time.hour() + 24 - evening) % 24 < NIGHT_HOURS);
            keep_some(&mut times, |time| has_come(*time));
            times
        })
    }

    /// The time of something on a day. "8:05" is what a clock of 24 hours shows. A reading that still leaves morning and evening open is
    /// the one that has come.
    ///
    /// # Errors
    /// [`TypedError::Unclear`] with both times if both have come, or neither.
    pub fn on_day(&self, clock: HourClock, has_come: impl Fn(NaiveTime) -> bool) -> Result<NaiveTime, TypedError> {
        self.only(clock, |reading| {
            if reading.half == DayHalf::Digits && clock == HourClock::TwentyFour {
                return vec![reading.time];
            }
            let mut times = reading.times();
            keep_some(&mut times, |time| has_come(*time));
            times
        })
    }

    /// The one time that is left of all readings.
    fn only(&self, clock: HourClock, times_of: impl Fn(Reading) -> Vec<NaiveTime>) -> Result<NaiveTime, TypedError> {
        let unclear = |one: NaiveTime, other: NaiveTime| {
            let (one, other) = in_clear(one, other, clock);
            Err(TypedError::Unclear { field: FIELD, given: self.given.clone(), one, other })
        };
        let first = times_of(self.readings.0);
        match (first.as_slice(), self.readings.1.map(times_of).as_deref()) {
            ([only], None) => Ok(*only),
            ([one, other, ..], None) | ([one, ..], Some([other, ..])) => unclear(*one, *other),
            _ => Err(unreadable(&self.given)),
        }
    }
}

impl Reading {
    /// The times that it can be: one, or one in the morning and one in the evening.
    fn times(self) -> Vec<NaiveTime> {
        let other = self.time.overflowing_add_signed(TimeDelta::hours(12)).0;
        match self.half {
            DayHalf::Known => vec![self.time],
            DayHalf::Open | DayHalf::Digits => vec![self.time.min(other), self.time.max(other)],
        }
    }

    /// The reading in a part of the day. Returns `None` if it does not lie there: "15 am".
    fn within(self, part: DayPart) -> Option<Self> {
        let mut times = self.times().into_iter().filter(|time| part.holds(time.hour()));
        let time = times.next()?;
        times.next().is_none().then_some(Self { time, half: DayHalf::Known })
    }
}

impl FromStr for SaidTime {
    type Err = TypedError;

    fn from_str(text: &str) -> Result<Self, TypedError> {
        let read = || {
            let TimeParts { first, second, part, is_about } = said(text)?;
            let within = |reading: Reading| part.map_or(Some(reading), |part| reading.within(part));
            let second = match second {
                Some(second) => Some(within(second)?),
                None => None,
            };
            Some(Self { given: text.trim().to_owned(), readings: (within(first)?, second), is_about })
        };
        read().ok_or_else(|| unreadable(text))
    }
}

fn unreadable(text: &str) -> TypedError {
    TypedError::Unreadable { field: FIELD, given: text.trim().to_owned(), example: EXAMPLE }
}

/// Keeps what fits, or everything if nothing does.
fn keep_some(times: &mut Vec<NaiveTime>, fits: impl Fn(&NaiveTime) -> bool) {
    if times.iter().any(&fits) {
        times.retain(fits);
    }
}

/// Two times in words that mean one time each when they are typed.
fn in_clear(one: NaiveTime, other: NaiveTime, clock: HourClock) -> (String, String) {
    let is_clear = |time: NaiveTime| !(10..=12).contains(&time.hour());
    let clock = if is_clear(one) && is_clear(other) { clock } else { HourClock::Twelve };
    let words = |time: NaiveTime| match (clock, time.hour(), time.minute()) {
        (HourClock::Twelve, 0, 0) => "midnight".to_owned(),
        (HourClock::Twelve, 12, 0) => "noon".to_owned(),
        _ => clock.words(time),
    };
    (words(one), words(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::DayRules;

    fn night(text: &str, now: u32) -> Result<String, String> {
        let came = |time: NaiveTime| (time.hour() + 12) % 24 < (now + 12) % 24;
        let said = text.parse::<SaidTime>().and_then(|said| said.in_night(DayRules::default().evening(), HourClock::TwentyFour, came));
        said.map(|time| time.to_string()).map_err(|error| error.to_string())
    }

    #[test]
    fn what_has_come_tells_the_hours_at_the_edges_of_a_night_apart() {
        assert_eq!(night("9", 11), Err("Time \"9\" can mean 09:00 or 21:00; write the one that you mean".to_owned()));
        assert_eq!(night("9", 22), Ok("21:00:00".to_owned()));
        assert_eq!(night("11", 11), Ok("23:00:00".to_owned()));
        assert_eq!(night("3", 22), Ok("03:00:00".to_owned()), "refused as one that has not come");
        let asked = "11".parse::<SaidTime>().unwrap().in_night(Hour::new(10).unwrap(), HourClock::TwentyFour, |_| true).unwrap_err();
        assert_eq!(asked.to_string(), "Time \"11\" can mean 11:00 am or 11:00 pm; write the one that you mean");
    }

    #[test]
    fn what_is_offered_means_one_time() {
        for (minutes, shown) in (0..1440).flat_map(|minutes| [HourClock::Twelve, HourClock::TwentyFour].map(|shown| (minutes, shown))) {
            let time = NaiveTime::MIN + TimeDelta::minutes(minutes);
            let (one, _) = in_clear(time, time + TimeDelta::hours(12), shown);
            let read: SaidTime = one.parse().unwrap();
            for clock in [HourClock::Twelve, HourClock::TwentyFour] {
                assert_eq!(read.on_day(clock, |_| true), Ok(time), "{one}");
                assert_eq!(read.in_night(DayRules::default().evening(), clock, |_| true), Ok(time), "{one}");
            }
        }
    }
}
