//! Taking back, and doing again.

use super::window_support::Morning;
use cramp_diary::diary::NightState;
use egui::{Key, Modifiers, accesskit::Role};

const REDO: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

#[test]
fn the_message_says_what_was_done_and_takes_it_back() {
    let mut morning = Morning::started();
    morning.press("Water 250 ml");
    assert_eq!(morning.toast(), Some((Role::Status, "Logged water, 250 ml".to_owned())));
    morning.press("Undo");
    assert_eq!(morning.day(), [""; 0]);
    assert_eq!(morning.toast().unwrap().1, "Undone: Logged water, 250 ml (Thu 19 Nov)");
    assert!(!morning.has("Undo"), "what was undone is done again with the keyboard");
}

#[test]
fn undo_and_redo_stay_and_name_what_and_of_which_day() {
    let mut morning = Morning::started();
    assert!(morning.is_disabled("Nothing to undo") && morning.is_disabled("Nothing to redo"));
    let place = |morning: &Morning, name: &str| morning.widget(name).rect();
    let places = (place(&morning, "Nothing to undo"), place(&morning, "Nothing to redo"));
    morning.press("Water 250 ml").harness().run_steps(33);
    assert_eq!(morning.toast(), None);
    let (undo, redo) = ("Undo: logged water, 250 ml (Thu 19 Nov)", "Redo: logged water, 250 ml (Thu 19 Nov)");
    for screen in ["Trends", "Food", "Guide", "Settings", "Today"] {
        morning.press(screen);
        assert_eq!((place(&morning, undo), place(&morning, "Nothing to redo")), places, "{screen}");
    }
    morning.press("Settings").press(undo);
    assert_eq!((morning.day(), place(&morning, "Nothing to undo")), (Vec::new(), places.0));
    assert_eq!(place(&morning, redo), places.1);
    morning.press(redo);
    assert_eq!(morning.day(), ["water, 250 ml"]);
    morning.tab_to(undo).key(Key::Space);
    assert_eq!((morning.day(), morning.focused().as_deref()), (Vec::new(), Some("Nothing to undo")), "it keeps the keyboard");
    morning.key(Key::Space);
    assert_eq!(morning.toast().unwrap().1, "Undone: Logged water, 250 ml (Thu 19 Nov)", "and does nothing more");
}

#[test]
fn the_message_can_be_closed_and_goes_by_itself() {
    let mut morning = Morning::started();
    morning.press_all(&["No cramps", "Close this message"]);
    assert_eq!(morning.toast(), None);
    morning.press("No cramps");
    assert!(morning.toast().is_some());
    // Eight seconds of egui's own time, a quarter of a second a frame.
    morning.harness().run_steps(33);
    assert_eq!(morning.toast(), None);
}

#[test]
fn the_keyboard_takes_back_and_does_again() {
    let mut morning = Morning::started();
    morning.press_all(&["No cramps", "Water 250 ml", "Tea 200 ml"]);
    let undo = Modifiers::COMMAND;
    morning.chord(undo, Key::Z);
    assert_eq!(morning.day(), ["water, 250 ml"]);
    morning.chord(undo, Key::Z).chord(undo, Key::Z);
    assert_eq!(morning.saved().night_state, NightState::NotLogged);
    morning.chord(undo, Key::Z);
    assert_eq!(morning.toast().unwrap().1, "There is nothing more to undo.");
    morning.chord(REDO, Key::Z).chord(undo, Key::Y);
    assert_eq!((morning.saved().night_state, morning.day()), (NightState::NoCramps, vec!["water, 250 ml".to_owned()]));
}

#[test]
fn at_either_end_of_the_steps_it_says_which_end_it_is() {
    let mut morning = Morning::started();
    let mut said = |modifiers| morning.chord(modifiers, Key::Z).toast().unwrap().1;
    assert_eq!(said(Modifiers::COMMAND), "There is nothing to undo or redo.");
    assert_eq!(said(REDO), "There is nothing to undo or redo.");
    morning.press("Water 250 ml").chord(REDO, Key::Z);
    assert_eq!(morning.toast().unwrap().1, "There is nothing more to redo.");
}

#[test]
fn it_works_while_a_button_has_the_keyboard() {
    let mut morning = Morning::started();
    morning.tab_to("Water 250 ml").key(Key::Space).chord(Modifiers::COMMAND, Key::Z);
    assert_eq!((morning.day(), morning.focused().as_deref()), (Vec::new(), Some("Water 250 ml")));
    morning.chord(REDO, Key::Z);
    assert_eq!(morning.day(), ["water, 250 ml"]);
}

#[test]
fn in_a_field_it_takes_back_letters_and_not_the_diary() {
    let mut morning = Morning::started();
    morning.press_all(&["Water 250 ml", "Add a food"]).types("ban");
    morning.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(morning.day(), ["water, 250 ml"]);
    assert_eq!(morning.focused().as_deref(), Some("Add a food"));
}

#[test]
fn a_field_shows_what_undoing_brings_back() {
    let mut morning = Morning::started();
    morning.press("No cramps").enter("Note", "first").enter("Note", "second").press("Undo");
    assert_eq!((morning.saved().note.as_str(), morning.text_in("Note").as_str()), ("first", "first"));
    morning.chord(REDO, Key::Z);
    assert_eq!(morning.text_in("Note"), "second");
}

#[test]
fn a_deleted_cramp_comes_back_with_everything() {
    let mut morning = Morning::started();
    morning.press_all(&["I had cramps", "Left calf", "Severity 6, moderate", "Woke me"]).enter("Lasted, min", "3");
    let before = morning.cramp();
    morning.press("Delete left calf, severity 6").press("Undo");
    assert_eq!(morning.cramp(), before);
}

#[test]
fn in_a_field_without_letters_to_take_back_it_takes_back_the_last_step() {
    let mut morning = Morning::started();
    morning.press_all(&["No cramps", "Water 250 ml", "Note"]).chord(Modifiers::COMMAND, Key::Z);
    assert_eq!((morning.day(), morning.focused().as_deref()), (Vec::new(), Some("Note")), "an empty field");
    morning.chord(REDO, Key::Z);
    assert_eq!(morning.day(), ["water, 250 ml"]);
    morning.enter("Note", "calm").press("Note").chord(Modifiers::COMMAND, Key::Z);
    assert_eq!((morning.saved().note.as_str(), morning.text_in("Note").as_str()), ("", ""), "a field as it was saved");
    morning.press("Add a food").chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(morning.day(), [""; 0], "an empty search");
}

#[test]
fn letters_go_before_steps() {
    let mut morning = Morning::started();
    morning.press_all(&["No cramps", "Water 250 ml", "Note"]).types("x").chord(Modifiers::COMMAND, Key::Z);
    assert_eq!((morning.text_in("Note"), morning.day()), (String::new(), vec!["water, 250 ml".to_owned()]));
    morning.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(morning.day(), [""; 0]);
}
