//! Foods and what is in them: catalogue, search, intake, reference intakes, suggestions.
//!
//! Functions take slices and return figures. This module knows neither the diary file nor the clock nor the window.

mod catalogue;
mod columns;
mod drinking;
mod drinks;
mod filter;
mod food;
mod imported;
mod intake;
mod limits;
#[cfg(test)]
mod limits_tests;
mod own;
mod person;
mod rank;
mod reference;
mod reference_table;
#[cfg(test)]
mod reference_tests;
#[cfg(test)]
mod region_tests;
mod rules;
mod search;
mod short;
mod source;
mod suggest;
#[cfg(test)]
mod suggest_tests;
mod summary;
mod supplements;
mod wording;

pub use catalogue::{Catalogue, FoodRowError, catalogue, food_from_row};
pub use columns::{CHECK_COLUMN, row_check};
pub use drinking::{HYDRATION_GOAL_ML, LimitsDrinking, UsualDrinks, drinking_goal_ml, limits_drinking, usual_drinks};
pub use drinks::{DrinkContent, drink_content};
pub use filter::FoodFilter;
pub use food::{Food, FoodGroup, Tags};
pub use imported::imported_food;
pub use intake::{COMPLETE_DAY_FOODS, COMPLETE_DAY_KCAL, DayIntake, Eaten, EatenWhat, IntakePart, day_intake, unknown_share};
pub use limits::{Counts, Limit, LimitKind, OverLimit, day_over_limits, doses_over_limits, limit, over_limit, product_over_limits};
pub use own::{UNKNOWN_SHARE, own_food, recipe_food};
pub use person::{Person, Stage};
pub use rank::{LeftOut, Per, Ranked, Richest, nothing_to_list, rich_foods, rich_in, rich_in_for};
pub use reference::{ADULT, Reference, reference, reference_over, requirement, requirement_over, total_water, total_water_over};
pub use reference_table::ReferenceKind;
pub use rules::{AskedFood, Eater, EatersMedicine, HeldRule, HeldRules};
pub use search::{FoodIndex, FoodIndexBuilder, Hit, Named};
pub use short::{HowShort, MeanIntake, Shortage, how_short, shortages};
pub use source::{FoodSource, FoundationPart, Release, UsdaSource};
pub use suggest::{FoodWords, Habits, Restriction, Suggestion, Suggestions, Wish, WithheldFood, suggestions};
pub use summary::{Giver, IntakeFigures, IntakeSummary, LoggedDay, MIN_DAYS, NutrientIntake, WaterFigures, WaterIntake, intake_summary};
pub use supplements::{UsualSupplement, dose_words, international_units, usual_supplements};
pub use wording::{no_goal_words, range_words, region_words};
