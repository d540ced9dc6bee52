//! Changing and deleting what was logged, and what is typed wrong.

use super::support::{a_drink, a_food, a_stretch};
use super::window_support::{HOME, Morning};
use cramp_diary::{
    diary::{Command, NightState},
    domain::StretchTime,
};

const ROUTINE: &str = "Bedtime routine: calves and backs of thighs";

#[test]
fn a_drink_is_changed_and_deleted() {
    let mut morning = Morning::after([a_drink(HOME).into(), a_drink(HOME).ml(400).into()]);
    morning.press("Change water, 250 ml").enter("Water instead, ml", "0,3 l");
    assert_eq!(morning.day(), ["water, 300 ml", "water, 400 ml"]);
    assert!(!morning.has("Water instead, ml"));
    morning.press("Delete water, 400 ml");
    assert_eq!(morning.day(), ["water, 300 ml"]);
}

#[test]
fn pressing_an_entry_again_leaves_it_as_it_is() {
    let mut morning = Morning::after([a_drink(HOME).into()]);
    morning.press_all(&["Change water, 250 ml", "Change water, 250 ml"]);
    assert!(!morning.has("Water instead, ml"));
    assert_eq!(morning.day(), ["water, 250 ml"]);
}

#[test]
fn deleting_what_is_being_changed_ends_the_change() {
    let mut morning = Morning::after([a_drink(HOME).into(), a_food(HOME).into()]);
    morning.press_all(&["Change water, 250 ml", "Delete water, 250 ml"]);
    assert!(!morning.has("Water instead, ml"));
    morning.press_all(&["Change Banana, 1 medium (118 g)", "Delete Banana, 1 medium (118 g)"]);
    assert!(!morning.has("Amount"));
    assert_eq!(morning.day(), [""; 0]);
}

#[test]
fn a_stretch_takes_other_minutes_another_time_and_an_untick() {
    let mut morning = Morning::after([a_stretch(HOME).into()]);
    morning.press(&format!("Change how long: {ROUTINE}")).enter("It took, min", "7.5");
    assert_eq!(morning.day(), ["bedtime_routine, 7.5 min"]);
    let at_bedtime = format!("At bedtime: {ROUTINE}");
    assert!(morning.is_on(&at_bedtime));
    morning.press(&at_bedtime);
    assert_eq!(morning.saved().stretches[0].value.time, StretchTime::OtherTime);
    assert!(!morning.is_on(&at_bedtime));
    morning.press(ROUTINE);
    assert_eq!(morning.day(), [""; 0]);
}

#[test]
fn a_food_takes_another_portion_or_grams() {
    let mut morning = Morning::after([a_food(HOME).into()]);
    morning.press("Change Banana, 1 medium (118 g)");
    assert!(morning.is_on("1 medium"));
    morning.press("1 large");
    assert_eq!(morning.day(), ["Banana, 1 large (136 g)"]);
    morning.press("Change Banana, 1 large (136 g)").enter("Amount", "80");
    assert_eq!(morning.day(), ["Banana, 80 g"]);
    morning.press("Delete Banana, 80 g");
    assert_eq!(morning.day(), [""; 0]);
}

#[test]
fn the_note_of_a_night_is_written_changed_and_removed() {
    let mut morning = Morning::started();
    assert!(!morning.has("Note"), "there is nothing to note before something is said");
    morning.press("No cramps").enter("Note", "slept well");
    assert_eq!(morning.saved().note, "slept well");
    morning.enter("Note", "slept very well").press("No cramps");
    assert_eq!((morning.saved().night_state, morning.saved().note.as_str()), (NightState::NotLogged, "slept very well"));
    morning.enter("Note", "");
    assert_eq!(morning.saved().note, "");
}

#[test]
fn a_note_is_saved_when_something_else_is_pressed() {
    let mut morning = Morning::started();
    morning.press("No cramps").write("Note", "warm room").press("Water 250 ml");
    assert_eq!((morning.saved().note.as_str(), morning.day()), ("warm room", vec!["water, 250 ml".to_owned()]));
}

#[test]
fn a_note_that_is_too_long_says_so() {
    let mut morning = Morning::started();
    morning.press_all(&["No cramps", "Note"]);
    morning.widget("Note").type_text(&"x".repeat(2001));
    morning.settle();
    morning.key(egui::Key::Enter).sees("The note has 2001 characters; 2,000 fit. Shorten it.");
    assert_eq!((morning.saved().note.as_str(), morning.text_in("Note").len()), ("", 2001));
}

/// Types each wrong text into a field: the message shows, the text stays, and nothing is saved.
#[track_caller]
fn check_refused(logged: Option<Command>, open: &str, field: &str, wrong: &[(&str, &str)]) {
    let mut morning = Morning::after([logged.unwrap_or_else(|| a_food("2026-11-01").into())]);
    morning.press(open);
    let before = morning.day();
    for (typed, message) in wrong {
        morning.enter(field, typed).sees(message);
        assert_eq!((morning.text_in(field).as_str(), morning.day()), (*typed, before.clone()), "{field}");
    }
}

#[test]
fn wrong_volumes_are_named_and_kept() {
    let wrong = [
        ("0 ml", "Volume 0 ml is not allowed; give 1 to 5,000 ml"),
        ("6000 ml", "Volume 6000 ml is not allowed; give 1 to 5,000 ml"),
        ("abc", "Volume \"abc\" cannot be read; write it like 250 ml, 0.5 l, 8 fl oz or 2 glasses"),
        ("", "Volume \"\" cannot be read"),
    ];
    check_refused(None, "Other drink", "How much, ml", &wrong);
    check_refused(Some(a_drink(HOME).into()), "Change water, 250 ml", "Water instead, ml", &wrong);
}

#[test]
fn wrong_minutes_are_named_and_kept() {
    let wrong = [
        ("999 min", "Duration 999 minutes is not allowed; give 0.1 to 180 minutes"),
        ("0", "Duration 0 minutes is not allowed"),
        ("abc", "Duration \"abc\" cannot be read; write it like 4 or 0.5 (minutes)"),
    ];
    check_refused(Some(a_stretch(HOME).into()), &format!("Change how long: {ROUTINE}"), "It took, min", &wrong);
}

#[test]
fn wrong_amounts_are_named_and_kept() {
    let wrong = [
        ("0 g", "Amount 0 g is not allowed; give 0.1 to 5,000 g"),
        ("6 kg", "Amount 6000 g is not allowed"),
        ("abc", "Amount \"abc\" cannot be read; write it like 1, 1/2, 120 g, 200 ml or 2 slices"),
    ];
    check_refused(Some(a_food(HOME).into()), "Change Banana, 1 medium (118 g)", "Amount", &wrong);
}

#[test]
fn ones_own_stretch_needs_a_name_that_fits() {
    let mut morning = Morning::started();
    let long = "stretch ".repeat(30);
    morning.press("More stretches").enter("Something else", &long).sees("Name of the stretch of 239 letters is not allowed");
    assert_eq!((morning.text_in("Something else"), morning.day()), (long, Vec::new()));
}

#[test]
fn the_message_goes_when_typing_goes_on() {
    let mut morning = Morning::started();
    morning.press("Other drink").enter("How much, ml", "0").sees("Volume 0 ml").write("How much, ml", "5");
    assert!(!morning.reads("Volume 0 ml"));
}
