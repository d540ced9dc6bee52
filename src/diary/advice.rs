//! Foods for what the diary is short of.

use super::Diary;
use crate::domain::{Day, FoodId, Nutrient};
use crate::nutrition::{MIN_DAYS, Shortage, Suggestion, catalogue, shortages, suggestions};
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
        let days: Vec<_> =
            self.intakes(&(last.plus(1 - WINDOW_DAYS).date()..=last.date()))?.into_iter().map(|(intake, _)| intake).collect();
        let complete_days = days.iter().filter(|day| day.looks_complete()).count();
        let eaten: Vec<FoodId> = self.read().usual_foods(last, None, 40)?.into_iter().map(|usual| usual.food).collect();
        let foods = |nutrient| suggestions(catalogue(), nutrient, &eaten, FOODS);
        let advised = if complete_days < MIN_DAYS {
            let general = [Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Calcium];
            general.map(|nutrient| Advised { nutrient, shortage: None, foods: foods(nutrient) }).into()
        } else {
            let short = shortages(&days).into_iter().take(NUTRIENTS);
            short
                .map(|shortage| Advised { nutrient: shortage.nutrient, shortage: Some(shortage), foods: foods(shortage.nutrient) })
                .collect()
        };
        Ok(Advice { complete_days, window_days: days.len(), advised })
    }
}

/// Why a nutrient is offered, in a sentence that says over how many days.
#[must_use]
pub fn reason(advice: &Advice, advised: &Advised) -> String {
    let Some(Shortage { nutrient, mean, share, days, at_least }) = advised.shortage else {
        return format!(
            "{} of {MIN_DAYS} full food days logged in the last {}; until then, foods rich in it.",
            advice.complete_days, advice.window_days
        );
    };
    let at_least = if at_least { "at least " } else { "" };
    format!(
        "{} averaged {at_least}{}, {:.0} % of the reference, on {days} of the last {} days.",
        nutrient.label(),
        nutrient.amount(mean),
        share * 100.0,
        advice.window_days
    )
}
