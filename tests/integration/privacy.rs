//! Who can read what the program writes, and what stays of what was deleted.

use super::cli::{NOW, Place};
use super::support::{TestDiary, a_cramp, a_drink, raw};
use super::window_support::{HOME, Morning};
use cramp_diary::{
    diary::{Command, CrampCommand},
    domain::Cramp,
    store::{Access, Store},
};
use egui::vec2;
use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt as _,
    path::Path,
};

const DRINK: [&str; 4] = ["log", "drink", "water", "250ml"];

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn the_data_folder_is_made_for_its_owner_alone_and_an_older_one_closed() {
    let place = Place::new();
    let data = place.path("data");
    let log =
        || place.command(&DRINK).env_remove("CRAMP_DIARY_FILE").env("XDG_DATA_HOME", &data).env("HOME", place.path("")).assert().success();
    log();
    let folder = fs::read_dir(&data).unwrap().next().unwrap().unwrap().path();
    assert_eq!((mode(&folder), mode(&folder.join("diary.sqlite"))), (0o700, 0o600));
    set_mode(&folder, 0o755);
    log();
    assert_eq!(mode(&folder), 0o700);
}

#[test]
fn a_diary_that_others_could_read_is_closed_to_them_with_a_word() {
    let place = Place::new();
    place.ok(&DRINK);
    let beside = ["diary.foods.sqlite", "diary.format-4.sqlite"].map(|name| place.path(name));
    for path in &beside {
        fs::write(path, "").unwrap();
    }
    for path in beside.iter().chain([&place.diary()]) {
        set_mode(path, 0o644);
    }
    let output = place.command(&DRINK).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && said.contains("Other people on this computer could read your diary. Now only you can: "), "{said}");
    assert!(said.contains("diary.sqlite") && said.lines().count() == 1, "{said}");
    for path in beside.iter().chain([&place.diary()]) {
        assert_eq!(mode(path), 0o600, "{}", path.display());
    }
    place.ok(&DRINK);
}

#[test]
fn the_window_says_that_others_could_read_the_diary() {
    let (path, folder) = TestDiary::new().with(a_drink(HOME)).close();
    set_mode(&path, 0o644);
    let mut morning = Morning::open(folder, path, vec2(1240.0, 860.0));
    morning.sees("Other people on this computer could read your diary. Now only you can: ");
    assert_eq!(mode(morning.path()), 0o600);
}

#[test]
fn a_file_of_somebody_else_keeps_its_mode() {
    let place = Place::new();
    fs::write(place.diary(), "Dear diary, ".repeat(100)).unwrap();
    set_mode(&place.diary(), 0o644);
    place.refuses(&DRINK);
    assert_eq!(mode(&place.diary()), 0o644);
}

#[test]
fn charts_and_tables_are_for_their_owner_alone() {
    let place = Place::with_example("20", "1");
    for name in ["a.svg", "a.png", "a.csv"] {
        fs::write(place.path(name), "").unwrap();
        set_mode(&place.path(name), 0o644);
        let table: &[&str] = if name == "a.csv" { &["--table"] } else { &[] };
        place.ok(&[["chart", "calendar", "--out", name].as_slice(), table].concat());
        assert_eq!(mode(&place.path(name)), 0o600, "{name}");
    }
}

/// Whether the words stand anywhere in the diary file or in the log beside it.
fn holds(test: &TestDiary, words: &str) -> bool {
    let beside = test.path().with_extension("sqlite-wal");
    let bytes = [test.path(), beside].map(|path| fs::read(path).unwrap_or_default()).concat();
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn what_was_deleted_is_in_no_file_any_more_while_the_diary_is_still_open() {
    const WORDS: &str = "after a quarrel with nobody in particular";
    let mut test = TestDiary::new().with(a_drink("2026-11-19")).with(a_cramp("2026-11-19").noted(WORDS));
    assert!(holds(&test, WORDS));
    let cramp = test.only::<Cramp>("2026-11-19");
    test.log(Command::Cramp(CrampCommand::Delete(cramp)));
    assert!(!holds(&test, WORDS));
    assert_eq!(fs::metadata(test.path().with_extension("sqlite-wal")).unwrap().len(), 0);
}

#[test]
fn a_closed_diary_is_one_file_though_somebody_else_still_reads_it() {
    let test = TestDiary::new().with(a_drink("2026-11-19"));
    let reader = Store::open(&test.path(), Access::ReadOnly).unwrap();
    assert!(!reader.read().is_empty().unwrap());
    let (path, folder) = test.close();
    let copy = folder.path().join("copy.sqlite");
    fs::copy(&path, &copy).unwrap();
    assert_eq!(raw(&copy).query_row("SELECT count(*) FROM drink", [], |row| row.get::<_, i64>(0)).unwrap(), 1);
    drop(reader);
}

#[test]
fn a_command_leaves_one_file_after_a_process_that_was_killed() {
    let place = Place::new();
    place.ok(&DRINK);
    // What a killed process leaves: a log beside the file.
    let killed = place.path("killed.sqlite");
    let writer = raw(&place.diary());
    writer.execute_batch("PRAGMA wal_autocheckpoint = 0; DELETE FROM drink").unwrap();
    fs::copy(place.diary(), &killed).unwrap();
    fs::copy(place.path("diary.sqlite-wal"), place.path("killed.sqlite-wal")).unwrap();
    drop(writer);
    let mut command = place.command(&DRINK);
    command.env("CRAMP_DIARY_FILE", &killed).env("CRAMP_DIARY_NOW", NOW).assert().success();
    assert!(!place.path("killed.sqlite-wal").exists());
    assert_eq!(raw(&killed).query_row("SELECT count(*) FROM drink", [], |row| row.get::<_, i64>(0)).unwrap(), 1);
}
