//! Diaries where it is hard: nothing can be written there, no memory is shared, the disk is full, or another program copies the folder.
//!
//! A link to nowhere in the place of the file in which SQLite shares memory binds root too, which permissions do not.

use super::cli::Place;
use super::dump::rows;
use super::support::{TestDiary, a_drink, raw};
use super::upgrade::first_format;
use super::window_support::{HOME, Morning};
use cramp_diary::store::{Access, Store, StoreError};
use egui::vec2;
use std::{
    fs::{self, Permissions},
    os::unix::fs::{PermissionsExt as _, symlink},
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

const DRINK: [&str; 6] = ["log", "drink", "water", "250ml", "--day", "yesterday"];

/// Puts a link where SQLite needs a file to share memory, which it does not follow.
fn without_shared_memory(diary: &Path) {
    symlink("nowhere", diary.with_extension("sqlite-shm")).unwrap();
}

fn drinks(diary: &Path) -> usize {
    rows(&raw(diary), "SELECT volume_ml FROM drink").len()
}

/// A place with a diary of one drink whose last entry, another drink, lies in a log beside it: what a killed process leaves.
fn killed() -> Place {
    let (place, other) = (Place::new(), TestDiary::new().with(a_drink(HOME)));
    let reader = raw(&other.path());
    reader.execute_batch("BEGIN; SELECT count(*) FROM drink").unwrap();
    let mut other = other;
    other.log(a_drink(HOME).ml(300));
    for name in ["diary.sqlite", "diary.sqlite-wal"] {
        fs::copy(other.path().with_file_name(name), place.path(name)).unwrap();
    }
    place
}

#[test]
fn where_no_file_can_lie_beside_it_a_diary_is_read_as_it_is() {
    let place = Place::new();
    place.ok(&DRINK);
    let before = place.bytes();
    without_shared_memory(&place.diary());
    for command in [["show"].as_slice(), &["summary"], &["chart", "calendar", "--table"], &["foods", "search", "rice"], &["flags"]] {
        place.ok(command);
    }
    assert!(place.ok(&["show"]).contains("250 ml"));
    assert_eq!(place.bytes(), before);
}

#[test]
fn what_lies_in_the_log_beside_it_is_read_from_a_copy_with_a_word() {
    let place = killed();
    without_shared_memory(&place.diary());
    let temporary = place.path("temporary");
    fs::create_dir(&temporary).unwrap();
    let output = place.command(&["show"]).env("TMPDIR", &temporary).output().unwrap();
    let (shown, said) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(output.status.success() && shown.contains("300 ml"), "{shown}{said}");
    assert!(said.contains("a copy of it is shown, which is removed afterwards") && said.lines().count() == 1, "{said}");
    assert_eq!(fs::read_dir(&temporary).unwrap().count(), 0, "the copy is removed");
    assert!(fs::metadata(place.path("diary.sqlite-wal")).unwrap().len() > 0, "the log stays");
}

#[test]
fn without_shared_memory_a_diary_is_written_and_it_is_said_once() {
    let place = killed();
    without_shared_memory(&place.diary());
    let said = |place: &Place| {
        let output = place.command(&DRINK).env("XDG_STATE_HOME", place.path("state")).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{said}");
        said
    };
    let first = said(&place);
    assert!(first.contains("lets only one window or command use it at a time") && first.lines().count() == 1, "{first}");
    assert_eq!(said(&place), "", "once");
    assert_eq!(drinks(&place.diary()), 4, "both old ones, what lay in the log included, and both new ones");
    assert_eq!(rows(&raw(&place.diary()), "PRAGMA journal_mode"), ["journal_mode=Text(\"delete\") "]);
    fs::remove_file(place.path("diary.sqlite-shm")).unwrap();
    place.ok(&DRINK);
    assert_eq!(rows(&raw(&place.diary()), "PRAGMA journal_mode"), ["journal_mode=Text(\"wal\") "], "elsewhere it has its log again");
}

#[test]
fn a_diary_is_made_where_no_memory_is_shared() {
    let place = Place::new();
    without_shared_memory(&place.diary());
    let output = place.command(&DRINK).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(drinks(&place.diary()), 1);
    assert!(place.ok(&["show"]).contains("250 ml"));
}

#[test]
fn an_older_diary_that_cannot_be_written_is_read_from_a_newer_copy() {
    let (folder, path) = first_format();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let before = fs::read(&path).unwrap();
    let place = Place::new();
    let diary = path.to_str().unwrap();
    let output = place.command(&["show", "--night", "2026-11-18", "--diary", diary]).output().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && shown.contains("calm"), "{shown}");
    assert!(String::from_utf8(output.stderr).unwrap().contains("a copy of it is shown"));
    let said = place.refuses(&[["--diary", diary].as_slice(), &DRINK].concat());
    assert!(said.contains("The diary can be read but not changed, so nothing was saved."), "{said}");
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no copy beside it");
}

