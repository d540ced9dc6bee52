//! Cramps a week, with the range in which they probably lie.

use crate::domain::Night;
use crate::insights::methods::{CoverageSpan, NightRate};
use crate::insights::{CrampCounts, MIN_NIGHTS, NightSlice};

/// Cramps a week over the nights whose number of cramps is known.
#[derive(Debug, Clone, PartialEq)]
pub struct CrampRate {
    /// How many nights have a known number of cramps.
    pub nights: usize,
    /// The cramps of the nights with a known number.
    pub cramps: usize,
    /// Nights of which only "had cramps" was said. They stand in no other figure of this struct.
    pub not_described: usize,
    /// Seven times the mean per night; `None` below [`MIN_NIGHTS`] nights, and where bad nights alone seem to be logged.
    pub a_week: Option<f64>,
    /// The 95 % range of `a_week`; `None` where that is.
    pub range: Option<(f64, f64)>,
    /// Between what the rate over all nights certainly lies, where fewer than 60 % of them are known; `None` below [`MIN_NIGHTS`].
    pub span: Option<CoverageSpan>,
    /// The rate as two ranges are compared by it.
    pub(super) known: NightRate,
}

impl CrampRate {
    /// The rate of `count` nights from `first` on. Those that are not among `nights` are not logged.
    pub(super) fn of(first: Night, count: usize, nights: NightSlice<'_>) -> Self {
        let mut counted = CrampCounts::default();
        nights.nights.iter().for_each(|figures| counted.count(figures));
        let figures = nights.endless_from(first.date()).take(count);
        let cramps: Vec<_> = figures.map(|figures| figures.and_then(crate::insights::NightFigures::cramp_count)).collect();
        let (known, span) = (NightRate::of(first.date(), &cramps), CoverageSpan::of(&cramps).filter(|_| counted.counted >= MIN_NIGHTS));
        let has_rate = !span.is_some_and(|span| span.bad_nights_alone);
        Self {
            nights: counted.counted,
            cramps: counted.cramps,
            not_described: counted.logged - counted.counted,
            a_week: known.a_week().filter(|_| has_rate),
            range: known.range_a_week.filter(|_| has_rate),
            span,
            known,
        }
    }
}
