//! Exports and imports in the window.

use super::backups::names;
use super::cli::Place;
use super::support::a_drink;
use super::window_support::{HOME, Morning};
use std::fs;

const LOOK: &str = "Look what would come";

/// The settings of a diary with a drink.
fn opened() -> Morning {
    let mut morning = Morning::after([a_drink(HOME).into()]);
    morning.press("Settings");
    morning
}

/// Another diary, with a drink, and its export.
fn exported() -> (Place, String) {
    let place = Place::new();
    place.ok(&["log", "drink", "water", "300ml"]);
    place.ok(&["export", "json", "other.json"]);
    let file = place.path("other.json").display().to_string();
    (place, file)
}

#[test]
fn a_diary_is_exported_as_a_file_and_as_tables_that_bring_all_of_it_back() {
    let mut morning = opened();
    let to = tempfile::tempdir().unwrap();
    for (format, name) in [("One file (JSON)", "all.json"), ("Tables (CSV)", "tables")] {
        let path = to.path().join(name);
        morning.press("Export…").press(format).write("Where to export to", path.to_str().unwrap()).press("Export there").until_done();
        assert_eq!(morning.toast().unwrap().1, format!("Exported 1 record: {}", path.display()));
        let place = Place::new();
        assert!(place.ok(&["import", path.to_str().unwrap()]).starts_with("1 record from "));
    }
    assert!(to.path().join("tables/drink.csv").is_file());
}

#[test]
fn what_cannot_be_exported_says_why_and_touches_nothing() {
    let mut morning = opened();
    let to = tempfile::tempdir().unwrap();
    let path = to.path().join("letter.json");
    fs::write(&path, "Dear diary").unwrap();
    morning.press("Export…").write("Where to export to", path.to_str().unwrap()).press("Export there").until_done();
    assert!(morning.alert().contains("is there already and is no export"), "{}", morning.alert());
    assert_eq!(fs::read_to_string(&path).unwrap(), "Dear diary");
}

#[test]
fn an_import_is_looked_at_first_and_is_one_step_to_undo() {
    let (_place, file) = exported();
    let mut morning = opened();
    morning.press("Import…").write("What to import", &file).press(LOOK).until_done();
    morning.sees("Nothing was changed yet. This would come: 1 record from other.json.").sees("added: 1 drink");
    morning.press("Leave it");
    assert!(!morning.reads("This would come"));
    assert_eq!(morning.drinks(), 1);
    morning.press(LOOK).until_done().press("Take it in").until_done();
    assert_eq!((morning.drinks(), morning.toast().unwrap().1.as_str()), (2, "1 record from other.json"));
    assert_eq!(names(&morning.folder()), ["diary.2026-11-20T07-05-00.before-import.sqlite"]);
    morning.press("Undo");
    assert_eq!(morning.drinks(), 1);
}

#[test]
fn what_is_in_the_diary_already_comes_not_twice() {
    let (_place, file) = exported();
    let mut morning = opened();
    morning.press("Import…").write("What to import", &file).press(LOOK).until_done().press("Take it in").until_done();
    morning.press(LOOK).until_done().sees("Nothing new from other.json.");
    assert!(!morning.has("Take it in"));
    morning.press("Leave it");
    assert_eq!(morning.drinks(), 2);
}

#[test]
fn what_is_no_diary_is_refused_with_words() {
    let (place, _) = exported();
    let mut morning = opened();
    fs::write(place.path("letter.txt"), "Dear diary").unwrap();
    for (name, words) in
        [("letter.txt", "is no diary, no JSON export and no folder of CSV files"), ("nowhere", "could not be read, because")]
    {
        if !morning.has("What to import") {
            morning.press("Import…");
        }
        morning.write("What to import", place.path(name).to_str().unwrap()).press(LOOK).until_done().sees(words);
        assert!(!morning.has("Take it in"));
    }
    assert_eq!(morning.drinks(), 1);
}

#[test]
fn an_encrypted_export_is_opened_by_its_password() {
    let (place, _) = exported();
    fs::write(place.path("typed.txt"), "correct horse battery").unwrap();
    assert!(place.command(&["export", "json", "sealed", "--password-file", "typed.txt"]).output().unwrap().status.success());
    let mut morning = opened();
    morning.press("Import…").write("What to import", place.path("sealed").to_str().unwrap()).press(LOOK).until_done();
    morning.sees("It needs its password").write("Password or recovery words", "horse").press("Open it").until_done();
    morning.sees("This is not the password of this file.");
    morning.write("Password or recovery words", "correct horse battery").press("Open it").until_done();
    morning.press("Take it in").until_done();
    assert_eq!(morning.drinks(), 2);
}
