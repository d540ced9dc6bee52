//! Strain on the Today screen.

use super::support::day;
use super::window_support::Morning;
use cramp_diary::diary::{Command, StrainCommand};
use cramp_diary::domain::{Effort, Exercise, Hours, SignKind, StrainPart};
use egui::Key;

impl Morning {
    /// What the strain of the day is, in words.
    #[track_caller]
    fn strain(&self) -> Vec<String> {
        self.saved().strain.words()
    }

    #[track_caller]
    fn signs_logged(&self) -> Vec<SignKind> {
        self.saved().signs.iter().map(|entry| entry.value.kind).collect()
    }
}

/// An empty diary with the section open.
fn unfolded() -> Morning {
    let mut morning = Morning::started();
    morning.press("Strain");
    morning
}

#[test]
fn strain_is_folded_away_and_logged_with_two_presses() {
    let mut morning = Morning::started();
    assert!(!morning.has("Exercise 30 min"));
    morning.press_all(&["Strain", "Exercise 30 min"]);
    morning.took_at_most(2, 0);
    assert_eq!(morning.strain(), ["30 min of exercise"]);
    morning.press("Exercise 30 min");
    assert_eq!(morning.strain(), [""; 0], "pressed again, it is taken back");
}

#[test]
fn folded_it_says_what_is_logged() {
    let mut morning = unfolded();
    morning.press_all(&["Exercise 60 min", "Hard exercise", "On my feet 4 h", "Heat or heavy sweating: yes", "Illness: diarrhoea"]);
    morning.press("Fold the strain away").sees("60 min of hard exercise, 4 hours on your feet, heat or heavy sweating, diarrhoea.");
    assert!(!morning.has("Hard exercise"));
    morning.press("Change the strain");
    for name in ["Exercise 60 min", "Hard exercise", "On my feet 4 h", "Heat or heavy sweating: yes", "Illness: diarrhoea"] {
        assert!(morning.is_on(name), "{name}");
    }
}

#[test]
fn effort_is_asked_for_once_there_is_exercise_and_stays_with_other_minutes() {
    let mut morning = unfolded();
    morning.press("No exercise");
    assert!(morning.strain() == ["no exercise"] && !morning.has("Light exercise"));
    morning.press_all(&["Exercise 15 min", "Light exercise", "Exercise 45 min"]);
    assert_eq!(morning.strain(), ["45 min of light exercise"]);
    assert_eq!(morning.saved().strain.exercise.and_then(Exercise::effort), Some(Effort::Light));
    morning.press("Light exercise");
    assert_eq!(morning.strain(), ["45 min of exercise"]);
    morning.press("Undo");
    assert_eq!(morning.strain(), ["45 min of light exercise"]);
}

#[test]
fn other_amounts_are_typed() {
    let mut morning = unfolded();
    morning.enter("Exercise, min", "1:15").enter("On my feet, hours", "2:30");
    assert_eq!(morning.strain(), ["75 min of exercise", "2.5 hours on your feet"]);
    assert_eq!((morning.text_in("Exercise, min").as_str(), morning.text_in("On my feet, hours").as_str()), ("75", "2.5"));
    morning.enter("Exercise, min", "").press("On my feet 6 h");
    assert_eq!((morning.strain(), morning.text_in("On my feet, hours")), (vec!["6 hours on your feet".to_owned()], String::new()));
}

#[test]
fn what_cannot_be_is_said_and_stays_typed() {
    let mut morning = unfolded();
    morning.enter("Exercise, min", "1441").sees("Exercise 1441 minutes is not allowed; give 0 to 1,440 minutes");
    morning.enter("On my feet, hours", "all day").sees("On your feet \"all day\" cannot be read; write it like 6.5, 6:30 or 6h 30min");
    assert_eq!(morning.focused().as_deref(), Some("On my feet, hours"), "the keyboard stays until it is right");
    assert_eq!((morning.text_in("Exercise, min").as_str(), morning.strain().len()), ("1441", 0));
}

#[test]
fn nothing_typed_is_lost_by_leaving_or_folding() {
    let mut morning = unfolded();
    morning.write("Exercise, min", "20").press("Trends");
    assert_eq!(morning.strain(), ["20 min of exercise"]);
    morning.press("Today").write("On my feet, hours", "3").tap_at_once("Fold the strain away");
    assert_eq!(morning.strain(), ["20 min of exercise", "3 hours on your feet"]);
}

#[test]
fn illness_is_the_same_record_as_the_sign() {
    let mut morning = unfolded();
    morning.press("Illness: vomiting");
    assert_eq!(morning.signs_logged(), [SignKind::Vomiting]);
    morning.press("Delete Vomiting");
    assert!(morning.signs_logged().is_empty() && !morning.is_on("Illness: vomiting"));
    morning.press_all(&["Signs", "More signs", "Diarrhoea"]);
    assert!(morning.is_on("Illness: diarrhoea"));
    morning.press("Illness: diarrhoea");
    assert!(morning.signs_logged().is_empty());
    morning.press("Undo");
    assert_eq!(morning.signs_logged(), [SignKind::Diarrhoea]);
}

#[test]
fn it_opens_by_itself_where_the_day_before_had_some() {
    let before = Command::Strain(StrainCommand::Log(day("2026-11-18"), StrainPart::Standing(Some(Hours::new(6.0).unwrap()))));
    let mut morning = Morning::after([before.clone()]);
    morning.press("Heat or heavy sweating: no");
    morning.took_at_most(1, 0);
    assert!(morning.has("Fold the strain away"), "it does not fold while one presses");
    let today = Command::Strain(StrainCommand::Log(day("2026-11-19"), StrainPart::Heat(Some(true))));
    let morning = Morning::after([before, today]);
    assert!(morning.has("Change the strain"), "what is logged is said in a line");
}

#[test]
fn it_is_logged_with_the_keyboard_alone() {
    let mut morning = Morning::started();
    morning.tab_to("Strain").key(Key::Enter).tab_to("Exercise 30 min").key(Key::Space);
    assert_eq!(morning.focused().as_deref(), Some("Exercise 30 min"), "what was pressed keeps the keyboard");
    morning.tab_to("Moderate exercise").key(Key::Space).tab_to("On my feet, hours").types("5").key(Key::Enter);
    assert_eq!(morning.strain(), ["30 min of moderate exercise", "5 hours on your feet"]);
    assert_eq!(morning.focused().as_deref(), Some("Heat or heavy sweating: no"));
}
