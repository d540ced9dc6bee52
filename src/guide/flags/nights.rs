//! What was answered about each night, for rules over weeks.

use crate::domain::{Cramp, Day, Entry, Night, NightAnswer, NightNote};
use std::collections::BTreeMap;
use std::ops::Range;

/// What is known of the cramps of an answered night.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    /// This many cramps.
    Cramps(u32),
    /// At least one cramp, but the number is not known.
    Some,
}

/// The nights that were answered, with what is known of their cramps.
#[derive(Debug)]
pub struct AnsweredNights(BTreeMap<Day, Known>);

/// How many cramps there were in nights whose number of cramps is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct NightlyRate {
    pub cramps: u32,
    pub nights: u32,
}

impl AnsweredNights {
    /// The answered nights among `notes`. `cramps` has the cramps that were described in these nights.
    pub fn of<'a>(notes: impl IntoIterator<Item = &'a NightNote>, cramps: &[Entry<Cramp>]) -> Self {
        let mut counts = BTreeMap::<Night, u32>::new();
        for entry in cramps {
            *counts.entry(entry.value.night).or_default() += 1;
        }
        let known = |night: Night, answer: NightAnswer| match (answer, counts.get(&night)) {
            (_, Some(count)) => Known::Cramps(*count),
            (NightAnswer::NoCramps, None) => Known::Cramps(0),
            (NightAnswer::HadCramps, None) => Known::Some,
        };
        Self(notes.into_iter().filter_map(|note| Some((note.night.day(), known(note.night, note.answer?)))).collect())
    }

    /// How many nights of the range were answered.
    pub(super) fn answered(&self, nights: Range<Day>) -> usize {
        self.0.range(nights).count()
    }

    /// The cramps in the nights of the range whose number is known. Returns `None` if there are fewer than `least` such nights.
    pub(super) fn rate(&self, nights: Range<Day>, least: u32) -> Option<NightlyRate> {
        let (mut cramps, mut counted) = (0, 0);
        for (_, known) in self.0.range(nights) {
            if let Known::Cramps(count) = known {
                cramps += count;
                counted += 1;
            }
        }
        (counted >= least).then_some(NightlyRate { cramps, nights: counted })
    }

    /// The nights of the range with cramps.
    pub(super) fn with_cramps(&self, nights: Range<Day>) -> impl Iterator<Item = Day> {
        self.0.range(nights).filter(|(_, known)| **known != Known::Cramps(0)).map(|(day, _)| *day)
    }
}

impl NightlyRate {
    pub(super) fn per_night(self) -> f64 {
        f64::from(self.cramps) / f64::from(self.nights)
    }

    pub(super) fn per_week(self) -> f64 {
        7.0 * self.per_night()
    }
}

/// The `count` nights ending with the night of `last`, as a half-open range.
pub(super) fn last_nights(last: Day, count: i64) -> Range<Day> {
    last.plus(1 - count)..last.plus(1)
}
