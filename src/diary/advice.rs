//! Foods for what the diary is short of.

use super::Diary;
use super::intake::whose_reference;
use crate::domain::{Day, FoodId, FoodOpinion, Nutrient, Opinion, each_once};
use crate::guide::Warning;
use crate::nutrition::{
    ENOUGH, IntakeSummary, MIN_DAYS, Person, Shortage, Suggestions, Wish, catalogue, reference, shortages, suggestions,
};
use crate::store::StoreError;

/// Over how many days intake is looked at.
const WINDOW_DAYS: u16 = 14;

/// How many nutrients, and foods for each, are offered.
const NUTRIENTS: usize = 3;
const FOODS: usize = 3;

/// How many of the foods in the diary count as eaten already: those of the last 60 days.
const EATEN: u32 = 200;

/// For those whose profile does not say.
const POTASSIUM: &str = "With kidney disease, heart failure with a fluid limit, or a medicine that raises potassium, \
    say so in the profile or list the medicine, and ask your doctor first: foods rich in potassium are then left out.";

/// Foods for one nutrient, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Advised {
    /// Which nutrient.
    pub nutrient: Nutrient,
    /// What the diary shows of it; nothing while it knows too little.
    pub shortage: Option<Shortage>,
    /// Foods that add to it, or why there are none.
    pub foods: Suggestions<'static>,
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
    /// Whether every nutrient that is looked at is known well enough and reaches nine tenths of its reference.
    pub all_reached: bool,
    /// Whose reference intakes it goes by: "women of 51 to 70 years".
    pub whose: String,
    /// What of food to keep steady because of a medicine, in sentences.
    pub steady: Vec<String>,
}

impl Advice {
    /// Whether the diary knows enough to say what is short.
    #[must_use]
    pub fn knows_enough(&self) -> bool {
        self.complete_days >= MIN_DAYS
    }

    /// What to know about the foods of all nutrients, each said once.
    #[must_use]
    pub fn cautions(&self) -> Vec<String> {
        let mut said = each_once(self.advised.iter().filter_map(|advised| advised.foods.caution()));
        // Foods rich in magnesium often are rich in potassium too.
        if said.is_empty() && !self.advised.is_empty() {
            said.push(POTASSIUM.to_owned());
        }
        if !self.advised.is_empty() {
            said.extend(self.steady.iter().cloned());
        }
        said
    }
}

impl Diary {
    /// Foods for what was short in the 14 days up to `last`, for the person of that day.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn advice(&self, last: Day) -> Result<Advice, StoreError> {
        let read = self.read();
        let profile = read.profile()?;
        let summary = self.intake(last, WINDOW_DAYS)?;
        let eaten: Vec<FoodId> = read.usual_foods(last, None, EATEN)?.into_iter().map(|usual| usual.food).collect();
        let hidden: Vec<FoodId> = read.all::<FoodOpinion>()?.into_iter().filter_map(|entry| hidden(entry.value)).collect();
        let taking = self.taking(self.latest_day())?;
        let withheld = taking.withholds_potassium().map(|withheld| withheld.because.as_str());
        let wish = Wish::of(&profile, last, withheld, &eaten, &hidden);
        let person = Person::on(&profile, last);
        let advised = |nutrient, shortage| {
            let amount = reference(nutrient, &person).map(|reference| reference.amount);
            let foods = amount.map(|amount| suggestions(catalogue().foods(), nutrient, amount, &wish, FOODS)).unwrap_or_default();
            Advised { nutrient, shortage, foods }
        };
        Ok(Advice {
            complete_days: summary.complete_days,
            window_days: summary.window_days,
            advised: wanted(&summary).into_iter().map(|(nutrient, shortage)| advised(nutrient, shortage)).collect(),
            all_reached: Nutrient::SUGGESTED.iter().all(|nutrient| reached(&summary, *nutrient)),
            whose: whose_reference(&profile, last),
            steady: taking.steady_in_food().iter().map(Warning::line).collect(),
        })
    }
}

/// The nutrients to offer foods for: what is short, or what muscles need while the diary knows too little.
fn wanted(summary: &IntakeSummary) -> Vec<(Nutrient, Option<Shortage>)> {
    if summary.enough_days() {
        return shortages(summary).into_iter().take(NUTRIENTS).map(|shortage| (shortage.nutrient, Some(shortage))).collect();
    }
    [Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Calcium].map(|nutrient| (nutrient, None)).into()
}

fn reached(summary: &IntakeSummary, nutrient: Nutrient) -> bool {
    summary.of(nutrient).figures.as_ref().and_then(|figures| figures.share).is_some_and(|share| share >= ENOUGH)
}

fn hidden(said: FoodOpinion) -> Option<FoodId> {
    (said.opinion == Opinion::NotForMe).then_some(said.food)
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
