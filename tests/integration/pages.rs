//! What the Today screen and the calendar are given to show.

use super::support::{TestDiary, a_cramp, a_drink, a_food, a_stretch, date, day, night};
use cramp_diary::{
    diary::{ChoiceCommand, Command, NightCommand, NightMark, NightState, RecordCounts},
    domain::{Condition, DrinkKind, FoodId, Hours, Meal, NightAnswer, Profile, Settings, Severity},
};

#[test]
fn a_night_is_in_one_of_four_states() {
    let test = TestDiary::new()
        .with(Command::Night(NightCommand::Answer(night("2026-11-18"), NightAnswer::NoCramps)))
        .with(Command::Night(NightCommand::Answer(night("2026-11-17"), NightAnswer::HadCramps)))
        .with(a_cramp("2026-11-16"))
        .with(Command::Night(NightCommand::Note(night("2026-11-15"), "only a note".to_owned())));
    for (of, expected) in [
        ("2026-11-20", NightState::Future),
        ("2026-11-19", NightState::NotLogged),
        ("2026-11-18", NightState::NoCramps),
        ("2026-11-17", NightState::HadCramps),
        ("2026-11-16", NightState::HadCramps),
        ("2026-11-15", NightState::NotLogged),
    ] {
        assert_eq!(test.diary.page(day(of)).unwrap().night_state, expected, "night of {of}");
    }
}

#[test]
fn the_page_of_an_empty_diary_offers_first_drinks_and_foods_and_claims_nothing() {
    let page = TestDiary::new().diary.page(day("2026-11-19")).unwrap();
    assert!(page.diary_is_empty);
    assert_eq!((page.drunk_ml, page.goal_ml, page.before), (0, Some(1600), RecordCounts::default()));
    assert_eq!((page.today, page.latest_night), (day("2026-11-20"), night("2026-11-19")));
    assert_eq!(page.usual_drinks.first().map(|usual| (usual.kind, usual.volume.get())), Some((DrinkKind::Water, 250)));
    assert_eq!(page.usual_drinks.len(), 6);
    for usual in &page.usual_foods {
        assert_eq!(usual.len(), 6);
        assert_eq!(usual.first().map(|usual| usual.name.as_str()), Some("Whole wheat bread"));
    }
    assert_eq!(page.last_meals, [None; 4]);
}

#[test]
fn a_page_holds_its_own_date_and_counts_the_day_before() {
    let test = TestDiary::new()
        .with(a_drink("2026-11-18"))
        .with(a_drink("2026-11-18"))
        .with(a_stretch("2026-11-18"))
        .with(a_food("2026-11-18"))
        .with(a_drink("2026-11-19").ml(330))
        .with(a_drink("2026-11-19").ml(500))
        .with(a_food("2026-11-19").of("almonds").grams(30.0))
        .with(a_cramp("2026-11-19").severity(4))
        .with(a_cramp("2026-11-19").severity(7))
        .with(Command::Choice(ChoiceCommand::Settings(Settings { hydration_goal_ml: Some(1800), ..Settings::default() })));
    let page = test.diary.page(day("2026-11-19")).unwrap();
    assert!(!page.diary_is_empty);
    assert_eq!((page.drunk_ml, page.goal_ml, page.before), (830, Some(1800), RecordCounts { drinks: 2, stretches: 1, foods: 1 }));
    assert_eq!(page.night(), night("2026-11-19"));
    assert_eq!(page.cramps.iter().map(|entry| entry.value.severity.get()).collect::<Vec<_>>(), [4, 7], "as they were logged");
    assert_eq!(page.foods.iter().map(|entry| entry.value.food.as_str()).collect::<Vec<_>>(), ["almonds"]);
    assert!(page.stretches.is_empty());
}

#[test]
fn usual_drinks_stay_where_they_are_while_the_day_is_logged() {
    let mut test = TestDiary::new();
    for on in ["2026-11-16", "2026-11-17", "2026-11-18"] {
        test.log(a_drink(on).of(DrinkKind::Tea).ml(300));
    }
    test.log(a_drink("2026-11-18").of(DrinkKind::Wine).ml(150));
    let usual = |test: &TestDiary, of| test.diary.page(day(of)).unwrap().usual_drinks;
    let in_the_morning = usual(&test, "2026-11-19");
    let first: Vec<_> = in_the_morning.iter().take(2).map(|usual| (usual.kind, usual.volume.get())).collect();
    assert_eq!(first, [(DrinkKind::Tea, 300), (DrinkKind::Wine, 150)], "the most usual first");
    for _ in 0..10 {
        test.log(a_drink("2026-11-19").of(DrinkKind::Milk).ml(180));
        assert_eq!(usual(&test, "2026-11-19"), in_the_morning);
    }
    assert_eq!(usual(&test, "2026-11-20")[0].kind, DrinkKind::Milk, "from the next day on");
}

