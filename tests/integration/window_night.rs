//! The night with the mouse, and how few presses it takes.

use super::{support::a_cramp, window_support::Morning};
use cramp_diary::{
    diary::NightState,
    domain::{Muscle, Side},
};

/// Muscle, side and severity of the night's cramps, sorted.
fn cramps(morning: &Morning) -> Vec<(Muscle, Side, u8)> {
    let mut cramps: Vec<_> =
        morning.saved().cramps.into_iter().map(|entry| (entry.value.muscle, entry.value.side, entry.value.severity.get())).collect();
    cramps.sort_unstable();
    cramps
}

#[test]
fn a_night_without_cramps_is_one_press_and_another_takes_it_back() {
    let mut morning = Morning::started();
    morning.press("No cramps");
    morning.took_at_most(1, 0);
    assert_eq!(morning.saved().night_state, NightState::NoCramps);
    assert!(morning.is_on("No cramps"));
    morning.press("No cramps");
    assert_eq!(morning.saved().night_state, NightState::NotLogged);
    assert!(!morning.is_on("No cramps"));
}

#[test]
fn a_cramp_with_muscle_side_and_severity_is_three_presses() {
    let mut morning = Morning::started();
    morning.press_all(&["I had cramps", "Left calf", "Severity 6, moderate"]);
    morning.took_at_most(3, 0);
    assert_eq!(cramps(&morning), [(Muscle::Calf, Side::Left, 6)]);
}

#[test]
fn left_and_right_make_both_sides_in_four_presses() {
    let mut morning = Morning::started();
    morning.press_all(&["I had cramps", "Left calf", "Right calf"]).sees("Both calves: how bad?").press("Severity 3, mild");
    morning.took_at_most(4, 0);
    assert_eq!(cramps(&morning), [(Muscle::Calf, Side::Both, 3)]);
}

#[test]
fn two_cramps_take_five_presses() {
    let mut morning = Morning::started();
    morning.press_all(&["I had cramps", "Left calf", "Severity 6, moderate", "Right sole", "Severity 2, mild"]);
    morning.took_at_most(5, 0);
    assert_eq!(cramps(&morning), [(Muscle::Sole, Side::Right, 2), (Muscle::Calf, Side::Left, 6)]);
    assert!(morning.has("Fold right sole, severity 2"), "the newest is open, of {:?}", morning.names());
}

#[test]
fn hands_and_other_muscles_have_buttons_of_their_own() {
    let mut morning = Morning::started();
    morning.press_all(&["I had cramps", "Left hand", "Right hand", "Severity 1, mild"]);
    morning.press_all(&["Right other muscle", "Severity 10, severe"]);
    assert_eq!(cramps(&morning), [(Muscle::Hand, Side::Both, 1), (Muscle::Other, Side::Right, 10)]);
}

#[test]
fn cramps_that_are_not_described_count_as_cramps() {
    let mut morning = Morning::started();
    morning.press("I had cramps").sees("Where did it cramp?");
    assert_eq!(morning.saved().night_state, NightState::HadCramps);
    morning.press("I had cramps");
    assert_eq!(morning.saved().night_state, NightState::NotLogged);
}

#[test]
fn no_cramps_becomes_cramps_in_one_press_and_back() {
    let mut morning = Morning::started();
    morning.press_all(&["No cramps", "I had cramps"]);
    assert_eq!(morning.saved().night_state, NightState::HadCramps);
    morning.press("No cramps");
    assert_eq!(morning.saved().night_state, NightState::NoCramps);
}

#[test]
fn no_cramps_takes_the_cramps_away_until_that_is_undone() {
    let mut morning = Morning::after([a_cramp("2026-11-19").into(), a_cramp("2026-11-19").into()]);
    morning.press("I had cramps").key(egui::Key::N);
    assert_eq!(morning.saved().cramps.len(), 2, "neither the chosen answer nor a letter takes anything away");
    morning.press("No cramps");
    assert_eq!((morning.saved().night_state, morning.saved().cramps.len()), (NightState::NoCramps, 0));
    morning.sees("and took away 2 cramps").press("Undo");
    assert_eq!((morning.saved().night_state, morning.saved().cramps.len()), (NightState::HadCramps, 2));
}

#[test]
fn a_muscle_pressed_by_mistake_is_let_go() {
    let mut morning = Morning::started();
    morning.press_all(&["I had cramps", "Left calf"]);
    assert!(morning.is_on("Left calf"));
    morning.press("Do not log this cramp");
    assert!(!morning.has("Severity 6, moderate") && !morning.is_on("Left calf"));
    morning.press_all(&["Left shin", "Left shin"]);
    assert!(!morning.has("Severity 6, moderate"), "the same muscle again lets go of it");
    assert_eq!(morning.saved().cramps, []);
}

#[test]
fn choosing_another_muscle_folds_the_cramp_that_is_open() {
    let mut morning = Morning::after([a_cramp("2026-11-19").severity(5).into()]);
    assert!(morning.is_on("Severity 5, moderate"), "the details of the first are open");
    morning.press_all(&["Right toes", "Severity 9, severe"]);
    assert_eq!(cramps(&morning), [(Muscle::Toes, Side::Right, 9), (Muscle::Calf, Side::Left, 5)]);
}
