//! The first page, and looking around in the example.

use super::support::{TestDiary, a_drink, raw};
use super::window_support::Morning;
use cramp_diary::domain::{Condition, Drink, Sex};

#[test]
fn the_first_page_leads_into_an_empty_diary() {
    let mut morning = Morning::first();
    morning.sees("Good morning.").press("Start my diary");
    assert!(morning.has("No cramps") && !morning.reads("Good morning."));
    assert!(morning.saved().diary_is_empty);
}

#[test]
fn what_the_first_page_asks_is_saved_and_can_be_skipped() {
    let mut morning = Morning::first();
    morning.sees("Three questions, if you like").enter("Year of birth", "1950").press_all(&["Female", "Kidney disease"]);
    let profile = morning.app().diary().unwrap().read().profile().unwrap();
    assert_eq!((profile.birth_year.map(|year| year.to_string()), profile.sex), (Some("1950".to_owned()), Some(Sex::Female)));
    assert_eq!(profile.conditions, [Condition::Kidney].into());
    morning.sees("Good morning.").press_all(&["Start my diary", "Settings"]);
    assert_eq!(morning.text_in("Year of birth"), "1950");
    assert!(morning.is_on("Female"));
}

#[test]
fn a_diary_of_another_computer_comes_on_the_first_page() {
    let (other, _folder) = TestDiary::new().with(a_drink("2026-11-18")).close();
    let mut morning = Morning::first();
    morning.press("Restore a backup").until_done().enter("Another backup", other.to_str().unwrap()).until_done();
    morning.sees("The backup: 0 nights, 1 record, last entry 18 Nov 2026.").press("Put it in the place of my diary").until_done();
    assert!(!morning.reads("Good morning."));
    assert_eq!(morning.app().diary().unwrap().read().all::<Drink>().unwrap().len(), 1);
}

#[test]
fn the_first_page_names_the_file() {
    let mut morning = Morning::first();
    let path = morning.path().display().to_string();
    morning.sees(&path);
}

#[test]
fn the_example_lives_in_memory_and_ones_own_diary_stays_empty() {
    let mut morning = Morning::first();
    morning.press("Look around with an example diary").sees("You are looking at an example diary.");
    let example = morning.app().diary().unwrap();
    assert_eq!(example.path().to_str(), Some(":memory:"));
    assert!(!example.read().is_empty().unwrap());
    // What is logged in the example stays there too.
    morning.press("Water 250 ml");
    assert!(morning.saved().diary_is_empty);
    let rows: i64 = raw(morning.path()).query_row("SELECT count(*) FROM drink", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 0);
}

#[test]
fn back_from_the_example_is_ones_own_diary() {
    let mut morning = Morning::first();
    morning.press("Look around with an example diary").press("Trends").press("Back to my diary");
    assert!(!morning.reads("You are looking at an example diary."));
    assert_eq!(morning.app().diary().unwrap().path(), morning.path());
    morning.sees("Good morning.").press("Start my diary").press("No cramps");
    assert!(!morning.saved().diary_is_empty);
}

#[test]
fn a_diary_with_something_in_it_opens_on_last_night() {
    let mut morning = Morning::after([a_drink("2026-11-18").into()]);
    assert!(!morning.has("Start my diary"));
    morning.sees("Last night").sees("Thu 19 to Fri 20 Nov");
}
