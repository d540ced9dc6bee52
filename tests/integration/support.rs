//! Diaries to test with, and records in few words: `a_cramp("2026-11-19").severity(4)`.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta};
use cramp_diary::{
    clock::{Clock, FixedClock},
    diary::{
        Command, CrampCommand, Diary, DiaryError, Done, DrinkCommand, FactorCommand, FoodCommand, KitchenCommand, StretchCommand,
        SupplementCommand, example,
    },
    domain::{
        Cramp, CrampTime, Day, Dose, Doses, Drink, DrinkKind, Factor, FactorKind, FactorValue, FoodEntry, FoodId, Grams, Helped, Id,
        Ingredient, Meal, Minutes, Muscle, Night, Nutrient, OwnFood, OwnName, Recipe, Relief, Severity, Side, Stretch, StretchName,
        StretchTime, Supplement, Tried, VolumeMl,
    },
    store::{Access, Dated, Store},
};
use std::{
    path::{Path, PathBuf},
    sync::Mutex,
};
use tempfile::TempDir;

/// When everything happens: a Friday morning, so that the latest night is that of the 19th.
pub(crate) const MORNING: &str = "2026-11-20T07:00:00+01:00";

pub(crate) fn moment(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

/// A clock that stands at [`MORNING`].
pub(crate) fn clock() -> Box<dyn Clock> {
    Box::new(FixedClock(moment(MORNING)))
}

/// A clock that goes on by a second each time somebody looks, so that no two steps share an instant.
#[derive(Debug)]
struct SteppingClock(Mutex<DateTime<FixedOffset>>);

impl Clock for SteppingClock {
    fn now(&self) -> DateTime<FixedOffset> {
        let mut next = self.0.lock().unwrap();
        let now = *next;
        *next += TimeDelta::seconds(1);
        now
    }

    fn at(&self, wall: NaiveDateTime) -> DateTime<FixedOffset> {
        FixedClock(*self.0.lock().unwrap()).at(wall)
    }
}

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn night(text: &str) -> Night {
    Night::new(date(text))
}

pub(crate) fn day(text: &str) -> Day {
    Day::new(date(text))
}

/// A diary in a folder of its own, which goes with it.
pub(crate) struct TestDiary {
    pub(crate) diary: Diary,
    folder: TempDir,
}

impl TestDiary {
    /// An empty diary in the morning of 20 November 2026.
    pub(crate) fn new() -> Self {
        Self::under(Box::new(SteppingClock(Mutex::new(moment(MORNING)))))
    }

    /// An empty diary at another time.
    pub(crate) fn at(now: &str) -> Self {
        Self::under(Box::new(FixedClock(moment(now))))
    }

    fn under(clock: Box<dyn Clock>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("diary.sqlite"), Access::Create).unwrap();
        Self { diary: Diary::with_seed(store, clock, 7), folder }
    }

    /// The example diary of so many nights.
    pub(crate) fn example(nights: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("diary.sqlite"), Access::Create).unwrap();
        let diary = example(store, night("2026-11-19"), nights, 1, clock()).unwrap();
        Self { diary, folder }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("diary.sqlite")
    }

    /// Closes the diary; the folder stays for as long as what is returned.
    pub(crate) fn close(self) -> (PathBuf, TempDir) {
        (self.path(), self.folder)
    }

    /// Carries out what must not be refused.
    #[track_caller]
    pub(crate) fn with(mut self, command: impl Into<Command>) -> Self {
        self.log(command);
        self
    }

    /// The same, for a diary that stays where it is.
    #[track_caller]
    pub(crate) fn log(&mut self, command: impl Into<Command>) -> Done {
        self.diary.execute(command.into()).unwrap()
    }

    /// Why a command is refused.
    #[track_caller]
    pub(crate) fn refused(&mut self, command: impl Into<Command>) -> DiaryError {
        self.diary.execute(command.into()).unwrap_err()
    }

    /// The id of the only entry of a date.
    #[track_caller]
    pub(crate) fn only<R: Dated>(&self, on: &str) -> Id<R> {
        let entries = self.diary.read().on::<R>(date(on)).unwrap();
        assert_eq!(entries.len(), 1, "entries on {on}");
        entries[0].id
    }
}

/// A second connection to a diary, to look at its rows.
pub(crate) fn raw(path: &Path) -> rusqlite::Connection {
    #[expect(clippy::disallowed_methods, reason = "a test looks at the file behind the store's back")]
    let connection = rusqlite::Connection::open(path);
    connection.unwrap()
}

/// Declares a builder around a record that is logged by one command.
macro_rules! builder {
    ($builder:ident, $record:ident, $command:ident::$log:ident) => {
        #[derive(Clone)]
        pub(crate) struct $builder($record);

        impl $builder {
            pub(crate) fn record(self) -> $record {
                self.0
            }
        }

        impl From<$builder> for Command {
            fn from(builder: $builder) -> Self {
                $command::$log(builder.0).into()
            }
        }
    };
}

builder!(ACramp, Cramp, CrampCommand::Log);
builder!(ADrink, Drink, DrinkCommand::Log);
builder!(AFood, FoodEntry, FoodCommand::Log);
builder!(AStretch, Stretch, StretchCommand::Log);
builder!(AnOwnFood, OwnFood, KitchenCommand::AddFood);
builder!(ARecipe, Recipe, KitchenCommand::AddRecipe);
builder!(ASupplement, Supplement, SupplementCommand::Add);
builder!(AFactor, Factor, FactorCommand::Add);

/// A cramp in the left calf, of severity 5.
pub(crate) fn a_cramp(of: &str) -> ACramp {
    ACramp(Cramp::new(night(of), Muscle::Calf, Side::Left, Severity::new(5).unwrap()))
}

