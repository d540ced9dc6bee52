//! A day that has all that is usually logged, and a food that nobody knows.

use super::support::{a_drink, night};
use super::window_support::Morning;
use cramp_diary::diary::{Command, NightCommand};
use cramp_diary::domain::NightAnswer;
use egui::Key;

const DONE: &str = "Done for this day.";

#[test]
fn a_day_with_all_that_is_usual_says_so() {
    let week = (12..=18).map(|day| a_drink(&format!("2026-11-{day}")).into());
    let answered = Command::Night(NightCommand::Answer(night("2026-11-18"), NightAnswer::NoCramps));
    let mut morning = Morning::after(week.chain([answered]));
    assert!(!morning.reads(DONE), "nothing is logged yet");
    morning.press("No cramps");
    assert!(!morning.reads(DONE), "drinks are usual");
    morning.press("Water 250 ml").sees(DONE);
    morning.chord(egui::Modifiers::COMMAND, Key::Z);
    assert!(!morning.reads(DONE));
    let mut new = Morning::started();
    new.press_all(&["No cramps", "Water 250 ml"]);
    assert!(!new.reads(DONE), "nothing is usual in a new diary");
}

#[test]
fn the_last_hit_creates_a_food_with_the_name_that_was_typed() {
    let mut morning = Morning::started();
    let create = "Create \u{201c}banana\u{201d} \u{2026}";
    morning.press("Add a food").types("banana");
    assert!(!morning.has(create), "there is a food of this name");
    morning.write("Add a food", "banana bread of ours 80 g").press("Create \u{201c}banana bread of ours\u{201d} \u{2026}");
    assert_eq!(morning.text_in("Name"), "banana bread of ours");
    morning.press("Today");
    assert_eq!(morning.text_in("Add a food"), "banana bread of ours 80 g", "nothing typed is lost");
}
