//! One date of the diary as the Today screen shows it: a day and the night after it.

use super::Diary;
use super::commands::Repeat;
use super::known_factors::{KnownFactor, asked_for, known_factors};
use crate::domain::{
    Cramp, Customs, Day, Disturbance, Drink, DrinkKind, Entry, Factor, FactorValue, FoodDay, FoodEntry, FoodId, Grams, Hours, Id, Meal,
    Night, NightAnswer, NightNote, NoStretching, Portion, Profile, Settings, Sign, Strain, Stretch, SupplementTaken, VolumeMl,
};
use crate::guide::Warning;
use crate::insights::median;
use crate::nutrition::{DayIntake, Food, LimitsDrinking, OverLimit, Person, catalogue, day_over_limits, drinking_goal_ml, usual_drinks};
use crate::store::{Reader, Records, StoreError, UsualDrink, UsualFood, UsualFoods};

/// How many usual drinks are offered at most, and how many usual foods at each meal: 8.
const USUAL: u8 = 8;

/// The fewest foods that are offered at a meal.
const OFFERED: usize = 6;

/// How many of the usual foods come before others in a search.
const KNOWN: u32 = 200;

/// Over how many nights the usual hours of sleep are taken.
const USUAL_SLEEP_NIGHTS: i64 = 28;

/// The foods that are offered at a meal while the diary knows too few.
const FIRST_FOODS: [&str; 6] = ["whole-wheat-bread", "banana", "apple", "plain-yogurt", "egg-boiled", "cheddar-cheese"];

/// What the diary knows of a night as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NightState {
    /// The night has not begun yet.
    Future,
    /// The person did not say whether it had cramps.
    NotLogged,
    /// The night had no cramps.
    NoCramps,
    /// The night had cramps, whether or not they are described.
    HadCramps,
}

/// How many records of some kinds a day has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RecordCounts {
    /// The number of drinks.
    pub drinks: usize,
    /// The number of stretching sessions.
    pub stretches: usize,
    /// The number of foods.
    pub foods: usize,
}

/// One date of the diary: a day with its records, and the night after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The day; the night of the same date follows it.
    pub day: Day,
    /// Today by the calendar.
    pub today: Day,
    /// The latest night that can be logged.
    pub latest_night: Night,
    /// The latest night of which the person can say that it had no cramps.
    pub latest_slept: Night,
    /// How the person reads and writes times.
    pub customs: Customs,
    /// What is known of the night as a whole.
    pub night_state: NightState,
    /// How much cramps disturbed the sleep; `None` if the person did not say.
    pub disturbed: Option<Disturbance>,
    /// How long the person slept; `None` if they did not say.
    pub slept: Option<Hours>,
    /// How long they usually sleep, to the half hour: the median of the 28 nights before. `None` if none of them says.
    pub usual_sleep: Option<Hours>,
    /// The note on the night; empty for none.
    pub note: String,
    /// The cramps of the night, in the order in which they were logged.
    pub cramps: Vec<Entry<Cramp>>,
    /// The drinks of the day.
    pub drinks: Vec<Entry<Drink>>,
    /// The volume of all drinks of the day, in ml.
    pub drunk_ml: u32,
    /// Why only the clinic can say how much the person should drink today; `None` if there is no such reason.
    pub limits_drinking: Option<LimitsDrinking>,
    /// The drinking goal in ml per day; `None` for a child, and with [`limits_drinking`](Self::limits_drinking), as long as the person has
    /// set none.
    pub goal_ml: Option<u16>,
    /// What the person usually logs of a day.
    pub usually_logged: Vec<Repeat>,
    /// The drinks to offer, the most usual first.
    pub usual_drinks: Vec<UsualDrink>,
    /// The stretching sessions of the day.
    pub stretches: Vec<Entry<Stretch>>,
    /// Whether the person said that they did not stretch on the day.
    pub no_stretching: bool,
    /// What the day asked of the legs.
    pub strain: Strain,
    /// Whether any strain was logged for the day before.
    pub strain_before: bool,
    /// The own factors to show, oldest first: those that are not retired, and retired ones that the day answers.
    pub factors: Vec<Entry<Factor>>,
    /// The answers of the day to own factors.
    pub factor_values: Vec<FactorValue>,
    /// Every own factor, retired or not, oldest first.
    pub all_factors: Vec<KnownFactor>,
    /// The supplements that were taken on the day.
    pub taken: Vec<Entry<SupplementTaken>>,
    /// Warnings about these supplements, given the medicines and diseases of the day, each once.
    pub to_avoid: Vec<Warning>,
    /// The supplements that were taken on the day before.
    pub taken_before: Vec<Entry<SupplementTaken>>,
    /// The signs of the day, in the order of [`SignKind::ALL`](crate::domain::SignKind::ALL).
    pub signs: Vec<Entry<Sign>>,
    /// The foods that were eaten on the day.
    pub foods: Vec<Entry<FoodEntry>>,
    /// What is to be said of the foods of the day, in whole sentences.
    pub said_of_foods: Vec<String>,
    /// What is to be said of the drinks of the day, in whole sentences.
    pub said_of_drinks: Vec<String>,
    /// The records of the day that stand in no other field: of every kind that has none here.
    pub rest: Records,
    /// The foods to offer at each meal of [`Meal::ALL`], the most usual at that meal first.
    pub usual_foods: [Vec<UsualFood>; 4],
    /// The most usual foods of the diary, which come before others in a search, the most usual first.
    pub known_foods: Vec<FoodId>,
    /// For each meal of [`Meal::ALL`] the latest earlier day with that meal; `None` if there is none within 60 days.
    pub last_meals: [Option<Day>; 4],
    /// The intake of the day from food, drinks and supplements.
    pub intake: DayIntake,
    /// The upper limits that the intake of the day passes.
    pub over_limits: Vec<OverLimit>,
    /// What was logged for the day before, which can be logged again.
    pub before: RecordCounts,
    /// Whether nothing is logged in the whole diary.
    pub diary_is_empty: bool,
    /// The settings of the diary.
    pub settings: Settings,
    /// The profile of the person.
    pub profile: Profile,
}