impl ACramp {
    pub(crate) fn severity(mut self, severity: u8) -> Self {
        self.0.severity = Severity::new(severity).unwrap();
        self
    }

    pub(crate) fn began(mut self, at: &str) -> Self {
        self.0.time = CrampTime::Exact(moment(at));
        self
    }

    pub(crate) fn lasted(mut self, minutes: f64) -> Self {
        self.0.duration = Some(Minutes::new(minutes).unwrap());
        self
    }

    pub(crate) fn tried(mut self, relief: Relief, helped: Option<Helped>) -> Self {
        self.0.tried.push(Tried { relief, helped });
        self
    }

    pub(crate) fn noted(mut self, note: &str) -> Self {
        note.clone_into(&mut self.0.note);
        self
    }
}

/// A glass of water, 250 ml.
pub(crate) fn a_drink(on: &str) -> ADrink {
    ADrink(Drink { day: day(on), kind: DrinkKind::Water, volume: VolumeMl::new(250).unwrap(), time: None })
}

impl ADrink {
    pub(crate) fn of(mut self, kind: DrinkKind) -> Self {
        self.0.kind = kind;
        self
    }

    pub(crate) fn ml(mut self, ml: u32) -> Self {
        self.0.volume = VolumeMl::new(ml).unwrap();
        self
    }

    pub(crate) fn at(mut self, time: &str) -> Self {
        self.0.time = Some(moment(time));
        self
    }
}

/// A medium banana for breakfast.
pub(crate) fn a_food(on: &str) -> AFood {
    AFood(FoodEntry {
        day: day(on),
        food: FoodId::new("banana"),
        name: "Banana".to_owned(),
        per_100_g: None,
        amount: Grams::new(118.0).unwrap(),
        portion: "1 medium".to_owned(),
        meal: Some(Meal::Breakfast),
        time: None,
    })
}

impl AFood {
    pub(crate) fn of(mut self, food: &str) -> Self {
        (self.0.food, self.0.name) = (FoodId::new(food), food.to_owned());
        self
    }

    pub(crate) fn grams(mut self, grams: f64) -> Self {
        (self.0.amount, self.0.portion) = (Grams::new(grams).unwrap(), String::new());
        self
    }

    pub(crate) fn at(mut self, meal: Meal) -> Self {
        self.0.meal = Some(meal);
        self
    }
}

/// The bedtime routine, three minutes.
pub(crate) fn a_stretch(on: &str) -> AStretch {
    AStretch(Stretch {
        day: day(on),
        name: StretchName::new("bedtime_routine").unwrap(),
        dose: Dose::Time(Minutes::new(3.0).unwrap()),
        time: StretchTime::Bedtime,
    })
}

impl AStretch {
    pub(crate) fn minutes(mut self, minutes: f64) -> Self {
        self.0.dose = Dose::Time(Minutes::new(minutes).unwrap());
        self
    }

    pub(crate) fn holds(mut self, sets: u32, holds: u32) -> Self {
        self.0.dose = Dose::holds(sets, holds).unwrap();
        self
    }
}

/// A bar of 40 g with 100 mg magnesium and 1.5 g protein in 100 g; nothing else is known.
pub(crate) fn an_own_food(name: &str) -> AnOwnFood {
    AnOwnFood(OwnFood {
        name: OwnName::new(name).unwrap(),
        portion: "1 bar".to_owned(),
        portion_weight: Grams::new(40.0).unwrap(),
        barcode: None,
        per_100_g: [(Nutrient::Magnesium, 100.0), (Nutrient::Protein, 1.5)].into_iter().collect(),
    })
}

/// Two portions of 50 g of something with 130 mg magnesium in 100 g.
pub(crate) fn a_recipe(name: &str) -> ARecipe {
    let oats = Ingredient {
        food: FoodId::new("oats-dry"),
        name: "Rolled oats, dry".to_owned(),
        amount: Grams::new(100.0).unwrap(),
        portion: String::new(),
        per_100_g: [(Nutrient::Magnesium, 130.0)].into_iter().collect(),
    };
    ARecipe(Recipe { name: OwnName::new(name).unwrap(), ingredients: vec![oats], cooked_weight: None, portions: 2.0 })
}

impl ARecipe {
    pub(crate) fn cooked(mut self, grams: f64) -> Self {
        self.0.cooked_weight = Some(Grams::new(grams).unwrap());
        self
    }

    pub(crate) fn with_recipe(mut self, recipe: Id<Recipe>) -> Self {
        let mut part = self.0.ingredients[0].clone();
        (part.food, part.name) = (FoodId::recipe(recipe), "another recipe".to_owned());
        self.0.ingredients.push(part);
        self
    }
}

/// A tablet with 100 mg magnesium, one each day.
pub(crate) fn a_supplement(name: &str) -> ASupplement {
    ASupplement(Supplement {
        name: OwnName::new(name).unwrap(),
        dose: "1 tablet".to_owned(),
        per_dose: [(Nutrient::Magnesium, 100.0)].into_iter().collect(),
        daily: Some(Doses::ONE),
        prescribed: false,
    })
}

/// A factor of one's own that is asked for.
pub(crate) fn a_factor(name: &str, kind: FactorKind) -> AFactor {
    AFactor(Factor::new(OwnName::new(name).unwrap(), kind))
}

impl AFactor {
    pub(crate) fn of_unit(mut self, unit: &str) -> Self {
        self.0.unit = Factor::unit(unit).unwrap();
        self
    }
}

/// The answer of a factor on a day.
pub(crate) fn answered(on: &str, factor: Id<Factor>, value: f64) -> Command {
    Command::Factor(FactorCommand::Answer(FactorValue::of_any_kind(day(on), factor, value).unwrap()))
}
