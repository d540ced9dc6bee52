//! The marks of the nights of a month and of a week, for the calendar and the strip of dates.

use super::Diary;
use crate::domain::{Cramp, Day, Night, NightAnswer, NightNote, Severity, WeekStart};
use crate::store::StoreError;
use chrono::{Datelike as _, Months, NaiveDate};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// How a night is marked. A night without a mark is not logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NightMark {
    /// The night is logged without cramps.
    NoCramps,
    /// The night is logged with cramps.
    Cramps {
        /// The number of cramps that are described; 0 if only "had cramps" was said.
        count: usize,
        /// The severity of the worst of them; `None` if none is described.
        worst: Option<Severity>,
    },
}

/// How the nights of seven dates in a row are marked.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekMarks {
    /// The last of the seven dates: today, or a whole number of weeks before.
    pub last: Day,
    /// The marks of the logged nights; empty if no night of the seven is logged.
    pub marks: BTreeMap<Night, NightMark>,
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
    /// The day with which the person's weeks begin.
    pub week_start: WeekStart,
}

impl Diary {
    /// The marks of the nights of the month that includes `date`.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn month_marks(&self, date: NaiveDate) -> Result<MonthMarks, StoreError> {
        let first = date.with_day(1).unwrap_or(date);
        let last = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(first);
        let week_start = self.customs()?.week_start;
        Ok(MonthMarks { first, marks: self.night_marks(first..=last)?, latest: self.latest_night()?, week_start })
    }

    /// The marks of the week that `day` lies in, when seven dates at a time are counted back from today. A later day lies in the last one.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn week_marks(&self, day: Day) -> Result<WeekMarks, StoreError> {
        let today = self.latest_day();
        let weeks_back = (today.date() - day.date()).num_days().max(0) / 7;
        let last = today.plus(-7 * weeks_back);
        Ok(WeekMarks { last, marks: self.night_marks(last.plus(-6).date()..=last.date())? })
    }

    fn night_marks(&self, dates: RangeInclusive<NaiveDate>) -> Result<BTreeMap<Night, NightMark>, StoreError> {
        let mut marks = BTreeMap::new();
        for entry in self.read().between::<NightNote>(dates.clone())? {
            match entry.value.answer {
                Some(NightAnswer::NoCramps) => marks.insert(entry.value.night, NightMark::NoCramps),
                Some(NightAnswer::HadCramps) => marks.insert(entry.value.night, NightMark::Cramps { count: 0, worst: None }),
                None => None,
            };
        }
        for Cramp { night, severity, .. } in self.read().between::<Cramp>(dates)?.into_iter().map(|entry| entry.value) {
            let (count, worst) = match marks.get(&night) {
                Some(NightMark::Cramps { count, worst }) => (*count, *worst),
                Some(NightMark::NoCramps) | None => (0, None),
            };
            marks.insert(night, NightMark::Cramps { count: count + 1, worst: worst.max(Some(severity)) });
        }
        Ok(marks)
    }
}
