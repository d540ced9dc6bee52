//! Backups in a second place, encrypted: made, listed, restored with the password on another computer, and brought up to date.

use super::backups::names;
use super::cli::Place;
use super::dump::rows;
use cramp_diary::machine::Machine;
use cramp_diary::sealed::{Cost, Keys, Password, RecoveryWords, is_sealed};
use std::fs;
use std::path::PathBuf;

const PASSWORD: &str = "correct horse battery";
const WORDS: &str = "abandon ability able about above absent absorb zoo";

/// A place with entries and a second place, whose copies are plain.
fn with_stick() -> Place {
    let place = Place::with_example("10", "1");
    fs::create_dir(place.path("stick")).unwrap();
    machine(&place).note(&place.diary(), |notes| notes.second_place = Some(place.path("stick"))).unwrap();
    place
}

fn machine(place: &Place) -> Machine {
    Machine::kept_in(Some(place.path("config")))
}

fn encrypts(place: &Place) -> Keys {
    let words = RecoveryWords::typed(WORDS).unwrap();
    let keys = Keys::make(&Password::new(PASSWORD).unwrap(), &words, Cost::STANDARD).unwrap();
    machine(place).note(&place.diary(), |notes| notes.sealed = Some(keys.kept())).unwrap();
    keys
}

/// The only backup in the second place.
fn on_stick(place: &Place) -> PathBuf {
    let names = names(&place.path("stick"));
    assert_eq!(names.len(), 1, "{names:?}");
    place.path("stick").join(&names[0])
}

#[test]
fn a_backup_elsewhere_is_encrypted_listed_and_restored() {
    let place = with_stick();
    encrypts(&place);
    place.ok(&["backup"]);
    let file = on_stick(&place);
    assert!(file.to_str().unwrap().ends_with(".2026-11-20T08-00-00.asked-for.sqlite.gz.encrypted"), "{}", file.display());
    assert!(is_sealed(&fs::read(&file).unwrap()));
    assert!(names(&place.path("backups"))[0].ends_with(".sqlite"), "on the computer itself it is plain");
    let listed = place.json(&["backups"]);
    let of = |ending: &str| listed.as_array().unwrap().iter().find(|backup| backup["file"].as_str().unwrap().ends_with(ending)).unwrap();
    let (plain, encrypted) = (of(".sqlite"), of(".encrypted"));
    assert!(plain["nights"].as_u64() > Some(5));
    for field in ["nights", "records", "last_entry", "unreadable", "made"] {
        assert_eq!(plain[field], encrypted[field], "{field}");
    }
    let before = rows(&place.sql(), "SELECT * FROM cramp");
    place.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "6"]);
    place.ok(&["restore", file.to_str().unwrap(), "--yes"]);
    assert_eq!(rows(&place.sql(), "SELECT * FROM cramp"), before, "this computer has the keys");
}

#[test]
fn another_computer_needs_the_password_or_the_words() {
    let place = with_stick();
    encrypts(&place);
    place.ok(&["backup"]);
    let other = Place::new();
    let file = on_stick(&place);
    let restore = |typed: Option<&str>| {
        let mut arguments = vec!["restore", file.to_str().unwrap(), "--yes"];
        if let Some(typed) = typed {
            fs::write(other.path("typed.txt"), typed).unwrap();
            arguments.extend(["--password-file", "typed.txt"]);
        }
        let output = other.command(&arguments).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    for (typed, words) in [
        (None, "This file is encrypted. It needs its password, or its eight recovery words."),
        (Some("correct horse"), "This is not the password of this file."),
        (Some("ability abandon able about above absent absorb zoo"), "These are not the recovery words of this file."),
        (Some("abandon abilty able about above absent absorb zoo"), "word 2, “abilty” (perhaps “ability”)"),
        (Some(" \n"), "The password file typed.txt is empty."),
        (Some("one\ntwo"), "The password file typed.txt has several lines."),
    ] {
        let (code, said) = restore(typed);
        assert!(code == Some(1) && said.contains(words), "{said}");
        assert!(!other.diary().exists());
    }
    assert_eq!(restore(Some("1. Abandon\n2. ability\n3. able\n4. about\n5. above\n6. absent\n7. absorb\n8. zoo\n")).0, Some(0));
    assert_eq!(rows(&other.sql(), "SELECT * FROM cramp"), rows(&place.sql(), "SELECT * FROM cramp"));
    assert_eq!(restore(Some("\u{feff}correct horse battery\r\n")).0, Some(0));
    let mut damaged = fs::read(&file).unwrap();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    fs::write(&file, damaged).unwrap();
    let (code, said) = restore(Some(PASSWORD));
    assert!(code == Some(1) && said.contains("This encrypted file is damaged"), "{said}");
}

#[test]
fn older_backups_elsewhere_become_encrypted_and_follow_a_new_password() {
    let place = with_stick();
    place.ok(&["backup"]);
    let plain = on_stick(&place);
    assert!(plain.to_str().unwrap().ends_with(".sqlite"));
    let keys = encrypts(&place);
    place.ok(&["backup"]);
    let encrypted = names(&place.path("stick"));
    assert!(encrypted.len() == 2 && encrypted.iter().all(|name| name.ends_with(".sqlite.gz.encrypted")), "{encrypted:?}");
    let first = place.path("stick").join(&encrypted[0]);
    let before = fs::read(&first).unwrap();
    let new = keys.with_new_password(&Password::new("another long one").unwrap(), Cost::STANDARD).unwrap();
    machine(&place).note(&place.diary(), |notes| notes.sealed = Some(new.kept())).unwrap();
    place.ok(&["backup"]);
    let after = fs::read(&first).unwrap();
    assert!(before != after && before[261..] == after[261..], "the content stays as it is");
    for (typed, code) in [(PASSWORD, 1), ("another long one", 0), (WORDS, 0)] {
        let other = Place::new();
        fs::write(other.path("typed.txt"), typed).unwrap();
        let output = other.command(&["restore", first.to_str().unwrap(), "--dry-run", "--password-file", "typed.txt"]).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{typed}");
    }
}

#[test]
fn nothing_is_written_in_plain_when_the_keys_cannot_be_read() {
    let place = with_stick();
    machine(&place).note(&place.diary(), |notes| notes.sealed = Some("rubbish".into())).unwrap();
    let output = place.command(&["backup"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("The keys of your encrypted copies, which this computer keeps, cannot be read."), "{said}");
    assert_eq!((names(&place.path("stick")).len(), names(&place.path("backups")).len()), (0, 1));
    // Notes that cannot be read at all are not taken for none.
    let notes = place.path("config/machine.json");
    fs::remove_file(&notes).unwrap();
    fs::create_dir(&notes).unwrap();
    let output = place.command(&["backup", "--to", place.path("stick").to_str().unwrap()]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("The keys of your encrypted copies, which this computer keeps, cannot be read."), "{said}");
    assert_eq!(names(&place.path("stick")), Vec::<String>::new());
}
