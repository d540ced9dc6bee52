//! The check of the diary on the command line, and the look at its structure before a command writes.

use super::cli::Place;
use super::set_aside::damage;
use super::support::raw;
use serde_json::Value;
use std::fs::{self, File, OpenOptions};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;

/// The exit code, and what is said on standard output and standard error.
fn said(place: &Place, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = place.command(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// Checks that the diary is found to be clean, with nothing on standard error.
#[track_caller]
fn check_clean(place: &Place) {
    let found = said(place, &["check"]);
    assert!(found.0 == Some(0) && found.1.starts_with("Nothing is wrong: ") && found.2.is_empty(), "{found:?}");
}

/// A place with a cramp, a drink and a night of which the sleep is said.
fn logged() -> Place {
    let place = Place::new();
    place.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "6"]);
    place.ok(&["log", "drink", "water", "250ml"]);
    place
}

/// Fills the first page of a table with rubbish.
fn break_page(path: &Path, table: &str) {
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    let page: u64 = raw(path).query_row(sql, [table], |row| row.get::<_, u32>(0)).unwrap().into();
    let mut file = OpenOptions::new().write(true).open(path).unwrap();
    file.seek(SeekFrom::Start((page - 1) * 4096)).unwrap();
    file.write_all(&[0xA5; 4096]).unwrap();
}

/// Has the index of drinks by their days say another day than the drinks do.
fn break_index(path: &Path) {
    let file = raw(path);
    let sql = "SELECT rootpage, sql FROM sqlite_schema WHERE name = 'drink_by_day'";
    let (page, made): (i64, String) = file.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    file.execute_batch("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'drink_by_day'").unwrap();
    drop(file);
    raw(path).execute_batch("UPDATE drink SET day = '2026-11-18'").unwrap();
    let file = raw(path);
    file.execute_batch("PRAGMA writable_schema = ON").unwrap();
    let again = "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('index', 'drink_by_day', 'drink', ?1, ?2)";
    file.execute(again, (page, made)).unwrap();
}

#[test]
fn clean_diaries_are_clean() {
    for seed in 1..=10 {
        check_clean(&Place::with_example("50", &seed.to_string()));
    }
    let place = Place::with_example("50", "1");
    let found = place.json(&["check"]);
    assert_eq!((&found["findings"], &found["set_aside"]), (&Value::from(0), &Value::Array(Vec::new())));
}

#[test]
fn a_record_that_cannot_be_read_is_left_out_with_a_line_listed_and_deleted() {
    let place = logged();
    damage(&place.diary(), "UPDATE cramp SET severity = 11");
    let line =
        "cramp-diary: 1 record cannot be read and is left out: the cramp of 19 November 2026 (severity 11). See cramp-diary check.\n";
    let commands: [&[&str]; 4] = [&["show"], &["summary"], &["show", "--json"], &["summary", "--json"]];
    for arguments in commands {
        let (code, out, err) = said(&place, arguments);
        assert_eq!((code, err.as_str()), (Some(0), line), "{arguments:?}");
        assert!(!arguments.contains(&"--json") || serde_json::from_str::<Value>(&out).is_ok(), "{out}");
    }
    for _ in 0..2 {
        let (code, out, err) = said(&place, &["check"]);
        assert_eq!((code, err.as_str()), (Some(1), "cramp-diary: The check found 1 thing.\n"));
        assert!(out.contains("The cramp of 19 November 2026: severity 11. cramp-diary check --delete cramp:1"), "{out}");
    }
    let (code, out, _) = said(&place, &["check", "--json"]);
    let found: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (code, &found["set_aside"][0]["record"], &found["set_aside"][0]["faults"][0]),
        (Some(1), &"cramp:1".into(), &"severity 11".into())
    );
    assert!(place.fails(1, &["check", "--delete", "cramp:2"]).contains("No record that cannot be read is called \"cramp:2\"."));
    assert_eq!(place.ok(&["check", "--delete", "Cramp:1"]), "Deleted the cramp of 19 November 2026.\n");
    check_clean(&place);
    place.ok(&["show"]);
}

#[test]
fn a_record_whose_date_is_none_is_missed_by_no_range_of_dates() {
    let place = logged();
    for rubbish in ["'0026-11-19'", "'yesterday'", "''"] {
        damage(&place.diary(), &format!("UPDATE cramp SET night = {rubbish}"));
        let (code, _, err) = said(&place, &["summary"]);
        assert_eq!(code, Some(0));
        assert!(err.contains("1 record cannot be read and is left out: a cramp (date on which the night begins "), "{rubbish}: {err}");
    }
}

