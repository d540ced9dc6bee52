//! The figures of the whole diary in memory, read in chunks, the newest first.

use super::Diary;
use crate::insights::{LEAD, NightFigures, NightSlice};
use crate::store::StoreError;
use chrono::{Days, NaiveDate};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

/// How many dates are read at once: few enough for one frame.
const CHUNK: u64 = 60;

/// How many dates a diary has at least, however young it is: a year, and what its first mean reaches back.
const LEAST_DATES: u64 = 366 + LEAD as u64;

/// What is known of each date up to the latest night. A date that was not read yet looks as one that was not logged.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct History {
    first: NaiveDate,
    figures: Vec<NightFigures>,
    /// The first date of which anything is logged.
    logged_from: Option<NaiveDate>,
    /// The oldest date that is read.
    read_from: NaiveDate,
    /// The dates on which each supplement was taken, as far as they are read.
    taken: BTreeMap<String, BTreeSet<NaiveDate>>,
}

impl History {
    /// A history up to `last` of which nothing is read.
    pub(super) fn unread(logged_from: Option<NaiveDate>, last: NaiveDate) -> Self {
        let end = last + Days::new(1);
        let mut history = Self { first: end, figures: Vec::new(), logged_from, read_from: end, taken: BTreeMap::new() };
        history.make_room(end - Days::new(LEAST_DATES));
        history
    }

    /// The dates from the oldest that is read on; always a year of them.
    pub(super) fn nights(&self) -> NightSlice<'_> {
        NightSlice { first: self.first, nights: &self.figures }
    }

    /// Whether every date is read.
    pub(super) fn is_whole(&self) -> bool {
        self.logged_from.is_none_or(|logged_from| self.read_from <= logged_from)
    }

    /// The oldest date that is read; one after the last while none is.
    pub(super) fn read_from(&self) -> NaiveDate {
        self.read_from
    }

    /// The first date of which anything is logged.
    pub(super) fn logged_from(&self) -> Option<NaiveDate> {
        self.logged_from
    }

    /// The last date.
    pub(super) fn last(&self) -> NaiveDate {
        self.first + Days::new(self.figures.len() as u64) - Days::new(1)
    }

    /// The supplements that were taken, by name, each with its dates in order.
    pub(super) fn taken(&self) -> &BTreeMap<String, BTreeSet<NaiveDate>> {
        &self.taken
    }

    /// Reads the next older chunk.
    pub(super) fn read_more(&mut self, diary: &Diary) -> Result<(), StoreError> {
        let Some(logged_from) = self.logged_from.filter(|_| !self.is_whole()) else { return Ok(()) };
        let (first, last) = (logged_from.max(self.read_from - Days::new(CHUNK)), self.read_from - Days::new(1));
        self.make_room(first);
        self.read(diary, &(first..=last))?;
        self.read_from = first;
        Ok(())
    }

    /// Reads the dates from `first` to `last`, both included, as far as the diary has them, wherever they lie.
    ///
    /// [`read_more`](Self::read_more) goes on from where it was, so it may read some of them a second time.
    pub(super) fn read_range(&mut self, diary: &Diary, first: NaiveDate, last: NaiveDate) -> Result<(), StoreError> {
        let Some(logged_from) = self.logged_from else { return Ok(()) };
        let (first, mut last) = (first.max(logged_from), last.min(self.last()));
        while first <= last {
            let from = first.max(last - Days::new(CHUNK - 1));
            self.make_room(from);
            self.read(diary, &(from..=last))?;
            last = from - Days::new(1);
        }
        Ok(())
    }

    /// Reads these dates again, in order and each once; when they are many, all of them a chunk at a time.
    pub(super) fn changed(&mut self, diary: &Diary, logged_from: Option<NaiveDate>, dates: &[NaiveDate]) -> Result<(), StoreError> {
        self.logged_from = logged_from;
        let last = self.last();
        if dates.len() as u64 > CHUNK {
            self.read_from = last + Days::new(1);
            return self.read_more(diary);
        }
        let read = self.read_from..=last;
        let known: Vec<_> = dates.iter().copied().filter(|date| read.contains(date)).collect();
        // Days in a row are read at once.
        known.chunk_by(|one, next| one.succ_opt() == Some(*next)).try_for_each(|row| self.read(diary, &(row[0]..=row[row.len() - 1])))
    }

    fn read(&mut self, diary: &Diary, dates: &RangeInclusive<NaiveDate>) -> Result<(), StoreError> {
        let (figures, taken) = (diary.night_figures(dates)?, diary.read().days_taken(dates.clone())?);
        let place = self.place(*dates.start());
        for (old, new) in self.figures.iter_mut().skip(place).zip(figures) {
            *old = new;
        }
        for days in self.taken.values_mut() {
            days.retain(|day| !dates.contains(day));
        }
        for (product, days) in taken {
            self.taken.entry(product).or_default().extend(days);
        }
        self.taken.retain(|_, days| !days.is_empty());
        Ok(())
    }

    /// Makes room for older dates.
    fn make_room(&mut self, first: NaiveDate) {
        let Ok(more @ 1..) = usize::try_from((self.first - first).num_days()) else { return };
        let mut figures = Vec::with_capacity(more + self.figures.len());
        figures.resize_with(more, NightFigures::default);
        figures.append(&mut self.figures);
        (self.first, self.figures) = (first, figures);
    }

    fn place(&self, date: NaiveDate) -> usize {
        usize::try_from((date - self.first).num_days()).unwrap_or(0)
    }
}
