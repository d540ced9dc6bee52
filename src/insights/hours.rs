//! When in the night do cramps come?

use super::NightSlice;
use crate::domain::{CrampTime, DayRules, Hour};
use chrono::Timelike as _;

/// The cramps of one hour of the wall clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HourCount {
    /// The hour that it begins with, 0 to 23.
    pub hour: u8,
    /// Cramps whose time is exact.
    pub exact: usize,
    /// Cramps whose time is give or take half an hour.
    pub about: usize,
}

impl HourCount {
    /// All cramps of the hour, whether their time is exact or not.
    #[must_use]
    pub fn all(self) -> usize {
        self.exact + self.about
    }
}

/// Cramps by hour, in the order in which the person's night goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NightHours {
    /// 24 hours, from the one with which the night begins.
    pub hours: [HourCount; 24],
    /// Cramps without a time.
    pub untimed: usize,
}

impl NightHours {
    /// The number of cramps whose time is known, exactly or about.
    #[must_use]
    pub fn timed(&self) -> usize {
        self.hours.iter().map(|hour| hour.all()).sum()
    }
}

/// Counts cramps by the hour that the clock on the wall showed.
///
/// In the night of 25 hours one hour comes twice; both times count in it, since the person read the same clock. A cramp that
/// was logged under other night hours than today's counts in its hour all the same.
#[must_use]
pub fn night_hours(nights: NightSlice<'_>, rules: DayRules) -> NightHours {
    let mut hours = in_order(rules.night_starts).map(|hour| HourCount { hour, exact: 0, about: 0 });
    let mut untimed = 0;
    for cramp in nights.cramps() {
        let Some(moment) = cramp.time.moment() else {
            untimed += 1;
            continue;
        };
        let Some(count) = hours.iter_mut().find(|count| u32::from(count.hour) == moment.hour()) else { continue };
        match cramp.time {
            CrampTime::Exact(_) => count.exact += 1,
            CrampTime::About(_) => count.about += 1,
            CrampTime::Unknown => {}
        }
    }
    NightHours { hours, untimed }
}

/// The 24 hours of the clock, beginning with `first`.
fn in_order(first: Hour) -> [u8; 24] {
    let mut hours = [0; 24];
    let order = (first.get()..24).chain(0..first.get());
    for (place, hour) in hours.iter_mut().zip(order) {
        *place = hour;
    }
    hours
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insights::made_up::{cramp, diary, night_of};
    use crate::seeded::seeded;
    use chrono::DateTime;
    use proptest::prelude::*;

    fn at(text: &str) -> DateTime<chrono::FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn the_hour_that_comes_twice_counts_both_times() {
        // Clocks went back in the night of 24 October 2026: 02:30 came at +02:00 and again at +01:00.
        let times = [
            CrampTime::Exact(at("2026-10-25T02:30:00+02:00")),
            CrampTime::Exact(at("2026-10-25T02:30:00+01:00")),
            CrampTime::About(at("2026-10-25T02:00:00+01:00")),
            CrampTime::Exact(at("2026-10-24T12:00:00+02:00")),
            CrampTime::Exact(at("2026-10-25T11:59:00+01:00")),
            CrampTime::Unknown,
        ];
        let cramps = times.map(|time| crate::domain::Cramp { time, ..cramp(5) }).to_vec();
        let diary = [night_of(cramps)];
        let found = night_hours(diary_of(&diary), DayRules::default());
        assert_eq!((found.timed(), found.untimed), (5, 1));
        assert_eq!(found.hours[0], HourCount { hour: 12, exact: 1, about: 0 });
        assert_eq!(found.hours[14], HourCount { hour: 2, exact: 2, about: 1 });
        assert_eq!(found.hours[23], HourCount { hour: 11, exact: 1, about: 0 });
    }

    #[test]
    fn the_first_hour_is_the_one_with_which_the_night_begins() {
        for (starts, first, last) in [(12, 12, 11), (0, 0, 23), (20, 20, 19), (23, 23, 22)] {
            let rules = DayRules { night_starts: Hour::new(starts).unwrap(), ..DayRules::default() };
            let found = night_hours(diary_of(&[]), rules);
            assert_eq!((found.hours[0].hour, found.hours[23].hour), (first, last));
        }
    }

    fn diary_of(nights: &[crate::insights::NightFigures]) -> NightSlice<'_> {
        NightSlice { first: "2026-10-24".parse().unwrap(), nights }
    }

    proptest! {
        #![proptest_config(seeded(256))]
        #[test]
        fn every_cramp_stands_in_one_place(nights in diary(40), starts in 0..24_u8) {
            let rules = DayRules { night_starts: Hour::new(starts).unwrap(), ..DayRules::default() };
            let found = night_hours(diary_of(&nights), rules);
            let words: Vec<String> = nights.iter().flat_map(|night| &night.cramps).map(|cramp| format!("{:?}", cramp.time)).collect();
            prop_assert_eq!(found.timed() + found.untimed, words.len());
            for hour in found.hours {
                // The hour as the debug words of the time have it: "Exact(2026-10-25T02:30:00+02:00)".
                let with = |kind: &str| words.iter().filter(|time| time.starts_with(kind) && time.contains(&format!("T{:02}:", hour.hour))).count();
                prop_assert_eq!((hour.exact, hour.about), (with("Exact"), with("About")));
            }
        }
    }
}
