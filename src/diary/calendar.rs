//! The marks of the nights of a month, for the calendar.

use super::Diary;
use crate::domain::{Cramp, Night, NightAnswer, NightNote};
use crate::store::StoreError;
use chrono::{Datelike as _, Months, NaiveDate};
use std::collections::BTreeMap;

/// How the calendar marks a night. A night without a mark is not logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NightMark {
    /// The night is logged without cramps.
    NoCramps,
    /// The night is logged with cramps.
    Cramps,
}

/// How the calendar marks the nights that begin in one month.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthMarks {
    /// The first date of the month.
    pub first: NaiveDate,
    /// The marks of the logged nights; empty if no night of the month is logged.
    pub marks: BTreeMap<Night, NightMark>,
    /// The latest night that can be logged.
    pub latest: Night,
}

impl Diary {
    /// The marks of the nights of the month that includes `date`.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn month_marks(&self, date: NaiveDate) -> Result<MonthMarks, StoreError> {
        let first = date.with_day(1).unwrap_or(date);
        let last = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(first);
        let mut marks = BTreeMap::new();
        for entry in self.read().between::<NightNote>(first..=last)? {
            match entry.value.answer {
                Some(NightAnswer::NoCramps) => marks.insert(entry.value.night, NightMark::NoCramps),
                Some(NightAnswer::HadCramps) => marks.insert(entry.value.night, NightMark::Cramps),
                None => None,
            };
        }
        for entry in self.read().between::<Cramp>(first..=last)? {
            marks.insert(entry.value.night, NightMark::Cramps);
        }
        Ok(MonthMarks { first, marks, latest: self.latest_night()? })
    }
}