impl Page {
    /// What was logged for the day before and can be logged again, since the day has nothing of it.
    #[must_use]
    pub fn repeatable(&self) -> Vec<Repeat> {
        let stretched = !self.stretches.is_empty() || self.no_stretching;
        let kinds = [
            (Repeat::Drinks, self.drinks.is_empty(), self.before.drinks),
            (Repeat::Food, self.foods.is_empty(), self.before.foods),
            (Repeat::Stretching, !stretched, self.before.stretches),
            (Repeat::Supplements, self.taken.is_empty(), self.taken_before.len()),
        ];
        kinds.into_iter().filter(|(_, is_free, before)| *is_free && *before > 0).map(|(what, ..)| what).collect()
    }

    /// Whether the night is answered, and the day has something of all that the person usually logs. Returns `false` while nothing is usual.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        let is_answered = matches!(self.night_state, NightState::NoCramps | NightState::HadCramps);
        let is_logged = |row: &Repeat| match row {
            Repeat::Drinks => !self.drinks.is_empty(),
            Repeat::Food | Repeat::Meal(_) => !self.foods.is_empty(),
            Repeat::Stretching => !self.stretches.is_empty() || self.no_stretching,
            Repeat::Supplements => !self.taken.is_empty(),
        };
        is_answered && !self.usually_logged.is_empty() && self.usually_logged.iter().all(is_logged)
    }

    /// The night after the day.
    #[must_use]
    pub fn night(&self) -> Night {
        Night::new(self.day.date())
    }

    /// The answer of the day to a factor. Returns `None` if it has none.
    #[must_use]
    pub fn factor_value(&self, factor: Id<Factor>) -> Option<f64> {
        self.factor_values.iter().find(|said| said.factor == factor).map(FactorValue::value)
    }

    /// What stands in the place of a goal where the volume is what people drank, and no target: "people in the US drink about 3,000 ml".
    /// Returns `None` if there is no goal, or it is a goal.
    #[must_use]
    pub fn survey_words(&self) -> Option<String> {
        let is_own = self.settings.hydration_goal_ml.is_some();
        let usual = if is_own || self.goal_ml.is_none() { None } else { usual_drinks(&self.person()) };
        usual?.survey_words()
    }

    /// The person as they are on the day, for looking up reference intakes.
    #[must_use]
    pub fn person(&self) -> Person {
        Person::on(&self.profile, self.day)
    }
}

