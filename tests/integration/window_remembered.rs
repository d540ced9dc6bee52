//! What this computer remembers of the window, and how text, motion and keys are set.

use super::window_support::{HOME, Morning};
use cramp_diary::diary::NightState;
use cramp_diary::machine::{LetterKeys, Machine, Motion, ScreenNote, WindowNotes};
use eframe::App as _;
use egui::{Key, Modifiers};

fn remembered(morning: &Morning) -> WindowNotes {
    Machine::kept_in(Some(morning.path().with_file_name("config"))).window()
}

/// Closes the window as a person does, and opens it again.
fn reopened(mut morning: Morning) -> Morning {
    morning.harness().state_mut().on_exit(None);
    let (path, folder) = morning.leave();
    Morning::open(folder, path, egui::vec2(1240.0, 860.0))
}

#[test]
fn the_size_of_text_is_chosen_by_press_and_key_in_steps_and_stays() {
    let mut morning = Morning::started();
    morning.press("Settings").press("Text: 130 %");
    let zoom = |morning: &mut Morning| morning.harness().ctx.zoom_factor();
    assert!(morning.is_on("Text: 130 %") && (zoom(&mut morning) - 1.3).abs() < 0.001);
    morning.chord(Modifiers::COMMAND, Key::Plus).chord(Modifiers::COMMAND, Key::Equals);
    assert!(morning.is_on("Text: 175 %"));
    morning.chord(Modifiers::COMMAND, Key::Minus);
    let mut morning = reopened(morning);
    assert_eq!(remembered(&morning).text_size.percent(), 150);
    assert!((zoom(&mut morning) - 1.5).abs() < 0.001);
    morning.chord(Modifiers::COMMAND, Key::Num0);
    assert!((zoom(&mut morning) - 1.0).abs() < 0.001);
}

#[test]
fn reduced_motion_takes_no_time_and_stays() {
    let mut morning = Morning::started();
    morning.press_all(&["Water 250 ml", "Settings", "Motion: reduced"]);
    assert!(morning.harness().ctx.global_style().animation_time.abs() < f32::EPSILON);
    let mut morning = reopened(morning);
    assert_eq!(remembered(&morning).motion, Motion::Reduced);
    assert!(morning.harness().ctx.global_style().animation_time.abs() < f32::EPSILON);
    morning.press("Motion: usual");
    assert!(morning.harness().ctx.global_style().animation_time > 0.0);
}

#[test]
fn keys_of_a_single_letter_or_digit_can_be_switched_off() {
    let mut morning = Morning::started();
    morning.press_all(&["Settings", "Single keys: off", "Today"]);
    morning.key(Key::N);
    assert_eq!(morning.saved().night_state, NightState::NotLogged);
    morning.press_all(&["I had cramps", "Left calf"]).key(Key::Num7);
    assert!(morning.saved().cramps.is_empty(), "a digit is no severity");
    let mut morning = reopened(morning);
    assert_eq!(remembered(&morning).letter_keys, LetterKeys::Off);
    morning.chord(Modifiers::COMMAND, Key::Z).key(Key::F1);
    assert!(!morning.has("Settings"), "other keys go on working");
}

#[test]
fn the_screen_tab_and_range_of_the_date_are_shown_again() {
    let mut morning = Morning::started();
    morning.press_all(&["Water 250 ml", "Trends", "Where", "30 nights"]);
    let mut morning = reopened(morning);
    assert!(morning.is_on("Trends") && morning.is_on("Where") && morning.is_on("30 nights"));
    morning.press("Today");
    let mut morning = reopened(morning);
    assert!(morning.is_on("Today"));
    morning.press("Trends");
    assert!(morning.is_on("Where") && morning.is_on("30 nights"));
    let screen = remembered(&morning).screen;
    assert_eq!(screen, Some(ScreenNote { name: "today".to_owned(), on: HOME.parse().unwrap() }));
}

#[test]
fn another_day_begins_with_today() {
    let morning = Morning::started();
    let machine = Machine::kept_in(Some(morning.path().with_file_name("config")));
    let screen = Some(ScreenNote { name: "settings".to_owned(), on: "2026-11-18".parse().unwrap() });
    let (path, folder) = morning.leave();
    machine.note_window(&WindowNotes { screen, ..WindowNotes::default() }).unwrap();
    let morning = Morning::open(folder, path, egui::vec2(1240.0, 860.0));
    assert!(!morning.has("Text: 100 %"));
}
