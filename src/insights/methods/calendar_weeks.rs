//! Nights in whole weeks from Monday to Sunday, for the week-swap test.

use chrono::{Datelike as _, NaiveDate};
use std::collections::BTreeMap;

/// A week with fewer known nights than this, 3, is left out.
const LEAST_NIGHTS: usize = 3;

/// The known nights of a week. What is not known is 0 and counts for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct CalendarWeek {
    /// The cramps of each night, Monday first.
    pub(super) cramps: [f64; 7],
    /// The coded value of the factor before each night.
    pub(super) factor: [f64; 7],
    /// Whether both are known.
    pub(super) known: [bool; 7],
}

impl CalendarWeek {
    /// How many nights are known.
    pub(super) fn nights(&self) -> usize {
        self.known.iter().filter(|known| **known).count()
    }

    /// The known nights, each as its cramps and the factor before it.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (f64, f64)> {
        let nights = self.cramps.iter().zip(&self.factor).zip(&self.known);
        nights.filter(|(_, known)| **known).map(|((cramps, factor), _)| (*cramps, *factor))
    }

    /// One value for each night, without the mean of the known nights; 0 for a night that is not known.
    pub(super) fn without_mean(&self, values: &[f64; 7]) -> [f64; 7] {
        let (mut sum, mut nights) = (0.0, 0.0);
        for (value, known) in values.iter().zip(&self.known) {
            if *known {
                sum += value;
                nights += 1.0;
            }
        }
        let mean = if nights > 0.0 { sum / nights } else { 0.0 };
        let mut centred = [0.0; 7];
        for ((centred, value), known) in centred.iter_mut().zip(values).zip(&self.known) {
            if *known {
                *centred = value - mean;
            }
        }
        centred
    }
}

/// The weeks with at least three nights of which both cramps and factor are known, in order. Both lists begin on the date `first`.
pub(super) fn calendar_weeks(first: NaiveDate, cramps: &[Option<f64>], factor: &[Option<f64>]) -> Vec<CalendarWeek> {
    let mut weeks = BTreeMap::<usize, CalendarWeek>::new();
    let since_monday = first.weekday().num_days_from_monday() as usize;
    for (place, night) in (since_monday..).zip(cramps.iter().zip(factor)) {
        let (Some(cramps), Some(factor)) = night else { continue };
        let week = weeks.entry(place / 7).or_default();
        (week.cramps[place % 7], week.factor[place % 7], week.known[place % 7]) = (*cramps, *factor, true);
    }
    weeks.into_values().filter(|week| week.nights() >= LEAST_NIGHTS).collect()
}
