//! The figures of each date, read from the diary.

use super::Diary;
use super::intake::Held;
use crate::domain::{Cramp, Entry, FactorValue, Measure, Night, NightNote, NightRange, Nutrient, Sign, SignKind};
use crate::insights::NightFigures;
use crate::nutrition::DayIntake;
use crate::store::{KindSet, StoreError};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// The sum of a nutrient over a day is shown only if at most this share, 50 %, of the day's food lacks a figure for it.
const MOST_UNKNOWN: f64 = 0.5;

impl Diary {
    /// The figures of these dates, both ends included: the night of each, and the day before it.
    pub(super) fn night_figures(&self, dates: &RangeInclusive<NaiveDate>) -> Result<Vec<NightFigures>, StoreError> {
        let read = self.read();
        let mut figures: Vec<_> = self.held(dates)?.iter().map(of_day).collect();
        let place = |date: NaiveDate| usize::try_from((date - *dates.start()).num_days()).unwrap_or(0);

        let mut records = read.records(KindSet::where_described(|description| description.has_figures), dates)?;
        for (date, measure, value) in records.figures() {
            figures[place(date)].add(measure, value);
        }
        for Entry { value: note, .. } in records.take::<NightNote>() {
            let figures = &mut figures[place(note.night.date())];
            (figures.answer, figures.has_note) = (note.answer, !note.note.is_empty());
        }
        for Entry { value: cramp, .. } in read.between::<Cramp>(dates.clone())? {
            let figures = &mut figures[place(cramp.night.date())];
            figures.cramps.push(cramp);
        }
        for Entry { value: said, .. } in read.between::<FactorValue>(dates.clone())? {
            figures[place(said.day.date())].own.push((said.factor, said.value()));
        }
        for Entry { value: sign, .. } in read.between::<Sign>(dates.clone())? {
            if [SignKind::Vomiting, SignKind::Diarrhoea].contains(&sign.kind) {
                figures[place(sign.day.date())].illness.push(sign.kind);
            }
        }
        Ok(figures)
    }

    /// The answers and the cramps of these nights, both ends included, without the figures of the days before them.
    pub(super) fn nights_alone(&self, dates: &RangeInclusive<NaiveDate>) -> Result<Vec<NightFigures>, StoreError> {
        let (read, range) = (self.read(), NightRange::of_dates(*dates.start(), *dates.end()));
        let mut figures = vec![NightFigures::default(); range.nights()];
        let place = |night: Night| NightRange::new(range.first, night.plus(-1)).nights();
        for Entry { value: note, .. } in read.between::<NightNote>(dates.clone())? {
            figures[place(note.night)].answer = note.answer;
        }
        for Entry { value: cramp, .. } in read.between::<Cramp>(dates.clone())? {
            let figures = &mut figures[place(cramp.night)];
            figures.cramps.push(cramp);
        }
        Ok(figures)
    }
}

/// The figures of a day that need more than its records: those of what was drunk, eaten and taken.
fn of_day(held: &Held) -> NightFigures {
    let intake = &held.day.intake;
    let figures = NightFigures { food_complete: intake.counts_as_complete(), ..NightFigures::default() };
    let figures = figures
        .with(Measure::Hydration, held.drunk_ml)
        .with(Measure::Caffeine, swallowed(held, Nutrient::Caffeine))
        .with(Measure::Alcohol, swallowed(held, Nutrient::Alcohol));
    Measure::NUTRIENTS.into_iter().fold(figures, |figures, nutrient| {
        let from_supplements = held.took_supplements.then(|| intake.from_supplements(nutrient));
        figures.with(Measure::Nutrient(nutrient), eaten(intake, nutrient)).with_supplements(nutrient, from_supplements)
    })
}

/// A nutrient from food and drinks; `None` where no food was logged, or where too much of it has no figure.
fn eaten(intake: &DayIntake, nutrient: Nutrient) -> Option<f64> {
    (intake.foods > 0 && intake.unknown_share(nutrient) <= MOST_UNKNOWN).then(|| intake.from_food(nutrient))
}

/// Caffeine or alcohol from food and drinks. Whoever logs only a breakfast may still have had coffee, so this is `None`
/// without a drink, unless the food is completely logged.
fn swallowed(held: &Held, nutrient: Nutrient) -> Option<f64> {
    let intake = &held.day.intake;
    let is_known = held.drunk_ml.is_some() || (!intake.parts().is_empty() && intake.counts_as_complete());
    is_known.then(|| intake.from_food(nutrient))
}
