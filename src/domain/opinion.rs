//! What a person says about days of food, and about foods.

use super::keyed::keyed_enum;
use super::{Day, FoodId};

/// Whether the food of a day is all there, said by the person: it outranks what the entries look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoodDay {
    /// The day.
    pub day: Day,
    /// Whether everything eaten is logged.
    pub complete: bool,
}

keyed_enum! {
    /// What a person thinks of a suggested food.
    Opinion, "opinion" {
        /// Wants to try it: it stands on a short list.
        ToTry = "to_try", "To try";
        /// Does not want to see it suggested.
        NotForMe = "not_for_me", "Not for me";
    }
}

/// What a person thinks of a food; at most one opinion a food.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoodOpinion {
    /// Which food.
    pub food: FoodId,
    /// Its name when it was said.
    pub name: String,
    /// What they think of it.
    pub opinion: Opinion,
}
