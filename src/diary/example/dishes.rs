//! The food of the made-up person.

use crate::diary::{Command, FoodCommand, SplitMix64};
use crate::domain::{Day, FoodEntry, FoodId, Meal};
use crate::nutrition::catalogue;

/// Logs a random dish for each meal of a day.
pub(super) fn food(random: &mut SplitMix64, day: Day, commands: &mut Vec<Command>) {
    for (meal, dishes) in [(Meal::Breakfast, BREAKFASTS), (Meal::Lunch, LUNCHES), (Meal::Dinner, DINNERS), (Meal::Snack, SNACKS)] {
        let dish = dishes[random.below(dishes.len())];
        let foods = dish.iter().filter_map(|id| usual_portion(id, day, meal));
        commands.extend(foods.map(FoodCommand::Log).map(Command::Food));
    }
}

fn usual_portion(id: &str, day: Day, meal: Meal) -> Option<FoodEntry> {
    let entry = catalogue().food(&FoodId::new(id))?.usual_entry(day)?;
    Some(FoodEntry { meal: Some(meal), ..entry })
}

const BREAKFASTS: &[&[&str]] = &[
    &["oatmeal-cooked", "banana", "whole-milk"],
    &["whole-wheat-bread", "whole-wheat-bread", "butter", "jam"],
    &["bread-roll", "butter", "egg-boiled", "orange"],
    &["muesli", "plain-yogurt", "blueberries"],
    &["white-bread", "white-bread", "gouda-cheese", "tomato"],
];

const LUNCHES: &[&[&str]] = &[
    &["ham-sandwich", "apple"],
    &["cheese-pizza", "cheese-pizza", "romaine-lettuce"],
    &["lentils-cooked", "bread-roll", "carrots-raw"],
    &["pasta-cooked", "pasta-sauce", "parmesan"],
    &["vegetable-soup", "baguette", "baguette", "plain-yogurt"],
    &["fried-rice", "cucumber"],
];

const DINNERS: &[&[&str]] = &[
    &["chicken-breast-cooked", "white-rice-cooked", "broccoli-cooked", "olive-oil"],
    &["salmon-cooked", "boiled-potato", "boiled-potato", "spinach-cooked"],
    &["beef-cooked-lean", "mashed-potatoes", "green-beans-cooked"],
    &["spaghetti-with-meat-sauce", "bell-pepper-red", "mozzarella"],
    &["omelette", "rye-bread", "rye-bread", "cheddar-cheese", "tomato"],
    &["lasagne", "romaine-lettuce", "olive-oil"],
];

const SNACKS: &[&[&str]] = &[
    &["almonds", "apple"],
    &["milk-chocolate", "banana"],
    &["chocolate-chip-cookies", "pear"],
    &["potato-chips", "grapes"],
    &["fruit-yogurt", "walnuts"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_food_of_the_example_is_in_the_catalogue() {
        for id in [BREAKFASTS, LUNCHES, DINNERS, SNACKS].concat().concat() {
            assert!(catalogue().food(&FoodId::new(id)).is_some(), "{id}");
        }
    }
}