/// Permissions bind nobody who is root, so the test says that it was left out.
#[test]
#[expect(clippy::print_stdout, reason = "says why it was left out")]
fn in_a_folder_that_may_not_be_written_commands_read_and_say_why_they_do_not_write() {
    let place = Place::new();
    place.ok(&DRINK);
    let folder = place.path("");
    fs::set_permissions(&folder, Permissions::from_mode(0o555)).unwrap();
    if fs::write(place.path("root"), "").is_ok() {
        fs::remove_file(place.path("root")).unwrap();
        println!("left out: permissions bind nobody here; scripts/places tries it in a read-only mount");
        return;
    }
    assert!(place.ok(&["show"]).contains("250 ml"));
    let said = place.refuses(&DRINK);
    fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
    assert!(said.contains("The diary can be read but not changed, so nothing was saved."), "{said}");
    assert_eq!(drinks(&place.diary()), 1);
}

#[test]
fn the_window_shows_what_it_cannot_write_to() {
    let (path, folder) = TestDiary::new().with(a_drink(HOME)).close();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    without_shared_memory(&path);
    let mut morning = Morning::open(folder, path, vec2(1240.0, 860.0));
    morning.sees("The diary can be read but not changed").press("Open for reading only");
    morning.sees("This diary is open for reading only.").press("Coffee 200 ml");
    assert!(morning.alert().contains("The diary can be read but not changed, so nothing was saved."), "{}", morning.alert());
    assert!(morning.has("Change water, 250 ml"));
}

/// Whoever may write there changes a file that is read as one that nobody changes.
#[test]
fn what_somebody_else_writes_is_read_anew() {
    let place = Place::new();
    place.ok(&DRINK);
    without_shared_memory(&place.diary());
    let mut store = Store::open(&place.diary(), Access::ReadOnly).unwrap();
    assert_eq!((store.follow().unwrap(), store.follow().unwrap()), (false, false));
    let elsewhere = place.path("elsewhere.sqlite");
    fs::copy(place.diary(), &elsewhere).unwrap();
    raw(&elsewhere).execute_batch("UPDATE drink SET volume_ml = 777; PRAGMA wal_checkpoint(TRUNCATE); VACUUM").unwrap();
    fs::remove_file(place.diary()).unwrap();
    fs::copy(&elsewhere, place.diary()).unwrap();
    assert!(store.follow().unwrap());
    let drinks = store.read().all::<cramp_diary::domain::Drink>().unwrap();
    assert_eq!(drinks[0].value.volume.get(), 777);
    assert!(!store.follow().unwrap());
}

#[test]
fn a_folder_that_a_program_copies_is_named_once() {
    let place = Place::new();
    fs::create_dir(place.path(".stfolder")).unwrap();
    let said = || String::from_utf8(place.command(&DRINK).env("XDG_STATE_HOME", place.path("state")).output().unwrap().stderr).unwrap();
    let first = said();
    assert!(first.contains("Syncthing copies the folder of your diary.") && first.contains("keep a copy elsewhere"), "{first}");
    assert_eq!(said(), "");
    assert_eq!(fs::metadata(place.path("state/crampdiary/said.txt")).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn the_window_says_that_a_program_copies_the_folder() {
    let folder: TempDir = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".stfolder")).unwrap();
    let path: PathBuf = folder.path().join("diary.sqlite");
    let mut morning = Morning::open(folder, path, vec2(1240.0, 860.0));
    assert!(morning.alert().contains("Syncthing copies the folder of your diary."), "{}", morning.alert());
    morning.press_all(&["Close this message", "Start my diary"]);
}

