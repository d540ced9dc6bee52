//! What must hold for every kind of record, whichever there are: asked of each table of a diary that has something in all of them.

use super::commands::known;
use super::support::{date, raw};
use cramp_diary::store::{Access, Store};
use rusqlite::Connection;
use std::fs;

/// Tables with a date that is no date of the diary: the day on which a flag was read, or a question about a sign was answered.
const UNDATED: [&str; 3] = ["acknowledged", "known_sign", "sign_gone"];

/// Tables that never stand alone: marks and opinions of foods, answers of factors, and flags, which need something that was logged.
const NEVER_ALONE: [&str; 5] = ["acknowledged", "factor_value", "food_day", "food_opinion", "sign_gone"];

/// Tables with a column of this name, and what it is called.
fn with_column(connection: &Connection, columns: &[&str]) -> Vec<(String, String)> {
    let sql = "SELECT kind.name, col.name FROM sqlite_schema AS kind, pragma_table_info(kind.name) AS col
               WHERE kind.type = 'table' AND kind.name <> 'tombstone' ORDER BY kind.name";
    let mut statement = connection.prepare(sql).unwrap();
    let all = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).unwrap();
    all.map(Result::unwrap).filter(|(_, column)| columns.contains(&column.as_str())).collect()
}

#[test]
fn the_first_date_is_that_of_whatever_was_logged_first() {
    let test = known().diary;
    let rows = raw(&test.path());
    let mut dated = with_column(&rows, &["day", "night"]);
    dated.retain(|(table, _)| !UNDATED.contains(&table.as_str()));
    assert!(dated.len() >= 11, "{dated:?}");
    let first = test.diary.read().first_date().unwrap();
    for (table, column) in dated {
        let of_first = format!("FROM {table} ORDER BY id LIMIT 1");
        let (id, before): (Vec<u8>, String) =
            rows.query_row(&format!("SELECT id, {column} {of_first}"), [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        let to = |date: &str| rows.execute(&format!("UPDATE {table} SET {column} = ?1 WHERE id = ?2"), (date, &id)).unwrap();
        assert_eq!(to("2020-02-29"), 1);
        assert_eq!(test.diary.read().first_date().unwrap(), Some(date("2020-02-29")), "{table}");
        to(&before);
        assert_eq!(test.diary.read().first_date().unwrap(), first);
    }
}

#[test]
fn a_diary_with_one_record_of_any_kind_is_not_empty() {
    let (full, folder) = known().diary.close();
    let kinds: Vec<_> = with_column(&raw(&full), &["id"]).into_iter().map(|(table, _)| table).collect();
    let path = folder.path().join("one kind.sqlite");
    // Whether a diary is empty of which only this table is kept.
    let is_empty = |kept: &str| {
        fs::copy(&full, &path).unwrap();
        let rows = raw(&path);
        rows.pragma_update(None, "foreign_keys", false).unwrap();
        for table in kinds.iter().filter(|table| *table != kept) {
            rows.execute(&format!("DELETE FROM {table}"), []).unwrap();
        }
        drop(rows);
        Store::open(&path, Access::ReadOnly).unwrap().read().is_empty().unwrap()
    };
    assert!(is_empty("nothing") && kinds.len() >= 18, "{kinds:?}");
    for kind in kinds.iter().filter(|kind| !NEVER_ALONE.contains(&kind.as_str())) {
        assert!(!is_empty(kind), "{kind}");
    }
}
