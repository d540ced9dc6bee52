//! A date of the diary as JSON. Units are part of the names; `null` is "not said", never zero.

use super::minerals::MINERALS;
use super::strain::{FactorAnswerJson, StrainJson};
use crate::cli::sign::SignJson;
use crate::diary::{NightState, Page};
use crate::domain::{
    Cramp, CrampTime, Disturbance, Dose, Drink, Entry, FoodEntry, Helped, Hours, Meal, Minutes, Nutrient, Stretch, SupplementTaken,
};
use crate::guide::stretch_label;
use crate::nutrition::{DayIntake, LimitsDrinking};
use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A date of the diary.
#[derive(Debug, Serialize)]
pub(super) struct PageJson<'a> {
    date: String,
    night: String,
    night_state: &'static str,
    /// How much cramps disturbed the sleep, 0 to 10.
    sleep_disturbed: Option<u8>,
    slept_h: Option<f64>,
    note: Option<&'a str>,
    cramps: Vec<CrampJson<'a>>,
    drinks: Vec<DrinkJson>,
    drunk_ml: Option<u32>,
    goal_ml: Option<u16>,
    /// The condition or medicine with which only the clinic can say how much to drink; `null` if there is none or the goal is one's own.
    no_goal_because: Option<String>,
    /// `not_logged`, `none` or `stretched`.
    stretching: &'static str,
    stretched_min: Option<f64>,
    stretches: Vec<StretchJson<'a>>,
    supplements: Vec<TakenJson<'a>>,
    /// The illness of the day is among the signs.
    strain: StrainJson,
    /// The factors that are asked for, and retired ones that were answered on the day.
    factors: Vec<FactorAnswerJson<'a>>,
    signs: Vec<SignJson<'a>>,
    foods: Vec<LoggedFoodJson<'a>>,
    /// The records of kinds that have no shape of their own here, as the file has them.
    #[serde(flatten)]
    rest: BTreeMap<&'static str, Vec<Map<String, Value>>>,
    /// `null` while no food is logged.
    intake: Option<DayIntakeJson>,
}

impl<'a> PageJson<'a> {
    /// The JSON of a date. `intake` is `None` while no food is logged.
    pub(super) fn new(page: &'a Page, intake: Option<&DayIntake>) -> Self {
        let stretched: f64 = page.stretches.iter().map(|entry| entry.value.dose.minutes()).sum();
        let stretching = match (page.stretches.is_empty(), page.no_stretching) {
            (false, _) => "stretched",
            (true, true) => "none",
            (true, false) => "not_logged",
        };
        Self {
            date: page.day.to_string(),
            night: page.night().label(),
            night_state: state_key(page.night_state),
            sleep_disturbed: page.disturbed.map(Disturbance::get),
            slept_h: page.slept.map(Hours::get),
            note: said(&page.note),
            cramps: page.cramps.iter().map(CrampJson::new).collect(),
            drinks: page.drinks.iter().map(DrinkJson::new).collect(),
            drunk_ml: (!page.drinks.is_empty()).then_some(page.drunk_ml),
            goal_ml: page.goal_ml,
            no_goal_because: page.limits_drinking.as_ref().filter(|_limits| page.goal_ml.is_none()).map(LimitsDrinking::words),
            stretching,
            stretched_min: (stretching != "not_logged").then_some(stretched),
            stretches: page.stretches.iter().map(StretchJson::new).collect(),
            supplements: page.taken.iter().map(TakenJson::new).collect(),
            strain: StrainJson::new(&page.strain),
            factors: page.factors.iter().map(|factor| FactorAnswerJson::new(factor, page)).collect(),
            signs: page.signs.iter().map(SignJson::new).collect(),
            foods: page.foods.iter().map(LoggedFoodJson::new).collect(),
            rest: page.rest.plain().collect(),
            intake: intake.map(DayIntakeJson::new),
        }
    }
}

#[derive(Debug, Serialize)]
struct TakenJson<'a> {
    id: String,
    name: &'a str,
    dose: &'a str,
    doses: f64,
}

impl<'a> TakenJson<'a> {
    fn new(entry: &'a Entry<SupplementTaken>) -> Self {
        let SupplementTaken { name, dose, doses, .. } = &entry.value;
        Self { id: entry.id.to_string(), name, dose, doses: doses.get() }
    }
}

fn state_key(state: NightState) -> &'static str {
    match state {
        NightState::Future => "future",
        NightState::NotLogged => "not_logged",
        NightState::NoCramps => "no_cramps",
        NightState::HadCramps => "had_cramps",
    }
}

