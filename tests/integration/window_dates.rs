//! Going from date to date, and what was being typed meanwhile.

use super::support::{a_cramp, a_drink, night};
use super::window_support::{HOME, Morning};
use cramp_diary::{
    diary::{Command, NightCommand, NightState},
    domain::NightAnswer,
};
use egui::Key;

#[test]
fn back_and_forward_through_the_days() {
    let mut morning = Morning::after([a_drink("2026-11-18").ml(111).into(), a_drink(HOME).ml(222).into()]);
    morning.sees("Last night").sees("Yesterday, Thu 19 Nov").press("Day before");
    morning.sees("That night").sees("Wed 18 to Thu 19 Nov");
    assert!(morning.has("Change water, 111 ml") && !morning.has("Change water, 222 ml"));
    morning.press("No cramps");
    assert_eq!(morning.saved_on("2026-11-18").night_state, NightState::NoCramps);
    assert_eq!(morning.saved().night_state, NightState::NotLogged);
    morning.press("Day after").sees("Last night");
    assert!(morning.has("Change water, 222 ml") && !morning.is_on("No cramps"));
}

#[test]
fn the_night_that_has_not_begun_cannot_be_logged_but_its_day_can() {
    let mut morning = Morning::started();
    morning.press("Day after").sees("This night has not begun. You can log it from 12:00 on.").sees("Today, Fri 20 Nov");
    assert!(!morning.has("No cramps") && morning.is_disabled("Day after"));
    morning.key(Key::N).key(Key::C);
    assert_eq!(morning.saved_on("2026-11-20").night_state, NightState::Future);
    morning.press("Water 250 ml");
    assert_eq!(morning.saved_on("2026-11-20").drunk_ml, 250);
    morning.press("Back to last night").sees("Yesterday, Thu 19 Nov");
    assert!(!morning.has("Back to last night"));
}

#[test]
fn the_calendar_marks_nights_and_opens_the_one_that_is_picked() {
    let free = Command::Night(NightCommand::Answer(night("2026-11-17"), NightAnswer::NoCramps));
    let mut morning = Morning::after([a_cramp("2026-11-18").into(), free]);
    morning.press("Calendar").sees("November 2026");
    assert!(morning.is_on("Thu 19 Nov 2026, not logged"), "the date on the screen");
    assert!(morning.has("Wed 18 Nov 2026, cramps") && morning.has("Tue 17 Nov 2026, no cramps"));
    assert!(!morning.is_disabled("Fri 20 Nov 2026, not logged") && morning.is_disabled("Sat 21 Nov 2026, not logged"));
    assert!(morning.is_disabled("Month after"));
    morning.press("Wed 18 Nov 2026, cramps").sees("Wed 18 to Thu 19 Nov");
    assert!(!morning.has("Month before"), "picking closes it");
    assert!(morning.has("Fold left calf, severity 5"));
}

#[test]
fn the_calendar_turns_to_other_months() {
    let mut morning = Morning::after([a_cramp("2026-10-31").into()]);
    morning.press_all(&["Calendar", "Month before"]).sees("October 2026").press("Sat 31 Oct 2026, cramps");
    morning.sees("Sat 31 Oct to Sun 1 Nov").press("Calendar").sees("October 2026").press("Month after").sees("November 2026");
    morning.key(Key::Escape);
    assert!(!morning.has("Month before"));
}

#[test]
fn the_calendar_shows_what_was_just_logged() {
    let mut morning = Morning::started();
    morning.press_all(&["No cramps", "Calendar"]);
    assert!(morning.has("Thu 19 Nov 2026, no cramps"));
}

#[test]
fn a_note_not_left_yet_is_saved_when_the_screen_is_left() {
    for way in ["Trends", "Settings", "Day before", "Today"] {
        let mut morning = Morning::started();
        morning.press("No cramps").write("Note", "half a thought").press(way);
        assert_eq!(morning.saved().note, "half a thought", "{way}");
        assert_eq!(morning.saved_on("2026-11-18").note, "", "{way}");
    }
}

#[test]
fn what_is_typed_is_saved_when_the_window_is_closed() {
    let mut morning = Morning::after([a_cramp(HOME).into()]);
    morning.write("Note", "half a thought");
    morning.close();
    assert_eq!(morning.saved().note, "half a thought");
    let mut morning = Morning::after([a_cramp(HOME).into()]);
    morning.write("Lasted, min", "4");
    morning.close();
    assert_eq!(morning.cramp().duration.unwrap().to_string(), "4 min");
}

#[test]
fn what_is_wrong_is_not_saved_when_the_window_is_closed() {
    let mut morning = Morning::after([a_cramp(HOME).into()]);
    let before = morning.cramp();
    morning.write("Began at", "25:00");
    morning.close();
    assert_eq!(morning.cramp(), before);
}

#[test]
fn half_a_cramp_is_not_taken_to_another_night() {
    let mut morning = Morning::started();
    morning.press_all(&["I had cramps", "Left calf", "Day before", "I had cramps"]);
    assert!(!morning.is_on("Left calf") && !morning.has("Severity 6, moderate"));
    assert_eq!(morning.saved_on("2026-11-18").cramps, []);
}

#[test]
fn weeks_ago_can_still_be_logged() {
    let mut morning = Morning::started();
    for _ in 0..40 {
        morning.press("Day before");
    }
    morning.sees(&night("2026-10-10").dates_label()).press("No cramps");
    assert_eq!(morning.saved_on("2026-10-10").night_state, NightState::NoCramps);
}
