//! Consecutive nights with their figures: the ground on which every insight stands.

use super::NightFigures;
use crate::domain::{Cramp, Night};
use chrono::NaiveDate;
use std::iter;

/// Consecutive dates, each with its figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NightSlice<'a> {
    /// The first date.
    pub first: NaiveDate,
    /// The figures of each date.
    pub nights: &'a [NightFigures],
}

impl<'a> NightSlice<'a> {
    /// How many dates there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.nights.len()
    }

    /// Whether there is no date.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.nights.is_empty()
    }

    /// The night `index` dates after the first.
    #[must_use]
    pub fn night(self, index: usize) -> Night {
        Night::new(self.first).plus(i64::try_from(index).unwrap_or(0))
    }

    /// Each night with its figures.
    pub fn iter(self) -> impl Iterator<Item = (Night, &'a NightFigures)> {
        self.nights.iter().enumerate().map(move |(index, figures)| (self.night(index), figures))
    }

    /// The nights of which cramps or none were said, each with its figures.
    pub fn logged(self) -> impl Iterator<Item = (Night, &'a NightFigures)> {
        self.iter().filter(|(_, figures)| figures.is_logged())
    }

    /// Every cramp, night by night.
    pub fn cramps(self) -> impl Iterator<Item = &'a Cramp> {
        self.nights.iter().flat_map(|figures| &figures.cramps)
    }

    /// The figures of the dates from `first` on, without an end; `None` for each date that is not among these.
    pub fn from(self, first: NaiveDate) -> impl Iterator<Item = Option<&'a NightFigures>> {
        let days = (self.first - first).num_days();
        let (before, skipped) = (usize::try_from(days).unwrap_or(0), usize::try_from(-days).unwrap_or(0));
        iter::repeat_n(None, before).chain(self.nights.iter().skip(skipped).map(Some)).chain(iter::repeat(None))
    }

    /// The dates from one to another, both included, as far as they are among these.
    #[must_use]
    pub fn between(self, first: NaiveDate, last: NaiveDate) -> Self {
        let place = |date: NaiveDate| usize::try_from((date - self.first).num_days()).unwrap_or(0);
        // One past the last; before the first of all it stays at none.
        let until = if last < self.first { 0 } else { place(last) + 1 };
        self.part(place(first), until.saturating_sub(place(first)))
    }

    /// The dates from index `from` on, `count` of them or as many as there are; empty if `from` is beyond the end.
    #[must_use]
    pub fn part(self, from: usize, count: usize) -> Self {
        let from = from.min(self.nights.len());
        let until = from.saturating_add(count).min(self.nights.len());
        Self { first: self.night(from).date(), nights: &self.nights[from..until] }
    }
}
