//! The window while the command line, or another window, writes to the file.

use super::support::{a_cramp, a_drink, clock};
use super::window_support::{HOME, Morning};
use cramp_diary::diary::{Command, Diary, NightState};
use cramp_diary::store::{Access, Store};
use egui::{Key, Modifiers};

const DROPPED: &str = "The diary was changed in another window or by a command, and this page with it. Your press was not carried out: \
                       look again, then press.";

impl Morning {
    /// Another window logs something.
    fn elsewhere(&mut self, command: impl Into<Command>) -> &mut Self {
        Diary::with_seed(Store::open(self.path(), Access::Create).unwrap(), clock(), 8).execute(command).unwrap();
        self
    }

    /// Time goes by after the page changed by itself: a second of egui's own time, a quarter of a second a frame.
    pub(crate) fn looks(&mut self) -> &mut Self {
        self.harness().run_steps(4);
        self
    }
}

#[test]
fn what_another_logs_is_there_with_the_next_frame() {
    let mut morning = Morning::started();
    morning.elsewhere(a_drink(HOME)).elsewhere(a_cramp(HOME));
    morning.harness().run_steps(1);
    assert!(morning.has("Change water, 250 ml"));
    morning.check_idle("after another wrote");
    morning.looks().press_all(&["Trends", "Today"]).elsewhere(a_drink("2026-11-18")).looks().press("Trends").check_idle("Trends");
}

#[test]
fn a_press_that_was_aimed_at_the_page_before_is_dropped_with_a_word() {
    let mut morning = Morning::started();
    morning.elsewhere(a_cramp(HOME)).press("No cramps");
    assert_eq!(morning.toast().unwrap().1, DROPPED);
    assert_eq!((morning.saved().night_state, morning.saved().cramps.len()), (NightState::HadCramps, 1));
    morning.looks().press("Water 250 ml");
    assert_eq!(morning.day(), ["water, 250 ml"], "the next press is carried out");
}

#[test]
fn a_button_that_has_the_keyboard_is_not_pressed_either() {
    let mut morning = Morning::started();
    morning.tab_to("Water 250 ml").elsewhere(a_cramp(HOME)).key(Key::Space);
    assert_eq!((morning.toast().unwrap().1.as_str(), morning.day()), (DROPPED, Vec::new()));
    morning.looks().key(Key::Space);
    assert_eq!(morning.day(), ["water, 250 ml"]);
}

#[test]
fn what_is_typed_stays_and_is_saved() {
    let mut morning = Morning::started();
    morning.press("No cramps").write("Note", "calm").elsewhere(a_drink(HOME)).types("er").key(Key::Enter);
    assert_eq!((morning.saved().note.as_str(), morning.day()), ("calmer", vec!["water, 250 ml".to_owned()]));
}

#[test]
fn undo_in_the_window_leaves_no_cramp_in_a_night_that_is_not_logged() {
    let mut morning = Morning::started();
    morning.press("I had cramps").elsewhere(a_cramp(HOME)).looks();
    morning.chord(Modifiers::COMMAND, Key::Z);
    let said = morning.toast().unwrap().1;
    assert!(said.starts_with("Not undone: Logged cramps for the night of Thu 19 to Fri 20 Nov."), "{said}");
    assert_eq!((morning.saved().night_state, morning.saved().cramps.len()), (NightState::HadCramps, 1));
}
