//! The calendar beside a date field.

use super::window_support::Morning;
use cramp_diary::diary::{Command, MedicineCommand};
use cramp_diary::domain::{Day, Medicine, OwnName};
use egui::Key;

fn since(on: &str) -> Morning {
    let medicine = Medicine { from: Some(Day::new(on.parse().unwrap())), ..Medicine::new(OwnName::new("Ramipril").unwrap()) };
    let mut morning = Morning::after([Command::Medicine(MedicineCommand::Add(medicine))]);
    morning.press_all(&["Guide", "Medicines", "Change Ramipril"]);
    morning
}

#[test]
fn a_date_is_chosen_by_press_and_saved() {
    let mut morning = since("2026-11-03");
    morning.press("Choose: Taken since, changed").sees("November 2026");
    assert!(morning.is_on("Tue 3 Nov 2026") && morning.is_disabled("Sat 21 Nov 2026") && morning.is_disabled("Month after"));
    morning.press_all(&["Month before", "Fri 9 Oct 2026"]);
    assert!(!morning.has("Month before"), "it closes");
    assert_eq!(morning.text_in("Taken since, changed"), "2026-10-09");
    morning.press("Choose: Taken until, changed").press("Month after").sees("December 2026").press("Fri 4 Dec 2026");
    assert_eq!(morning.text_in("Taken until, changed"), "2026-12-04");
    morning.press_all(&["Done", "Change Ramipril"]);
    assert_eq!(morning.text_in("Taken since, changed"), "2026-10-09");
}

#[test]
fn the_calendar_takes_the_keyboard_and_gives_it_back() {
    let mut morning = since("2026-11-03");
    let button = "Choose: Taken since, changed";
    morning.tab_to(button).key(Key::Enter);
    assert!(morning.focused().as_deref() == Some("Tue 3 Nov 2026"));
    morning.key(Key::ArrowUp).key(Key::ArrowLeft);
    assert!(morning.focused().as_deref() == Some("Mon 26 Oct 2026"));
    morning.key(Key::PageUp).key(Key::ArrowRight).key(Key::Enter);
    assert_eq!(morning.text_in("Taken since, changed"), "2026-09-27");
    assert!(morning.focused().as_deref() == Some(button));
    morning.key(Key::Enter).key(Key::ArrowDown).key(Key::Escape);
    assert!(morning.focused().as_deref() == Some(button) && morning.text_in("Taken since, changed") == "2026-09-27");
}
