//! Restoring: shown first, then put in the place of the diary, whatever is there now.

use super::backups::{backed_up, names};
use super::cli::Place;
use super::dump::rows;
use super::support::raw;
use super::upgrade::first_format;
use cramp_diary::machine::Machine;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The amounts of the drinks in a diary, in ml.
fn drinks(diary: &Path) -> Vec<String> {
    rows(&raw(diary), "SELECT volume_ml FROM drink ORDER BY volume_ml")
}

fn log(place: &Place, ml: u32) {
    place.ok(&["log", "drink", "water", &format!("{ml}ml")]);
}

/// A place with a diary of one drink, its backup, and a second drink that came later.
fn with_a_backup() -> (Place, String) {
    let place = Place::new();
    log(&place, 250);
    let backup = backed_up(&place).to_str().unwrap().to_owned();
    log(&place, 500);
    (place, backup)
}

#[test]
fn what_would_go_is_shown_and_nothing_is_changed_until_it_is_meant() {
    let (place, backup) = with_a_backup();
    let before = place.bytes();
    let shown = place.ok(&["restore", &backup, "--dry-run"]);
    for words in
        ["The backup: 0 nights, 1 record, last entry", "The diary now: 0 nights, 2 records", "Would go: 1 drink.", "Nothing was changed."]
    {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let output = place.command(&["restore", &backup]).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "nobody is there to be asked");
    assert!(String::from_utf8_lossy(&output.stdout).contains("Would go: 1 drink."));
    assert!(String::from_utf8_lossy(&output.stderr).contains("say so with --yes"));
    assert_eq!(place.bytes(), before);
    let preview = place.json(&["restore", &backup, "--dry-run"]);
    assert_eq!((&preview["preview"]["goes"]["drink"], &preview["restored"]), (&1.into(), &serde_json::Value::Null));
    assert_eq!(names(&place.path("backups")).len(), 1);
}

#[test]
fn the_diary_of_before_becomes_a_backup_that_brings_it_back() {
    let (place, backup) = with_a_backup();
    let said = place.ok(&["restore", &backup, "--yes"]);
    assert!(said.contains("Restored. Your diary now holds 0 nights, 1 record") && said.contains("before-restore.sqlite"), "{said}");
    assert_eq!(drinks(&place.diary()).len(), 1);
    let name = names(&place.path("backups")).into_iter().find(|name| name.contains("before-restore")).unwrap();
    let shown = place.ok(&["restore", &name, "--dry-run"]);
    assert!(shown.contains("Would come back: 1 drink."), "{shown}");
    place.ok(&["restore", &name, "--yes"]);
    assert_eq!(drinks(&place.diary()).len(), 2);
    log(&place, 750);
    assert_eq!(drinks(&place.diary()).len(), 3);
    let beside = names(&place.path(""));
    assert!(!beside.iter().any(|name| name.contains("restoring") || name.ends_with("-wal") || name.ends_with("-shm")), "{beside:?}");
}

#[test]
fn a_restored_diary_is_taken_for_that_of_another_computer_and_keeps_its_backups_elsewhere() {
    let (place, backup) = with_a_backup();
    let [stick, shared] = ["stick", "shared"].map(|name| place.path(name));
    for folder in [&stick, &shared] {
        fs::create_dir(folder).unwrap();
    }
    let machine = Machine::kept_in(Some(place.path("config")));
    machine.note(&place.diary(), |notes| notes.second_place = Some(stick.clone())).unwrap();
    place.ok(&["backup"]);
    place.ok(&["sync", shared.to_str().unwrap()]);
    let said = place.ok(&["restore", &backup, "--yes"]);
    assert!(said.contains("What your other computers have comes back when they next meet in"), "{said}");
    place.ok(&["backup"]);
    place.ok(&["sync"]);
    assert_eq!(names(&shared).len(), 2, "the other computers have what came after the backup");
    let begin = |name: &String| name.split('.').next().unwrap().to_owned();
    assert_eq!(names(&stick).iter().map(begin).collect::<BTreeSet<_>>().len(), 1);
    let listed = place.json(&["backups"]);
    let elsewhere =
        listed.as_array().unwrap().iter().filter(|backup| backup["file"].as_str().unwrap().starts_with(stick.to_str().unwrap()));
    assert_eq!(elsewhere.map(|backup| backup["records"].as_u64().unwrap()).collect::<BTreeSet<_>>(), [1, 2].into());
    let older = names(&stick).into_iter().find(|name| name.contains("asked-for")).unwrap();
    assert!(place.ok(&["restore", &older, "--dry-run"]).contains("Nothing was changed."), "found by its name");
}

