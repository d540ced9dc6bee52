//! Backups: made, restored in a trial, listed, kept elsewhere, and refused with a sentence.

use super::cli::Place;
use super::dump::rows;
use super::support::raw;
use super::upgrade::first_format;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const DRINK: [&str; 4] = ["log", "drink", "water", "250ml"];

/// The names of the files in a folder, without those of locks.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| !name.contains(".lock"));
    names.sort_unstable();
    names
}

/// Makes a backup, and returns its path.
#[track_caller]
pub(crate) fn backed_up(place: &Place) -> PathBuf {
    let made = place.json(&["backup"]);
    PathBuf::from(made[0]["file"].as_str().unwrap())
}

#[test]
fn a_backup_is_one_private_file_that_was_tried_and_is_listed() {
    let place = Place::with_example("20", "1");
    let said = place.ok(&["backup"]);
    let nights = rows(&place.sql(), "SELECT id FROM night").len();
    assert!(said.starts_with(&format!("Made a backup, and restored it in a trial: {nights} nights, ")), "{said}");
    let folder = place.path("backups");
    assert_eq!(names(&folder), ["diary.2026-11-20T08-00-00.asked-for.sqlite"]);
    let file = folder.join(&names(&folder)[0]);
    assert_eq!(rows(&raw(&file), "PRAGMA journal_mode"), ["journal_mode=Text(\"delete\") "]);
    assert_eq!(rows(&raw(&file), "SELECT * FROM cramp"), rows(&place.sql(), "SELECT * FROM cramp"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&file)), (0o700, 0o600));
    }
    let listed = place.json(&["backups"]);
    assert_eq!(listed[0]["file"], file.to_str().unwrap());
    assert_eq!((listed[0]["nights"].as_u64(), listed[0]["last_entry"].as_str()), (Some(nights as u64), Some("2026-11-19")));
    assert_eq!(listed[0]["made"], "2026-11-20T08:00:00");
    assert_eq!(listed[0]["records"], place.json(&["check"])["records"]);
    let listed = place.ok(&["backups"]);
    assert!(listed.contains("diary.2026-11-20T08-00-00.asked-for.sqlite") && listed.contains("2026-11-19"), "{listed}");
}

#[test]
fn what_cannot_be_read_is_named_in_the_list_and_others_stay() {
    let place = Place::new();
    assert_eq!(place.ok(&["backups"]), "There is no backup yet. Make one with cramp-diary backup.\n");
    place.ok(&DRINK);
    backed_up(&place);
    fs::write(place.path("backups/diary.2026-11-19T08-00-00.daily.sqlite"), "rubbish").unwrap();
    fs::write(place.path("backups/diary.2026-11-01T08-00-00.daily.sqlite.gz"), "rubbish").unwrap();
    fs::write(place.path("backups/something.else.sqlite"), "").unwrap();
    let listed = place.json(&["backups"]);
    assert_eq!(listed.as_array().unwrap().len(), 3);
    assert_eq!((&listed[0]["unreadable"], listed[0]["records"].as_u64()), (&serde_json::Value::Null, Some(1)));
    assert_eq!((listed[1]["unreadable"].as_str(), listed[2]["unreadable"].as_str()), (Some("it is no diary"), Some("it is damaged")));
    assert!(place.ok(&["backups"]).contains("it is damaged"));
}

#[test]
fn copies_from_before_an_update_are_listed_too() {
    let (folder, path) = first_format();
    let place = Place::new();
    fs::copy(path, place.diary()).unwrap();
    drop(folder);
    place.command(&["show"]).assert().success();
    let listed = place.json(&["backups"]);
    assert_eq!(listed[0]["file"], place.path("diary.format-1.sqlite").to_str().unwrap());
    assert_eq!(
        (listed[0]["why"].as_str(), listed[0]["nights"].as_u64(), listed[0]["records"].as_u64()),
        (Some("before-upgrade"), Some(1), Some(2))
    );
}

