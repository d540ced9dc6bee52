//! Foods and what is in them: catalogue, search, intake, reference intakes, suggestions.
//!
//! Slices in, findings out: nothing here knows the database, the clock or the window.

mod catalogue;
mod columns;
mod drinks;
mod filter;
mod food;
mod intake;
mod own;
mod rank;
mod reference;
mod search;
mod source;
mod suggest;
mod supplements;

pub use catalogue::{Catalogue, FoodRowError, catalogue, food_from_row};
pub use columns::{CHECK_COLUMN, row_check};
pub use drinks::{DrinkContent, drink_content};
pub use filter::FoodFilter;
pub use food::{Food, FoodGroup, Tags};
pub use intake::{COMPLETE_DAY_FOODS, COMPLETE_DAY_KCAL, DayIntake, Eaten, day_intake};
pub use own::{UNKNOWN_SHARE, own_food, recipe_food};
pub use rank::{Per, Ranked, rich_in};
pub use reference::{ADULT, HYDRATION_GOAL_ML, Reference, hydration_goal_ml, reference};
pub use search::{FoodIndex, FoodIndexBuilder, Hit, Named, search};
pub use source::{FoodSource, FoundationPart, Release, UsdaSource};
pub use suggest::{MIN_DAYS, Shortage, Suggestion, shortages, suggestions};
pub use supplements::{UsualSupplement, dose_words, usual_supplements};