#[test]
fn a_damaged_diary_is_kept_as_it_is_and_one_that_is_not_there_needs_nothing() {
    let (place, backup) = with_a_backup();
    let rubbish: Vec<u8> = (0..40_000_u32).map(|number| u8::try_from(number.wrapping_mul(2_654_435_761) >> 24).unwrap()).collect();
    fs::write(place.diary(), &rubbish).unwrap();
    fs::write(place.path("diary.sqlite-wal"), "left over").unwrap();
    let shown = place.ok(&["restore", &backup, "--dry-run"]);
    assert!(shown.contains("The diary now: This file is not a Cramp Diary") && shown.contains("It is kept as it is"), "{shown}");
    let said = place.ok(&["restore", &backup, "--yes"]);
    assert!(said.contains("The damaged diary of before was kept:"), "{said}");
    let kept = place.path("backups/diary.unreadable.2026-11-20T08-00-00.sqlite");
    assert_eq!(fs::read(&kept).unwrap(), rubbish);
    assert_eq!(fs::read_to_string(place.path("backups/diary.unreadable.2026-11-20T08-00-00.sqlite-wal")).unwrap(), "left over");
    assert_eq!(drinks(&place.diary()).len(), 1);
    fs::remove_file(place.diary()).unwrap();
    let said = place.ok(&["restore", &backup, "--yes"]);
    assert!(said.contains("There is no diary now.") && said.contains("Restored."), "{said}");
    assert_eq!(drinks(&place.diary()).len(), 1);
}

#[test]
fn a_log_left_beside_a_diary_that_is_gone_is_not_applied_to_the_restored_one() {
    let (place, backup) = with_a_backup();
    let writer = place.sql();
    writer.execute_batch("PRAGMA wal_autocheckpoint = 0; UPDATE drink SET volume_ml = 999").unwrap();
    let log = fs::read(place.path("diary.sqlite-wal")).unwrap();
    assert!(!log.is_empty());
    drop(writer);
    fs::remove_file(place.diary()).unwrap();
    fs::write(place.path("diary.sqlite-wal"), &log).unwrap();
    place.ok(&["restore", &backup, "--yes"]);
    assert_eq!(drinks(&place.diary()), ["volume_ml=Integer(250) "]);
    assert_eq!(fs::read(place.path("backups/diary.unreadable.2026-11-20T08-00-00.sqlite-wal")).unwrap(), log);
}

#[test]
fn a_pair_copied_by_hand_is_restored_with_its_last_entries_and_stays_as_it_is() {
    let (place, _) = with_a_backup();
    let writer = place.sql();
    writer.execute_batch("PRAGMA wal_autocheckpoint = 0; UPDATE drink SET volume_ml = 999 WHERE volume_ml = 500").unwrap();
    for ending in ["", "-wal"] {
        fs::copy(place.path(&format!("diary.sqlite{ending}")), place.path(&format!("copied{ending}"))).unwrap();
    }
    drop(writer);
    let copied = ["copied", "copied-wal"].map(|name| fs::read(place.path(name)).unwrap());
    log(&place, 100);
    let copy = place.path("copied");
    place.ok(&["restore", copy.to_str().unwrap(), "--yes"]);
    assert_eq!(drinks(&place.diary()), ["volume_ml=Integer(250) ", "volume_ml=Integer(999) "]);
    assert_eq!(["copied", "copied-wal"].map(|name| fs::read(place.path(name)).unwrap()), copied);
    assert!(!place.path("copied-shm").exists());
}

#[test]
fn a_backup_of_an_older_version_is_brought_up_to_date_and_stays_as_it_is() {
    let (folder, older) = first_format();
    let (place, _) = with_a_backup();
    let bytes = fs::read(&older).unwrap();
    let said = place.ok(&["restore", older.to_str().unwrap(), "--yes"]);
    assert!(said.contains("An older version of the program made this backup") && said.contains("1 night, 2 records"), "{said}");
    assert_eq!(fs::read(&older).unwrap(), bytes);
    assert_eq!(names(folder.path()), ["diary.sqlite"]);
    assert_eq!(rows(&place.sql(), "SELECT note FROM night"), ["note=Text(\"calm\") "]);
    place.command(&["show"]).assert().success();
    assert!(!names(&place.path("")).iter().any(|name| name.contains("format-")));
}

