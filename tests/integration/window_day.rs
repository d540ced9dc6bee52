//! Drinks, stretching and food with the mouse.

use super::support::{a_cramp, a_drink, a_food, a_stretch};
use super::window_support::Morning;
use cramp_diary::domain::{DrinkKind, StretchTime};
use egui::Key;

#[test]
fn three_usual_drinks_are_three_presses() {
    let mut morning = Morning::started();
    morning.press_all(&["Water 250 ml", "Coffee 200 ml", "Water 250 ml"]);
    morning.took_at_most(3, 0);
    assert_eq!(morning.day(), ["water, 250 ml", "coffee, 200 ml", "water, 250 ml"]);
    morning.sees("700 of 1600 ml drunk");
}

#[test]
fn what_is_drunk_most_often_is_offered_first() {
    let drinks = (10..18).map(|date| a_drink(&format!("2026-11-{date}")).of(DrinkKind::Soup).ml(400).into());
    let mut morning = Morning::after(drinks);
    morning.press("Soup 400 ml");
    assert_eq!(morning.day(), ["soup, 400 ml"]);
}

#[test]
fn another_drink_is_chosen_by_kind_and_amount() {
    let mut morning = Morning::started();
    morning.press_all(&["Other drink", "Kind Wine"]);
    assert_eq!(morning.text_in("How much, ml"), "150", "one glass of it");
    morning.enter("How much, ml", "2 dl");
    assert_eq!(morning.day(), ["wine, 200 ml"]);
    assert!(!morning.has("How much, ml"), "folded again");
    morning.press_all(&["Other drink", "Kind Electrolyte drink", "Add drink"]);
    assert_eq!(morning.day(), ["wine, 200 ml", "electrolyte drink, 500 ml"]);
}

#[test]
fn an_amount_typed_and_added_by_the_button_is_one_drink() {
    let mut morning = Morning::started();
    morning.press("Other drink").write("How much, ml", "333").press("Add drink");
    assert_eq!(morning.day(), ["water, 333 ml"]);
}

#[test]
fn the_bedtime_routine_is_one_tick_and_another_takes_it_back() {
    const ROUTINE: &str = "Bedtime routine: calves and backs of thighs";
    let mut morning = Morning::started();
    morning.press(ROUTINE);
    morning.took_at_most(1, 0);
    assert_eq!(morning.day(), ["bedtime_routine, 3 min"]);
    assert_eq!(morning.saved().stretches[0].value.time, StretchTime::Bedtime);
    assert!(morning.is_on(ROUTINE));
    morning.press(ROUTINE);
    assert_eq!(morning.day(), [""; 0]);
    assert!(!morning.is_on(ROUTINE));
}

#[test]
fn not_stretching_is_said_in_one_press_and_taken_back_by_stretching() {
    let mut morning = Morning::started();
    morning.press("Did not stretch");
    assert!(morning.saved().no_stretching && morning.is_on("Did not stretch"));
    morning.press("Did not stretch");
    assert!(!morning.saved().no_stretching);
    morning.press_all(&["Did not stretch", "Calf stretch at a wall"]);
    assert!(!morning.saved().no_stretching && !morning.has("Did not stretch"));
    assert_eq!(morning.day(), ["calf_wall, 2 min"]);
}

#[test]
fn every_stretch_of_the_guide_and_ones_own_words_unfold() {
    let mut morning = Morning::started();
    assert!(!morning.has("Ankle pumps"));
    morning.press_all(&["More stretches", "Ankle pumps"]).enter("Something else", "yoga on the mat");
    assert_eq!(morning.day(), ["ankle_pumps, 0.5 min", "Yoga on the mat, 3 min"]);
    assert_eq!(morning.text_in("Something else"), "");
    morning.press("Fewer stretches");
    assert!(morning.is_on("Ankle pumps") && morning.is_on("Yoga on the mat"), "what is logged stays in sight");
    morning.press("Yoga on the mat");
    assert_eq!(morning.day(), ["ankle_pumps, 0.5 min"]);
}

#[test]
fn a_food_is_three_letters_and_enter() {
    let mut morning = Morning::started();
    morning.press("Add a food").types("ban").key(Key::Enter);
    morning.took_at_most(1, 4);
    assert_eq!(morning.day(), ["Banana, 1 medium (118 g)"]);
    assert_eq!((morning.text_in("Add a food"), morning.focused().as_deref()), (String::new(), Some("Add a food")));
    morning.types("almo").key(Key::Enter);
    assert_eq!(morning.saved().foods.len(), 2, "the next one follows without the mouse");
}

#[test]
fn a_food_that_was_found_can_be_pressed() {
    let mut morning = Morning::started();
    morning.press("Add a food").types("alm").press("Almonds, 1 handful (30 g)");
    assert_eq!(morning.day(), ["Almonds, 1 handful (30 g)"]);
    assert_eq!(morning.text_in("Add a food"), "");
}

