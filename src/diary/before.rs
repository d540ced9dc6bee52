//! The days before a night with cramps, read from the diary.

use super::Diary;
use crate::domain::{Cramp, Day, Factor, Id, Medicine, Night, NightAnswer, NightNote};
use crate::insights::{Before, CrampFreeNight, DayBefore, WEEKS_BACK};
use crate::store::StoreError;

impl Diary {
    /// The two days before a night, beside those before the nearest earlier cramp-free night of the same weekday, at most
    /// [`WEEKS_BACK`] weeks back.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn before(&self, night: Night) -> Result<Before, StoreError> {
        let medicines: Vec<Medicine> = self.read().all()?.into_iter().map(|entry| entry.value).collect();
        let factors: Vec<_> = self.read().all::<Factor>()?.into_iter().map(|entry| (entry.id, entry.value)).collect();
        let cramps = self.read().on::<Cramp>(night.date())?.len();
        let days = |night| self.days_before(night, &medicines, &factors);
        let beside = match self.cramp_free_before(night)? {
            Some(night) => Some(CrampFreeNight { night, days: days(night)? }),
            None => None,
        };
        Ok(Before { night, cramps: (cramps > 0).then_some(cramps), days: days(night)?, beside, factors })
    }

    /// The latest night with cramps up to `until`, included. Returns `None` if there is none.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn latest_with_cramps(&self, until: Night) -> Result<Option<Night>, StoreError> {
        self.read().latest_with_cramps(until)
    }

    /// The nearest earlier night of the same weekday without cramps, at most [`WEEKS_BACK`] weeks back. Returns `None` if there is none.
    fn cramp_free_before(&self, night: Night) -> Result<Option<Night>, StoreError> {
        let said = self.read().between::<NightNote>(night.plus(-7 * WEEKS_BACK).date()..=night.plus(-7).date())?;
        let fits = |said: &NightNote| {
            let days_back = (night.date() - said.night.date()).num_days();
            days_back % 7 == 0 && said.answer == Some(NightAnswer::NoCramps)
        };
        Ok(said.into_iter().map(|entry| entry.value).filter(fits).map(|said| said.night).max())
    }

    /// The day before the night of the evening before, and the day before `night`.
    fn days_before(&self, night: Night, medicines: &[Medicine], factors: &[(Id<Factor>, Factor)]) -> Result<[DayBefore; 2], StoreError> {
        let mut figures = self.night_figures(&(night.plus(-1).date()..=night.date()))?.into_iter();
        let mut day = |day: Day| -> Result<DayBefore, StoreError> {
            let entries = self.day_entries(day, medicines, factors)?;
            Ok(DayBefore { day, figures: figures.next().unwrap_or_default(), entries })
        };
        Ok([day(night.plus(-1).day())?, day(night.day())?])
    }
}
