//! Whether the food of a day is completely logged, and what the person thinks of suggested foods.

use super::keyed::keyed_enum;
use super::{Day, FoodId};

/// What the person said about whether all food of a day is logged. It counts even if the entries look otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoodDay {
    /// The day.
    pub day: Day,
    /// Whether everything that was eaten on the day is logged.
    pub complete: bool,
}

keyed_enum! {
    /// What a person thinks of a suggested food.
    Opinion, "opinion" {
        /// The person wants to try it: it is kept on a short list.
        ToTry = "to_try", "To try";
        /// The person does not want to see it suggested.
        NotForMe = "not_for_me", "Not for me";
    }
}

/// The person's opinion of a food. A food has at most one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoodOpinion {
    /// The food.
    pub food: FoodId,
    /// The name of the food when the opinion was given.
    pub name: String,
    /// The opinion.
    pub opinion: Opinion,
}
