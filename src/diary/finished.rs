//! Whether a day has what the person usually logs.

use super::Diary;
use super::commands::Repeat;
use crate::domain::{Day, Drink, FoodEntry, NoStretching, Stretch, SupplementTaken};
use crate::store::{Dated, StoreError};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Over how many days before a day it is seen what is usually logged.
const DAYS: i64 = 14;

/// On how many of these days something must be logged to be usual.
const USUAL_FROM: usize = 7;

impl Diary {
    /// What the person usually logs of a day: that of which at least 7 of the 14 days before have something.
    pub(super) fn usually_logged(&self, day: Day) -> Result<Vec<Repeat>, StoreError> {
        let mut stretched = self.dates_before::<Stretch>(day)?;
        stretched.extend(self.dates_before::<NoStretching>(day)?);
        let rows = [
            (Repeat::Drinks, self.dates_before::<Drink>(day)?),
            (Repeat::Food, self.dates_before::<FoodEntry>(day)?),
            (Repeat::Stretching, stretched),
            (Repeat::Supplements, self.dates_before::<SupplementTaken>(day)?),
        ];
        Ok(rows.into_iter().filter(|(_, dates)| dates.len() >= USUAL_FROM).map(|(row, _)| row).collect())
    }

    /// The dates before a day that have a record of a kind.
    fn dates_before<R: Dated>(&self, day: Day) -> Result<BTreeSet<NaiveDate>, StoreError> {
        self.read().dates_with::<R>(day.plus(-DAYS).date()..=day.plus(-1).date())
    }
}
