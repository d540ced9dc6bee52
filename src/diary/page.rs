//! One date of the diary as the Today screen shows it: a day, and the night after it.

use super::Diary;
use super::known_factors::{KnownFactor, asked_for, known_factors};
use crate::domain::{
    Cramp, Day, Disturbance, Drink, DrinkKind, Entry, Factor, FactorValue, FoodEntry, FoodId, Grams, Hours, Id, Meal, Night, NightAnswer,
    NightNote, NoStretching, Portion, Profile, Settings, Sign, Strain, Stretch, SupplementTaken, VolumeMl,
};
use crate::guide::Warning;
use crate::insights::median;
use crate::nutrition::{DayIntake, Food, OverLimit, Person, catalogue, day_over_limits, drinking_goal_ml};
use crate::store::{Reader, RecordKind, StoreError, UsualDrink, UsualFood};

/// The kinds of record that [`Diary::page`] reads.
pub const PAGE_DEPENDS_ON: &[RecordKind] = &[
    RecordKind::Cramp,
    RecordKind::Drink,
    RecordKind::Factor,
    RecordKind::FactorValue,
    RecordKind::Food,
    RecordKind::FoodDay,
    RecordKind::Medicine,
    RecordKind::Night,
    RecordKind::NoStretching,
    RecordKind::Profile,
    RecordKind::Settings,
    RecordKind::Sign,
    RecordKind::Strain,
    RecordKind::Stretch,
    RecordKind::SupplementTaken,
];

/// How many usual drinks and foods are offered.
const USUAL: u32 = 8;

/// How many foods are offered at a meal, at least.
const OFFERED: usize = 6;

/// How many foods of the diary come before others in a search.
const KNOWN: u32 = 200;

/// Over how many nights it is looked how long the person usually sleeps.
const USUAL_SLEEP_NIGHTS: i64 = 28;

const FIRST_FOODS: [&str; 6] = ["whole-wheat-bread", "banana", "apple", "plain-yogurt", "egg-boiled", "cheddar-cheese"];

/// What is known of the night as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NightState {
    /// It has not begun.
    Future,
    /// Nobody said anything about it.
    NotLogged,
    /// No cramps.
    NoCramps,
    /// Cramps, described or not.
    HadCramps,
}

/// A date of the diary.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The day; the night of the same date follows it.
    pub day: Day,
    /// Today by the calendar.
    pub today: Day,
    /// The last night that can be logged.
    pub latest_night: Night,
    /// The latest night of which the person can say that it had no cramps.
    pub latest_slept: Night,
    /// What was said of the night.
    pub night_state: NightState,
    /// How much cramps disturbed its sleep.
    pub disturbed: Option<Disturbance>,
    /// How long the person slept.
    pub slept: Option<Hours>,
    /// How long they usually sleep, to the half hour; nothing while they never said.
    pub usual_sleep: Option<Hours>,
    /// The note of the night, possibly empty.
    pub note: String,
    /// Its cramps, in the order in which they were logged.
    pub cramps: Vec<Entry<Cramp>>,
    /// The drinks of the day.
    pub drinks: Vec<Entry<Drink>>,
    /// Their volume together.
    pub drunk_ml: u32,
    /// What to drink a day; nothing while a doctor's limit is still to be set.
    pub goal_ml: Option<u16>,
    /// Drinks to offer, the most usual first.
    pub usual_drinks: Vec<UsualDrink>,
    /// The stretching of the day.
    pub stretches: Vec<Entry<Stretch>>,
    /// Whether the person said that they did not stretch.
    pub no_stretching: bool,
    /// What the day asked of the legs.
    pub strain: Strain,
    /// Whether anything was said of the strain of the day before.
    pub strain_before: bool,
    /// Factors of one's own: those that are asked for, and retired ones that were answered on the day, oldest first.
    pub factors: Vec<Entry<Factor>>,
    /// What was said of factors on the day.
    pub factor_values: Vec<FactorValue>,
    /// Every factor, retired or not, oldest first: for changing them.
    pub all_factors: Vec<KnownFactor>,
    /// What was taken of supplements on the day.
    pub taken: Vec<Entry<SupplementTaken>>,
    /// What of that does not go with what the person takes and has on the day, each said once.
    pub to_avoid: Vec<Warning>,
    /// What was taken on the day before, for "same as the day before".
    pub taken_before: Vec<Entry<SupplementTaken>>,
    /// What was noticed on the day besides cramps, in the order of [`SignKind::ALL`](crate::domain::SignKind::ALL).
    pub signs: Vec<Entry<Sign>>,
    /// The foods of the day.
    pub foods: Vec<Entry<FoodEntry>>,
    /// Foods to offer at each meal in the order of [`Meal::ALL`], the most usual there first.
    pub usual_foods: [Vec<UsualFood>; 4],
    /// Foods in the diary, the most usual first, for finding them before others.
    pub known_foods: Vec<FoodId>,
    /// The last day before with each meal, in the order of [`Meal::ALL`].
    pub last_meals: [Option<Day>; 4],
    /// What food, drink and supplements held.
    pub intake: DayIntake,
    /// The limits that food, drink and supplements pass.
    pub over_limits: Vec<OverLimit>,
    /// How many drinks, stretches and foods the day before has, for "same as the day before".
    pub before: [usize; 3],
    /// Whether nothing was ever logged.
    pub diary_is_empty: bool,
    /// The settings.
    pub settings: Settings,
    /// Who the diary is for.
    pub profile: Profile,
}

