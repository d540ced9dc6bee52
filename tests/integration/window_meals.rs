//! Food on Today: meal by meal from the keyboard, amounts behind the words, meals and days again.

use super::support::{a_food, an_own_food};
use super::window_support::{HOME, Morning};
use cramp_diary::{
    diary::{Command, FoodCommand},
    domain::{FoodEntry, Meal},
};
use egui::Key;

/// Letters of the searches do not count as interactions.
fn interactions(morning: &mut Morning, letters: usize) -> usize {
    let (presses, keys) = morning.effort();
    presses + keys - letters
}

#[test]
fn a_day_of_four_meals_and_twelve_foods_takes_at_most_forty_interactions_on_the_keyboard() {
    let day = [
        ["porridge", "banana", "almonds 2"],
        ["whole wheat bread", "cheddar", "tomato raw"],
        ["salmon cooked", "potato boiled 1 1/2", "broccoli cooked"],
        ["apple", "yogurt plain 150 g", "walnuts 1/2"],
    ];
    let mut morning = Morning::started();
    morning.key(Key::F);
    let mut letters = 0;
    for (place, meal) in day.iter().enumerate() {
        if place > 0 {
            // Enter in the empty field: the next meal.
            morning.key(Key::Enter);
        }
        for food in meal {
            letters += food.chars().count();
            morning.types(food).key(Key::Enter);
        }
    }
    let count = interactions(&mut morning, letters);
    assert!(count <= 40, "{count} interactions");
    let foods = morning.saved().foods;
    assert_eq!(foods.len(), 12, "{:?}", morning.day());
    for (place, entry) in foods.iter().enumerate() {
        assert_eq!(entry.value.meal, Some(Meal::ALL[place / 3]), "{}", entry.value.name);
        assert!(entry.value.per_100_g.is_some(), "what was in it is kept");
    }
    let told: Vec<_> = foods.iter().map(|entry| entry.value.portion.as_str()).collect();
    assert!(
        told[2].starts_with("2 × ") && told[7].starts_with("1.5 × ") && told[10].is_empty() && told[11].starts_with("1/2 × "),
        "{told:?}"
    );
}

#[test]
fn a_day_of_food_like_the_one_before_is_one_press() {
    let foods = ["almonds", "banana", "apple"].map(|food| Command::from(a_food("2026-11-18").of(food)));
    let mut morning = Morning::after(foods);
    morning.press("Same food as the day before");
    assert_eq!(interactions(&mut morning, 0), 1);
    assert_eq!(morning.saved().foods.len(), 3);
}

#[test]
fn a_meal_comes_again_from_the_last_day_that_had_it() {
    let dinner = FoodEntry { meal: Some(Meal::Dinner), ..a_food("2026-11-16").of("walnuts").record() };
    let mut morning = Morning::after([a_food("2026-11-18").into(), Command::Food(FoodCommand::Log(dinner))]);
    morning.press("Dinner").press("Same dinner as on Mon 16 Nov");
    let foods = morning.saved().foods;
    assert_eq!(
        foods.iter().map(|entry| (entry.value.food.as_str(), entry.value.meal)).collect::<Vec<_>>(),
        [("walnuts", Some(Meal::Dinner))]
    );
    assert!(!morning.has("Same dinner as on Mon 16 Nov"), "it is there now");
}

#[test]
fn an_amount_that_cannot_be_eaten_is_said_and_the_words_stay() {
    let mut morning = Morning::started();
    for typed in ["banana 99999 g", "banana 99999", "banana 0"] {
        morning.press("Add a food").types(typed).key(Key::Enter).sees("is not allowed");
        assert_eq!(morning.text_in("Add a food"), typed);
        assert!(morning.saved().foods.is_empty());
        morning.chord(egui::Modifiers::COMMAND, Key::A).key(Key::Delete);
    }
}

#[test]
fn the_arrows_choose_among_what_was_found() {
    let mut morning = Morning::started();
    morning.key(Key::F).types("rice").key(Key::ArrowDown).key(Key::Enter);
    let first = morning.saved().foods[0].value.name.clone();
    assert_ne!(first, "White rice, cooked");
    morning.types("rice").key(Key::Enter);
    assert!(
        morning.saved().foods.iter().any(|entry| entry.value.name.starts_with("White rice"))
            || morning.saved().foods[1].value.name == first
    );
}

#[test]
fn what_one_has_eaten_comes_first_and_food_of_ones_own_is_found() {
    let mut morning = Morning::after([a_food("2026-11-18").of("rice-cakes").into(), an_own_food("Zebra bars").into()]);
    morning.key(Key::F).types("zebra").key(Key::Enter);
    assert_eq!(morning.day(), ["Zebra bars, 1 bar (40 g)"]);
}

#[test]
fn a_day_is_marked_complete_or_not_and_the_mark_is_taken_back() {
    let mut morning = Morning::after([a_food(HOME).into()]);
    morning.sees("not a full day yet");
    morning.press("All food is logged").sees("counts as a full day");
    assert_eq!(morning.saved().intake.complete, Some(true));
    morning.press("Not all food is logged").sees("not a full day yet").press("Not all food is logged");
    assert_eq!(morning.saved().intake.complete, None);
}

#[test]
fn an_entry_moves_to_another_meal() {
    let mut morning = Morning::after([a_food(HOME).into()]);
    morning.press("Change Banana, 1 medium (118 g)").press("Eaten at: Snack");
    assert_eq!(morning.saved().foods[0].value.meal, Some(Meal::Snack));
}
