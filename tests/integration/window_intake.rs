//! The intake tab of the Food screen, and suggestions with what can be done with them.

use super::window_support::Morning;
use cramp_diary::{
    diary::{Command, KitchenCommand},
    domain::{FoodOpinion, Opinion},
    nutrition::catalogue,
};

fn opinions(morning: &Morning) -> Vec<(String, Opinion)> {
    let opinions = morning.app().diary().unwrap().read().all::<FoodOpinion>().unwrap();
    opinions.into_iter().map(|entry| (entry.value.food.to_string(), entry.value.opinion)).collect()
}

#[test]
fn an_empty_diary_says_how_many_days_are_needed() {
    let mut morning = Morning::started();
    morning.press("Food").sees("0 of the last 28 days are fully logged; 7 are needed").sees("A day is full with 3 foods and 1,000 kcal");
    morning.press("7 days").sees("0 of the last 7 days are fully logged");
    assert!(morning.has("Magnesium: not yet known"));
}

#[test]
fn a_nutrient_unfolds_to_its_reference_and_the_foods_that_gave_most() {
    let mut morning = Morning::first();
    morning.press_all(&["Look around with an example diary", "Food"]).sees("days are fully logged. Means per day over these");
    let name = morning.named_with("Magnesium: ");
    assert!(name.contains("% of the reference"), "{name}");
    morning
        .press(&name)
        .sees("Most came from:")
        .sees("mg a day, adequate intake (AI), for women of 18 years and over, by EFSA (EU, 2017).");
    morning.sees("Your mean lies in the range ");
    assert!(!morning.reads("Half of all people need less than "), "an adequate intake has no average requirement");
    morning.press(&name);
    assert!(!morning.reads("Most came from:"));
    let calcium = morning.named_with("Calcium: ");
    morning.press(&calcium).sees("population reference intake (PRI), for women of 25 years and over, by EFSA (EU, 2017).");
    morning.sees("Half of all people need less than 750 mg a day, average requirement (AR), for women of 25 years and over");
    morning.press(&calcium);
    let vitamin_d = morning.named_with("Vitamin D: ");
    assert!(vitamin_d.ends_with("of the reference, perhaps short in food; supplements make up for it"), "{vitamin_d}");
    morning.sees("Water: ");
}

#[test]
fn a_suggestion_is_logged_kept_to_try_or_hidden_and_says_why() {
    let mut morning = Morning::started();
    morning.press("Food");
    let name = |morning: &Morning, verb: &str| morning.named_with(verb);
    let why = name(&morning, "Why ");
    morning.press(&why).sees("until then, foods rich in it").sees("each kind of food has its turn");
    let first = why.trim_start_matches("Why ").to_owned();
    let food = first.split(" for ").next().unwrap().to_owned();
    let id = catalogue().foods().iter().find(|known| known.name == food).unwrap().id.to_string();

    morning.press(&format!("Log {first}"));
    assert_eq!(morning.saved().foods[0].value.food.as_str(), id);
    morning.press(&format!("To try: {first}")).sees("Take off the list");
    assert_eq!(opinions(&morning), [(id.clone(), Opinion::ToTry)]);
    morning.press(&format!("Not for me: {first}"));
    assert_eq!(opinions(&morning), [(id, Opinion::NotForMe)]);
    assert!(!morning.has(&why), "it is not suggested any more");
    morning.press("Undo");
    assert!(morning.has(&why), "and comes back with undo");
}

#[test]
fn what_was_hidden_can_come_back() {
    let almonds = catalogue().foods().iter().find(|food| food.id.as_str() == "almonds").unwrap();
    let hide = Command::Kitchen(KitchenCommand::SetOpinion {
        food: almonds.id.clone(),
        name: almonds.name.clone(),
        opinion: Some(Opinion::NotForMe),
    });
    let mut morning = Morning::after([hide, super::support::a_food("2026-11-18").into()]);
    morning.press("Food").press("Suggest again: Almonds");
    assert_eq!(opinions(&morning), []);
}
