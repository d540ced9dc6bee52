//! The same morning without a mouse.

use super::window_support::Morning;
use cramp_diary::{
    diary::NightState,
    domain::{Muscle, Side},
};
use egui::{Key, Modifiers};

#[test]
fn a_night_without_cramps_is_one_key() {
    let mut morning = Morning::started();
    morning.key(Key::N);
    morning.took_at_most(0, 1);
    assert_eq!(morning.saved().night_state, NightState::NoCramps);
    morning.key(Key::N);
    assert_eq!(morning.saved().night_state, NightState::NoCramps, "the key says it, and twice is not the contrary");
    morning.key(Key::C);
    assert_eq!(morning.saved().night_state, NightState::HadCramps);
}

#[test]
fn the_keys_of_the_night_work_wherever_the_keyboard_is_but_in_a_field() {
    let mut morning = Morning::started();
    morning.tab_to("Trends").key(Key::N);
    assert_eq!(morning.saved().night_state, NightState::NoCramps);
    morning.tab_to("Add a food").types("can");
    assert_eq!((morning.saved().night_state, morning.text_in("Add a food").as_str()), (NightState::NoCramps, "can"));
    morning.chord(Modifiers::COMMAND, Key::N);
    assert_eq!(morning.saved().night_state, NightState::NoCramps);
}

#[test]
fn tab_reaches_every_widget_in_the_order_in_which_they_are_painted() {
    let mut morning = Morning::started();
    morning.key(Key::C).press("Close this message");
    let names = morning.names();
    // Of the dates of the week only the one on the screen is a stop.
    let is_stop = |name: &str| !name.starts_with("Night of ") || morning.is_on(name);
    let reached: Vec<_> = names.iter().filter(|name| !morning.is_disabled(name) && is_stop(name)).cloned().collect();
    for name in &reached {
        morning.key(Key::Tab);
        assert_eq!(morning.focused().as_ref(), Some(name));
    }
    for name in reached.iter().rev().skip(1) {
        morning.chord(Modifiers::SHIFT, Key::Tab);
        assert_eq!(morning.focused().as_ref(), Some(name));
    }
}

#[test]
fn arrows_go_from_muscle_to_muscle() {
    let mut morning = Morning::started();
    morning.key(Key::C).tab_to("Left back of thigh").key(Key::ArrowDown);
    assert_eq!(morning.focused().as_deref(), Some("Left calf"));
    morning.key(Key::ArrowRight);
    assert_eq!(morning.focused().as_deref(), Some("Right calf"));
    morning.key(Key::ArrowUp).key(Key::ArrowLeft);
    assert_eq!(morning.focused().as_deref(), Some("Left back of thigh"));
}

#[test]
fn a_muscle_is_chosen_with_space_or_enter_and_rated_with_a_digit() {
    let mut morning = Morning::started();
    morning.key(Key::C).key(Key::Space);
    assert!(morning.is_on("Left calf"));
    assert_eq!(morning.focused().as_deref(), Some("Left calf"), "what was pressed keeps the keyboard");
    morning.key(Key::Num6);
    let cramp = morning.cramp();
    assert_eq!((cramp.muscle, cramp.side, cramp.severity.get()), (Muscle::Calf, Side::Left, 6));
    morning.took_at_most(0, 3);
    morning.key(Key::ArrowRight).key(Key::Enter).key(Key::Num0);
    assert_eq!(morning.saved().cramps.len(), 2);
}

#[test]
fn a_severity_can_be_walked_to() {
    let mut morning = Morning::started();
    morning.key(Key::C).tab_to("Right shin").key(Key::Enter).tab_to("Severity 10, severe").key(Key::Enter);
    assert_eq!(morning.cramp().severity.get(), 10);
    assert_eq!(morning.focused().as_deref(), Some("I had cramps"), "the keyboard does not go back to the beginning");
    morning.tab_to("Left calf").key(Key::Enter).tab_to("Do not log this cramp").key(Key::Enter);
    assert_eq!(morning.focused().as_deref(), Some("I had cramps"));
    morning.tab_to("Delete right shin, severity 10").key(Key::Enter);
    assert_eq!((morning.focused().as_deref(), morning.saved().cramps.len()), (Some("I had cramps"), 0));
}

#[test]
fn digits_do_nothing_while_no_muscle_is_chosen() {
    let mut morning = Morning::started();
    morning.key(Key::Num6).key(Key::C).key(Key::Num6);
    assert_eq!(morning.saved().cramps, []);
}

#[test]
fn three_drinks_keep_the_keyboard_where_it_is() {
    let mut morning = Morning::started();
    morning.tab_to("Water 250 ml").key(Key::Space).key(Key::Enter).key(Key::Tab).key(Key::Space);
    assert_eq!(morning.day(), ["water, 250 ml", "water, 250 ml", "coffee, 200 ml"]);
    morning.took_at_most(0, 30);
}

