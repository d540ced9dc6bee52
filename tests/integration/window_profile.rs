//! The profile in the settings: it saves itself, is undone, and keeps what cannot be read.

use super::support::{a_food, day};
use super::window_support::{HOME, Morning};
use cramp_diary::diary::{ChoiceCommand, Command};
use cramp_diary::domain::{Allergen, Condition, Country, Diet, Period, Profile, Region, Sex};
use cramp_diary::store::{Access, Store};
use egui::Key;

impl Morning {
    /// The profile as it stands in the file.
    #[track_caller]
    pub(crate) fn profile(&self) -> Profile {
        Store::open(self.path(), Access::ReadOnly).unwrap().read().profile().unwrap()
    }
}

fn opened() -> Morning {
    let mut morning = Morning::started();
    morning.press("Settings");
    morning
}

#[test]
fn every_answer_saves_itself() {
    let mut morning = opened();
    morning.sees("Without it, the values of adults of 31 to 50 years, the lower of the values for women and men, are used.");
    morning.enter("Year of birth", "1968").press_all(&["Female", "Kidney disease", "Restless legs"]);
    morning.press_all(&["Country: not said", "Germany"]).press_all(&[
        "I take a medicine that raises potassium",
        "Vegetarian",
        "Avoid nuts",
        "Avoid fish",
        "Avoid fish",
    ]);
    let expected = Profile {
        birth_year: Some(1968),
        sex: Some(Sex::Female),
        conditions: [Condition::Kidney, Condition::RestlessLegs].into(),
        medicine_raises_potassium: true,
        diet: Diet::Vegetarian,
        avoid: [Allergen::Nuts].into(),
        country: Some(Country::Germany),
        ..Profile::default()
    };
    assert_eq!(morning.profile(), expected);
    morning.sees("Your reference values are those of women of 19 years and over, by DGE, ÖGE, SGE (D-A-CH).");
    for name in ["Female", "Kidney disease", "Restless legs", "Vegetarian", "Avoid nuts"] {
        assert!(morning.is_on(name), "{name}");
    }
    morning.enter("Year of birth", "").press_all(&["Sex not said", "Everything", "Kidney disease"]);
    morning.press_all(&["Country: Germany", "Country not said"]);
    let profile = morning.profile();
    assert_eq!((profile.birth_year, profile.sex, profile.country, profile.diet), (None, None, None, Diet::Everything));
    assert_eq!(profile.conditions, [Condition::RestlessLegs].into());
}

#[test]
fn an_answer_is_undone_and_the_field_shows_it() {
    let mut morning = opened();
    morning.enter("Year of birth", "1968").press("Undo");
    assert_eq!((morning.profile(), morning.text_in("Year of birth").as_str()), (Profile::default(), ""));
    morning.press_all(&["Vegan", "Undo"]);
    assert!(morning.is_on("Everything") && morning.profile().diet == Diet::Everything);
}

#[test]
fn what_is_typed_and_what_is_pressed_in_one_moment_are_both_saved() {
    let mut morning = opened();
    morning.write("Year of birth", "1968").tap_at_once("Female");
    let profile = morning.profile();
    assert_eq!((profile.birth_year, profile.sex), (Some(1968), Some(Sex::Female)));
}

#[test]
fn a_year_that_cannot_be_is_named_and_kept() {
    for (typed, message) in [
        ("sixty", "Year of birth \"sixty\" cannot be read; write it like 1968, from 1900 to this year"),
        ("1899", "Year of birth 1899 is not allowed; give 1900 to this year"),
        ("2027", "Year of birth 2027 is not allowed; give 1900 to this year"),
        ("-1968", "Year of birth -1968 is not allowed"),
    ] {
        let mut morning = opened();
        morning.enter("Year of birth", typed).sees(message);
        assert_eq!((morning.text_in("Year of birth").as_str(), morning.profile()), (typed, Profile::default()));
        assert_eq!(morning.focused().as_deref(), Some("Year of birth"), "the keyboard stays until it is right");
    }
}

#[test]
fn a_pregnancy_has_dates_and_may_go_on() {
    let mut morning = opened();
    morning.press("Pregnancy and breastfeeding").enter("Pregnant from", "2026-03-01");
    let from = day("2026-03-01");
    assert_eq!(morning.profile().pregnant, Some(Period { from, until: None }));
    morning.sees("Your reference values are those of pregnant women of 31 to 50 years.");
    morning.enter("Pregnant until", "2026-11-01").enter("Breastfeeding from", "2026-11-01");
    let profile = morning.profile();
    assert_eq!(profile.pregnant, Some(Period { from, until: Some(day("2026-11-01")) }));
    assert_eq!(profile.breastfeeding, Some(Period { from: day("2026-11-01"), until: None }));
    morning.sees("Your reference values are those of breastfeeding women of 31 to 50 years.");
    morning.enter("Pregnant until", "");
    assert_eq!(morning.profile().pregnant, Some(Period { from, until: None }));
    morning.enter("Pregnant from", "");
    assert_eq!(morning.profile().pregnant, None);
}

