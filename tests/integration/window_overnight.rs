//! A window that stays open while the clock goes on.

use super::support::{day, moment};
use chrono::{DateTime, FixedOffset, NaiveDateTime};
use cramp_diary::{
    clock::{Clock, FixedClock},
    diary::NightState,
    domain::ChosenCustoms,
    machine::{Machine, WindowNotes},
    store::SaidWords,
    ui::{App, Start},
};
use egui::{Key, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

/// A clock that the test moves.
#[derive(Debug, Clone)]
struct MovingClock(Arc<Mutex<DateTime<FixedOffset>>>);

impl MovingClock {
    fn set(&self, to: &str) {
        *self.0.lock().unwrap() = moment(to);
    }
}

impl Clock for MovingClock {
    fn now(&self) -> DateTime<FixedOffset> {
        *self.0.lock().unwrap()
    }

    fn at(&self, wall: NaiveDateTime) -> DateTime<FixedOffset> {
        FixedClock(self.now()).at(wall)
    }
}

fn open(at: &str) -> (Harness<'static, App>, MovingClock, TempDir) {
    open_on(Machine::default(), at)
}

fn open_on(machine: Machine, at: &str) -> (Harness<'static, App>, MovingClock, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let clock = MovingClock(Arc::new(Mutex::new(moment(at))));
    let start = Start { path: folder.path().join("diary.sqlite"), clock: Box::new(clock.clone()), said: SaidWords::default(), machine };
    let mut harness = Harness::builder().with_size(egui::vec2(1240.0, 860.0)).build_eframe(|creation| App::new(&creation.egui_ctx, start));
    harness.run();
    harness.get_by_label("Start my diary").click();
    harness.run();
    (harness, clock, folder)
}

fn shows(harness: &Harness<'_, App>, words: &str) -> bool {
    harness.query_by_label(words).is_some()
}

/// What is saved of a night.
fn state_of(harness: &Harness<'_, App>, of: &str) -> NightState {
    harness.state().diary().unwrap().page(day(of)).unwrap().night_state
}

#[test]
fn a_clock_that_is_set_back_is_named_at_once_and_when_the_window_opens() {
    let (mut harness, clock, folder) = open("2026-11-20T07:00:00+01:00");
    harness.get_by_label("No cramps").click();
    harness.run();
    let said = |harness: &Harness<'_, App>| {
        harness.query_by_role(Role::Alert).and_then(|alert| alert.value().or_else(|| alert.accesskit_node().label()))
    };
    for now in ["2026-11-20T06:55:00+01:00", "2026-11-20T06:30:00+00:00", "2026-11-20T08:30:00+02:00"] {
        clock.set(now);
        harness.run();
        assert_eq!(said(&harness), None, "{now} is a little earlier, or the same in another zone");
    }
    clock.set("2026-10-20T07:00:00+02:00");
    harness.run();
    let expected = "The clock of this computer was set back, from 08:30 on Fri 20 Nov 2026 to 07:00 on Tue 20 Oct 2026. If the clock is wrong, \
                    set it right before you log: entries go to the date that it shows.";
    assert_eq!(said(&harness).as_deref(), Some(expected));
    let start = Start {
        path: folder.path().join("diary.sqlite"),
        clock: Box::new(clock.clone()),
        said: SaidWords::default(),
        machine: Machine::default(),
    };
    let mut harness = Harness::builder().build_eframe(|creation| App::new(&creation.egui_ctx, start));
    harness.run();
    let words = said(&harness).unwrap();
    assert!(words.contains("it is 07:00 on Tue 20 Oct 2026, but the newest entry was made on Fri 20 Nov 2026."), "{words}");
}