impl Diary {
    /// Reads a date: its day, and the night after it.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn page(&self, day: Day) -> Result<Page, StoreError> {
        let (read, date, before) = (self.read(), day.date(), day.plus(-1));
        let latest_night = self.latest_night()?;
        let (settings, profile) = (self.settings()?, read.profile()?);
        let said = read.on::<NightNote>(date)?.pop().map(|entry| entry.value);
        let cramps = read.on::<Cramp>(date)?;
        let mut of_day = read.records_of_day(day)?;
        let (drinks, taken) = (of_day.take::<Drink>(), of_day.take::<SupplementTaken>());
        let said = said.unwrap_or_else(|| NightNote::nothing(Night::new(date)));
        let factor_values: Vec<_> = of_day.take::<FactorValue>().into_iter().map(|entry| entry.value).collect();
        let all_factors = known_factors(read)?;
        let (intake, person) = (self.day_held(day)?, Person::on(&profile, day));
        let foods: Vec<Entry<FoodEntry>> = of_day.take();
        let limits_drinking = self.limits_drinking()?;
        let said_of_drinks = self.said_of_logged([], drinks.iter().map(|entry| &entry.value))?;
        Ok(Page {
            day,
            today: self.latest_day(),
            latest_night,
            latest_slept: self.latest_slept()?,
            customs: Customs::chosen(profile.country, self.chosen),
            night_state: night_state(&said, latest_night),
            disturbed: said.disturbed,
            slept: said.slept,
            usual_sleep: usual_sleep(read, before)?,
            note: said.note,
            cramps,
            drunk_ml: drinks.iter().map(|entry| u32::from(entry.value.volume.get())).sum(),
            drinks,
            goal_ml: drinking_goal_ml(settings, &person, limits_drinking.as_ref()),
            limits_drinking,
            usually_logged: self.usually_logged(day)?,
            usual_drinks: with_first_drinks(read.usual_drinks(before, USUAL.into())?),
            stretches: of_day.take(),
            no_stretching: !of_day.take::<NoStretching>().is_empty(),
            strain: of_day.take::<Strain>().pop().map_or_else(|| Strain::nothing(day), |entry| entry.value),
            strain_before: !read.on::<Strain>(before.date())?.is_empty(),
            factors: asked_for(&all_factors, &factor_values),
            factor_values,
            all_factors,
            to_avoid: if taken.is_empty() { Vec::new() } else { self.taking(day)?.to_avoid(taken.iter().map(|entry| &entry.value)) },
            taken,
            taken_before: read.on(before.date())?,
            signs: by_kind(of_day.take()),
            said_of_foods: self.said_of_logged(foods.iter().map(|entry| &entry.value), [])?,
            said_of_drinks,
            foods,
            rest: of_day.without::<FoodDay>(),
            usual_foods: usual_at_meals(read, before)?,
            known_foods: read.frequent_foods(day, KNOWN)?,
            last_meals: last_meals(read, day)?,
            over_limits: day_over_limits(&intake, &person, profile.limits_region()),
            intake,
            before: RecordCounts {
                drinks: read.on::<Drink>(before.date())?.len(),
                stretches: read.on::<Stretch>(before.date())?.len(),
                foods: read.on::<FoodEntry>(before.date())?.len(),
            },
            diary_is_empty: read.is_empty()?,
            settings,
            profile,
        })
    }
}

fn by_kind(mut signs: Vec<Entry<Sign>>) -> Vec<Entry<Sign>> {
    signs.sort_by_key(|entry| entry.value.kind);
    signs
}

/// The median of the hours slept in the 28 nights up to `last`, to the half hour. It moves slowly, so that offered values keep their
/// place. Returns `None` if none of the nights says.
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

/// Adds what people drink most, one usual glass or cup each, until 6 drinks are offered.
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

/// The foods to offer at each meal: first those usual at that meal, then those usual at any, then those that many people eat. So a
/// food can be logged without typing from the first day.
fn usual_at_meals(read: Reader<'_>, until: Day) -> Result<[Vec<UsualFood>; 4], StoreError> {
    let UsualFoods { mut at_meals, at_any } = read.usual_foods(until, USUAL.into())?;
    // The catalogue is asked only where the diary names too few foods: reading it takes a part of the first frame.
    let first = || FIRST_FOODS.iter().filter_map(|id| catalogue().food(&FoodId::new(id))).filter_map(usual_portion);
    for usual in &mut at_meals {
        fill_up(usual, at_any.iter().cloned());
        fill_up(usual, first());
    }
    Ok(at_meals)
}

/// Adds foods that are not offered yet until there are [`OFFERED`].
fn fill_up(usual: &mut Vec<UsualFood>, mut more: impl Iterator<Item = UsualFood>) {
    while usual.len() < OFFERED
        && let Some(next) = more.next()
    {
        if usual.iter().all(|known| known.food != next.food) {
            usual.push(next);
        }
    }
}

/// A food of the catalogue in its usual portion. Returns `None` if that weighs too much or too little to be logged.
fn usual_portion(food: &Food) -> Option<UsualFood> {
    let Portion { label, grams } = food.usual_portion();
    let (per_100_g, amount) = (Some(food.per_100_g), Grams::new(*grams).ok()?);
    Some(UsualFood { food: food.id.clone(), name: food.name.clone(), per_100_g, amount, portion: label.clone() })
}

/// For each meal of [`Meal::ALL`] the latest day before `before` with that meal.
fn last_meals(read: Reader<'_>, before: Day) -> Result<[Option<Day>; 4], StoreError> {
    let last = |meal| read.last_meal(meal, before);
    Ok([last(Meal::Breakfast)?, last(Meal::Lunch)?, last(Meal::Dinner)?, last(Meal::Snack)?])
}