#[test]
fn usual_foods_come_with_the_amount_that_was_logged_last() {
    let test = TestDiary::new()
        .with(a_food("2026-11-18").of("almonds").grams(20.0))
        .with(a_food("2026-11-17").of("almonds").grams(40.0))
        .with(a_food("2026-11-18"))
        .with(a_food("2026-09-01").of("walnuts").grams(10.0));
    let page = test.diary.page(day("2026-11-19")).unwrap();
    // Almonds are no breakfast.
    let [breakfast, lunch, ..] = page.usual_foods;
    assert_eq!(breakfast[0].food.as_str(), "almonds", "logged by `a_food` as breakfast too");
    let usual: Vec<_> = lunch.iter().map(|food| (food.food.as_str(), food.amount.get(), food.portion.as_str())).collect();
    assert_eq!(usual[..2], [("almonds", 20.0, ""), ("banana", 118.0, "1 medium")], "of the 60 days before, the last logged day's amount");
    assert!(usual[2..].iter().all(|(food, ..)| !["almonds", "banana", "walnuts"].contains(food)), "then what many people eat: {usual:?}");
}

#[test]
fn where_a_meal_has_too_few_usual_foods_those_follow_that_are_usual_at_any() {
    let at = |day: &str, food: &str, meal| a_food(day).of(food).at(meal).grams(30.0);
    let test = TestDiary::new()
        .with(at("2026-11-10", "walnuts", Meal::Lunch))
        .with(at("2026-11-11", "walnuts", Meal::Dinner))
        .with(at("2026-11-12", "walnuts", Meal::Snack).grams(55.0))
        .with(at("2026-11-13", "almonds", Meal::Lunch))
        .with(at("2026-11-14", "almonds", Meal::Lunch))
        .with(at("2026-11-15", "kale-raw", Meal::Breakfast));
    let page = test.diary.page(day("2026-11-19")).unwrap();
    let offered = page
        .usual_foods
        .map(|foods| foods.iter().take(3).map(|food| format!("{} {}", food.food.as_str(), food.amount.get())).collect::<Vec<_>>());
    assert_eq!(offered[0], ["kale-raw 30", "walnuts 55", "almonds 30"], "three times at three meals come before twice at one");
    assert_eq!(offered[1], ["almonds 30", "walnuts 30", "kale-raw 30"], "each meal has its own count and amount");
    assert_eq!(page.known_foods.iter().map(FoodId::as_str).collect::<Vec<_>>(), ["walnuts", "almonds", "kale-raw"]);
}

#[test]
fn a_month_marks_the_nights_that_are_logged_and_no_others() {
    let test = TestDiary::new()
        .with(Command::Night(NightCommand::Answer(night("2026-11-01"), NightAnswer::NoCramps)))
        .with(Command::Night(NightCommand::Answer(night("2026-11-02"), NightAnswer::HadCramps)))
        .with(a_cramp("2026-11-19"))
        .with(Command::Night(NightCommand::Note(night("2026-11-10"), "only a note".to_owned())))
        .with(a_drink("2026-11-11"))
        .with(a_cramp("2026-10-31"));
    let month = test.diary.month_marks(date("2026-11-15")).unwrap();
    assert_eq!((month.first, month.latest), (date("2026-11-01"), night("2026-11-19")));
    let marks: Vec<_> = month.marks.into_iter().collect();
    let only_said = NightMark::Cramps { count: 0, worst: None };
    let described = NightMark::Cramps { count: 1, worst: Some(Severity::new(5).unwrap()) };
    let expected = [("2026-11-01", NightMark::NoCramps), ("2026-11-02", only_said), ("2026-11-19", described)];
    assert_eq!(marks, expected.map(|(of, mark)| (night(of), mark)));

    let february = test.diary.month_marks(date("2028-02-29")).unwrap();
    assert_eq!((february.first, february.marks.len()), (date("2028-02-01"), 0));
}

#[test]
fn no_goal_is_made_up_for_whom_a_doctor_limits_what_may_be_drunk() {
    let limited = Profile { conditions: [Condition::FluidLimit].into(), ..Profile::default() };
    let mut test = TestDiary::new().with(Command::Choice(ChoiceCommand::Profile(Box::new(limited))));
    assert_eq!(test.diary.page(day("2026-11-19")).unwrap().goal_ml, None);
    assert_eq!(test.diary.look_back().unwrap().trends(date("2026-11-06"), date("2026-11-19")).series[1].panel.reference, None);
    test.log(Command::Choice(ChoiceCommand::Settings(Settings { hydration_goal_ml: Some(1500), ..Settings::default() })));
    assert_eq!(test.diary.page(day("2026-11-19")).unwrap().goal_ml, Some(1500), "the doctor's limit, once it is set");
}

#[test]
fn how_long_one_usually_sleeps_is_of_the_twenty_eight_nights_before() {
    let usual = |on: &str| {
        let slept = Hours::new(6.5).unwrap();
        let test = TestDiary::new().with(Command::Night(NightCommand::Slept(night(on), Some(slept))));
        test.diary.page(day("2026-11-20")).unwrap().usual_sleep.map(Hours::get)
    };
    assert_eq!((usual("2026-10-23"), usual("2026-10-22")), (Some(6.5), None));
    assert_eq!(usual("2026-11-19"), Some(6.5));
}

#[test]
fn eight_foods_are_offered_at_a_meal_when_more_are_usual() {
    let foods = ["almonds", "banana", "apple", "walnuts", "cheddar-cheese", "plain-yogurt", "egg-boiled", "spinach-cooked", "kale-raw"];
    let offered = |count: usize| {
        let test = foods[..count].iter().fold(TestDiary::new(), |test, food| test.with(a_food("2026-11-18").of(food)));
        test.diary.page(day("2026-11-19")).unwrap().usual_foods[0].len()
    };
    assert_eq!([offered(5), offered(7), offered(8), offered(9)], [6, 7, 8, 8]);
}
