//! What is refused: one clear message, exit code 1, and nothing changed.

use crate::cli::Place;
use std::fs;

/// A place with a little in its diary.
fn begun() -> Place {
    let place = Place::new();
    place.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "4"]);
    place.ok(&["log", "stretch", "calf_wall"]);
    place
}

#[test]
fn values_that_are_not_allowed() {
    let place = begun();
    let before = place.bytes();
    for (words, message) in [
        ("log cramp --muscle calf --side left --severity 11", "Severity 11 is not allowed; give 0 to 10"),
        ("log cramp --muscle calf --side left --severity -1", "Severity -1 is not allowed"),
        ("log cramp --muscle calf --side left --severity 1000", "Severity 1000 is not allowed"),
        ("log cramp --muscle elbow --side left --severity 1", "muscle \"elbow\" is unknown; choose one of: toes, sole,"),
        ("log cramp --muscle calf --side up --severity 1", "side \"up\" is unknown"),
        ("log cramp --muscle calf --side left --severity 1 --minutes 181", "Duration 181 minutes is not allowed"),
        ("log cramp --muscle calf --side left --severity 1 --tried heat --tried heat=no", "heat is given twice"),
        ("log cramp --muscle calf --side left --severity 1 --at 08:01", "08:01 in the night of Thu 19 to Fri 20 Nov has not come yet"),
        ("log cramp --muscle calf --side left --severity 1 --night today --at 01:00", "has not begun yet"),
        ("log none", "has 1 cramp logged"),
        ("log none --night 2026-11-20", "The night of Fri 20 to Sat 21 Nov (2026-11-20) has not begun yet"),
        ("log note Hello --night 2027-01-01", "has not begun yet"),
        ("log drink water 0ml", "Volume 0 ml is not allowed; give 1 to 5,000 ml"),
        ("log drink water 5.0010l", "Volume 5001 ml is not allowed"),
        ("log drink petrol 1l", "drink \"petrol\" is unknown"),
        ("log drink water 1l --day 2026-11-21", "has not come yet"),
        ("log drink water 1l --at 08:30", "08:30 on Fri 20 Nov has not come yet"),
        ("log stretch none", "has stretching logged"),
        ("log stretch yoga --sets 51 --holds 1", "Sets 51 is not allowed"),
        ("log stretch yoga --minutes 0", "Duration 0 minutes is not allowed"),
        ("log food unicorn", "No food is like \"unicorn\""),
        ("log food milk", "\"milk\" can mean several foods. Give one of: "),
        ("log food banana --grams 0", "Amount 0 g is not allowed"),
        ("log food banana --times 100", "Amount 100 x 1 medium (11800 g) is not allowed"),
        ("log food banana --portion bucket", "Banana has no portion \"bucket\". Give one of: \"1 medium\" (118 g)"),
        ("log food banana --meal brunch", "meal \"brunch\" is unknown"),
    ] {
        place.turns_away(message, &words.split_whitespace().collect::<Vec<_>>());
        assert!(place.bytes() == before, "{words} changed the diary");
    }
    let page = place.json(&["show"]);
    assert_eq!(page["cramps"].as_array().unwrap().len(), 1);
}

#[test]
fn a_folder_that_does_not_exist() {
    let place = Place::new();
    let path = place.path("nowhere").join("diary.sqlite");
    for command in [["log", "none"].as_slice(), &["show"]] {
        let said = place.refuses(&[&["--diary", path.to_str().unwrap()], command].concat());
        let message = if command == ["show"] { "There is no diary at" } else { "There is no folder" };
        assert!(said.contains(message) && said.contains("nowhere"), "{said}");
    }
    assert!(!place.path("nowhere").exists());
}

#[test]
fn a_diary_that_does_not_exist_is_not_made_by_reading() {
    let place = Place::new();
    for command in [["show"].as_slice(), &["advise"], &["chart", "trends", "--out", "a.svg"]] {
        assert!(place.refuses(command).contains("There is no diary at"), "{command:?}");
    }
    assert_eq!(fs::read_dir(place.path("")).unwrap().count(), 0);
}

#[test]
fn a_file_that_is_not_a_diary() {
    for content in ["Dear diary, ".repeat(100).into_bytes(), b"SQLite format 3\0 but no".to_vec()] {
        let place = Place::new();
        fs::write(place.diary(), &content).unwrap();
        for command in [["log", "none"].as_slice(), &["show"]] {
            let said = place.refuses(command);
            assert!(said.contains("This file is not a Cramp Diary"), "{said}");
            assert!(said.contains("cramp-diary backups") && said.contains("cramp-diary salvage FILE --out NEW"), "{said}");
        }
        assert_eq!(place.bytes(), content);
    }
}

#[test]
fn a_diary_of_a_newer_version() {
    let place = begun();
    place.sql().pragma_update(None, "user_version", 99).unwrap();
    let before = place.bytes();
    for command in [["log", "drink", "water", "250ml"].as_slice(), &["show"]] {
        let said = place.refuses(command);
        assert!(said.contains("newer version of Cramp Diary (format 99") && said.contains("Update the program"), "{said}");
    }
    assert!(place.bytes() == before);
}

#[test]
fn a_read_only_file() {
    let place = begun();
    let before = place.bytes();
    let mut permissions = fs::metadata(place.diary()).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(place.diary(), permissions).unwrap();
    let said = place.refuses(&["log", "drink", "water", "250ml"]);
    assert!(said.contains("can be read but not changed") && said.contains("nothing was saved"), "{said}");
    assert_eq!(place.json(&["show", "--day", "today"])["drunk_ml"], serde_json::Value::Null);
    assert!(place.bytes() == before);
}
