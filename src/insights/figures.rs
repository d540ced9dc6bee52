//! What is known of one date.

use crate::domain::{Cramp, Factor, Id, Measure, NightAnswer, Nutrient, Severity, SignKind, as_f64};

/// A nutrient of a date, in its unit.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct NutrientFigure {
    /// From food and drinks; `None` where no food was logged, or too much of it has no figure.
    pub food: Option<f64>,
    /// From supplements; `None` where none was logged.
    pub supplements: Option<f64>,
}

/// What is known of one date: its day, and the night after it. What is `None` was not logged.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NightFigures {
    /// Whether the person said that the night had cramps or none; `None` if they said neither.
    pub answer: Option<NightAnswer>,
    /// Its cramps, in the order in which they were logged.
    pub cramps: Vec<Cramp>,
    /// Whether the night has a note.
    pub has_note: bool,
    /// Whether the food of the day looks completely logged.
    pub food_complete: bool,
    /// Vomiting and diarrhoea, if logged as signs of the day. An empty list does not mean that there was none.
    pub illness: Vec<SignKind>,
    /// The answers to the person's own factors, as numbers; yes is 1, no is 0.
    pub own: Vec<(Id<Factor>, f64)>,
    /// The values of the other measures.
    pub values: MeasureValues,
}

/// A value for each measure of a date, except cramps and the person's own factors, which [`NightFigures`] has as lists.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MeasureValues {
    /// Indexed by [`Measure::place`]. Of a nutrient it is the amount from food and drinks. The value of cramps stays `None`.
    values: [Option<f64>; Measure::PLACES],
    /// From supplements, in the order of [`Measure::NUTRIENTS`].
    supplements: [Option<f64>; Measure::NUTRIENTS.len()],
}

impl NightFigures {
    /// These figures with one value. Cramps and the person's own factors are ignored, since they are kept in lists.
    #[must_use]
    pub fn with(mut self, measure: Measure, value: impl Into<Option<f64>>) -> Self {
        self.set(measure, value.into());
        self
    }

    /// These figures with the amount of a nutrient from supplements. A nutrient that is not among [`Measure::NUTRIENTS`] is ignored.
    #[must_use]
    pub fn with_supplements(mut self, nutrient: Nutrient, amount: impl Into<Option<f64>>) -> Self {
        let place = Measure::NUTRIENTS.iter().position(|known| *known == nutrient);
        if let Some(supplements) = place.and_then(|place| self.values.supplements.get_mut(place)) {
            *supplements = amount.into();
        }
        self
    }

    /// Adds to the value of a measure; of a measure without one, this is the value. Cramps and factors of one's own stand in lists.
    pub fn add(&mut self, measure: Measure, value: f64) {
        let known = measure.place().and_then(|place| self.values.values[place]);
        self.set(measure, Some(known.unwrap_or(0.0) + value));
    }

    fn set(&mut self, measure: Measure, value: Option<f64>) {
        let place = measure.place().filter(|_| measure != Measure::Cramps);
        if let Some(known) = place.and_then(|place| self.values.values.get_mut(place)) {
            *known = value;
        }
    }

    /// Whether the person said that the night had cramps or none.
    #[must_use]
    pub fn is_logged(&self) -> bool {
        self.answer.is_some()
    }

    /// Whether there was any cramp; `None` where the night was not logged.
    #[must_use]
    pub fn had_cramps(&self) -> Option<bool> {
        self.answer.map(|answer| answer == NightAnswer::HadCramps)
    }

    /// Whether cramps were there, but none is described, so that their number is not known.
    #[must_use]
    pub fn is_not_described(&self) -> bool {
        self.answer == Some(NightAnswer::HadCramps) && self.cramps.is_empty()
    }

    /// The number of cramps of the night; `None` if it is not logged, or if the person said only that they had cramps.
    #[must_use]
    pub fn cramp_count(&self) -> Option<f64> {
        match self.answer {
            Some(NightAnswer::NoCramps) => Some(0.0),
            Some(NightAnswer::HadCramps) if !self.cramps.is_empty() => Some(as_f64(self.cramps.len())),
            Some(NightAnswer::HadCramps) | None => None,
        }
    }

    /// The worst severity of its cramps; `None` without a described cramp.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.cramps.iter().map(|cramp| cramp.severity).max()
    }

    /// A nutrient from food and from supplements; both are `None` for one that is none of [`Measure::NUTRIENTS`].
    #[must_use]
    pub fn nutrient(&self, nutrient: Nutrient) -> NutrientFigure {
        let place = Measure::NUTRIENTS.iter().position(|known| *known == nutrient);
        NutrientFigure {
            food: self.value(Measure::Nutrient(nutrient)),
            supplements: place.and_then(|place| self.values.supplements[place]),
        }
    }

    /// The value of a measure: of a nutrient that from food and drinks, of yes or no 1 or 0. `None` where it was not logged.
    #[must_use]
    pub fn value(&self, measure: Measure) -> Option<f64> {
        match measure {
            Measure::Cramps => self.cramp_count(),
            Measure::Own(factor) => self.own.iter().find(|(known, _)| *known == factor).map(|(_, value)| *value),
            of_a_record => self.values.values[of_a_record.place()?],
        }
    }

    /// The value of a measure where it counts for a mean: a nutrient on a day whose food is completely logged, disturbed sleep on a
    /// night that is logged, every other measure always. Returns `None` if it does not count or was not logged.
    #[must_use]
    pub fn counted(&self, measure: Measure) -> Option<f64> {
        let counts = match measure.nutrient() {
            Some(_) => self.food_complete,
            None => measure != Measure::SleepDisturbed || self.is_logged(),
        };
        self.value(measure).filter(|_| counts)
    }
}