#[test]
fn in_the_evening_the_window_moves_to_the_coming_night() {
    let (mut harness, clock, _folder) = open("2026-11-20T11:59:00+01:00");
    assert!(shows(&harness, "Thu 19 to Fri 20 Nov"));
    for (now, heading, dates) in [
        ("2026-11-20T12:01:00+01:00", "Last night", "Thu 19 to Fri 20 Nov"),
        ("2026-11-20T19:59:00+01:00", "Last night", "Thu 19 to Fri 20 Nov"),
        ("2026-11-20T20:01:00+01:00", "Tonight", "Fri 20 to Sat 21 Nov"),
        ("2026-11-21T02:00:00+01:00", "Tonight", "Fri 20 to Sat 21 Nov"),
        ("2026-11-21T07:00:00+01:00", "Last night", "Fri 20 to Sat 21 Nov"),
    ] {
        clock.set(now);
        harness.run();
        assert!(shows(&harness, heading) && shows(&harness, dates), "{now}");
        assert_eq!(shows(&harness, "No cramps"), heading == "Last night", "{now}");
    }
}

#[test]
fn after_lunch_no_cramps_is_said_of_the_night_that_is_over() {
    let (mut harness, _clock, _folder) = open("2026-11-20T14:00:00+01:00");
    harness.get_by_label("No cramps").click();
    harness.run();
    assert_eq!(state_of(&harness, "2026-11-19"), NightState::NoCramps);
    assert_eq!(state_of(&harness, "2026-11-20"), NightState::NotLogged);
}

#[test]
fn in_the_evening_no_cramps_is_not_offered_and_a_cramp_is() {
    let (mut harness, _clock, _folder) = open("2026-11-20T21:00:00+01:00");
    assert!(!shows(&harness, "Slept, hours"), "how one slept is asked in the morning");
    assert!(shows(&harness, "\u{201c}No cramps\u{201d} can be said from 04:00 on."));
    harness.key_press(Key::N);
    harness.run();
    assert_eq!(state_of(&harness, "2026-11-20"), NightState::NotLogged);
    harness.get_by_label("I had cramps").click();
    harness.run();
    assert_eq!(state_of(&harness, "2026-11-20"), NightState::HadCramps);
    harness.get_by_label("Day before").click();
    harness.run();
    assert!(shows(&harness, "Last night") && shows(&harness, "No cramps"));
    harness.get_by_label("Back to tonight").click();
    harness.run();
    assert!(shows(&harness, "Tonight"));
}

#[test]
fn what_can_be_said_of_a_night_that_one_went_to_follows_the_clock() {
    let (mut harness, clock, _folder) = open("2026-11-20T11:59:00+01:00");
    harness.get_by_label("Day after").click();
    harness.run();
    assert!(shows(&harness, "This night has not begun. You can log it from 12:00 on."));
    clock.set("2026-11-20T12:01:00+01:00");
    harness.run();
    assert!(shows(&harness, "Tonight") && shows(&harness, "I had cramps") && shows(&harness, "Back to last night"));
}

#[test]
fn a_date_that_the_person_went_to_stays() {
    let (mut harness, clock, _folder) = open("2026-11-20T11:59:00+01:00");
    harness.get_by_label("Day before").click();
    harness.run();
    clock.set("2026-11-20T20:01:00+01:00");
    harness.run();
    assert!(shows(&harness, "Wed 18 to Thu 19 Nov"));
}

#[test]
fn the_evening_begins_at_the_hour_that_was_chosen() {
    let config = tempfile::tempdir().unwrap();
    let machine = Machine::kept_in(Some(config.path().to_owned()));
    let customs = ChosenCustoms { evening: ChosenCustoms::evening(22), ..ChosenCustoms::default() };
    machine.note_window(&WindowNotes { customs, ..WindowNotes::default() }).unwrap();
    let (mut harness, clock, _folder) = open_on(machine, "2026-11-20T21:59:00+01:00");
    assert!(shows(&harness, "Last night") && !shows(&harness, "Tonight"));
    clock.set("2026-11-20T22:00:00+01:00");
    harness.run();
    assert!(shows(&harness, "Tonight"));
}