impl Page {
    /// The night after the day.
    #[must_use]
    pub fn night(&self) -> Night {
        Night::new(self.day.date())
    }

    /// What was said of a factor on the day.
    #[must_use]
    pub fn factor_value(&self, factor: Id<Factor>) -> Option<f64> {
        self.factor_values.iter().find(|said| said.factor == factor).map(FactorValue::value)
    }

    /// The person on the day, as tables of intakes divide people.
    #[must_use]
    pub fn person(&self) -> Person {
        Person::on(&self.profile, self.day)
    }
}

impl Diary {
    /// The page of a date.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn page(&self, day: Day) -> Result<Page, StoreError> {
        let (read, date, before) = (self.read(), day.date(), day.plus(-1));
        let latest_night = self.latest_night()?;
        let (settings, profile) = (self.settings()?, read.profile()?);
        let said = read.on::<NightNote>(date)?.pop().map(|entry| entry.value);
        let cramps = read.on::<Cramp>(date)?;
        let (drinks, taken) = (read.on::<Drink>(date)?, read.on::<SupplementTaken>(date)?);
        let said = said.unwrap_or_else(|| NightNote::nothing(Night::new(date)));
        let factor_values: Vec<_> = read.on::<FactorValue>(date)?.into_iter().map(|entry| entry.value).collect();
        let all_factors = known_factors(read)?;
        let (intake, person) = (self.day_held(day)?, Person::on(&profile, day));
        Ok(Page {
            day,
            today: self.latest_day(),
            latest_night,
            latest_slept: self.latest_slept()?,
            night_state: night_state(&said, latest_night),
            disturbed: said.disturbed,
            slept: said.slept,
            usual_sleep: usual_sleep(read, before)?,
            note: said.note,
            cramps,
            drunk_ml: drinks.iter().map(|entry| u32::from(entry.value.volume.get())).sum(),
            drinks,
            goal_ml: drinking_goal_ml(settings, &profile, day),
            usual_drinks: with_first_drinks(read.usual_drinks(before, USUAL)?),
            stretches: read.on(date)?,
            no_stretching: !read.on::<NoStretching>(date)?.is_empty(),
            strain: read.on::<Strain>(date)?.pop().map_or_else(|| Strain::nothing(day), |entry| entry.value),
            strain_before: !read.on::<Strain>(before.date())?.is_empty(),
            factors: asked_for(&all_factors, &factor_values),
            factor_values,
            all_factors,
            to_avoid: if taken.is_empty() { Vec::new() } else { self.taking(day)?.to_avoid(taken.iter().map(|entry| &entry.value)) },
            taken,
            taken_before: read.on(before.date())?,
            signs: signs(read, day)?,
            foods: read.on(date)?,
            usual_foods: usual_at_meals(read, before)?,
            known_foods: read.usual_foods(day, None, KNOWN)?.into_iter().map(|usual| usual.food).collect(),
            last_meals: last_meals(read, day)?,
            over_limits: day_over_limits(&intake, &person, profile.region),
            intake,
            before: [
                read.on::<Drink>(before.date())?.len(),
                read.on::<Stretch>(before.date())?.len(),
                read.on::<FoodEntry>(before.date())?.len(),
            ],
            diary_is_empty: read.is_empty()?,
            settings,
            profile,
        })
    }
}

