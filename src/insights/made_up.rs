//! Nights for the tests of insights and charts: by hand, and made by chance with gaps, years of nothing and clock changes.

use super::NightFigures;
use crate::domain::{Cramp, CrampTime, Helped, Minutes, Muscle, Night, NightAnswer, Relief, Severity, Side, Tried};
use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use proptest::prelude::*;

/// A cramp of the left calf.
pub(crate) fn cramp(severity: u8) -> Cramp {
    cramp_at(Muscle::Calf, Side::Left, severity)
}

/// A cramp somewhere. Its night does not matter: figures are kept by date.
pub(crate) fn cramp_at(muscle: Muscle, side: Side, severity: u8) -> Cramp {
    Cramp::new(Night::new(NaiveDate::default()), muscle, side, Severity::new(severity).unwrap())
}

/// A night with these cramps; of none it is only said that there were some.
pub(crate) fn night_of(cramps: Vec<Cramp>) -> NightFigures {
    NightFigures { answer: Some(NightAnswer::HadCramps), cramps, ..NightFigures::default() }
}

/// A night without cramps.
pub(crate) fn calm() -> NightFigures {
    NightFigures { answer: Some(NightAnswer::NoCramps), ..NightFigures::default() }
}

/// Up to `most` nights: not logged, calm, only "had cramps", or with up to four cramps, two of them maybe at the same minute.
pub(crate) fn diary(most: usize) -> impl Strategy<Value = Vec<NightFigures>> {
    let night = prop_oneof![
        3 => Just(NightFigures::default()),
        3 => Just(calm()),
        1 => Just(night_of(Vec::new())),
        4 => prop::collection::vec(any_cramp(), 1..5).prop_map(night_of),
    ];
    prop::collection::vec(night, 0..=most)
}

fn any_cramp() -> impl Strategy<Value = Cramp> {
    let place = (prop::sample::select(Muscle::ALL), prop::sample::select(Side::ALL));
    let helped = prop::option::of(prop::sample::select(Helped::ALL));
    let tried = prop::collection::btree_map(prop::sample::select(Relief::ALL), helped, 0..4);
    // Round durations are common, so that the edges of the bins are met.
    let round = prop::sample::select(&[0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 180.0][..]);
    let duration = prop::option::of(prop_oneof![round, 0.1..180.0_f64]);
    (place, 0..=10_u8, any_time(), duration, tried).prop_map(|((muscle, side), severity, time, duration, tried)| Cramp {
        time,
        duration: duration.map(|minutes| Minutes::new(minutes).unwrap()),
        tried: tried.into_iter().map(|(relief, helped)| Tried { relief, helped }).collect(),
        ..cramp_at(muscle, side, severity)
    })
}

fn any_time() -> impl Strategy<Value = CrampTime> {
    (0..3_u8, 0..24 * 60_i64, prop::bool::ANY).prop_map(|(kind, minute, summer)| {
        let offset = if summer { "2026-10-24T00:00:00+02:00" } else { "2026-10-24T00:00:00+01:00" };
        let at: DateTime<FixedOffset> = DateTime::parse_from_rfc3339(offset).unwrap() + TimeDelta::minutes(minute);
        match kind {
            0 => CrampTime::Unknown,
            1 => CrampTime::About(at),
            _ => CrampTime::Exact(at),
        }
    })
}
