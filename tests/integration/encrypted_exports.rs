//! Encrypted exports on the command line, and reading them back.

use super::cli::Place;
use cramp_diary::machine::Machine;
use cramp_diary::sealed::{Cost, Keys, Password, RecoveryWords, is_sealed};
use std::fs;

const PASSWORD: &str = "correct horse battery";
const FILE: &str = "diary.json.encrypted";
const EXPORT: [&str; 5] = ["export", "json", FILE, "--password-file", "typed.txt"];

/// A place with entries and a file with a password.
fn place() -> Place {
    let place = Place::with_example("10", "1");
    fs::write(place.path("typed.txt"), PASSWORD).unwrap();
    place
}

/// The exit code, and what is said on standard error.
fn said(place: &Place, arguments: &[&str]) -> (Option<i32>, String) {
    let output = place.command(arguments).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// Exports, and returns the recovery words that are said.
#[track_caller]
fn exported(place: &Place) -> String {
    let (code, said) = said(place, &EXPORT);
    assert_eq!(code, Some(0), "{said}");
    let (_, words) = said.split_once("not shown again: ").unwrap();
    assert_eq!(words.split_whitespace().count(), 8, "{words}");
    words.trim().to_owned()
}

/// All of the diary as it is exported in plain.
fn plain(place: &Place) -> Vec<u8> {
    place.command(&["export", "json", "-"]).output().unwrap().stdout
}

/// Imports the file of another place, with what is typed.
fn import(from: &Place, into: &Place, typed: &str) -> (Option<i32>, String) {
    fs::write(into.path("typed.txt"), typed).unwrap();
    said(into, &["import", from.path(FILE).to_str().unwrap(), "--password-file", "typed.txt"])
}

#[test]
fn an_export_is_encrypted_and_read_back_by_the_password_and_by_the_words() {
    let place = place();
    let words = exported(&place);
    let bytes = fs::read(place.path(FILE)).unwrap();
    assert!(is_sealed(&bytes) && bytes.len() < plain(&place).len() / 2, "compressed as well");
    for typed in [PASSWORD, &words] {
        let other = Place::new();
        let refused = said(&other, &["import", place.path(FILE).to_str().unwrap()]);
        assert!(refused.0 == Some(1) && refused.1.contains("It needs its password, or its eight recovery words."), "{}", refused.1);
        let refused = import(&place, &other, "correct horse");
        assert!(refused.0 == Some(1) && refused.1.contains("This is not the password of this file."), "{}", refused.1);
        assert!(!other.diary().exists());
        assert_eq!(import(&place, &other, typed).0, Some(0));
        assert!(plain(&other) == plain(&place));
    }
}

#[test]
fn a_later_export_with_the_same_password_keeps_the_words() {
    let place = place();
    let words = exported(&place);
    let before = fs::read(place.path(FILE)).unwrap();
    place.ok(&["log", "drink", "water", "250ml"]);
    assert!(place.ok(&EXPORT).starts_with("Exported "), "nothing is said beside it");
    assert_ne!(fs::read(place.path(FILE)).unwrap(), before);
    let other = Place::new();
    assert_eq!(import(&place, &other, &words).0, Some(0));
}

#[test]
fn what_is_no_export_of_this_password_is_left_as_it_is() {
    let place = place();
    exported(&place);
    let before = fs::read(place.path(FILE)).unwrap();
    fs::write(place.path("typed.txt"), "another long one").unwrap();
    let (code, words) = said(&place, &EXPORT);
    assert!(code == Some(1) && words.contains("is there already and is no export, so it was left as it is."), "{words}");
    assert_eq!(fs::read(place.path(FILE)).unwrap(), before);
    for (typed, words) in [("short", "A password needs at least 8 characters."), ("", "The password file typed.txt is empty.")] {
        fs::write(place.path("typed.txt"), typed).unwrap();
        assert!(place.refuses(&["export", "json", "new.json.encrypted", "--password-file", "typed.txt"]).contains(words));
    }
    assert!(place.refuses(&["export", "json", "new", "--password-file", "none.txt"]).contains("there is no such file or folder"));
    assert!(!place.path("new.json.encrypted").exists());
}

#[test]
fn the_keys_of_this_computer_are_taken_if_the_password_is_theirs() {
    let place = place();
    let words = "abandon ability able about above absent absorb zoo";
    let keys = Keys::make(&Password::new(PASSWORD).unwrap(), &RecoveryWords::typed(words).unwrap(), Cost::STANDARD).unwrap();
    let machine = Machine::kept_in(Some(place.path("config")));
    machine.note(&place.diary(), |notes| notes.sealed = Some(keys.kept())).unwrap();
    place.ok(&EXPORT);
    place.ok(&["import", FILE, "--dry-run"]);
    assert_eq!(import(&place, &Place::new(), words).0, Some(0), "no other words than those on paper");
}

#[test]
fn standard_output_and_input_are_encrypted_too() {
    let place = place();
    let output = place.command(&["export", "json", "-", "--password-file", "typed.txt"]).output().unwrap();
    assert!(is_sealed(&output.stdout));
    let other = Place::new();
    fs::write(other.path("typed.txt"), PASSWORD).unwrap();
    other.command(&["import", "-", "--password-file", "typed.txt"]).write_stdin(output.stdout).assert().success();
    assert!(plain(&other) == plain(&place));
}
