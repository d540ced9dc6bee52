//! A damaged diary: what can be read of it is got back in the window, and takes its place.

use super::support::{TestDiary, a_cramp, a_drink, raw};
use super::window_support::{HOME, Morning};
use egui::vec2;
use std::fs;
use std::path::Path;

/// The first page of a table; page 1 is that of the file.
fn root(path: &Path, table: &str) -> usize {
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    raw(path).query_row(sql, [table], |row| row.get::<_, u32>(0)).unwrap() as usize
}

/// A window over a diary with a drink and a cramp, after bytes were written over a page of it. Returns what is left of the file too.
fn overwritten(page: impl FnOnce(&Path) -> usize) -> (Morning, Vec<u8>) {
    let (path, folder) = TestDiary::new().with(a_drink(HOME)).with(a_cramp(HOME)).close();
    let begin = (page(&path) - 1) * 4096;
    let mut bytes = fs::read(&path).unwrap();
    bytes[begin..begin + 4096].fill(0xA5);
    fs::write(&path, &bytes).unwrap();
    (Morning::open(folder, path, vec2(1240.0, 860.0)), bytes)
}

/// Has the window read the damaged diary, and waits for it.
fn read(morning: &mut Morning) {
    morning.press("Read it into a new diary").until_known();
}

#[test]
fn a_diary_whose_first_page_was_overwritten_is_got_back_and_used() {
    let (mut morning, damaged) = overwritten(|_| 1);
    morning.sees("Your diary did not open").sees("Get back what can be read");
    read(&mut morning);
    morning.sees("came back.").sees("Drink").sees("It is a diary of its own now: ");
    let path = morning.path().to_owned();
    assert!(fs::read(&path).unwrap() == damaged, "it is only read");
    morning.press("Use it as my diary").sees("What came back is your diary now. The damaged file was kept: ");
    assert_eq!(morning.day(), ["water, 250 ml"]);
    assert!(fs::read(path.with_extension("damaged.sqlite")).unwrap() == damaged);
    morning.press("Coffee 200 ml");
    assert_eq!(morning.day(), ["water, 250 ml", "coffee, 200 ml"]);
}

#[test]
fn what_is_no_diary_says_that_nothing_was_found() {
    let (path, folder) = TestDiary::new().close();
    fs::write(&path, "Dear diary, ".repeat(100)).unwrap();
    let mut morning = Morning::open(folder, path, vec2(1240.0, 860.0));
    read(&mut morning);
    morning.sees("In this file nothing of a diary was found: ");
    assert!(!morning.has("Use it as my diary"));
}

#[test]
fn a_broken_structure_that_the_check_finds_leads_there() {
    let (mut morning, _) = overwritten(|path| root(path, "tombstone"));
    morning.press_all(&["Settings", "Check the diary"]).until_known();
    morning.press("Get back what can be read…").sees("Your diary is damaged: its structure is broken");
    read(&mut morning);
    morning.sees("1 of the ").press("Use it as my diary");
    assert_eq!(morning.day(), ["water, 250 ml"]);
}

#[test]
fn a_diary_that_only_cannot_be_written_needs_nothing_of_it() {
    let (path, folder) = TestDiary::new().with(a_drink(HOME)).close();
    raw(&path).pragma_update(None, "user_version", 99).unwrap();
    let mut morning = Morning::open(folder, path, vec2(1240.0, 860.0));
    morning.sees("written by a newer version");
    assert!(!morning.has("Read it into a new diary"));
}

#[test]
fn a_page_that_cannot_be_read_any_more_offers_it_too() {
    let (mut morning, _) = overwritten(|path| root(path, "cramp"));
    morning.sees("Your diary did not open");
    read(&mut morning);
    morning.sees("1 of the ").press("Use it as my diary");
    assert_eq!(morning.day(), ["water, 250 ml"]);
}
