//! Definitions of tables and indexes that are garbled: the check names them, and nothing is written. Values of a kind that a column cannot
//! hold.

use super::cli::Place;
use super::support::raw;
use std::fs;
use std::path::Path;

/// Exchanges words in the definition of a table or an index behind the store's back.
fn redefine(path: &Path, name: &str, from: &str, to: &str) {
    let file = raw(path);
    file.execute_batch("PRAGMA writable_schema = ON").unwrap();
    let changed = file.execute("UPDATE sqlite_schema SET sql = replace(sql, ?2, ?3) WHERE name = ?1 AND instr(sql, ?2)", (name, from, to));
    assert_eq!(changed.unwrap(), 1, "{name} says {from}");
}

fn logged() -> Place {
    let place = Place::new();
    place.ok(&["log", "drink", "water", "250ml"]);
    place
}

#[test]
fn a_garbled_definition_is_named_and_nothing_is_written() {
    for (name, from, to, words) in [
        ("food", "amount_g BETWEEN 0.1", "amount_g BETWEEN 9.1", "the definition of table food is garbled"),
        ("drink", "day           TEXT ", "day           REAL ", "the definition of table drink is garbled"),
        ("drink", "date(day)", "dave(day)", "the definition of table drink is garbled"),
        ("drink_by_day", "(day)", "(kind)", "the definition of index drink_by_day is garbled"),
        ("food", "length(food) > 0", "length(fooe) > 0", "the definition of table food is garbled"),
        // These two SQLite refuses to read.
        ("food", "CREATE TABLE", "CREATE TABLF", "the definition of table food is garbled"),
        ("drink_by_day", "ON drink", "ON drinl", "the definition of index drink_by_day is garbled"),
    ] {
        let place = logged();
        redefine(&place.diary(), name, from, to);
        let before = fs::read(place.diary()).unwrap();
        let output = place.command(&["check"]).output().unwrap();
        let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        assert_eq!(output.status.code(), Some(1), "{to}: {said}");
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(words), "{to}: {said}");
        let error = place.fails(1, &["log", "drink", "water", "100ml"]);
        assert!(error.contains("damaged"), "{to}: {error}");
        assert_eq!(fs::read(place.diary()).unwrap(), before, "{to}: the file has its bytes");
    }
}

#[test]
fn a_moment_that_is_no_number_refuses_no_command() {
    let place = logged();
    redefine(&place.diary(), "drink", "STRICT", "");
    raw(&place.diary()).execute_batch("UPDATE drink SET changed_ms = 'garbled'").unwrap();
    let file = raw(&place.diary());
    file.execute_batch("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = rtrim(sql) || ' STRICT' WHERE name = 'drink'").unwrap();
    drop(file);
    let output = place.command(&["log", "none"]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let found = place.command(&["check"]).output().unwrap();
    let found = String::from_utf8(found.stdout).unwrap();
    assert!(found.contains("when it was changed \"garbled\""), "{found}");
}
