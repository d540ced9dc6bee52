//! A window that stays open while the clock goes on.

use super::support::moment;
use chrono::{DateTime, FixedOffset, NaiveDateTime};
use cramp_diary::{
    clock::{Clock, FixedClock},
    ui::{App, Start},
};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::{cell::Cell, rc::Rc};
use tempfile::TempDir;

/// A clock that the test moves.
#[derive(Debug, Clone)]
struct MovingClock(Rc<Cell<DateTime<FixedOffset>>>);

impl Clock for MovingClock {
    fn now(&self) -> DateTime<FixedOffset> {
        self.0.get()
    }

    fn at(&self, wall: NaiveDateTime) -> DateTime<FixedOffset> {
        FixedClock(self.now()).at(wall)
    }
}

fn open(at: &str) -> (Harness<'static, App>, MovingClock, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let clock = MovingClock(Rc::new(Cell::new(moment(at))));
    let start = Start { path: folder.path().join("diary.sqlite"), clock: Box::new(clock.clone()) };
    let mut harness = Harness::builder().with_size(egui::vec2(1240.0, 860.0)).build_eframe(|creation| App::new(&creation.egui_ctx, start));
    harness.run();
    harness.get_by_label("Start my diary").click();
    harness.run();
    (harness, clock, folder)
}

fn shows(harness: &Harness<'_, App>, words: &str) -> bool {
    harness.query_by_label(words).is_some()
}

#[test]
fn when_the_next_night_begins_the_window_moves_to_it() {
    let (mut harness, clock, _folder) = open("2026-11-20T11:59:00+01:00");
    assert!(shows(&harness, "Thu 19 to Fri 20 Nov"));
    clock.0.set(moment("2026-11-20T12:01:00+01:00"));
    harness.run();
    assert!(shows(&harness, "Fri 20 to Sat 21 Nov"));
    clock.0.set(moment("2026-11-21T07:00:00+01:00"));
    harness.run();
    assert!(shows(&harness, "Fri 20 to Sat 21 Nov"), "in the morning it is still the one that is asked about");
    assert!(shows(&harness, "Last night"));
}

#[test]
fn a_date_that_the_person_went_to_stays() {
    let (mut harness, clock, _folder) = open("2026-11-20T11:59:00+01:00");
    harness.get_by_label("Day before").click();
    harness.run();
    clock.0.set(moment("2026-11-20T12:01:00+01:00"));
    harness.run();
    assert!(shows(&harness, "Wed 18 to Thu 19 Nov"));
}