#[test]
fn after_enter_in_a_field_the_keyboard_goes_on_from_there() {
    let mut morning = Morning::started();
    morning.key(Key::C).tab_to("Left calf").key(Key::Space).key(Key::Num6);
    morning.tab_to("Began at").types("3:10").key(Key::Enter);
    assert_eq!(morning.cramp().time.moment().unwrap().to_rfc3339(), "2026-11-20T03:10:00+01:00");
    assert_eq!(morning.focused().as_deref(), Some("Lasted, min"), "\"about\" could not be pressed yet");
    morning.types("4").key(Key::Enter);
    assert_eq!(morning.cramp().duration.unwrap().to_string(), "4 min");
    assert_eq!(morning.focused().as_deref(), Some("Tried stretch"));
    assert_eq!(morning.cramp().tried, [], "Enter presses nothing else");
}

#[test]
fn a_wrong_entry_keeps_the_keyboard_until_it_is_right() {
    let mut morning = Morning::started();
    morning.tab_to("Other drink").key(Key::Enter).tab_to("How much, ml");
    morning.chord(Modifiers::COMMAND, Key::A).types("0").key(Key::Enter).sees("Volume 0 ml is not allowed; give 1 to 5,000 ml");
    assert_eq!(morning.focused().as_deref(), Some("How much, ml"));
    morning.chord(Modifiers::COMMAND, Key::A).types("300").key(Key::Enter);
    assert_eq!(morning.day(), ["water, 300 ml"], "once, and not by \"Add drink\" as well");
}

#[test]
fn a_one_and_a_nought_are_ten() {
    let mut morning = Morning::started();
    morning.key(Key::C).tab_to("Left calf").key(Key::Space).key(Key::Num1);
    assert_eq!(morning.cramp().severity.get(), 1);
    morning.key(Key::Num0);
    assert_eq!(morning.cramp().severity.get(), 10);
    morning.key(Key::Num0);
    assert_eq!(morning.cramp().severity.get(), 10);
}

#[test]
fn the_week_is_one_stop_with_arrows_inside() {
    let mut morning = Morning::started();
    morning.tab_to("Night of Thu 19 to Fri 20 Nov: not logged").key(Key::ArrowLeft).sees("That night");
    assert_eq!(morning.focused().as_deref(), Some("Night of Wed 18 to Thu 19 Nov: not logged"));
    morning.key(Key::ArrowRight).key(Key::ArrowRight).key(Key::ArrowRight);
    assert_eq!(morning.focused().as_deref(), Some("Night of Fri 20 to Sat 21 Nov: not logged"), "the last that can be shown");
    morning.key(Key::Tab);
    assert!(!morning.focused().unwrap().starts_with("Night of"));
}

#[test]
fn escape_gives_up_what_was_typed() {
    let mut morning = Morning::started();
    morning.key(Key::N).tab_to("Note").types("never mind").key(Key::Escape);
    assert_eq!((morning.text_in("Note"), morning.saved().note), (String::new(), String::new()));
    morning.key(Key::C);
    assert_eq!(morning.saved().night_state, NightState::HadCramps, "the keys of the night work again");
}

#[test]
fn the_calendar_opens_and_closes_by_keyboard() {
    let mut morning = Morning::started();
    morning.tab_to("Calendar").key(Key::Enter).tab_to("Tue 17 Nov 2026, not logged").key(Key::Enter);
    morning.sees("Tue 17 to Wed 18 Nov");
    morning.tab_to("Calendar").key(Key::Enter);
    assert!(morning.has("Month before"));
    morning.key(Key::Escape);
    assert!(!morning.has("Month before"));
}

#[test]
fn a_whole_morning_without_cramps_needs_no_mouse() {
    let mut morning = Morning::started();
    morning.key(Key::N);
    morning.key(Key::D).key(Key::Space).key(Key::Space).key(Key::Tab).key(Key::Space);
    morning.key(Key::S).key(Key::Space);
    morning.key(Key::F).types("ban").key(Key::Enter).types("alm").key(Key::Enter);
    morning.took_at_most(0, 20);
    assert_eq!(morning.saved().night_state, NightState::NoCramps);
    assert_eq!(morning.day().len(), 6);
}

#[test]
fn a_whole_morning_with_two_cramps_needs_no_mouse() {
    let mut morning = Morning::started();
    morning.key(Key::C).key(Key::Space).key(Key::Num6);
    morning.tab_to("Right sole").key(Key::Space).key(Key::Num2);
    morning.key(Key::D).key(Key::Space).key(Key::Space).key(Key::Tab).key(Key::Space);
    morning.key(Key::S).key(Key::Space);
    morning.key(Key::F).types("ban").key(Key::Enter).types("alm").key(Key::Enter);
    morning.took_at_most(0, 30);
    assert_eq!(morning.saved().cramps.len(), 2);
    assert_eq!(
        morning.day(),
        [
            "water, 250 ml",
            "water, 250 ml",
            "coffee, 200 ml",
            "bedtime_routine, 3 min",
            "Banana, 1 medium (118 g)",
            "Almonds, 1 handful (30 g)"
        ]
    );
}

#[test]
fn deleting_one_of_two_entries_keeps_the_keyboard_on_the_other() {
    let mut morning = Morning::started();
    morning.tab_to("Water 250 ml").key(Key::Space).key(Key::Tab).key(Key::Space);
    morning.tab_to("Delete water, 250 ml").key(Key::Enter);
    assert_eq!(morning.focused().as_deref(), Some("Delete coffee, 200 ml"));
}
