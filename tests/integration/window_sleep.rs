//! How the night was slept, on the Today screen.

use super::support::{a_cramp, night};
use super::window_support::{HOME, Morning};
use cramp_diary::diary::{Command, NightCommand};
use cramp_diary::domain::{Disturbance, Hours};
use egui::{Key, Modifiers};

impl Morning {
    /// The hours slept, and how much cramps disturbed them.
    #[track_caller]
    fn sleep(&self) -> (Option<f64>, Option<u8>) {
        let page = self.saved();
        (page.slept.map(Hours::get), page.disturbed.map(Disturbance::get))
    }
}

fn slept(on: &str, hours: f64) -> Command {
    Command::Night(NightCommand::Slept(night(on), Some(Hours::new(hours).unwrap())))
}

#[test]
fn hours_slept_are_one_press_and_another_takes_them_back() {
    let mut morning = Morning::started();
    morning.press("Slept 6.5 h");
    morning.took_at_most(1, 0);
    assert_eq!(morning.sleep(), (Some(6.5), None));
    assert!(morning.is_on("Slept 6.5 h") && morning.text_in("Slept, hours").is_empty());
    morning.press("Slept 7 h");
    assert_eq!(morning.sleep(), (Some(7.0), None));
    morning.press("Slept 7 h");
    assert_eq!(morning.sleep(), (None, None));
    morning.press("Undo");
    assert_eq!(morning.sleep(), (Some(7.0), None));
}

#[test]
fn other_hours_are_typed_as_a_clock_or_a_number_and_written_as_a_number() {
    let mut morning = Morning::started();
    morning.enter("Slept, hours", "4:20");
    assert_eq!(morning.text_in("Slept, hours"), "4.33", "one way of writing hours everywhere");
    assert!((morning.sleep().0.unwrap() - 13.0 / 3.0).abs() < 1e-9);
    morning.enter("Slept, hours", "7,5");
    assert!(morning.is_on("Slept 7.5 h") && morning.text_in("Slept, hours").is_empty(), "it stands once on the screen");
    morning.enter("Slept, hours", "3").enter("Slept, hours", "");
    assert_eq!(morning.sleep().0, None, "an emptied field takes it back");
}

#[test]
fn what_is_no_time_says_what_is_allowed_and_stays_typed() {
    let mut morning = Morning::started();
    morning.enter("Slept, hours", "25").sees("Slept 25 hours is not allowed; give 0 to 24 hours");
    morning.enter("Slept, hours", "much").sees("Slept \"much\" cannot be read; write it like 6.5, 6:30 or 6h 30min");
    assert_eq!((morning.text_in("Slept, hours").as_str(), morning.sleep().0), ("much", None));
    morning.enter("Slept, hours", "30").sees("Slept 30 hours is not allowed; give 0 to 24 hours").press("Slept 8 h");
    assert_eq!((morning.text_in("Slept, hours").as_str(), morning.sleep().0), ("", Some(8.0)));
}

#[test]
fn after_entering_the_hours_no_field_has_the_keyboard() {
    let mut morning = Morning::started();
    morning.press("No cramps").enter("Slept, hours", "7,3");
    assert_eq!((morning.sleep().0, morning.text_in("Slept, hours").as_str()), (Some(7.3), "7.3"));
    assert_eq!(morning.focused().as_deref(), Some("Strain"), "the note is passed over");
    morning.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(morning.sleep().0, None);
    morning.enter("Slept, hours", "30");
    assert_eq!(morning.focused().as_deref(), Some("Slept, hours"), "until it is right");
}

#[test]
fn hours_typed_but_not_left_are_saved_when_the_screen_goes() {
    let mut morning = Morning::started();
    morning.write("Slept, hours", "5:15").press("Trends");
    assert_eq!(morning.sleep().0, Some(5.25));
}

#[test]
fn what_is_offered_lies_around_what_is_usual() {
    let nights = [("2026-11-10", 5.0), ("2026-11-12", 5.2), ("2026-11-13", 9.0)];
    let morning = Morning::after(nights.map(|(on, hours)| slept(on, hours)));
    let offered: Vec<_> = morning.names().into_iter().filter(|name| name.starts_with("Slept ")).collect();
    assert_eq!(offered, ["3.5", "4", "4.5", "5", "5.5", "6", "6.5"].map(|hours| format!("Slept {hours} h")));
}

#[test]
fn disturbed_sleep_is_asked_for_once_there_were_cramps() {
    let mut morning = Morning::started();
    assert!(!morning.has("Sleep disturbed 4 of 10"));
    morning.press("No cramps");
    assert!(!morning.has("Sleep disturbed 4 of 10"));
    morning.press_all(&["I had cramps", "Sleep disturbed 4 of 10"]);
    assert_eq!(morning.sleep(), (None, Some(4)));
    assert!(morning.is_on("Sleep disturbed 4 of 10"));
    morning.press("Sleep disturbed 0 of 10");
    assert_eq!(morning.sleep(), (None, Some(0)), "not at all is an answer");
    morning.press("Sleep disturbed 0 of 10");
    assert_eq!(morning.sleep(), (None, None));
    morning.press("Undo");
    assert_eq!(morning.sleep(), (None, Some(0)));
}

#[test]
fn severity_and_disturbed_sleep_do_not_mix() {
    let mut morning = Morning::sized([a_cramp(HOME).severity(5).into()], egui::vec2(1240.0, 1300.0));
    morning.press("Sleep disturbed 9 of 10");
    assert_eq!((morning.cramp().severity.get(), morning.sleep().1), (5, Some(9)));
}
