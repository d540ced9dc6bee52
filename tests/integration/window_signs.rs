//! Signs on the Today screen.

use super::window_support::Morning;
use cramp_diary::{
    diary::{Command, SignCommand},
    domain::{Side, Sign, SignKind},
};

impl Morning {
    /// The signs of the day, in words, with their notes.
    #[track_caller]
    fn signs(&self) -> Vec<(String, String)> {
        self.saved().signs.iter().map(|entry| (entry.value.summary(), entry.value.note.clone())).collect()
    }
}

#[test]
fn signs_are_folded_away_and_logged_with_two_presses() {
    let mut morning = Morning::started();
    assert!(!morning.has("Swelling"));
    morning.press("Signs").press("Swelling");
    assert_eq!(morning.signs(), [("Swelling".to_owned(), String::new())]);
    morning.press("Swelling, left");
    assert_eq!(morning.signs(), [("Swelling, left".to_owned(), String::new())]);
    morning.press("Swelling, left");
    assert_eq!(morning.signs()[0].0, "Swelling", "pressed again, the side is not said");
}

#[test]
fn rarer_signs_stand_behind_more_with_what_may_be_an_emergency_first() {
    let mut morning = Morning::started();
    morning.press("Signs");
    assert!(!morning.has("Fever, 38 °C or more"));
    morning.press("More signs");
    morning.sees("call 112, 911 or 999 before anything else").press("Chest pain").press("Fever, 38 °C or more");
    let signs: Vec<_> = morning.signs().into_iter().map(|(words, _)| words).collect();
    assert_eq!(signs, ["Fever, 38 °C or more", "Chest pain"]);
}

#[test]
fn a_logged_sign_is_changed_noted_and_deleted() {
    let mut morning = Morning::after([Command::Sign(SignCommand::Log(Sign {
        side: Some(Side::Right),
        ..Sign::new(super::support::day("2026-11-19"), SignKind::Numbness)
    }))]);
    morning.press("Change Numbness or tingling, right").enter("About numbness or tingling", "big toe");
    assert_eq!(morning.signs(), [("Numbness or tingling, right".to_owned(), "big toe".to_owned())]);
    morning.press("Delete Numbness or tingling, right");
    assert_eq!(morning.signs(), []);
    morning.press("Undo");
    assert_eq!(morning.signs().len(), 1);
}

#[test]
fn a_note_is_saved_when_another_sign_is_opened() {
    let mut morning = Morning::started();
    morning.press_all(&["Signs", "Swelling", "Weakness"]).write("About weakness", "stairs");
    morning.press("Change Swelling").write("About swelling", "ankle").tap_at_once("Change Weakness");
    assert_eq!(morning.text_in("About weakness"), "stairs");
    morning.write("About weakness", "stairs, left").tap_at_once("Change Weakness");
    let notes: Vec<_> = morning.signs().into_iter().map(|(_, note)| note).collect();
    assert_eq!(notes, ["ankle", "stairs, left"]);
}

#[test]
fn a_note_that_was_not_left_yet_is_saved_when_the_screen_goes() {
    let mut morning = Morning::started();
    morning.press_all(&["Signs", "Weakness"]).write("About weakness", "stairs");
    morning.press("Trends");
    assert_eq!(morning.signs(), [("Weakness".to_owned(), "stairs".to_owned())]);
}
