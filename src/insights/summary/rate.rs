//! Cramps a week, with an approximate range.

use crate::domain::{Night, as_f64};
use crate::insights::student::t_975;
use crate::insights::{CrampCounts, NightSlice};
use chrono::Datelike as _;
use std::collections::BTreeMap;

/// How many fortnights with a known night a range needs.
const MIN_FORTNIGHTS: usize = 4;

/// Cramps a week over the nights whose number of cramps is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CrampRate {
    /// How many nights have a known number of cramps.
    pub nights: usize,
    /// The cramps of the nights with a known number.
    pub cramps: usize,
    /// Nights of which only "had cramps" was said. They stand in no other figure of this struct.
    pub not_described: usize,
    /// Seven times the mean per night; `None` below [`MIN_NIGHTS`](crate::insights::MIN_NIGHTS) nights.
    pub a_week: Option<f64>,
    /// Approximate 95 % range of `a_week`; `None` below four fortnights.
    pub range: Option<(f64, f64)>,
}

impl CrampRate {
    pub(super) fn of(first: Night, nights: NightSlice<'_>) -> Self {
        let mut counted = CrampCounts::default();
        nights.nights.iter().for_each(|figures| counted.count(figures));
        let a_week = counted.per_week();
        Self {
            nights: counted.counted,
            cramps: counted.cramps,
            not_described: counted.logged - counted.counted,
            a_week,
            range: a_week.and_then(|a_week| range(first, nights, a_week)),
        }
    }
}

/// An approximate 95 % range of the weekly rate; `None` with fewer than [`MIN_FORTNIGHTS`].
///
/// Neighbouring nights are alike, so that fortnights are taken as the clusters of a ratio, counted from the Monday of the range's first
/// date.
fn range(first: Night, nights: NightSlice<'_>, a_week: f64) -> Option<(f64, f64)> {
    let monday = first.plus(-i64::from(first.date().weekday().num_days_from_monday())).date();
    let mut fortnights = BTreeMap::<i64, (f64, f64)>::new();
    for (night, figures) in nights.iter() {
        let Some(count) = figures.cramp_count() else { continue };
        let (cramps, known) = fortnights.entry((night.date() - monday).num_days() / 14).or_default();
        *cramps += count;
        *known += 1.0;
    }
    if fortnights.len() < MIN_FORTNIGHTS {
        return None;
    }
    let (clusters, rate) = (as_f64(fortnights.len()), a_week / 7.0);
    let all_known: f64 = fortnights.values().map(|(_, known)| known).sum();
    let squares: f64 = fortnights.values().map(|(cramps, known)| (cramps - rate * known).powi(2)).sum();
    let error = (clusters / (clusters - 1.0) * squares).sqrt() / all_known;
    let either_way = 7.0 * error * t_975(u32::try_from(fortnights.len() - 1).unwrap_or(u32::MAX));
    Some(((a_week - either_way).max(0.0), a_week + either_way))
}
