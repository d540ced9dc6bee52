//! The intake tab of the Food screen, and suggestions with what can be done with them.

use super::support::{a_drink, a_food, day};
use super::window_support::Morning;
use cramp_diary::{
    diary::{ChoiceCommand, Command, DrinkCommand, FoodCommand, KitchenCommand, MedicineCommand},
    domain::{DrinkKind, FoodEntry, FoodId, FoodOpinion, Medicine, Opinion, OwnName, Period, Profile, Sex},
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
    assert!(vitamin_d.ends_with("of the reference, less than people usually take in; supplements make up for it"), "{vitamin_d}");
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

#[test]
fn foods_that_a_rule_withholds_are_one_line_with_the_reasons_to_unfold() {
    let mut morning = Morning::after([Command::Medicine(MedicineCommand::Add(Medicine::new(OwnName::new("Spironolactone").unwrap())))]);
    morning.press("Food").sees("Left out: Almonds");
    let reason = "too much because of spironolactone, which raises potassium";
    assert!(!morning.reads(reason));
    morning.press("Left out for magnesium: why").sees(reason);
    morning.press("Left out for magnesium: why");
    assert!(!morning.reads(reason));
}

#[test]
fn what_was_eaten_or_drunk_and_has_a_warning_of_its_own_is_spoken_of_once() {
    let pregnant = Some(Period { from: day("2026-07-03"), until: None });
    let profile = Profile { sex: Some(Sex::Female), birth_year: Some(1994), pregnant, ..Profile::default() };
    let swordfish = FoodEntry { food: FoodId::new("swordfish-cooked"), name: "Swordfish".to_owned(), ..a_food("2026-11-19").record() };
    let food = Command::Food(FoodCommand::Log(swordfish));
    let drink = Command::Drink(DrinkCommand::Log(a_drink("2026-11-19").of(DrinkKind::Wine).record()));
    let mut morning = Morning::after([food.clone(), drink.clone()]);
    morning.press("Today");
    assert!(!morning.reads("mercury") && !morning.reads("alcohol"));
    let mut morning = Morning::after([Command::Choice(ChoiceCommand::Profile(Box::new(profile))), food, drink]);
    morning.press("Today").sees("Swordfish: High in mercury.").sees("Wine: In pregnancy no amount of alcohol is known to be safe");
}