#[test]
fn a_food_that_nobody_knows_is_said_and_kept() {
    let mut morning = Morning::started();
    morning.press("Add a food").types("qqxz").key(Key::Enter).sees("No food is called \"qqxz\". Try another word");
    assert_eq!(morning.text_in("Add a food"), "qqxz");
    assert_eq!(morning.day(), [""; 0]);
}

#[test]
fn usual_foods_are_one_press_with_their_last_amount() {
    let mut morning = Morning::after([a_food("2026-11-17").into(), a_food("2026-11-18").grams(90.0).into()]);
    morning.press("Banana");
    assert_eq!(morning.day(), ["Banana, 90 g"]);
}

#[test]
fn a_day_like_the_one_before_is_three_presses() {
    let mut morning = Morning::after([
        a_drink("2026-11-18").into(),
        a_drink("2026-11-18").of(DrinkKind::Tea).ml(200).at("2026-11-18T16:00:00+01:00").into(),
        a_stretch("2026-11-18").minutes(5.0).into(),
        a_food("2026-11-18").into(),
    ]);
    morning.press_all(&["Same drinks as the day before", "Same stretching as the day before", "Same food as the day before"]);
    morning.took_at_most(3, 0);
    assert_eq!(morning.day(), ["water, 250 ml", "tea, 200 ml", "bedtime_routine, 5 min", "Banana, 1 medium (118 g)"]);
    for gone in ["Same drinks as the day before", "Same stretching as the day before", "Same food as the day before"] {
        assert!(!morning.has(gone), "{gone:?} is offered to an empty day only");
    }
}

#[test]
fn a_whole_day_like_the_one_before_is_two_presses_with_the_night() {
    let before = || [a_drink("2026-11-18").into(), a_stretch("2026-11-18").minutes(5.0).into(), a_food("2026-11-18").into()];
    let mut morning = Morning::after(before());
    morning.press_all(&["No cramps", "All as the day before"]).took_at_most(2, 0);
    assert_eq!(morning.day(), ["water, 250 ml", "bedtime_routine, 5 min", "Banana, 1 medium (118 g)"]);
    assert!(!morning.has("All as the day before"));
    morning.press("Undo");
    assert_eq!(morning.day(), [""; 0]);
    // What is logged already does not come twice.
    let mut morning = Morning::after(before());
    morning.press_all(&["Coffee 200 ml", "All as the day before"]);
    assert_eq!(morning.day(), ["coffee, 200 ml", "bedtime_routine, 5 min", "Banana, 1 medium (118 g)"]);
}

#[test]
fn drinks_that_are_alike_stand_once_with_their_number() {
    let mut morning = Morning::started();
    morning.press_all(&["Water 250 ml", "Coffee 200 ml", "Water 250 ml", "One more: water, 250 ml"]);
    assert_eq!(morning.day(), ["water, 250 ml", "coffee, 200 ml", "water, 250 ml", "water, 250 ml"]);
    assert_eq!(morning.names().iter().filter(|name| *name == "Delete water, 250 ml").count(), 1);
    morning.press_all(&["Delete water, 250 ml", "Delete water, 250 ml"]);
    assert_eq!(morning.day(), ["water, 250 ml", "coffee, 200 ml"]);
    morning.press("Delete water, 250 ml");
    assert!(!morning.has("Delete water, 250 ml"));
}

#[test]
fn a_week_shows_what_each_night_holds_and_goes_there() {
    let mut morning = Morning::after([a_cramp("2026-11-17").into(), a_cramp("2026-11-17").into(), a_cramp("2026-11-15").into()]);
    morning.press("No cramps");
    for night in [
        "Night of Thu 19 to Fri 20 Nov: no cramps",
        "Night of Wed 18 to Thu 19 Nov: not logged",
        "Night of Tue 17 to Wed 18 Nov: 2 cramps, worst 5",
        "Night of Sun 15 to Mon 16 Nov: 1 cramp, severity 5",
    ] {
        assert!(morning.has(night), "{night}");
    }
    morning.press("Night of Tue 17 to Wed 18 Nov: 2 cramps, worst 5").sees("That night");
    // The strip stays as it is.
    assert!(morning.has("Night of Thu 19 to Fri 20 Nov: no cramps"));
    morning.press("Night of Sat 14 to Sun 15 Nov: not logged").sees("Night of Sat 14 to Sun 15 Nov");
}

#[test]
fn a_whole_morning_needs_no_keyboard() {
    let mut morning = Morning::started();
    morning.press_all(&["I had cramps", "Left calf", "Severity 6, moderate", "Right sole", "Severity 2, mild"]);
    morning.press_all(&["Water 250 ml", "Water 250 ml", "Coffee 200 ml", "Bedtime routine: calves and backs of thighs"]);
    morning.press_all(&["Banana", "Whole wheat bread"]);
    morning.took_at_most(12, 0);
    assert_eq!((morning.saved().cramps.len(), morning.day().len()), (2, 6));
}
