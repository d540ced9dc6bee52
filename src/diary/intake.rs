//! Intake on days from food, drinks and supplements, for the person as they were on those days.

use super::Diary;
use crate::domain::{Day, Drink, Entry, FoodDay, FoodEntry, Nutrient, Profile, SupplementTaken};
use crate::nutrition::{
    ADULT, DayIntake, Eaten, IntakeSummary, LoggedDay, Person, Reference, catalogue, day_intake, intake_summary, reference,
};
use crate::store::{Dated, StoreError};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// The intake of a day, before it becomes figures.
pub(super) struct Held {
    pub(super) day: LoggedDay,
    /// The volume of all drinks in ml; `None` if no drink was logged.
    pub(super) drunk_ml: Option<f64>,
    /// Whether any supplement was logged.
    pub(super) took_supplements: bool,
}

impl Diary {
    /// Mean intake over the `days` days that end with `last`, compared with the reference intakes of the person. Water has no
    /// reference while only the clinic can say how much they should drink today, and potassium is not called short while it is withheld.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn intake(&self, last: Day, days: u16) -> Result<IntakeSummary, StoreError> {
        let rules = self.food_rules(self.latest_day())?;
        Ok(self.bare_intake(last, days)?.with_limited_drinking(self.limits_drinking()?).with_rules(&rules))
    }

    /// Mean intake as [`intake`](Self::intake) gives it, but for somebody with no condition and no medicine: for advice, which says by
    /// itself what is withheld from whom.
    pub(super) fn bare_intake(&self, last: Day, days: u16) -> Result<IntakeSummary, StoreError> {
        let first = last.plus(1 - i64::from(days));
        let days: Vec<_> = self.held(&(first.date()..=last.date()))?.into_iter().map(|held| held.day).collect();
        Ok(intake_summary(&days))
    }

    /// The intake of one day from food, drinks and supplements.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn day_held(&self, day: Day) -> Result<DayIntake, StoreError> {
        let held = self.held(&(day.date()..=day.date()))?.pop();
        Ok(held.map(|held| held.day.intake).unwrap_or_default())
    }

    /// The intake of each of these dates, both ends included.
    pub(super) fn held(&self, dates: &RangeInclusive<NaiveDate>) -> Result<Vec<Held>, StoreError> {
        let read = self.read();
        let profile = read.profile()?;
        let (drinks, foods) = (read.between::<Drink>(dates.clone())?, read.between::<FoodEntry>(dates.clone())?);
        let (taken, marks) = (read.between::<SupplementTaken>(dates.clone())?, read.between::<FoodDay>(dates.clone())?);
        let (mut drinks, mut foods, mut taken, mut marks) = (drinks.as_slice(), foods.as_slice(), taken.as_slice(), marks.as_slice());
        let dates = dates.start().iter_days().take_while(|date| date <= dates.end());
        let held = |date: NaiveDate| {
            let drunk = take_while_on(&mut drinks, |drink| drink.value.day.date() == date);
            let eaten = take_while_on(&mut foods, |food| food.value.day.date() == date);
            let taken = take_while_on(&mut taken, |taken| taken.value.day.date() == date);
            let mark = take_while_on(&mut marks, |mark| mark.value.day.date() == date).first();
            let eaten = eaten.iter().map(|entry| eaten_of(&entry.value));
            let mut intake = day_intake(catalogue(), eaten, drunk.iter().map(|entry| &entry.value), taken.iter().map(|entry| &entry.value));
            intake.complete = mark.map(|mark| mark.value.complete);
            let volume = drunk.iter().map(|entry| f64::from(entry.value.volume.get())).sum();
            let day = LoggedDay { person: Person::on(&profile, Day::new(date)), intake };
            Held { day, drunk_ml: (!drunk.is_empty()).then_some(volume), took_supplements: !taken.is_empty() }
        };
        Ok(dates.map(held).collect())
    }
}

/// The group of people whose reference intakes are used on a day, in words: "women of 51 to 70 years". If the region is known, the
/// authority follows: "women of 18 years and over, by EFSA (EU, 2017)".
#[must_use]
pub fn whose_reference(profile: &Profile, day: Day) -> String {
    // Magnesium stands for the others: each table has it, mostly by the same groups of people.
    let person = Person::on(profile, day);
    let none = || person.age_years.map_or_else(|| ADULT.to_owned(), |age| format!("a child of {age}, for whom there are no values here"));
    let words = |reference: Reference| match person.tables {
        Some(_) => format!("{}, by {}", reference.whose, reference.authority),
        None => reference.whose,
    };
    reference(Nutrient::Magnesium, &person).map_or_else(none, words)
}

fn eaten_of(entry: &FoodEntry) -> Eaten<'_> {
    let FoodEntry { food, name, amount, per_100_g, .. } = entry;
    Eaten { food, name, per_100_g: per_100_g.as_ref(), grams: amount.get() }
}

/// Splits the leading entries off for which `belongs` holds, and returns them.
fn take_while_on<'a, R: Dated>(entries: &mut &'a [Entry<R>], belongs: impl Fn(&Entry<R>) -> bool) -> &'a [Entry<R>] {
    let count = entries.iter().take_while(|entry| belongs(entry)).count();
    let (taken, left) = entries.split_at(count);
    *entries = left;
    taken
}