#[test]
fn what_cannot_be_read_of_a_night_is_taken_out_and_the_rest_stays() {
    let place = Place::new();
    place.ok(&["log", "night", "--slept", "7"]);
    damage(&place.diary(), "UPDATE night SET disturbed = 44");
    let error = place.fails(1, &["log", "none"]);
    assert!(error.contains("cannot be read stands in its place: the night of 19 November 2026"), "{error}");
    let out = said(&place, &["check"]).1.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(out.contains("cramp-diary check --mend night:1 keeps the rest; --delete night:1 (both for good)"), "{out}");
    assert!(place.ok(&["check", "--mend", "night:1"]).starts_with("Mended the night of 19 November 2026"));
    place.ok(&["log", "none"]);
    let slept: f64 = raw(&place.diary()).query_row("SELECT slept_h FROM night WHERE answer = 'no_cramps'", [], |row| row.get(0)).unwrap();
    assert!((slept - 7.0).abs() < 1e-9, "{slept}");
    check_clean(&place);
}

#[test]
fn into_a_file_with_a_broken_structure_nothing_is_written() {
    let place = Place::with_example("60", "1");
    place.ok(&["log", "drink", "water", "250ml"]);
    break_page(&place.diary(), "food_opinion");
    let before = fs::read(place.diary()).unwrap();
    let refused: [&[&str]; 2] = [&["log", "drink", "water", "250ml"], &["check", "--delete", "cramp:1"]];
    for arguments in refused {
        let error = place.fails(1, arguments);
        assert!(error.contains("its structure is broken in ") && error.contains("nothing was saved"), "{error}");
    }
    let (code, out, err) = said(&place, &["check"]);
    assert_eq!(code, Some(1), "{err}");
    assert!(out.starts_with("The file is damaged: its structure is broken in "), "{out}");
    assert_eq!(fs::read(place.diary()).unwrap(), before, "the file has its bytes");
    place.ok(&["show"]);
}

#[test]
fn a_broken_index_is_made_anew_after_a_copy_and_a_second_check_finds_nothing() {
    let place = logged();
    break_index(&place.diary());
    let (code, out, err) = said(&place, &["check"]);
    assert_eq!((code, err.as_str()), (Some(1), "cramp-diary: The check found a damage, and mended it.\n"), "{out}");
    assert!(out.contains("was made anew; nothing was lost"), "{out}");
    let copy = place.path("diary.before-rebuild.sqlite");
    let count: i64 = raw(&copy).query_row("SELECT count(*) FROM drink NOT INDEXED WHERE day = '2026-11-18'", [], |row| row.get(0)).unwrap();
    assert_eq!(count, 1);
    check_clean(&place);
}

#[test]
fn an_index_that_cannot_even_be_read_is_made_anew_too() {
    let place = logged();
    // An entry of the index: the length of its head, a text of 10 letters, the number 1, and the text.
    let entry = b"\x03\x21\x092026-11-19";
    let mut bytes = fs::read(place.diary()).unwrap();
    let places: Vec<_> = (0..bytes.len() - entry.len()).filter(|place| bytes[*place..].starts_with(entry)).collect();
    assert_eq!(places.len(), 2, "of the night and the cramp");
    bytes[places[0]] = 0x40;
    fs::write(place.diary(), bytes).unwrap();
    let (code, out, err) = said(&place, &["check"]);
    assert!(code == Some(1) && out.contains("was made anew; nothing was lost"), "{out}{err}");
    check_clean(&place);
    place.ok(&["show"]);
}

#[test]
fn after_an_interrupted_program_all_of_the_structure_is_looked_at() {
    let place = logged();
    break_index(&place.diary());
    // A clean end: the quick look finds no fault of an index.
    place.ok(&["log", "drink", "water", "100ml"]);
    let other = Place::new();
    let open = raw(&place.diary());
    open.execute_batch("INSERT INTO drink VALUES (randomblob(16), 1, 1, '2026-11-17', 'tea', 100, NULL, NULL)").unwrap();
    for ending in ["", "-wal"] {
        fs::copy(place.path(&format!("diary.sqlite{ending}")), other.path(&format!("diary.sqlite{ending}"))).unwrap();
    }
    let (code, _, err) = said(&other, &["log", "drink", "water", "250ml"]);
    assert_eq!(code, Some(0));
    assert!(err.contains("was made anew; nothing was lost"), "{err}");
    check_clean(&other);
}

#[test]
fn a_file_that_looks_as_it_did_when_it_was_sound_is_not_looked_at_again() {
    let place = Place::with_example("60", "1");
    place.ok(&["log", "drink", "water", "250ml"]);
    let note = place.path("diary.checked");
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::MetadataExt::mode(&fs::metadata(&note).unwrap()) & 0o777, 0o600);
    // Damage that leaves size, time and number of changes as they were is the one that is not seen.
    let changed = fs::metadata(place.diary()).unwrap().modified().unwrap();
    break_page(&place.diary(), "recipe_ingredient");
    File::options().write(true).open(place.diary()).unwrap().set_modified(changed).unwrap();
    place.ok(&["log", "drink", "water", "250ml"]);
    // A write of our own has the note made anew; without it the file is looked at.
    place.ok(&["log", "drink", "water", "250ml"]);
    fs::remove_file(&note).unwrap();
    assert!(place.fails(1, &["log", "drink", "water", "250ml"]).contains("its structure is broken"));
    assert!(!note.exists(), "a broken file is noted nowhere");
}

