//! What of the diary may go with cramps, read from its records.

use super::Diary;
use crate::domain::{Day, Entry, Factor, Medicine, NightRange, Supplement, SupplementTaken};
use crate::guide::classes_of;
use crate::insights::{DiaryLinks, NIGHTS_AFTER, NIGHTS_BEFORE, SinceStart, SupplementDays, link_factors};
use crate::store::StoreError;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

impl Diary {
    /// What goes with cramps over the whole diary: every factor that it holds, but nothing that was prescribed.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn links(&self) -> Result<DiaryLinks, StoreError> {
        let look_back = self.whole_look_back()?;
        let last = look_back.latest_night().date();
        let first = look_back.first_logged().unwrap_or(last).min(last);
        let nights = look_back.within(first, last);
        let medicines: Vec<Medicine> = self.read().all()?.into_iter().map(|entry| entry.value).collect();
        let own: Vec<_> =
            look_back.factors().iter().filter(|factor| !is_medicine(factor.value.name.as_str(), &medicines)).cloned().collect();
        let supplements = self.chosen_supplements(&medicines, &(first..=last))?;
        Ok(DiaryLinks::of(nights, link_factors(nights, &own, &supplements)))
    }

    /// The person's own factors that are left out of [`links`](Self::links) because they are named like a medicine.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn factors_named_like_medicines(&self) -> Result<Vec<String>, StoreError> {
        let medicines: Vec<Medicine> = self.read().all()?.into_iter().map(|entry| entry.value).collect();
        let factors = self.read().all::<Factor>()?.into_iter().map(|entry| entry.value.name.as_str().to_owned());
        Ok(factors.filter(|name| is_medicine(name, &medicines)).collect())
    }

    /// The nights before a day on which something began, beside those after it.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn since_start(&self, start: Day) -> Result<SinceStart, StoreError> {
        let mut look_back = self.unread_look_back()?;
        let last = look_back.latest_night().date();
        let first = look_back.first_logged().unwrap_or(last).max(start.plus(-NIGHTS_BEFORE).date()).min(last);
        let last = last.min(start.plus(NIGHTS_AFTER - 1).date()).max(first);
        look_back.read_range(self, NightRange::of_dates(first, last))?;
        Ok(SinceStart::of(look_back.within(first, last), start))
    }

    /// The supplements that nobody prescribed, by their names of today, with the dates on which they were taken. Of one that is no longer
    /// on the list it is not known who chose it, so it is left out.
    fn chosen_supplements(&self, medicines: &[Medicine], dates: &RangeInclusive<NaiveDate>) -> Result<Vec<SupplementDays>, StoreError> {
        let taken = self.read().between::<SupplementTaken>(dates.clone())?;
        let days = |product: &Entry<Supplement>| -> BTreeSet<NaiveDate> {
            taken.iter().filter(|entry| entry.value.product == product.id).map(|entry| entry.value.day.date()).collect()
        };
        let is_listed = |name: &str| medicines.iter().any(|medicine| medicine.name.as_str().eq_ignore_ascii_case(name));
        let chosen = self.read().all::<Supplement>()?.into_iter();
        let chosen = chosen.filter(|product| !product.value.prescribed && !is_listed(product.value.name.as_str()));
        let with_days = chosen.map(|product| SupplementDays { days: days(&product), name: product.value.name.as_str().to_owned() });
        Ok(with_days.filter(|product| !product.days.is_empty()).collect())
    }
}

/// Whether a name is that of a medicine, on the person's list or in the guide.
fn is_medicine(name: &str, medicines: &[Medicine]) -> bool {
    let is_listed = medicines.iter().any(|medicine| medicine.name.as_str().eq_ignore_ascii_case(name));
    is_listed || !classes_of(name).is_empty()
}
