//! The figures of the whole diary in memory, read in chunks, the newest first.

use super::Diary;
use crate::insights::{NightFigures, Nights};
use crate::store::StoreError;
use chrono::{Days, NaiveDate};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

/// How many dates are read at once: few enough for one frame.
pub(super) const CHUNK: usize = 60;

/// How many dates a diary has at least, however young it is: a year, and what its first mean reaches back.
const LEAST_DATES: usize = 366 + 27;

/// What is known of each date up to the latest night. A date that was not read yet looks as one that was not logged.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct History {
    first: NaiveDate,
    figures: Vec<NightFigures>,
    /// The place from which on anything is logged.
    logged_from: usize,
    /// The place from which on they are read.
    read_from: usize,
    /// The dates on which each supplement was taken, as far as they are read.
    taken: BTreeMap<String, BTreeSet<NaiveDate>>,
}

impl History {
    /// A history that reaches from the first date of which anything was logged to `last`, with nothing read.
    pub(super) fn unread(first_logged: Option<NaiveDate>, last: NaiveDate) -> Self {
        let mut history =
            Self { first: last, figures: vec![NightFigures::default()], logged_from: 1, read_from: 1, taken: BTreeMap::new() };
        history.make_room(last - Days::new(LEAST_DATES as u64 - 1));
        if let Some(first) = first_logged {
            history.reach_back(first);
        }
        history
    }

    /// The dates from the oldest that is read on; always a year of them.
    pub(super) fn nights(&self) -> Nights<'_> {
        let all = Nights { first: self.first, nights: &self.figures };
        all.part(self.read_from.min(self.figures.len().saturating_sub(LEAST_DATES)), self.figures.len())
    }

    /// Whether every date is read.
    pub(super) fn is_whole(&self) -> bool {
        self.read_from <= self.logged_from
    }

    /// The oldest date that is read; one after the last while none is.
    pub(super) fn read_from(&self) -> NaiveDate {
        self.date(self.read_from)
    }

    /// The last date.
    pub(super) fn last(&self) -> NaiveDate {
        self.date(self.figures.len().saturating_sub(1))
    }

    /// The supplements that were taken, by name, each with its dates in order.
    pub(super) fn taken(&self) -> &BTreeMap<String, BTreeSet<NaiveDate>> {
        &self.taken
    }

    /// Reads the next older chunk.
    pub(super) fn read_more(&mut self, diary: &Diary) -> Result<(), StoreError> {
        let from = self.read_from.saturating_sub(CHUNK).max(self.logged_from);
        if from < self.read_from {
            self.read(diary, &(self.date(from)..=self.date(self.read_from - 1)))?;
            self.read_from = from;
        }
        Ok(())
    }

    /// Reads these dates again, in order and each once; when they are many, all of them a chunk at a time.
    pub(super) fn changed(&mut self, diary: &Diary, dates: &[NaiveDate]) -> Result<(), StoreError> {
        for date in dates {
            self.reach_back(*date);
        }
        if dates.len() > CHUNK {
            self.read_from = self.figures.len();
            return self.read_more(diary);
        }
        let (read_from, last) = (self.read_from(), self.last());
        dates.iter().filter(|date| (read_from..=last).contains(*date)).try_for_each(|date| self.read(diary, &(*date..=*date)))
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

    /// Takes in that something is logged of a date, which may lie before all others.
    fn reach_back(&mut self, date: NaiveDate) {
        self.make_room(date);
        self.logged_from = self.logged_from.min(self.place(date));
    }

    /// Makes room for older dates, which are not read then.
    fn make_room(&mut self, first: NaiveDate) {
        let Ok(more @ 1..) = usize::try_from((self.first - first).num_days()) else { return };
        self.figures.splice(0..0, std::iter::repeat_n(NightFigures::default(), more));
        self.first = first;
        self.logged_from += more;
        self.read_from += more;
    }

    fn place(&self, date: NaiveDate) -> usize {
        usize::try_from((date - self.first).num_days()).unwrap_or(0)
    }

    fn date(&self, place: usize) -> NaiveDate {
        self.first.checked_add_days(Days::new(place as u64)).unwrap_or(self.first)
    }
}
