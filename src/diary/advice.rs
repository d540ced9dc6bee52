//! Foods for what the diary is short of.

use super::Diary;
use crate::domain::{Day, FoodId, Nutrient, Profile};
use crate::nutrition::{
    LoggedDay, MIN_DAYS, Person, Shortage, Suggestion, Wish, catalogue, intake_summary, reference, shortages, suggestions,
};
use crate::store::StoreError;

/// Over how many days intake is looked at.
const WINDOW_DAYS: i64 = 14;

/// How many nutrients, and foods for each, are offered.
const NUTRIENTS: usize = 3;
const FOODS: usize = 3;

/// Foods for one nutrient, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Advised {
    /// Which nutrient.
    pub nutrient: Nutrient,
    /// What the diary shows of it; nothing while it knows too little.
    pub shortage: Option<Shortage>,
    /// Foods that add to it.
    pub foods: Vec<Suggestion<'static>>,
}

/// Foods to try.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// Days with completely logged food in the last [`Advice::window_days`].
    pub complete_days: usize,
    /// How many days were looked at.
    pub window_days: usize,
    /// The nutrients, the shortest first; general ones while the diary knows too little.
    pub advised: Vec<Advised>,
}

impl Advice {
    /// Whether the diary knows enough to say what is short.
    #[must_use]
    pub fn knows_enough(&self) -> bool {
        self.complete_days >= MIN_DAYS
    }
}

impl Diary {
    /// Foods for what was short in the 14 days up to `last`.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn advice(&self, last: Day) -> Result<Advice, StoreError> {
        let profile = Profile::default();
        let first = last.plus(1 - WINDOW_DAYS);
        let person = |day: Day| Person::on(&profile, day);
        let days: Vec<_> = (0..)
            .zip(self.intakes(&(first.date()..=last.date()))?)
            .map(|(place, (intake, _))| LoggedDay { person: person(first.plus(place)), intake })
            .collect();
        let summary = intake_summary(&days);
        let eaten: Vec<FoodId> = self.read().usual_foods(last, None, 40)?.into_iter().map(|usual| usual.food).collect();
        let wish = Wish::of(&profile, last, &eaten, &[]);
        let foods = |nutrient: Nutrient| {
            let amount = reference(nutrient, &person(last)).map(|reference| reference.amount)?;
            Some(suggestions(catalogue().foods(), nutrient, amount, &wish, FOODS).foods)
        };
        let foods = |nutrient| foods(nutrient).unwrap_or_default();
        let advised = if summary.enough_days() {
            let short = shortages(&summary).into_iter().take(NUTRIENTS);
            short
                .map(|shortage| Advised { nutrient: shortage.nutrient, shortage: Some(shortage), foods: foods(shortage.nutrient) })
                .collect()
        } else {
            let general = [Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Calcium];
            general.map(|nutrient| Advised { nutrient, shortage: None, foods: foods(nutrient) }).into()
        };
        Ok(Advice { complete_days: summary.complete_days, window_days: summary.window_days, advised })
    }
}

/// Why a nutrient is offered, in a sentence that says over how many days.
#[must_use]
pub fn reason(advice: &Advice, advised: &Advised) -> String {
    advised.shortage.as_ref().map_or_else(
        || {
            format!(
                "{} of {MIN_DAYS} full food days logged in the last {}; until then, foods rich in it.",
                advice.complete_days, advice.window_days
            )
        },
        Shortage::reason,
    )
}
