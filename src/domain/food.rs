//! Foods that were eaten.

use super::keyed::keyed_enum;
use super::{Amounts, Day, Grams};
use chrono::{DateTime, FixedOffset};
use std::fmt;

/// The id of a food, stable across releases: "almonds" in the catalogue, "own:…", "recipe:…" and "fdc:…" for others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FoodId(String);

impl FoodId {
    /// The id with these characters.
    #[must_use]
    pub fn new(slug: &str) -> Self {
        Self(slug.to_owned())
    }

    /// The characters of the id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FoodId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

keyed_enum! {
    /// The meal at which a food was eaten.
    Meal, "meal" {
        /// Breakfast.
        Breakfast = "breakfast", "Breakfast";
        /// Lunch.
        Lunch = "lunch", "Lunch";
        /// Dinner.
        Dinner = "dinner", "Dinner";
        /// Between meals.
        Snack = "snack", "Snack";
    }
}

/// One food that was eaten.
#[derive(Debug, Clone, PartialEq)]
pub struct FoodEntry {
    /// The day it belongs to.
    pub day: Day,
    /// The food.
    pub food: FoodId,
    /// Its name when it was logged, so that the past stays readable whatever the catalogue becomes.
    pub name: String,
    /// What 100 g of it contained when it was logged, so that changing the food leaves the past alone. `None` in entries from before
    /// format 2, which follow the catalogue.
    pub per_100_g: Option<Amounts>,
    /// The amount that was eaten, 0.1 to 5,000 g.
    pub amount: Grams,
    /// The household measure in which it was given, such as "1 medium"; empty when given in grams.
    pub portion: String,
    /// The meal; `None` if the person did not say.
    pub meal: Option<Meal>,
    /// The local time with its UTC offset; `None` if the person did not say when.
    pub time: Option<DateTime<FixedOffset>>,
}

impl FoodEntry {
    /// Name and amount in words: "Banana, 1 medium (118 g)".
    #[must_use]
    pub fn summary(&self) -> String {
        // Some portions name their weight already: "1 oz (28 g)".
        if self.portion.ends_with(" g)") {
            return format!("{}, {}", self.name, self.portion);
        }
        if self.portion.is_empty() {
            return format!("{}, {}", self.name, self.amount);
        }
        format!("{}, {} ({})", self.name, self.portion, self.amount)
    }
}
