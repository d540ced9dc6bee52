//! What is known of each date, read from the diary.

use super::Diary;
use crate::domain::{Cramp, Entry, FactorValue, Hours, Measure, NightNote, NoStretching, Nutrient, Sign, SignKind, Strain, Stretch};
use crate::insights::{NightFigures, NutrientFigure};
use crate::nutrition::DayIntake;
use crate::store::StoreError;
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// A day of whose food more than this part has no figure for a nutrient stands in no chart of it: the sum says nothing.
const MOST_UNKNOWN: f64 = 0.5;

impl Diary {
    /// The figures of these dates, both included.
    pub(super) fn night_figures(&self, dates: &RangeInclusive<NaiveDate>) -> Result<Vec<NightFigures>, StoreError> {
        let read = self.read();
        let mut figures: Vec<_> =
            self.held(dates)?.into_iter().map(|held| of_the_day(&held.day.intake, held.drunk_ml, held.took_supplements)).collect();
        let place = |date: NaiveDate| usize::try_from((date - *dates.start()).num_days()).unwrap_or(0);

        for Entry { value: said, .. } in read.between::<NightNote>(dates.clone())? {
            let figure = &mut figures[place(said.night.date())];
            (figure.answer, figure.disturbed, figure.slept) = (said.answer, said.disturbed, said.slept);
            figure.has_note = !said.note.is_empty();
        }
        for Entry { value: cramp, .. } in read.between::<Cramp>(dates.clone())? {
            figures[place(cramp.night.date())].cramps.push(cramp);
        }
        for none in read.between::<NoStretching>(dates.clone())? {
            figures[place(none.value.day.date())].stretch_min = Some(0.0);
        }
        for stretch in read.between::<Stretch>(dates.clone())? {
            let figure = &mut figures[place(stretch.value.day.date())];
            figure.stretch_min = Some(figure.stretch_min.unwrap_or(0.0) + stretch.value.dose.minutes());
        }
        for Entry { value: strain, .. } in read.between::<Strain>(dates.clone())? {
            let figure = &mut figures[place(strain.day.date())];
            figure.exercise_min = strain.exercise.map(|exercise| f64::from(exercise.minutes()));
            (figure.standing_h, figure.heat) = (strain.standing.map(Hours::get), strain.heat);
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
}

/// What was drunk, eaten and taken on a day.
fn of_the_day(intake: &DayIntake, drunk_ml: Option<f64>, took_supplements: bool) -> NightFigures {
    // Who logged their breakfast alone said nothing of coffee.
    let known = drunk_ml.is_some() || (!intake.parts().is_empty() && intake.counts_as_complete());
    let swallowed = |nutrient| known.then(|| intake.from_food(nutrient));
    let nutrient = |nutrient| {
        let known = intake.foods > 0 && intake.unknown_share(nutrient) <= MOST_UNKNOWN;
        NutrientFigure {
            food: known.then(|| intake.from_food(nutrient)),
            supplements: took_supplements.then(|| intake.from_supplements(nutrient)),
        }
    };
    NightFigures {
        drunk_ml,
        caffeine_mg: swallowed(Nutrient::Caffeine),
        alcohol_g: swallowed(Nutrient::Alcohol),
        nutrients: Measure::NUTRIENTS.map(nutrient),
        food_complete: intake.counts_as_complete(),
        ..NightFigures::default()
    }
}
