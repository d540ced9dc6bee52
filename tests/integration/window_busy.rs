//! The window while another program has locked the file: it goes on, saves as soon as it can, and says nothing too early.

use super::support::{TestDiary, a_drink, raw};
use super::window_support::{HOME, Morning};
use egui::{Key, Modifiers, vec2};
use rusqlite::Connection;
use std::fs;

const SAVING: &str = "Another program is using the diary; saving as soon as it lets go …";
const READING: &str = "Another program is using the diary; it is shown as soon as that lets go …";
const GIVEN_UP: &str = "The diary is in use by another window or program.";

/// Locks the file for writers, as another program that is writing does.
fn lock(morning: &Morning) -> Connection {
    let other = raw(morning.path());
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    other
}

fn unlock(other: &Connection) {
    other.execute_batch("ROLLBACK").unwrap();
}

impl Morning {
    /// Frames of a quarter of a second each.
    fn seconds(&mut self, seconds: usize) -> &mut Self {
        self.harness().run_steps(4 * seconds);
        self
    }
}

#[test]
fn what_was_pressed_is_saved_as_soon_as_the_other_lets_go() {
    let mut morning = Morning::started();
    let other = lock(&morning);
    morning.press("Water 250 ml");
    assert_eq!(morning.toast().unwrap().1, SAVING);
    assert!(!morning.has("Change water, 250 ml"));
    morning.press("No cramps").press("Water 250 ml").seconds(5);
    assert_eq!(morning.toast().unwrap().1, SAVING, "nothing is said to be saved");
    assert!(morning.day().is_empty());
    unlock(&other);
    morning.seconds(1);
    assert_eq!(morning.day(), ["water, 250 ml"], "a second press of what waits is none");
    assert!(morning.is_on("No cramps"));
    assert!(morning.toast().unwrap().1.starts_with("Logged no cramps"), "{:?}", morning.toast());
    morning.press("Close this message").check_idle("afterwards");
    morning.chord(Modifiers::COMMAND, Key::Z).chord(Modifiers::COMMAND, Key::Z);
    assert!(morning.day().is_empty(), "each is a step of its own");
}

#[test]
fn after_a_while_it_is_given_up_and_nothing_typed_is_lost() {
    let mut morning = Morning::started();
    morning.press("No cramps");
    let other = lock(&morning);
    morning.enter("Note", "do not lose me").seconds(9);
    assert_eq!(morning.toast().unwrap().1, SAVING);
    morning.seconds(2);
    assert!(morning.alert().contains(GIVEN_UP), "{}", morning.alert());
    morning.press("Close this message").check_idle("given up");
    unlock(&other);
    assert_eq!((morning.saved().note.as_str(), morning.text_in("Note").as_str()), ("", "do not lose me"));
    morning.press("Note").key(Key::Enter);
    assert_eq!(morning.saved().note, "do not lose me");
}

#[test]
fn undo_waits_too() {
    let mut morning = Morning::started();
    morning.press("Water 250 ml");
    let other = lock(&morning);
    morning.chord(Modifiers::COMMAND, Key::Z).seconds(2);
    assert_eq!((morning.toast().unwrap().1.as_str(), morning.day().len()), (SAVING, 1));
    unlock(&other);
    morning.seconds(1);
    assert!(morning.day().is_empty());
    assert!(morning.toast().unwrap().1.starts_with("Undone: "));
}

#[test]
fn a_timer_that_is_done_is_logged_when_the_other_lets_go_or_offers_it_again() {
    let mut morning = Morning::started();
    morning.press_all(&["Guide", "Stretches", "Calf stretch at a wall"]).stop_time();
    morning.press("Start");
    let other = lock(&morning);
    morning.seconds_later(500.0).settle();
    morning.seconds_later(5.0).settle();
    assert!(morning.saved().stretches.is_empty());
    unlock(&other);
    morning.seconds_later(1.0).settle();
    morning.sees("2 min, logged for Fri 20 Nov");
}

#[test]
fn a_page_that_cannot_be_read_is_shown_as_soon_as_it_can() {
    let (path, folder) = TestDiary::new().with(a_drink(HOME)).with(a_drink("2026-11-18").ml(777)).close();
    // Without a log a lock keeps readers out, too. Who may write would bring the log back.
    let mode: String = raw(&path).query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "delete");
    let set_read_only = |read_only| {
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(read_only);
        fs::set_permissions(&path, permissions).unwrap();
    };
    set_read_only(true);
    let mut morning = Morning::open(folder, path.clone(), vec2(1240.0, 860.0));
    morning.press("Open for reading only");
    set_read_only(false);
    let other = raw(&path);
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    morning.press("Day before");
    assert_eq!(morning.toast().unwrap().1, READING);
    assert!(!morning.reads("Your diary did not open"));
    other.execute_batch("ROLLBACK").unwrap();
    morning.seconds(1);
    assert!(morning.has("Change water, 777 ml"));
    assert_eq!(morning.toast(), None);
    morning.check_idle("afterwards");
}
