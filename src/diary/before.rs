//! What was before a night with cramps, read from the diary.

use super::Diary;
use crate::domain::{
    Cramp, Day, Drink, Entry, Factor, FactorValue, FoodEntry, Medicine, Night, NightAnswer, NightNote, NoStretching, Sign, Strain, Stretch,
    SupplementTaken,
};
use crate::guide::stretch_label;
use crate::insights::{Before, Beside, DayBefore, WEEKS_BACK};
use crate::store::{RecordKind, StoreError};

/// The kinds of record that [`Diary::before`] reads.
pub const BEFORE_DEPENDS_ON: &[RecordKind] = super::TRENDS_DEPEND_ON;

impl Diary {
    /// The two days before a night, beside those before the nearest earlier night of the same weekday on which the person said
    /// that there were no cramps.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn before(&self, night: Night) -> Result<Before, StoreError> {
        let medicines: Vec<Medicine> = self.read().all()?.into_iter().map(|entry| entry.value).collect();
        let factors: Vec<_> = self.read().all::<Factor>()?.into_iter().map(|entry| (entry.id, entry.value)).collect();
        let cramps = self.read().on::<Cramp>(night.date())?.len();
        let days = |night| self.days_before(night, &medicines, &factors);
        let beside = match self.cramp_free_before(night)? {
            Some(night) => Some(Beside { night, days: days(night)? }),
            None => None,
        };
        Ok(Before { night, cramps: (cramps > 0).then_some(cramps), days: days(night)?, beside, factors })
    }

    /// The latest night with cramps up to and including this one.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn latest_with_cramps(&self, until: Night) -> Result<Option<Night>, StoreError> {
        let said = self.read().all::<NightNote>()?.into_iter().map(|entry| entry.value);
        let with_cramps = said.filter(|said| said.answer == Some(NightAnswer::HadCramps) && said.night <= until);
        Ok(with_cramps.map(|said| said.night).max())
    }

    fn cramp_free_before(&self, night: Night) -> Result<Option<Night>, StoreError> {
        let said = self.read().between::<NightNote>(night.plus(-7 * WEEKS_BACK).date()..=night.plus(-7).date())?;
        let fits = |said: &NightNote| {
            let days_back = (night.date() - said.night.date()).num_days();
            days_back % 7 == 0 && said.answer == Some(NightAnswer::NoCramps)
        };
        Ok(said.into_iter().map(|entry| entry.value).filter(fits).map(|said| said.night).max())
    }

    fn days_before(
        &self,
        night: Night,
        medicines: &[Medicine],
        factors: &[(crate::domain::Id<Factor>, Factor)],
    ) -> Result<[DayBefore; 2], StoreError> {
        let mut figures = self.night_figures(&(night.plus(-1).date()..=night.date()))?.into_iter();
        let mut day = |day: Day| -> Result<DayBefore, StoreError> {
            let entries = self.day_entries(day, medicines, factors)?;
            Ok(DayBefore { day, figures: figures.next().unwrap_or_default(), entries })
        };
        Ok([day(night.plus(-1).day())?, day(night.day())?])
    }

    /// What was logged of a day in words, in the order of [`EntryKind::ALL`](crate::insights::EntryKind::ALL).
    pub(super) fn day_entries(
        &self,
        day: Day,
        medicines: &[Medicine],
        factors: &[(crate::domain::Id<Factor>, Factor)],
    ) -> Result<[Vec<String>; 8], StoreError> {
        let (read, date) = (self.read(), day.date());
        let stretched = |Stretch { name, dose, .. }: Stretch| format!("{}, {}", stretch_label(&name), dose.label());
        let unstretched = if read.on::<NoStretching>(date)?.is_empty() { None } else { Some("did not stretch".to_owned()) };
        let own = |said: FactorValue| {
            let (_, factor) = factors.iter().find(|(id, _)| *id == said.factor)?;
            Some(format!("{}: {}", factor.name.as_str(), factor.written(said.value())))
        };
        Ok([
            counted(values(read.on::<Drink>(date)?).map(|drink| drink.summary())),
            counted(values(read.on::<FoodEntry>(date)?).map(|food| food.summary())),
            values(read.on::<Stretch>(date)?).map(stretched).chain(unstretched).collect(),
            values(read.on::<Strain>(date)?).flat_map(strain_words).collect(),
            counted(values(read.on::<SupplementTaken>(date)?).map(|taken| taken.summary())),
            medicines.iter().filter(|medicine| medicine.taken_on(day)).map(Medicine::summary).collect(),
            values(read.on::<Sign>(date)?).map(|sign| sign.summary()).collect(),
            values(read.on::<FactorValue>(date)?).filter_map(own).collect(),
        ])
    }
}

pub(super) fn values<R>(entries: Vec<Entry<R>>) -> impl Iterator<Item = R> {
    entries.into_iter().map(|entry| entry.value)
}

/// Each once, with how often where that is more than once: "4 × water, 250 ml".
fn counted(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for words in words {
        match counts.iter_mut().find(|(known, _)| *known == words) {
            Some((_, count)) => *count += 1,
            None => counts.push((words, 1)),
        }
    }
    counts.into_iter().map(|(words, count)| if count == 1 { words } else { format!("{count} × {words}") }).collect()
}

fn strain_words(strain: Strain) -> impl Iterator<Item = String> {
    let Strain { day: _, exercise, standing, heat } = strain;
    let heat = heat.map(|heat| if heat { "heat or heavy sweating" } else { "no heat or heavy sweating" }.to_owned());
    let exercise = exercise.map(crate::domain::Exercise::in_sentence);
    let standing = standing.map(|hours| format!("{} on your feet", hours.words()));
    [exercise, standing, heat].into_iter().flatten()
}