#[test]
fn a_deflated_backup_is_restored() {
    let place = Place::with_example("20", "1");
    let backup = backed_up(&place);
    fs::rename(&backup, place.path("backups/diary.2026-11-01T08-00-00.daily.sqlite")).unwrap();
    backed_up(&place);
    let nights = rows(&place.sql(), "SELECT * FROM night");
    place.sql().execute_batch("DELETE FROM night").unwrap();
    let said = place.ok(&["restore", "diary.2026-11-01T08-00-00.daily.sqlite.gz", "--yes"]);
    assert!(said.contains(&format!("Would come back: {} nights.", nights.len())), "{said}");
    assert_eq!(rows(&place.sql(), "SELECT * FROM night"), nights);
}

#[test]
fn a_backup_is_merged_into_the_diary_of_now_which_keeps_what_it_has() {
    let (place, backup) = with_a_backup();
    place.sql().execute_batch("DELETE FROM drink WHERE volume_ml = 250").unwrap();
    let before = place.bytes();
    let shown = place.ok(&["restore", &backup, "--merge", "--dry-run"]);
    assert!(shown.contains("1 record from the backup") && shown.contains("Nothing was changed."), "{shown}");
    assert_eq!(place.bytes(), before);
    let said = place.ok(&["restore", &backup, "--merge"]);
    assert!(said.contains("1 record from the backup") && said.contains("before-merge.sqlite"), "{said}");
    assert_eq!(drinks(&place.diary()).len(), 2);
    let again = place.json(&["restore", &backup, "--merge"]);
    assert_eq!((&again["what"], &again["before"]), (&"Nothing new from the backup".into(), &serde_json::Value::Null));
    assert_eq!(names(&place.path("backups")).iter().filter(|name| name.contains("before-merge")).count(), 1, "if something comes");
    fs::remove_file(place.diary()).unwrap();
    assert!(place.ok(&["restore", &backup, "--merge", "--dry-run"]).contains("1 record from the backup"), "where there is no diary");
    assert!(!place.diary().exists());
}

#[test]
fn what_is_no_sound_diary_is_refused_and_nothing_is_changed() {
    let (place, backup) = with_a_backup();
    let before = place.bytes();
    let whole = fs::read(&backup).unwrap();
    fs::write(place.path("cut"), &whole[..whole.len() / 2]).unwrap();
    fs::write(place.path("text"), "Dear diary").unwrap();
    fs::write(place.path("cut.gz"), [0x1f, 0x8b, 8, 0, 0]).unwrap();
    fs::write(place.path("empty"), "").unwrap();
    let newer = place.path("newer");
    fs::write(&newer, &whole).unwrap();
    raw(&newer).pragma_update(None, "user_version", 99).unwrap();
    for (file, why) in [
        ("cut", "it is damaged"),
        ("text", "it is no diary of this program"),
        ("cut.gz", "it is damaged"),
        ("empty", "it is no diary of this program"),
        ("newer", "a newer version of Cramp Diary made it"),
        ("nowhere", "there is no such file"),
        ("backups", "it is a folder"),
        ("diary.sqlite", "it is the diary itself"),
    ] {
        let said = place.refuses(&["restore", place.path(file).to_str().unwrap(), "--yes"]);
        assert!(said.contains("This cannot be restored, because ") && said.contains(why), "{file}: {said}");
    }
    assert_eq!(place.bytes(), before);
    assert_eq!(names(&place.path("backups")).len(), 1);
}

/// Whoever has the diary open goes on with what they opened, and what they write reaches nobody else's file.
#[test]
fn a_diary_that_another_has_open_is_restored_too_unless_it_is_writing() {
    let (place, backup) = with_a_backup();
    let other = place.sql();
    assert_eq!(rows(&other, "SELECT volume_ml FROM drink").len(), 2);
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let output = place.command(&["restore", &backup, "--yes"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("Nothing was restored, because another program is using the diary."), "{said}");
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(drinks(&place.diary()).len(), 2);
    place.ok(&["restore", &backup, "--yes"]);
    assert_eq!(rows(&other, "SELECT volume_ml FROM drink").len(), 2, "what they opened");
    other.execute_batch("UPDATE drink SET volume_ml = 999").unwrap();
    log(&place, 750);
    assert_eq!(drinks(&place.diary()), ["volume_ml=Integer(250) ", "volume_ml=Integer(750) "]);
    drop(other);
    assert_eq!(drinks(&place.diary()), ["volume_ml=Integer(250) ", "volume_ml=Integer(750) "]);
    assert_eq!(rows(&place.sql(), "PRAGMA integrity_check"), ["integrity_check=Text(\"ok\") "]);
}
