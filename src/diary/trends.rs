//! Figures of a range of nights, read from the diary.

use super::Diary;
use crate::domain::{Cramp, Drink, Entry, FoodEntry, Night, NightAnswer, NightNote, NoStretching, Nutrient, Stretch};
use crate::insights::{NightFigures, TrendInput, Trends, WINDOW_NIGHTS, trends};
use crate::nutrition::{DayIntake, Eaten, Person, catalogue, day_intake, hydration_goal_ml, reference};
use crate::store::{Dated, RecordKind, StoreError};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// The kinds of record that [`Diary::trends`] reads.
pub const TRENDS_DEPEND_ON: &[RecordKind] = &[
    RecordKind::Cramp,
    RecordKind::Drink,
    RecordKind::Food,
    RecordKind::Night,
    RecordKind::NoStretching,
    RecordKind::Settings,
    RecordKind::Stretch,
];

impl Diary {
    /// The figures of the `nights` nights that end with `last`.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn trends(&self, last: Night, nights: usize) -> Result<Trends, StoreError> {
        let lead = WINDOW_NIGHTS - 1;
        let all = nights.max(1) + lead;
        let first = last.plus(1 - i64::try_from(all).unwrap_or(i64::MAX)).date();
        let figures = self.night_figures(first..=last.date())?;
        let mineral = |nutrient| reference(nutrient, &Person::default()).map_or(0.0, |reference| reference.amount);
        Ok(trends(&TrendInput {
            first,
            nights: &figures,
            lead,
            goal_ml: f64::from(hydration_goal_ml(self.settings()?, &Person::default())),
            references_mg: [Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Calcium].map(mineral),
        }))
    }

    fn night_figures(&self, dates: RangeInclusive<NaiveDate>) -> Result<Vec<NightFigures>, StoreError> {
        let mut figures: Vec<_> =
            dates.start().iter_days().take_while(|date| date <= dates.end()).map(|_| NightFigures::default()).collect();
        let place = |date: NaiveDate| usize::try_from((date - *dates.start()).num_days()).unwrap_or(0);

        for night in self.read().between::<NightNote>(dates.clone())? {
            let figure = &mut figures[place(night.value.night.date())];
            match night.value.answer {
                Some(NightAnswer::NoCramps) => figure.cramps = Some(0),
                Some(NightAnswer::HadCramps) => figure.cramps_not_described = true,
                None => {}
            }
        }
        for Entry { value: cramp, .. } in self.read().between::<Cramp>(dates.clone())? {
            let figure = &mut figures[place(cramp.night.date())];
            figure.cramps_not_described = false;
            figure.cramps = Some(figure.cramps.unwrap_or(0) + 1);
            figure.worst = figure.worst.max(Some(cramp.severity));
        }
        for none in self.read().between::<NoStretching>(dates.clone())? {
            figures[place(none.value.day.date())].stretch_min = Some(0.0);
        }
        for stretch in self.read().between::<Stretch>(dates.clone())? {
            let figure = &mut figures[place(stretch.value.day.date())];
            figure.stretch_min = Some(figure.stretch_min.unwrap_or(0.0) + stretch.value.dose.minutes());
        }
        for (figure, intake, drunk_ml) in
            self.intakes(&dates)?.into_iter().zip(&mut figures).map(|((intake, ml), figure)| (figure, intake, ml))
        {
            figure.drunk_ml = drunk_ml;
            figure.food_complete = intake.counts_as_complete();
            let minerals = [Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Calcium].map(|nutrient| intake.from_food(nutrient));
            figure.minerals_mg = (intake.foods > 0).then_some(minerals);
        }
        Ok(figures)
    }

    /// What food and drink of each date held, and the volume drunk where any was logged.
    pub(super) fn intakes(&self, dates: &RangeInclusive<NaiveDate>) -> Result<Vec<(DayIntake, Option<f64>)>, StoreError> {
        let drinks = self.read().between::<Drink>(dates.clone())?;
        let foods = self.read().between::<FoodEntry>(dates.clone())?;
        let (mut drinks, mut foods) = (drinks.as_slice(), foods.as_slice());
        let dates = dates.start().iter_days().take_while(|date| date <= dates.end());
        Ok(dates
            .map(|date| {
                let drunk = take_while_on(&mut drinks, |drink| drink.value.day.date() == date);
                let eaten = take_while_on(&mut foods, |food| food.value.day.date() == date);
                let eaten = eaten.iter().map(|Entry { value: FoodEntry { food, name, amount, per_100_g, .. }, .. }| Eaten {
                    food,
                    name,
                    per_100_g: per_100_g.as_ref(),
                    grams: amount.get(),
                });
                let intake = day_intake(catalogue(), eaten, drunk.iter().map(|entry| &entry.value), []);
                let volume = drunk.iter().map(|entry| f64::from(entry.value.volume.get())).sum();
                (intake, (!drunk.is_empty()).then_some(volume))
            })
            .collect())
    }
}

/// Splits off the entries at the front that belong to a date; they come sorted by date.
fn take_while_on<'a, R: Dated>(entries: &mut &'a [Entry<R>], belongs: impl Fn(&Entry<R>) -> bool) -> &'a [Entry<R>] {
    let count = entries.iter().take_while(|entry| belongs(entry)).count();
    let (taken, left) = entries.split_at(count);
    *entries = left;
    taken
}
