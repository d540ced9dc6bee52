//! A diary that does not open, or only for reading.

use super::dump::Dump;
use super::support::{TestDiary, a_drink, raw};
use super::window_support::{HOME, Morning};
use egui::vec2;
use std::{
    fs::{self, Permissions},
    path::{Path, PathBuf},
};
use tempfile::TempDir;

fn opened(folder: TempDir, path: PathBuf) -> Morning {
    Morning::open(folder, path, vec2(1240.0, 860.0))
}

/// A diary with a drink, treated by `harm` before the window opens.
fn harmed(harm: impl FnOnce(&Path)) -> Morning {
    let (path, folder) = TestDiary::new().with(a_drink(HOME)).close();
    harm(&path);
    opened(folder, path)
}

fn set_read_only(path: &Path, read_only: bool) {
    let mut permissions: Permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(read_only);
    fs::set_permissions(path, permissions).unwrap();
}

#[test]
fn a_file_that_is_no_diary_is_named_and_left_alone() {
    let mut morning = harmed(|path| fs::write(path, "Dear diary, ".repeat(100)).unwrap());
    let path = morning.path().display().to_string();
    morning.sees("Your diary did not open").sees("This file is not a Cramp Diary: ").sees(&path);
    assert!(!morning.has("Open for reading only"));
    morning.press("Try again").sees("This file is not a Cramp Diary: ");
    assert_eq!(fs::read_to_string(morning.path()).unwrap(), "Dear diary, ".repeat(100));
}

#[test]
fn a_diary_of_a_newer_version_asks_for_an_update() {
    let mut morning = harmed(|path| raw(path).pragma_update(None, "user_version", 99).unwrap());
    morning.sees("written by a newer version of Cramp Diary (format 99, this program knows ").sees("). Update the program");
}

#[test]
fn a_missing_folder_is_named_and_can_be_made() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("diaries");
    let path = inner.join("diary.sqlite");
    let mut morning = opened(folder, path);
    morning.sees(&format!("There is no folder {}. Make it first", inner.display()));
    fs::create_dir(&inner).unwrap();
    morning.press("Try again").sees("Good morning.").press_all(&["Start my diary", "No cramps"]);
    assert!(!morning.saved().diary_is_empty);
}

#[test]
fn a_diary_that_cannot_be_written_opens_for_reading_and_changes_nothing() {
    let mut morning = harmed(|path| set_read_only(path, true));
    morning.sees("The diary can be read but not changed").press("Open for reading only");
    morning.sees("This diary is open for reading only. What you log cannot be saved.");
    let before = Dump::of(morning.path());
    assert!(morning.has("Change water, 250 ml"));
    for name in ["No cramps", "Coffee 200 ml", "Delete water, 250 ml"] {
        morning.press(name);
        assert!(morning.alert().contains("The diary can be read but not changed, so nothing was saved."), "{name}: {}", morning.alert());
        morning.press("Close this message");
    }
    assert_eq!(Dump::of(morning.path()), before);
    morning.press("Trends").sees("Foods to try").press("Settings").sees("Drinking goal");
}

#[test]
fn a_diary_that_can_be_written_again_opens_on_another_try() {
    let mut morning = harmed(|path| set_read_only(path, true));
    set_read_only(morning.path(), false);
    morning.press_all(&["Try again", "Coffee 200 ml"]);
    assert_eq!(morning.day(), ["water, 250 ml", "coffee, 200 ml"]);
}

#[test]
fn another_file_can_be_opened_instead() {
    let mut morning = harmed(|path| fs::write(path, "Dear diary, ".repeat(100)).unwrap());
    assert_eq!(morning.text_in("Another file"), morning.path().display().to_string());
    let (other, _folder) = TestDiary::new().with(a_drink(HOME).ml(777)).close();
    morning.enter("Another file", &other.display().to_string());
    assert!(morning.has("Change water, 777 ml"), "{:?}", morning.words());
    assert_eq!(morning.app().diary().unwrap().path(), other);
}

#[test]
fn the_example_can_be_looked_at_and_left_again() {
    let mut morning = harmed(|path| fs::write(path, "Dear diary, ".repeat(100)).unwrap());
    morning.press("Look around with an example diary").sees("You are looking at an example diary.");
    morning.press("Back to my diary").sees("This file is not a Cramp Diary: ");
}

#[test]
fn a_diary_that_breaks_while_it_is_open_says_so_where_its_content_was() {
    let mut morning = harmed(|_| ());
    raw(morning.path()).execute_batch("DROP TABLE stretch").unwrap();
    morning.press("Day before").sees("Your diary did not open");
}