fn said(words: &str) -> Option<&str> {
    Some(words).filter(|words| !words.is_empty())
}

fn rfc_3339(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339()
}

#[derive(Debug, Serialize)]
struct CrampJson<'a> {
    id: String,
    muscle: &'static str,
    side: &'static str,
    severity: u8,
    /// `unknown`, `about` or `exact`.
    time_known: &'static str,
    began: Option<String>,
    duration_min: Option<f64>,
    woke_me: Option<bool>,
    hard_knot: Option<bool>,
    sore_next_day: Option<bool>,
    tried: Vec<TriedJson>,
    note: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct TriedJson {
    relief: &'static str,
    helped: Option<&'static str>,
}

impl<'a> CrampJson<'a> {
    fn new(entry: &'a Entry<Cramp>) -> Self {
        let Cramp { night: _, muscle, side, severity, time, duration, woke_me, hard_knot, sore_next_day, tried, note } = &entry.value;
        Self {
            id: entry.id.to_string(),
            muscle: muscle.key(),
            side: side.key(),
            severity: severity.get(),
            time_known: match time {
                CrampTime::Unknown => "unknown",
                CrampTime::About(_) => "about",
                CrampTime::Exact(_) => "exact",
            },
            began: time.moment().map(rfc_3339),
            duration_min: duration.map(Minutes::get),
            woke_me: *woke_me,
            hard_knot: *hard_knot,
            sore_next_day: *sore_next_day,
            tried: tried.iter().map(|tried| TriedJson { relief: tried.relief.key(), helped: tried.helped.map(Helped::key) }).collect(),
            note: said(note),
        }
    }
}

#[derive(Debug, Serialize)]
struct DrinkJson {
    id: String,
    kind: &'static str,
    volume_ml: u16,
    time: Option<String>,
}

impl DrinkJson {
    fn new(entry: &Entry<Drink>) -> Self {
        let Drink { day: _, kind, volume, time } = &entry.value;
        Self { id: entry.id.to_string(), kind: kind.key(), volume_ml: volume.get(), time: time.map(rfc_3339) }
    }
}

#[derive(Debug, Serialize)]
struct StretchJson<'a> {
    id: String,
    /// The key in the guide, or the person's own words.
    name: &'a str,
    label: &'a str,
    duration_min: Option<f64>,
    sets: Option<u8>,
    holds: Option<u8>,
    /// `bedtime` or `other_time`.
    time: &'static str,
}

impl<'a> StretchJson<'a> {
    fn new(entry: &'a Entry<Stretch>) -> Self {
        let Stretch { day: _, name, dose, time } = &entry.value;
        let (duration_min, sets, holds) = match *dose {
            Dose::Time(minutes) => (Some(minutes.get()), None, None),
            Dose::Holds { sets, holds } => (None, Some(sets), Some(holds)),
        };
        let (id, label) = (entry.id.to_string(), stretch_label(name));
        Self { id, name: name.as_str(), label, duration_min, sets, holds, time: time.key() }
    }
}

#[derive(Debug, Serialize)]
struct LoggedFoodJson<'a> {
    id: String,
    food: &'a str,
    name: &'a str,
    amount_g: f64,
    portion: Option<&'a str>,
    meal: Option<&'static str>,
    time: Option<String>,
}

impl<'a> LoggedFoodJson<'a> {
    fn new(entry: &'a Entry<FoodEntry>) -> Self {
        let FoodEntry { day: _, food, name, per_100_g: _, amount, portion, meal, time } = &entry.value;
        Self {
            id: entry.id.to_string(),
            food: food.as_str(),
            name,
            amount_g: amount.get(),
            portion: said(portion),
            meal: meal.map(Meal::key),
            time: time.map(rfc_3339),
        }
    }
}

#[derive(Debug, Serialize)]
struct DayIntakeJson {
    magnesium_mg: f64,
    potassium_mg: f64,
    calcium_mg: f64,
    /// How many foods and drinks have no figure for each nutrient. If there are any, the total is "at least".
    unknown_items: BTreeMap<&'static str, usize>,
    looks_complete: bool,
}

impl DayIntakeJson {
    fn new(intake: &DayIntake) -> Self {
        Self {
            magnesium_mg: intake.from_food(Nutrient::Magnesium),
            potassium_mg: intake.from_food(Nutrient::Potassium),
            calcium_mg: intake.from_food(Nutrient::Calcium),
            unknown_items: MINERALS.iter().map(|nutrient| (nutrient.key(), intake.unknown(*nutrient))).collect(),
            looks_complete: intake.looks_complete(),
        }
    }
}