fn signs(read: Reader<'_>, day: Day) -> Result<Vec<Entry<Sign>>, StoreError> {
    let mut signs = read.on::<Sign>(day.date())?;
    signs.sort_by_key(|entry| entry.value.kind);
    Ok(signs)
}

/// The middle of what was slept in the last weeks: it moves slowly, so that what is offered keeps its place.
fn usual_sleep(read: Reader<'_>, last: Day) -> Result<Option<Hours>, StoreError> {
    let nights = read.between::<NightNote>(last.plus(1 - USUAL_SLEEP_NIGHTS).date()..=last.date())?;
    let slept = nights.iter().filter_map(|entry| entry.value.slept).map(Hours::get).collect();
    Ok(median(slept).and_then(|middle| Hours::new((middle * 2.0).round() / 2.0).ok()))
}

fn night_state(said: &NightNote, latest: Night) -> NightState {
    match said.answer {
        Some(NightAnswer::HadCramps) => NightState::HadCramps,
        Some(NightAnswer::NoCramps) => NightState::NoCramps,
        None if said.night > latest => NightState::Future,
        None => NightState::NotLogged,
    }
}

/// Fills up with what people drink most, one glass or cup each, where the diary knows little yet.
fn with_first_drinks(mut usual: Vec<UsualDrink>) -> Vec<UsualDrink> {
    let first = [DrinkKind::Water, DrinkKind::Coffee, DrinkKind::Tea, DrinkKind::Juice, DrinkKind::Milk, DrinkKind::Beer];
    for kind in first {
        if usual.len() < first.len()
            && !usual.iter().any(|drink| drink.kind == kind)
            && let Ok(volume) = VolumeMl::new(u32::from(kind.usual_volume_ml()))
        {
            usual.push(UsualDrink { kind, volume });
        }
    }
    usual
}

/// What is usual at each meal, then what is usual at any, then what many people eat: so that a food can be logged
/// without typing from the first day.
fn usual_at_meals(read: Reader<'_>, until: Day) -> Result<[Vec<UsualFood>; 4], StoreError> {
    let anywhere = read.usual_foods(until, None, USUAL)?;
    let first: Vec<_> = FIRST_FOODS.iter().filter_map(|id| catalogue().food(&FoodId::new(id))).filter_map(usual_portion).collect();
    let at = |meal| {
        let mut usual = read.usual_foods(until, Some(meal), USUAL)?;
        for more in anywhere.iter().chain(&first) {
            if usual.len() < OFFERED && usual.iter().all(|known| known.food != more.food) {
                usual.push(more.clone());
            }
        }
        Ok(usual)
    };
    Ok([at(Meal::Breakfast)?, at(Meal::Lunch)?, at(Meal::Dinner)?, at(Meal::Snack)?])
}

fn usual_portion(food: &Food) -> Option<UsualFood> {
    let Portion { label, grams } = food.usual_portion();
    let (per_100_g, amount) = (Some(food.per_100_g), Grams::new(*grams).ok()?);
    Some(UsualFood { food: food.id.clone(), name: food.name.clone(), per_100_g, amount, portion: label.clone() })
}

fn last_meals(read: Reader<'_>, before: Day) -> Result<[Option<Day>; 4], StoreError> {
    let last = |meal| read.last_meal(meal, before);
    Ok([last(Meal::Breakfast)?, last(Meal::Lunch)?, last(Meal::Dinner)?, last(Meal::Snack)?])
}
