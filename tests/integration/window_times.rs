//! How times and weeks are shown: as the country does, or as the person chose on this computer.

use super::cli::Place;
use super::support::a_cramp;
use super::window_support::Morning;
use cramp_diary::diary::{ChoiceCommand, Command};
use cramp_diary::domain::{ChosenCustoms, Country, HourClock, Profile, WeekStart};
use cramp_diary::machine::{Machine, WindowNotes};
use eframe::App as _;

/// A morning in a country after a cramp at ten past three.
fn in_country(country: Option<Country>) -> Morning {
    let profile = Profile { country, ..Profile::default() };
    let cramp = a_cramp("2026-11-19").began("2026-11-20T03:10:00+01:00");
    Morning::after([Command::Choice(ChoiceCommand::Profile(Box::new(profile))), cramp.into()])
}

#[test]
fn times_are_shown_as_in_the_country_until_a_clock_is_chosen() {
    let mut morning = in_country(Some(Country::UnitedStates));
    morning.sees("3:10 am");
    assert_eq!(morning.text_in("Began at"), "3:10 am");
    morning.enter("Began at", "23:30").sees("11:30 pm");
    assert_eq!(morning.text_in("Began at"), "11:30 pm");
    morning.press("Settings");
    assert!(morning.is_on("Clock: 12 hours") && !morning.is_on("Clock: 24 hours"));
    morning.press("Clock: 24 hours");
    assert!(morning.is_on("Clock: 24 hours") && morning.has("Evening: 20:00"));
    morning.press("Today").sees("23:30");
    assert_eq!(morning.text_in("Began at"), "23:30");
    morning.harness().state_mut().on_exit(None);
    let (path, folder) = morning.leave();
    let mut again = Morning::open(folder, path, egui::vec2(1240.0, 860.0));
    again.sees("23:30");
    let mut at_home = in_country(None);
    at_home.sees("03:10").press_all(&["Settings", "Clock: 12 hours", "Today"]).sees("3:10 am");
}

#[test]
fn weeks_in_the_calendar_begin_as_in_the_country_until_that_is_chosen() {
    let first = |morning: &mut Morning| {
        morning.press("Calendar");
        let words = morning.words();
        let at = |day: &str| words.iter().position(|word| word == day).unwrap();
        let (sunday, monday, saturday) = (at("Sun"), at("Mon"), at("Sat"));
        morning.key(egui::Key::Escape);
        [(sunday, "Sun"), (monday, "Mon"), (saturday, "Sat")].into_iter().min().unwrap().1
    };
    let mut morning = in_country(Some(Country::UnitedStates));
    assert_eq!(first(&mut morning), "Sun");
    for (chosen, day) in [("Saturday", "Sat"), ("Monday", "Mon")] {
        morning.press_all(&["Settings", &format!("Weeks begin with {chosen}"), "Today"]);
        assert_eq!(first(&mut morning), day);
    }
    assert_eq!(first(&mut in_country(Some(Country::Germany))), "Mon");
}

#[test]
fn the_command_line_goes_by_what_was_chosen_in_the_window() {
    let place = Place::at("2026-11-20T21:00:00+01:00");
    place.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "4", "--at", "20:30"]);
    assert!(place.ok(&["show"]).contains("20:30 "));
    let customs =
        ChosenCustoms { clock: Some(HourClock::Twelve), week_start: Some(WeekStart::Sunday), evening: ChosenCustoms::evening(22) };
    Machine::kept_in(Some(place.path("config"))).note_window(&WindowNotes { customs, ..WindowNotes::default() }).unwrap();
    assert_eq!(place.json(&["show"])["night"], "night of Thu 19 to Fri 20 Nov", "the evening has not come");
    assert!(place.ok(&["show", "--night", "today"]).contains("8:30 pm "));
    let said = place.fails(2, &["log", "drink", "tea", "200", "--at", "8:05"]);
    assert!(said.contains("can mean 8:05 am or 8:05 pm"), "{said}");
}
