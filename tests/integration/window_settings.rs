//! Settings, kept in the diary file.

use super::window_support::Morning;
use cramp_diary::domain::{Settings, ThemeChoice};
use egui::Key;

fn settings(morning: &Morning) -> Settings {
    morning.saved().settings
}

fn opened() -> Morning {
    let mut morning = Morning::started();
    morning.press("Settings");
    morning
}

#[test]
fn the_look_is_chosen_shown_and_saved() {
    let mut morning = opened();
    assert!(morning.is_on("Follow the system"));
    for (name, theme, dark) in [("Dark", ThemeChoice::Dark, true), ("Light", ThemeChoice::Light, false)] {
        morning.press(name);
        assert_eq!(settings(&morning).theme, theme);
        assert!(morning.is_on(name) && !morning.is_on("Follow the system"));
        assert_eq!(morning.harness().ctx.global_style().visuals.dark_mode, dark, "{name}");
    }
    morning.press("Follow the system");
    assert_eq!(settings(&morning).theme, ThemeChoice::System);
}

#[test]
fn changing_the_look_can_be_undone() {
    let mut morning = opened();
    morning.press_all(&["Dark", "Undo"]);
    assert_eq!(settings(&morning).theme, ThemeChoice::System);
    assert!(morning.is_on("Follow the system"));
}

#[test]
fn the_licences_of_what_is_in_the_program_are_there_to_read() {
    let mut morning = opened();
    morning.sees(concat!("Cramp Diary ", env!("CARGO_PKG_VERSION")));
    assert!(!morning.reads("Noto Sans, Regular and Bold"));
    morning.press("Licences of what is in it").sees("Noto Sans, Regular and Bold");
    assert!(!morning.reads("END OF TERMS AND CONDITIONS"), "lines beyond the edge are not laid out");
    morning.press("Licences of what is in it");
    assert!(!morning.reads("Noto Sans, Regular and Bold"));
}

#[test]
fn a_drinking_goal_is_saved_and_shown_on_the_glass() {
    let mut morning = opened();
    morning.enter("A day, ml", "1800");
    assert_eq!(settings(&morning).hydration_goal_ml, Some(1800));
    morning.press("Today").sees("0 of 1800 ml drunk").press("Settings");
    assert_eq!(morning.text_in("A day, ml"), "1800");
    morning.enter("A day, ml", "");
    assert_eq!(settings(&morning).hydration_goal_ml, None);
}

#[test]
fn goals_and_hours_that_cannot_be_are_named_and_kept() {
    for (field, typed, message) in [
        ("A day, ml", "400", "Drinking goal 400 ml is not allowed; give 500 to 6,000 ml a day"),
        ("A day, ml", "90000", "Drinking goal 90000 ml is not allowed"),
        ("A day, ml", "much", "Drinking goal \"much\" cannot be read; write it like 2000 (ml), from 500 to 6,000"),
        ("A day, ml", "2,000", "Drinking goal \"2,000\" can mean 2 or 2000; write the one that you mean"),
        ("A night begins at, o'clock", "24", "Hour 24 is not allowed; give 0 to 23"),
        ("A night begins at, o'clock", "noon", "Hour \"noon\" cannot be read; write it like 12, from 0 to 23"),
        ("A day lasts until, o'clock", "-1", "Hour -1 is not allowed"),
        ("A day lasts until, o'clock", "", "Hour \"\" cannot be read"),
    ] {
        let mut morning = opened();
        morning.enter(field, typed).sees(message);
        assert_eq!((morning.text_in(field).as_str(), settings(&morning)), (typed, Settings::default()));
        assert_eq!(morning.focused().as_deref(), Some(field), "the keyboard stays until it is right");
    }
}

#[test]
fn hours_are_saved() {
    let mut morning = opened();
    morning.enter("A night begins at, o'clock", "18").enter("A day lasts until, o'clock", "6");
    let rules = settings(&morning).rules;
    assert_eq!((rules.night_starts.get(), rules.day_ends.get()), (18, 6));
    morning.press_all(&["Today", "Day after"]).sees("You can log it from 18:00 on.");
}

#[test]
fn every_setting_is_reached_by_keyboard() {
    let mut morning = opened();
    morning.tab_to("Dark").key(Key::Space).tab_to("A day, ml").types("2500").key(Key::Enter);
    assert_eq!(morning.focused().as_deref(), Some("A night begins at, o'clock"));
    morning.chord(egui::Modifiers::COMMAND, Key::A).types("13").key(Key::Enter);
    let settings = settings(&morning);
    assert_eq!((settings.theme, settings.hydration_goal_ml, settings.rules.night_starts.get()), (ThemeChoice::Dark, Some(2500), 13));
}

#[test]
fn what_is_typed_is_saved_when_the_screen_is_left() {
    let mut morning = opened();
    morning.write("A day, ml", "1900").press("Today");
    assert_eq!(settings(&morning).hydration_goal_ml, Some(1900));
}

#[test]
fn the_file_is_named() {
    let mut morning = opened();
    let path = morning.path().display().to_string();
    morning.sees(&path);
}
