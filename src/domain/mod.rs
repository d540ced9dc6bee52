//! The diary's words as types.
//!
//! Everything here is plain data: it knows no database, no window and no clock, and cannot fail in
//! other ways than "this value is not allowed". Start with [`Night`] and [`Day`], which say to what
//! date a moment belongs, then look at one record, for example [`Drink`].
//!
//! A record as a person gives it is a plain struct ([`Cramp`]); once saved it is an
//! [`Entry<Cramp>`](Entry) with an id and the instants of its making and last change.

mod acknowledged;
mod clean;
mod country;
mod cramp;
mod customs;
mod date_order;
mod day;
mod drink;
mod entry;
mod factor;
mod food;
mod hour_clock;
mod imported;
mod in_words;
mod io_words;
mod keyed;
mod known_sign;
mod measure;
mod medicine;
mod night;
mod night_range;
mod nutrient;
mod opinion;
mod own_food;
mod panels;
mod profile;
mod settings;
mod sign;
mod sign_group;
mod sign_help;
mod strain;
mod stretch;
mod supplement;
mod tables;
mod typed;
mod units;
mod week_start;
mod words;

pub use acknowledged::{Acknowledged, FlagKey};
pub use clean::{clean_line, clean_note, printable};
pub use country::Country;
pub use cramp::{Cramp, CrampTime, Helped, Muscle, Relief, Side, Tried, place};
pub use customs::{ChosenCustoms, Customs};
pub use date_order::DateOrder;
pub use day::{Day, DayRules, EndsBeforeItBegins, Hour, in_order};
pub use drink::{Drink, DrinkKind};
pub use entry::{Entry, Id};
pub use factor::{Factor, FactorKind, FactorValue};
pub use food::{FoodEntry, FoodId, Meal};
pub use hour_clock::HourClock;
pub use imported::{Barcode, DataType, Import, ImportId, ImportPart, ImportedFood};
pub use in_words::InWords;
pub use io_words::io_words;
pub use keyed::UnknownKey;
pub(crate) use keyed::keyed_enum;
pub use known_sign::{KnownSign, SignGone};
pub use measure::{Measure, UnknownMeasure, ValueKind};
pub use medicine::{ClassKey, Course, Medicine};
pub use night::{Night, NightAnswer, NightNote};
pub use night_range::NightRange;
pub use nutrient::{Amounts, Nutrient, UnknownNutrient};
pub use opinion::{FoodDay, FoodOpinion, Opinion};
pub use own_food::{Ingredient, OwnFood, OwnName, Portion, Recipe};
pub use panels::Panels;
pub use profile::{Allergen, Condition, Diet, Period, Profile, Region, Sex};
pub use settings::{Settings, ThemeChoice};
pub use sign::{IF_NOW, Sign, SignCourse, SignKind};
pub use sign_group::SignGroup;
pub use strain::{Effort, Exercise, Strain, StrainPart};
pub use stretch::{Dose, NoStretching, Stretch, StretchName, StretchTime};
pub use supplement::{Doses, Supplement, SupplementTaken};
pub use tables::ReferenceTables;
pub use typed::{
    DateRules, FluidMeasures, FoodLine, Helping, Quantity, SaidDate, SaidTime, Tense, TypedError, WholeNumber, amount_of, food_lines,
    hours_of, minutes_of_exercise, number_to_type, plain_number,
};
pub use units::{Disturbance, Grams, Hours, Minutes, OutOfRange, Severity, VolumeMl};
pub use week_start::WeekStart;
pub(crate) use words::push_without_accent;
pub use words::{as_f64, capitalised, checked_note, counted, each_once, grouped, joined_with_and, percent, tenths, uncapitalised};