#[test]
fn a_folder_elsewhere_gets_backups_that_tell_computers_apart() {
    let place = Place::new();
    place.ok(&DRINK);
    let stick = place.path("stick");
    let said = place.refuses(&["backup", "--to", stick.to_str().unwrap()]);
    assert!(said.contains("because there is no such folder. Make it, plug its stick in, or choose another."), "{said}");
    assert!(!place.path("backups").exists());
    fs::create_dir(&stick).unwrap();
    place.ok(&["backup", "--to", stick.to_str().unwrap()]);
    let first = names(&stick);
    assert!(first[0].starts_with("diary-") && first[0].ends_with(".2026-11-20T08-00-00.asked-for.sqlite"), "{first:?}");
    let notes: serde_json::Value = serde_json::from_slice(&fs::read(place.path("config/machine.json")).unwrap()).unwrap();
    let notes = &notes["diaries"][fs::canonicalize(place.diary()).unwrap().to_str().unwrap()];
    assert_eq!(notes["last_saved_elsewhere"], "2026-11-20T07:00:00Z");
    assert_eq!((notes["last_rehearsal"]["records"].as_u64(), &notes["last_rehearsal"]["failed"]), (Some(1), &serde_json::Value::Null));
    // Another computer with a diary of that name.
    let other = Place::new();
    other.ok(&DRINK);
    other.ok(&["backup", "--to", stick.to_str().unwrap()]);
    assert_eq!(names(&stick).len(), 2);
}

#[test]
fn a_damaged_diary_leaves_the_backups_as_they_are() {
    let place = Place::with_example("20", "1");
    let good = backed_up(&place);
    let old = place.path("backups/diary.2020-01-01T08-00-00.daily.sqlite");
    fs::copy(&good, &old).unwrap();
    let before = names(&place.path("backups"));
    let mut bytes = place.bytes();
    let page: u32 = place.sql().query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'cramp'", [], |row| row.get(0)).unwrap();
    let end = usize::try_from(page).unwrap() * 4096;
    bytes[end - 4096..end].fill(0);
    fs::write(place.diary(), bytes).unwrap();
    let said = place.refuses(&["backup"]);
    assert!(said.contains("The diary is damaged") && said.contains("all older ones are kept"), "{said}");
    assert_eq!(names(&place.path("backups")), before);
}

/// The program in a shell in which no file may grow beyond so many blocks of 1,024 bytes, as on a full disk.
#[cfg(unix)]
fn on_a_full_disk(place: &Place, blocks: u32, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new("sh");
    let limit = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
    command.args(["-c", &limit, "sh", env!("CARGO_BIN_EXE_cramp-diary")]).args(arguments);
    command.env("CRAMP_DIARY_NOW", super::cli::NOW).env("CRAMP_DIARY_FILE", place.diary()).env("CRAMP_DIARY_CONFIG", place.path("config"));
    let output = command.output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_no_half_backup() {
    let place = Place::with_example("20", "1");
    for blocks in [0, 8, 100] {
        let (code, said) = on_a_full_disk(&place, blocks, &["backup"]);
        assert!(code == Some(1) && said.contains("No backup was made in") && said.contains("because the disk "), "{said}");
        assert_eq!(names(&place.path("backups")), Vec::<String>::new(), "{blocks} blocks");
    }
    let good = backed_up(&place);
    let before = place.bytes();
    let (code, said) = on_a_full_disk(&place, 100, &["restore", good.to_str().unwrap(), "--yes"]);
    assert!(code == Some(1) && said.contains("the disk for temporary files is full"), "{said}");
    assert_eq!(place.bytes(), before);
    assert_eq!(names(&place.path("backups")).len(), 1);
}

#[test]
fn leftovers_of_interrupted_backups_go_with_the_next() {
    let place = Place::new();
    place.ok(&DRINK);
    fs::create_dir(place.path("backups")).unwrap();
    for leftover in ["diary.backup.unfinished", "diary.backup.unfinished-wal", "diary.deflated.unfinished"] {
        fs::write(place.path("backups").join(leftover), "half").unwrap();
    }
    backed_up(&place);
    assert_eq!(names(&place.path("backups")), ["diary.2026-11-20T08-00-00.asked-for.sqlite"]);
}

#[test]
fn old_backups_are_deflated_and_still_say_what_they_hold() {
    let place = Place::with_example("20", "1");
    let good = backed_up(&place);
    let old = place.path("backups/diary.2026-11-01T08-00-00.daily.sqlite");
    fs::copy(&good, &old).unwrap();
    backed_up(&place);
    assert!(!old.exists());
    let listed = place.json(&["backups"]);
    let deflated = &listed[2];
    assert!(deflated["file"].as_str().unwrap().ends_with("diary.2026-11-01T08-00-00.daily.sqlite.gz"), "{listed}");
    assert_eq!((&deflated["records"], &deflated["last_entry"]), (&listed[0]["records"], &listed[0]["last_entry"]));
    assert!(deflated["bytes"].as_u64().unwrap() * 3 < listed[0]["bytes"].as_u64().unwrap(), "{listed}");
}
