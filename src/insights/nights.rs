//! What is known of a run of dates: the ground on which every insight stands.

use crate::domain::{Cramp, Disturbance, Factor, Hours, Id, Measure, Night, NightAnswer, Nutrient, Severity, SignKind, as_f64};
use chrono::NaiveDate;
use std::iter;

/// A nutrient of a date, in its unit.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct NutrientFigure {
    /// From food and drinks; nothing where no food was logged, or too much of it has no figure.
    pub food: Option<f64>,
    /// From supplements; nothing where none was logged.
    pub supplements: Option<f64>,
}

/// What is known of one date: its day, and the night after it. What is `None` was not logged.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NightFigures {
    /// What was said of the night as a whole.
    pub answer: Option<NightAnswer>,
    /// Its cramps, in the order in which they were logged.
    pub cramps: Vec<Cramp>,
    /// How much cramps disturbed the sleep.
    pub disturbed: Option<Disturbance>,
    /// How long the person slept.
    pub slept: Option<Hours>,
    /// Whether the night has a note.
    pub has_note: bool,
    /// What was drunk, in ml.
    pub drunk_ml: Option<f64>,
    /// Caffeine from what was drunk and eaten, in mg; nothing where no drink is logged, unless the food is completely logged.
    pub caffeine_mg: Option<f64>,
    /// Alcohol from what was drunk and eaten, in g; nothing where caffeine has nothing.
    pub alcohol_g: Option<f64>,
    /// Stretching in minutes; 0 only when the person said so.
    pub stretch_min: Option<f64>,
    /// In the order of [`Measure::NUTRIENTS`].
    pub nutrients: [NutrientFigure; Measure::NUTRIENTS.len()],
    /// Whether the food of the day looks completely logged.
    pub food_complete: bool,
    /// Exercise, in minutes; 0 only when the person said so.
    pub exercise_min: Option<f64>,
    /// On one's feet, in hours.
    pub standing_h: Option<f64>,
    /// Heat or heavy sweating.
    pub heat: Option<bool>,
    /// Vomiting and diarrhoea, where noticed; that there is none does not mean that there was none.
    pub illness: Vec<SignKind>,
    /// What was said of one's own factors; yes is 1.
    pub own: Vec<(Id<Factor>, f64)>,
}

impl NightFigures {
    /// Whether cramps or none were said.
    #[must_use]
    pub fn is_logged(&self) -> bool {
        self.answer.is_some()
    }

    /// Whether there was any cramp, where the night was logged.
    #[must_use]
    pub fn had_cramps(&self) -> Option<bool> {
        self.answer.map(|answer| answer == NightAnswer::HadCramps)
    }

    /// Cramps were there, but none is described: how many is not known.
    #[must_use]
    pub fn is_not_described(&self) -> bool {
        self.answer == Some(NightAnswer::HadCramps) && self.cramps.is_empty()
    }

    /// How many cramps; nothing when not logged, or when only "had cramps" was said.
    #[must_use]
    pub fn cramp_count(&self) -> Option<f64> {
        match self.answer {
            Some(NightAnswer::NoCramps) => Some(0.0),
            Some(NightAnswer::HadCramps) if !self.cramps.is_empty() => Some(as_f64(self.cramps.len())),
            Some(NightAnswer::HadCramps) | None => None,
        }
    }

    /// The worst of its cramps.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.cramps.iter().map(|cramp| cramp.severity).max()
    }

    /// A nutrient; nothing for one that is none of [`Measure::NUTRIENTS`].
    #[must_use]
    pub fn nutrient(&self, nutrient: Nutrient) -> NutrientFigure {
        let place = Measure::NUTRIENTS.iter().position(|known| *known == nutrient);
        place.map(|place| self.nutrients[place]).unwrap_or_default()
    }

    /// The value of a measure; of a nutrient that from food and drinks. Yes is 1, no is 0.
    #[must_use]
    pub fn value(&self, measure: Measure) -> Option<f64> {
        let yes = |yes: bool| if yes { 1.0 } else { 0.0 };
        match measure {
            Measure::Cramps => self.cramp_count(),
            Measure::SleepDisturbed => self.disturbed.map(|disturbed| f64::from(disturbed.get())),
            Measure::Slept => self.slept.map(Hours::get),
            Measure::Hydration => self.drunk_ml,
            Measure::Stretching => self.stretch_min,
            Measure::Nutrient(nutrient) => self.nutrient(nutrient).food,
            Measure::Caffeine => self.caffeine_mg,
            Measure::Alcohol => self.alcohol_g,
            Measure::Exercise => self.exercise_min,
            Measure::Standing => self.standing_h,
            Measure::Heat => self.heat.map(yes),
            Measure::Own(factor) => self.own.iter().find(|(known, _)| *known == factor).map(|(_, value)| *value),
        }
    }

    /// The value of a measure where it counts for a mean: nutrients on completely logged days, disturbed sleep on nights of which
    /// cramps or none were said.
    #[must_use]
    pub fn counted(&self, measure: Measure) -> Option<f64> {
        let counts = match measure.nutrient() {
            Some(_) => self.food_complete,
            None => measure != Measure::SleepDisturbed || self.is_logged(),
        };
        self.value(measure).filter(|_| counts)
    }
}

/// Consecutive dates, each with its figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nights<'a> {
    /// The first date.
    pub first: NaiveDate,
    /// A figure a date.
    pub nights: &'a [NightFigures],
}

impl<'a> Nights<'a> {
    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.nights.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.nights.is_empty()
    }

    /// The night at a place.
    #[must_use]
    pub fn night(self, index: usize) -> Night {
        Night::new(self.first).plus(i64::try_from(index).unwrap_or(0))
    }

    /// Each night with its figures.
    pub fn iter(self) -> impl Iterator<Item = (Night, &'a NightFigures)> {
        self.nights.iter().enumerate().map(move |(index, figures)| (self.night(index), figures))
    }

    /// The nights of which something was said.
    pub fn logged(self) -> impl Iterator<Item = (Night, &'a NightFigures)> {
        self.iter().filter(|(_, figures)| figures.is_logged())
    }

    /// Every cramp, night by night.
    pub fn cramps(self) -> impl Iterator<Item = &'a Cramp> {
        self.nights.iter().flat_map(|figures| &figures.cramps)
    }

    /// The dates from `first` on without an end; nothing for each that lies outside.
    pub fn from(self, first: NaiveDate) -> impl Iterator<Item = Option<&'a NightFigures>> {
        let days = (self.first - first).num_days();
        let (before, skipped) = (usize::try_from(days).unwrap_or(0), usize::try_from(-days).unwrap_or(0));
        iter::repeat_n(None, before).chain(self.nights.iter().skip(skipped).map(Some)).chain(iter::repeat(None))
    }

    /// The dates from one to another, both included, as far as they are among these.
    #[must_use]
    pub fn between(self, first: NaiveDate, last: NaiveDate) -> Self {
        let place = |date: NaiveDate| usize::try_from((date - self.first).num_days()).unwrap_or(0);
        // One past the last; before the first of all it stays at none.
        let until = if last < self.first { 0 } else { place(last) + 1 };
        self.part(place(first), until.saturating_sub(place(first)))
    }

    /// The dates from the place `from` on, `count` of them or as many as there are.
    #[must_use]
    pub fn part(self, from: usize, count: usize) -> Self {
        let from = from.min(self.nights.len());
        let until = from.saturating_add(count).min(self.nights.len());
        Self { first: self.night(from).date(), nights: &self.nights[from..until] }
    }
}
