//! The figures of the whole diary in memory, read in chunks, the newest first.

use super::Diary;
use crate::insights::{LEAD, NightFigures, NightSlice};
use crate::store::StoreError;
use chrono::{Days, NaiveDate};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

/// How many dates are read at once, so that reading them fits into one frame.
const CHUNK: u64 = 60;

/// The fewest dates of a history, however young the diary is: a year, and the dates to which its first mean reaches back.
const LEAST_DATES: u64 = 366 + LEAD as u64;

/// The figures of each date up to the latest night. A date that is not read yet looks like one that is not logged.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct History {
    first: NaiveDate,
    figures: Vec<NightFigures>,
    /// The first date for which anything is logged; `None` for an empty diary.
    logged_from: Option<NaiveDate>,
    /// The oldest date that is read.
    read_from: NaiveDate,
    /// The dates that were read on which each supplement was taken, by its name.
    taken: BTreeMap<String, BTreeSet<NaiveDate>>,
}

impl History {
    /// A history up to `last` of which no date is read yet.
    pub(super) fn unread(logged_from: Option<NaiveDate>, last: NaiveDate) -> Self {
        let end = last + Days::new(1);
        let mut history = Self { first: end, figures: Vec::new(), logged_from, read_from: end, taken: BTreeMap::new() };
        history.make_room(end - Days::new(LEAST_DATES));
        history
    }

    /// The figures from the oldest date that is read up to the last, with unread dates before them if they are less than a year.
    pub(super) fn nights(&self) -> NightSlice<'_> {
        NightSlice { first: self.first, nights: &self.figures }
    }

    /// Whether every date is read.
    pub(super) fn is_whole(&self) -> bool {
        self.logged_from.is_none_or(|logged_from| self.read_from <= logged_from)
    }

    /// The oldest date that is read. Returns the day after the last date while none is.
    pub(super) fn read_from(&self) -> NaiveDate {
        self.read_from
    }

    /// The first date for which anything is logged. Returns `None` for an empty diary.
    pub(super) fn logged_from(&self) -> Option<NaiveDate> {
        self.logged_from
    }

    /// The last date of the history.
    pub(super) fn last(&self) -> NaiveDate {
        self.first + Days::new(self.figures.len() as u64) - Days::new(1)
    }

    /// The names of the supplements that were taken, each with its dates in order.
    pub(super) fn taken(&self) -> &BTreeMap<String, BTreeSet<NaiveDate>> {
        &self.taken
    }

    /// Reads the next older [`CHUNK`] dates. Does nothing if every date is read.
    pub(super) fn read_more(&mut self, diary: &Diary) -> Result<(), StoreError> {
        let Some(logged_from) = self.logged_from.filter(|_| !self.is_whole()) else { return Ok(()) };
        let (first, last) = (logged_from.max(self.read_from - Days::new(CHUNK)), self.read_from - Days::new(1));
        self.make_room(first);
        self.read(diary, &(first..=last))?;
        self.read_from = first;
        Ok(())
    }

    /// Reads the dates from `first` to `last`, both included, as far as the diary has them.
    ///
    /// [`read_more`](Self::read_more) does not know of this, so it may read some of them a second time.
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

    /// Reads these dates again, which must be sorted and distinct. For more than [`CHUNK`] of them everything is read again, a chunk at
    /// a time.
    pub(super) fn changed(&mut self, diary: &Diary, logged_from: Option<NaiveDate>, dates: &[NaiveDate]) -> Result<(), StoreError> {
        self.logged_from = logged_from;
        let last = self.last();
        if dates.len() as u64 > CHUNK {
            self.read_from = last + Days::new(1);
            return self.read_more(diary);
        }
        let read = self.read_from..=last;
        let known: Vec<_> = dates.iter().copied().filter(|date| read.contains(date)).collect();
        // Consecutive dates are read at once.
        known.chunk_by(|one, next| one.succ_opt() == Some(*next)).try_for_each(|row| self.read(diary, &(row[0]..=row[row.len() - 1])))
    }

    /// Reads these dates, for which there must be room.
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

    /// Adds unread dates at the front, so that the history begins at `first` or earlier.
    fn make_room(&mut self, first: NaiveDate) {
        let Ok(more @ 1..) = usize::try_from((self.first - first).num_days()) else { return };
        let mut figures = Vec::with_capacity(more + self.figures.len());
        figures.resize_with(more, NightFigures::default);
        figures.append(&mut self.figures);
        (self.first, self.figures) = (first, figures);
    }

    /// The index of a date in `figures`. Returns 0 for dates before the first.
    fn place(&self, date: NaiveDate) -> usize {
        usize::try_from((date - self.first).num_days()).unwrap_or(0)
    }
}
