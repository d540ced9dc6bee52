//! Foods to try for nutrients that are short in the diary.

use super::Diary;
use super::intake::whose_reference;
use crate::domain::{Day, FoodId, FoodOpinion, Nutrient, Opinion, each_once};
use crate::guide::Warning;
use crate::nutrition::{
    Habits, HeldRules, IntakeSummary, MIN_DAYS, Person, Shortage, Suggestions, Wish, catalogue, reference, shortages, suggestions,
};
use crate::store::StoreError;

/// Over how many days intake is averaged.
const WINDOW_DAYS: u16 = 14;

/// How many nutrients are offered foods for.
const NUTRIENTS: usize = 3;

/// How many foods are offered for each nutrient.
const FOODS: usize = 3;

/// How many foods of the last 60 days count as eaten already, the most usual first.
const EATEN: u32 = 200;

/// The caution about potassium for people whose profile and medicines do not withhold it.
const POTASSIUM: &str = "With kidney disease, heart failure with a fluid limit, or a medicine that raises potassium, \
    say so in the profile or list the medicine, and ask your doctor first: foods rich in potassium are then left out.";

/// Foods to try for one nutrient, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Advised {
    /// The nutrient.
    pub nutrient: Nutrient,
    /// How far intake is short of the person's reference intakes; `None` while too few days are completely logged.
    pub shortage: Option<Shortage>,
    /// Foods that are rich in it, or why there are none.
    pub foods: Suggestions<'static>,
    /// What would give the nutrient where no food of the list fits, and where a diet has no source of it. `None` if foods do.
    pub instead: Option<String>,
}

/// Foods to try for the nutrients that are short in the diary.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// How many days of the last [`window_days`](Self::window_days) have completely logged food.
    pub complete_days: usize,
    /// Over how many days intake was averaged.
    pub window_days: usize,
    /// The nutrients with their foods, the shortest first. While too few days are completely logged, those that muscles need.
    pub advised: Vec<Advised>,
    /// Whether every nutrient of [`Nutrient::SUGGESTED`] is known well enough and reaches its reference.
    pub all_reached: bool,
    /// The group of people whose reference intakes are used, in words: "women of 51 to 70 years".
    pub whose: String,
    /// Sentences on what to keep steady in food because of a medicine.
    pub steady: Vec<String>,
    /// The rules of foods that hold for the person.
    pub rules: HeldRules,
}

impl Advice {
    /// Whether enough days are completely logged to say what is short.
    #[must_use]
    pub fn knows_enough(&self) -> bool {
        self.complete_days >= MIN_DAYS
    }

    /// The cautions about all the foods, each once; empty if no nutrient is offered foods for.
    #[must_use]
    pub fn cautions(&self) -> Vec<String> {
        let mut said = each_once(self.advised.iter().filter_map(|advised| advised.foods.caution()));
        // Foods rich in magnesium often are rich in potassium too.
        let cautions: Vec<_> = self.rules.cautions().collect();
        if said.is_empty() && cautions.is_empty() && !self.advised.is_empty() {
            said.push(POTASSIUM.to_owned());
        }
        if !self.advised.is_empty() {
            said.extend(cautions.into_iter().chain(self.steady.iter().cloned()));
        }
        said
    }
}

impl Diary {
    /// Foods for the nutrients that were short in the 14 days up to `last`, for the person as they are on that day.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn advice(&self, last: Day) -> Result<Advice, StoreError> {
        let read = self.read();
        let profile = read.profile()?;
        let summary = self.bare_intake(last, WINDOW_DAYS)?;
        let eaten = read.frequent_foods(last, EATEN)?;
        let hidden: Vec<FoodId> = read.all::<FoodOpinion>()?.into_iter().filter_map(|entry| hidden(entry.value)).collect();
        let (taking, rules) = (self.taking(self.latest_day())?, self.food_rules(self.latest_day())?);
        let wish = Wish::of(&profile, last, &rules, Habits { eaten: &eaten, hidden: &hidden });
        let person = Person::on(&profile, last);
        let advised = |nutrient, shortage: Option<Shortage>| {
            let reference = || reference(nutrient, &person).map(|reference| reference.amount);
            let amount = shortage.map(|shortage| shortage.reference).or_else(reference);
            let foods = amount.map(|amount| suggestions(catalogue().foods(), nutrient, amount, &wish, FOODS)).unwrap_or_default();
            let instead = foods.instead(nutrient, profile.diet);
            Advised { nutrient, shortage, foods, instead }
        };
        Ok(Advice {
            complete_days: summary.complete_days,
            window_days: summary.window_days,
            advised: wanted(&summary).into_iter().map(|(nutrient, shortage)| advised(nutrient, shortage)).collect(),
            all_reached: Nutrient::SUGGESTED.iter().all(|nutrient| reached(&summary, *nutrient)),
            whose: whose_reference(&profile, last),
            steady: taking.steady_in_food().iter().map(Warning::line).collect(),
            rules,
        })
    }
}

/// The nutrients to offer foods for: those that are short, or while too few days are completely logged, those that muscles need.
fn wanted(summary: &IntakeSummary) -> Vec<(Nutrient, Option<Shortage>)> {
    if summary.enough_days() {
        return shortages(summary).into_iter().take(NUTRIENTS).map(|shortage| (shortage.nutrient, Some(shortage))).collect();
    }
    [Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Calcium].map(|nutrient| (nutrient, None)).into()
}

/// Whether intake of a nutrient reaches its reference. Returns `false` if it is not known well enough.
fn reached(summary: &IntakeSummary, nutrient: Nutrient) -> bool {
    summary.of(nutrient).figures.as_ref().and_then(|figures| figures.share).is_some_and(|share| share >= 1.0)
}

/// The food of an opinion, if the person does not want to see it suggested.
fn hidden(said: FoodOpinion) -> Option<FoodId> {
    (said.opinion == Opinion::NotForMe).then_some(said.food)
}

/// A sentence on why a nutrient is offered, which names the number of days.
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