#[test]
fn a_window_that_is_not_written_to_for_a_while_leaves_one_file() {
    let mut morning = Morning::started();
    morning.stop_time();
    morning.press("Coffee 200 ml");
    let log = morning.path().with_extension("sqlite-wal");
    let bytes = || fs::metadata(&log).map_or(0, |found| found.len());
    assert!(bytes() > 0, "what was just saved lies beside it");
    morning.seconds_later(4.0).settle();
    assert!(bytes() > 0);
    morning.seconds_later(2.0).settle();
    assert_eq!(bytes(), 0);
    let copy = morning.path().with_file_name("copy.sqlite");
    fs::copy(morning.path(), &copy).unwrap();
    assert_eq!(drinks(&copy), 1);
}

/// The program, started from a shell in which no file may grow beyond so many blocks, as on a full disk.
fn on_a_full_disk(place: &Place, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_cramp-diary")]).args(arguments);
    command
        .env("CRAMP_DIARY_NOW", super::cli::NOW)
        .env("CRAMP_DIARY_FILE", place.diary())
        .env("CRAMP_DIARY_CONFIG", place.path("config"))
        .current_dir(place.path(""));
    let output = command.output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn charts_and_tables_that_cannot_be_written_say_why() {
    let place = Place::with_example("20", "1");
    for arguments in [
        ["chart", "calendar", "--out", "a.svg"].as_slice(),
        &["chart", "calendar", "--out", "a.png"],
        &["chart", "calendar", "--table", "--out", "a.csv"],
    ] {
        let (code, said) = on_a_full_disk(&place, arguments);
        assert!(code == Some(1) && said.contains("because the disk is full. Choose another place"), "{said}");
        assert!(!place.path(arguments[arguments.len() - 1]).exists());
        let nowhere = [&arguments[..arguments.len() - 1], &["no/such/folder.csv.svg.png"]].concat();
        let nowhere: Vec<_> = nowhere.iter().map(|word| word.replace(".csv.svg.png", &arguments[arguments.len() - 1][1..])).collect();
        let said = place.refuses(&nowhere.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(said.contains("because there is no such file or folder."), "{said}");
    }
    for taken in ["taken.svg", "taken.png", "taken.csv"] {
        fs::create_dir_all(place.path(taken).join("inner")).unwrap();
        let table: &[&str] = if taken.ends_with("csv") { &["--table"] } else { &[] };
        let said = place.refuses(&[["chart", "calendar", "--out", taken].as_slice(), table].concat());
        assert!(said.contains("because there is a folder of that name."), "{said}");
    }
}

#[test]
fn an_output_that_is_full_says_so_and_one_that_is_closed_is_no_matter() {
    let place = Place::new();
    let full = |arguments: &str| {
        let line = format!("exec \"$0\" {arguments}");
        let mut command = Command::new("sh");
        command.args(["-c", &line, env!("CARGO_BIN_EXE_cramp-diary")]);
        command
            .env("CRAMP_DIARY_NOW", super::cli::NOW)
            .env("CRAMP_DIARY_FILE", place.diary())
            .env("CRAMP_DIARY_CONFIG", place.path("config"));
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = full("log drink water 250ml > /dev/full");
    assert_eq!(code, Some(1));
    assert_eq!(said, "cramp-diary: The output could not be written, because the disk is full. What the command saved is saved.\n");
    assert_eq!(full("log drink water 251ml >&-"), (Some(0), String::new()));
    assert_eq!(full("log drink water 252ml | true").0, Some(0));
    assert_eq!(drinks(&place.diary()), 3, "all are saved");
}

#[test]
fn what_cannot_be_written_beside_a_diary_is_said_and_does_not_keep_it_from_being_read() {
    let place = Place::new();
    place.ok(&DRINK);
    let (code, said) = on_a_full_disk(&place, &["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "6"]);
    // A limit of the shell is no full disk to SQLite; scripts/places fills one.
    assert!(code == Some(1) && (said.contains("disk is full") || said.contains("look whether it is there, then try again")), "{said}");
    assert_eq!(drinks(&place.diary()), 1);
    // What SQLite needs beside the file to write into it is a folder.
    fs::create_dir(place.path("diary.sqlite-wal")).unwrap();
    let error = Store::open(&place.diary(), Access::Create).map(|_store| ()).unwrap_err();
    assert!(matches!(error, StoreError::Unopened { .. }), "{error:?}");
    let said = place.refuses(&DRINK);
    assert!(said.contains("cannot be opened. Check that you may read it and write into its folder"), "{said}");
    assert!(place.ok(&["show"]).contains("250 ml"), "it can still be read");
}
