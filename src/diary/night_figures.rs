//! The figures of each date, read from the diary.

use super::Diary;
use super::intake::Held;
use crate::domain::{
    Cramp, Disturbance, Entry, Exercise, FactorValue, Hours, Measure, Night, NightNote, NightRange, NoStretching, Nutrient, Sign, SignKind,
    Strain, Stretch,
};
use crate::insights::NightFigures;
use crate::store::StoreError;
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// The sum of a nutrient over a day is shown only if at most this share, 50 %, of the day's food lacks a figure for it.
const MOST_UNKNOWN: f64 = 0.5;

impl Diary {
    /// The figures of these dates, both ends included: the night of each, and the day before it.
    pub(super) fn night_figures(&self, dates: &RangeInclusive<NaiveDate>) -> Result<Vec<NightFigures>, StoreError> {
        let read = self.read();
        let mut said: Vec<_> = self.held(dates)?.into_iter().map(Said::of_day).collect();
        let place = |date: NaiveDate| usize::try_from((date - *dates.start()).num_days()).unwrap_or(0);

        for Entry { value: note, .. } in read.between::<NightNote>(dates.clone())? {
            let said = &mut said[place(note.night.date())];
            said.note = Some(note);
        }
        for Entry { value: cramp, .. } in read.between::<Cramp>(dates.clone())? {
            let said = &mut said[place(cramp.night.date())];
            said.cramps.push(cramp);
        }
        for none in read.between::<NoStretching>(dates.clone())? {
            said[place(none.value.day.date())].stretch_min = Some(0.0);
        }
        for stretch in read.between::<Stretch>(dates.clone())? {
            let said = &mut said[place(stretch.value.day.date())];
            said.stretch_min = Some(said.stretch_min.unwrap_or(0.0) + stretch.value.dose.minutes());
        }
        for Entry { value: strain, .. } in read.between::<Strain>(dates.clone())? {
            let said = &mut said[place(strain.day.date())];
            said.strain = Some(strain);
        }
        for Entry { value: factor, .. } in read.between::<FactorValue>(dates.clone())? {
            let said = &mut said[place(factor.day.date())];
            said.own.push(factor);
        }
        for Entry { value: sign, .. } in read.between::<Sign>(dates.clone())? {
            if [SignKind::Vomiting, SignKind::Diarrhoea].contains(&sign.kind) {
                said[place(sign.day.date())].illness.push(sign.kind);
            }
        }
        Ok(said.into_iter().map(Said::figures).collect())
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

/// The records of one date, before they become figures.
struct Said {
    held: Held,
    note: Option<NightNote>,
    cramps: Vec<Cramp>,
    /// Minutes of stretching, or 0 where the person said that there was none.
    stretch_min: Option<f64>,
    strain: Option<Strain>,
    own: Vec<FactorValue>,
    illness: Vec<SignKind>,
}

impl Said {
    fn of_day(held: Held) -> Self {
        Self { held, note: None, cramps: Vec::new(), stretch_min: None, strain: None, own: Vec::new(), illness: Vec::new() }
    }

    /// The value of a measure; `None` where it was not logged.
    fn value(&self, measure: Measure) -> Option<f64> {
        let (note, strain) = (self.note.as_ref(), self.strain.as_ref());
        match measure {
            // Cramps and own factors stand in lists of their own.
            Measure::Cramps | Measure::Own(_) => None,
            Measure::SleepDisturbed => note?.disturbed.map(Disturbance::get).map(f64::from),
            Measure::Slept => note?.slept.map(Hours::get),
            Measure::Hydration => self.held.drunk_ml,
            Measure::Stretching => self.stretch_min,
            Measure::Nutrient(nutrient) => self.eaten(nutrient),
            Measure::Caffeine => self.swallowed(Nutrient::Caffeine),
            Measure::Alcohol => self.swallowed(Nutrient::Alcohol),
            Measure::Exercise => strain?.exercise.map(Exercise::minutes).map(f64::from),
            Measure::Standing => strain?.standing.map(Hours::get),
            Measure::Heat => strain?.heat.map(|heat| if heat { 1.0 } else { 0.0 }),
        }
    }

    /// A nutrient from food and drinks; `None` where no food was logged, or where too much of it has no figure.
    fn eaten(&self, nutrient: Nutrient) -> Option<f64> {
        let intake = &self.held.day.intake;
        (intake.foods > 0 && intake.unknown_share(nutrient) <= MOST_UNKNOWN).then(|| intake.from_food(nutrient))
    }

    /// Caffeine or alcohol from food and drinks. A person who logged their breakfast alone said nothing of coffee, so this is `None`
    /// without a drink, unless the food is completely logged.
    fn swallowed(&self, nutrient: Nutrient) -> Option<f64> {
        let intake = &self.held.day.intake;
        let is_known = self.held.drunk_ml.is_some() || (!intake.parts().is_empty() && intake.counts_as_complete());
        is_known.then(|| intake.from_food(nutrient))
    }

    fn figures(self) -> NightFigures {
        let mut figures = NightFigures::default().with_values(|measure| self.value(measure));
        for nutrient in Measure::NUTRIENTS {
            let amount = self.held.took_supplements.then(|| self.held.day.intake.from_supplements(nutrient));
            figures = figures.with_supplements(nutrient, amount);
        }
        NightFigures {
            answer: self.note.as_ref().and_then(|note| note.answer),
            cramps: self.cramps,
            has_note: self.note.is_some_and(|note| !note.note.is_empty()),
            food_complete: self.held.day.intake.counts_as_complete(),
            illness: self.illness,
            own: self.own.into_iter().map(|said| (said.factor, said.value())).collect(),
            ..figures
        }
    }
}
