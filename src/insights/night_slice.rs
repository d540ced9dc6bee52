//! Consecutive nights with their figures: the ground on which every insight stands.

use super::NightFigures;
use crate::domain::{Cramp, Night};
use chrono::NaiveDate;
use std::iter;

/// Consecutive dates without a gap, each with its figures. What every insight is computed from.
///
/// The figures of a date are those of its day and of the night after it, which begins in the evening of the date. A date of which
/// nothing was logged has figures too, all of them empty. A slice may have no date at all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NightSlice<'a> {
    /// The first date; without meaning if there is no date.
    pub first: NaiveDate,
    /// The figures of each date, from the first on. The index of a date is the number of dates before it.
    pub nights: &'a [NightFigures],
}

impl<'a> NightSlice<'a> {
    /// How many dates there are, logged or not.
    #[must_use]
    pub fn len(self) -> usize {
        self.nights.len()
    }

    /// Whether there is no date. Dates of which nothing was logged count.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.nights.is_empty()
    }

    /// The night that begins on the date `index` dates after the first. An index beyond the end gives a night that is not among these.
    #[must_use]
    pub fn night(self, index: usize) -> Night {
        Night::new(self.first).plus(i64::try_from(index).unwrap_or(0))
    }

    /// Each night with its figures, logged or not, from the first on.
    pub fn iter(self) -> impl Iterator<Item = (Night, &'a NightFigures)> {
        self.nights.iter().enumerate().map(move |(index, figures)| (self.night(index), figures))
    }

    /// The nights of which the person said that they had cramps or none ([`NightFigures::is_logged`]), each with its figures.
    pub fn logged(self) -> impl Iterator<Item = (Night, &'a NightFigures)> {
        self.iter().filter(|(_, figures)| figures.is_logged())
    }

    /// Every cramp that is described, night by night. A night of which only "had cramps" was said has none here.
    pub fn cramps(self) -> impl Iterator<Item = &'a Cramp> {
        self.nights.iter().flat_map(|figures| &figures.cramps)
    }

    /// The figures of the date `first` and of every date after it, `None` for each that is not among these. It never ends: take as many as
    /// you need.
    pub fn endless_from(self, first: NaiveDate) -> impl Iterator<Item = Option<&'a NightFigures>> {
        let days = (self.first - first).num_days();
        let (before, skipped) = (usize::try_from(days).unwrap_or(0), usize::try_from(-days).unwrap_or(0));
        iter::repeat_n(None, before).chain(self.nights.iter().skip(skipped).map(Some)).chain(iter::repeat(None))
    }

    /// The dates from `first` to `last`, both included, as far as they are among these; empty if none is, or if `last` is before `first`.
    #[must_use]
    pub fn between(self, first: NaiveDate, last: NaiveDate) -> Self {
        let place = |date: NaiveDate| usize::try_from((date - self.first).num_days()).unwrap_or(0);
        // One past the last; before the first of all it stays at none.
        let until = if last < self.first { 0 } else { place(last) + 1 };
        self.part(place(first), until.saturating_sub(place(first)))
    }

    /// The dates from index `from` on: `count` of them, or fewer where the slice ends; empty if `from` is beyond the end.
    #[must_use]
    pub fn part(self, from: usize, count: usize) -> Self {
        let from = from.min(self.nights.len());
        let until = from.saturating_add(count).min(self.nights.len());
        Self { first: self.night(from).date(), nights: &self.nights[from..until] }
    }
}