#[test]
fn dates_that_cannot_be_are_named_and_kept() {
    for (field, typed, message) in [
        ("Pregnant from", "soon", "Date \"soon\" cannot be read; write it like 2026-11-19"),
        ("Pregnant until", "2026-02-30", "Date \"2026-02-30\" does not exist: February 2026 has 28 days"),
        ("Pregnant until", "2026-02-28", "The pregnancy ends on Sat 28 Feb (2026-02-28), before it begins on Sun 1 Mar (2026-03-01)."),
        ("Breastfeeding until", "2026-11-19", "Give the first day before the last one."),
    ] {
        let mut morning = Morning::after([Command::Choice(ChoiceCommand::Profile(Box::new(pregnant())))]);
        morning.press("Start my diary").press("Settings").enter(field, typed).sees(message);
        assert_eq!((morning.text_in(field).as_str(), morning.profile()), (typed, pregnant()), "{field}");
    }
}

fn pregnant() -> Profile {
    Profile { pregnant: Some(Period { from: day("2026-03-01"), until: None }), ..Profile::default() }
}

#[test]
fn nobody_asks_a_man_for_pregnancies_and_none_goes_on_counting() {
    let mut morning = Morning::after([Command::Choice(ChoiceCommand::Profile(Box::new(pregnant())))]);
    morning.press("Start my diary").press("Settings");
    assert!(morning.has("Pregnant from"));
    morning.press("Male");
    assert!(!morning.has("Pregnant from") && !morning.has("Pregnancy and breastfeeding"));
    assert_eq!(morning.profile().pregnant, None);
    morning.press("Undo");
    assert_eq!(morning.profile(), pregnant());
}

#[test]
fn the_goal_says_whose_reference_it_is_and_where_a_doctors_limit_goes() {
    let mut morning = opened();
    morning.sees("Empty: 1,600 ml, four fifths of the total water reference for adults of 14 years and over, the lower of the values");
    morning.press_all(&["Male", "Country: not said", "France"]);
    morning.sees("Empty: 2,000 ml, four fifths of the total water reference for men of 14 years and over, by EFSA (EU, 2010).");
    morning.press_all(&["Country: France", "United States"]).sees("Empty: 3,000 ml, what people there drink, no target: four fifths");
    morning.press_all(&["Country: United States", "Austria"]).sees("Empty: 1,400 ml, the guide to drinks for men of 25 to 50 years");
    morning.enter("A day, ml", "1500").sees("Without a goal of your own: 1,400 ml").enter("A day, ml", "");
    assert!(!morning.reads("Ask your clinic how much is right for you"));
    for (condition, said) in [("Kidney disease", "kidney disease"), ("Heart failure with a fluid limit", "a fluid limit")] {
        morning.press(condition).sees(&format!("No goal is proposed with {said}. Ask your clinic how much is right for you"));
    }
    morning.press("Today").sees("Ask your clinic how much is right for you, and enter that figure.").press("Settings");
    morning.enter("A day, ml", "1500");
    morning.press("Today").sees("0 of 1500 ml drunk");
}

#[test]
fn coeliac_disease_avoids_gluten_without_a_tick() {
    let mut morning = opened();
    assert!(!morning.reads("because of coeliac disease"));
    morning.press("Coeliac disease").sees("Gluten is avoided because of coeliac disease.");
    assert!(!morning.is_on("Avoid gluten"));
}

#[test]
fn the_profile_is_answered_by_keyboard() {
    let mut morning = opened();
    morning.tab_to("Year of birth").types("1968").key(Key::Enter);
    assert_eq!(morning.focused().as_deref(), Some("Female"));
    morning.key(Key::Space).tab_to("Country: not said").key(Key::Space);
    morning.tab_to("Ireland").key(Key::Space).tab_to("Vegan").key(Key::Space);
    let profile = morning.profile();
    assert_eq!(
        (profile.birth_year, profile.sex, profile.country, profile.diet),
        (Some(1968), Some(Sex::Female), Some(Country::Ireland), Diet::Vegan)
    );
}

#[test]
fn what_is_being_typed_is_saved_when_a_key_leads_to_another_screen() {
    let mut morning = Morning::after([a_food(HOME).into()]);
    morning.press("Settings").write("A day, ml", "1500").chord(egui::Modifiers::COMMAND, egui::Key::Num1);
    assert_eq!(morning.saved().settings.hydration_goal_ml, Some(1500));
}

#[test]
fn whoever_said_only_the_region_keeps_and_sees_it_until_they_say_the_country() {
    let only_region = Profile { region: Some(Region::Uk), ..Profile::default() };
    let mut morning = Morning::after([a_food(HOME).into(), Command::Choice(ChoiceCommand::Profile(Box::new(only_region)))]);
    morning.press("Settings").sees("Upper limits: United Kingdom. Reference intakes: United Kingdom.");
    morning.press("Country: Only the region: United Kingdom");
    assert!(morning.is_on("Only the region: United Kingdom") && !morning.is_on("Ireland"));
    morning.press("Ireland").sees("Upper limits: European Union. Reference intakes: European Union.");
    let profile = morning.profile();
    assert_eq!((profile.country, profile.region), (Some(Country::Ireland), Some(Region::Uk)));
    morning.press_all(&["Country: Ireland", "Only the region: United Kingdom"]);
    assert_eq!(morning.profile().country, None);
    morning.press_all(&["Country: Only the region: United Kingdom", "Country not said"]);
    assert_eq!(morning.profile(), Profile::default());
    morning.sees("Upper limits: the lowest of all regions. Reference intakes: United States, Canada.");
    morning.press_all(&["Country: not said", "New Zealand"]).sees("The tables of New Zealand are not in this program yet.");
}