#[test]
fn rules_between_records_are_checked() {
    let place = logged();
    let rules = |sql: &str| {
        let before = fs::read(place.diary()).unwrap();
        damage(&place.diary(), sql);
        let (code, out, _) = said(&place, &["check", "--json"]);
        let again = said(&place, &["check", "--json"]).1;
        assert_eq!((code, &again), (Some(1), &out), "a second run finds no more");
        for ending in ["-wal", "-shm"] {
            _ = fs::remove_file(place.path(&format!("diary.sqlite{ending}")));
        }
        fs::write(place.diary(), before).unwrap();
        let found: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(found["findings"], 1, "{out}");
        found["rules"][0].as_str().unwrap().to_owned()
    };
    for (sql, words) in [
        (
            "UPDATE night SET answer = 'no_cramps'",
            "The night of Thu 19 to Fri 20 Nov 2026 has a cramp, but does not say that it had cramps.",
        ),
        ("DELETE FROM night", "has a cramp, but does not say that it had cramps."),
        (
            "DELETE FROM cramp; UPDATE night SET answer = 'no_cramps', disturbed = 3",
            "had no cramps, but says that cramps disturbed the sleep.",
        ),
        ("UPDATE drink SET day = '3026-11-19'", "A drink is dated 3026-11-19, which has not come yet."),
        ("UPDATE drink SET day = '1860-11-19'", "A drink is dated 1860-11-19, which is more than 150 years ago."),
        ("INSERT INTO cramp_relief VALUES (randomblob(16), 'heat', NULL)", "1 rows of cramp_relief belong to no record."),
        (
            "INSERT INTO no_stretching VALUES (randomblob(16), 1, 1, '2026-11-19');
             INSERT INTO stretch VALUES (randomblob(16), 1, 1, '2026-11-19', 'calf', 3, NULL, NULL, 'bedtime')",
            "2026-11-19 has stretching, and says \"did not stretch\".",
        ),
        (
            "INSERT INTO factor_value VALUES (randomblob(16), 1, 1, '2026-11-19', randomblob(16), 3)",
            "An answer of 2026-11-19 belongs to no factor.",
        ),
        (
            "INSERT INTO own_food VALUES (randomblob(16), 1, 1, 'Oat bar', '1 bar', 40, NULL, '{}');
             INSERT INTO recipe VALUES (randomblob(16), 1, 1, 'oat  BAR', NULL, 1)",
            "2 of your own foods and recipes are called \"Oat bar\" and cannot be told apart.",
        ),
        (
            "INSERT INTO supplement VALUES (randomblob(16), 1, 1, 'Magnesium', '1 tablet', '{}', NULL, 0);
             INSERT INTO supplement VALUES (randomblob(16), 2, 2, 'magnesium', '1 tablet', '{}', NULL, 0)",
            "2 supplements are called \"Magnesium\"",
        ),
        (
            "INSERT INTO factor VALUES (randomblob(16), 1, 1, 'Stress', 'scale', '', 0);
             INSERT INTO factor VALUES (randomblob(16), 2, 2, 'stress', 'yes_no', '', 1)",
            "2 factors are called \"Stress\"",
        ),
        (
            "INSERT INTO own_food VALUES (randomblob(16), 1, 1, 'Oat bar', '1 bar', 40, '4012', '{}');
             INSERT INTO own_food VALUES (randomblob(16), 2, 2, 'Nut bar', '1 bar', 40, '4012', '{}')",
            "The bar code 4012 belongs to \"Oat bar\" and \"Nut bar\".",
        ),
        (
            "INSERT INTO recipe VALUES (x'00000000000000000000000000000001', 1, 1, 'Soup', NULL, 1);
             INSERT INTO recipe VALUES (x'00000000000000000000000000000002', 2, 2, 'Stock', NULL, 1);
             INSERT INTO recipe_ingredient VALUES (x'00000000000000000000000000000001', 0, 'recipe:00000000-0000-0000-0000-000000000002', 'Stock', 100, '', '{}');
             INSERT INTO recipe_ingredient VALUES (x'00000000000000000000000000000002', 0, 'recipe:00000000-0000-0000-0000-000000000001', 'Soup', 100, '', '{}')",
            "The recipe Soup is an ingredient of itself, or of one of its ingredients.",
        ),
    ] {
        let found = rules(sql);
        assert!(found.contains(words), "{sql}: {found}");
    }
}

#[test]
fn foreign_tables_are_named_and_missing_ones_stop_writing() {
    let place = logged();
    raw(&place.diary()).execute_batch("CREATE TABLE recipes_of_grandma (cake TEXT)").unwrap();
    let (code, out, _) = said(&place, &["check"]);
    assert!(code == Some(1) && out.contains("Is no part of a diary, and is left alone: table recipes_of_grandma"), "{out}");
    place.ok(&["log", "drink", "water", "250ml"]);
    raw(&place.diary()).execute_batch("DROP TABLE recipes_of_grandma; DROP TABLE sign_gone").unwrap();
    assert!(place.fails(1, &["log", "drink", "water", "250ml"]).contains("its structure is broken in 1 place."));
}
