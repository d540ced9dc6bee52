//! Diaries as the program of each format wrote them, `tests/diaries/`: each is opened by the command line, brought up to date, exported and
//! read back, with all that stood in it.

use super::cli::Place;
use super::dump::Dump;
use super::migrations::newest_format;
use super::support::raw;
use cramp_diary::store::{Description, RecordKind, Rows};
use flate2::read::GzDecoder;
use rusqlite::Connection;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

fn fixture(format: i64) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/diaries/format_{format}.sqlite.gz"))
}

/// Writes the diary of a format to a file that only its owner can read.
fn unpack(format: i64, to: &Path) {
    let packed =
        File::open(fixture(format)).unwrap_or_else(|error| panic!("no diary of format {format}, see tests/diaries/README.md: {error}"));
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    std::io::copy(&mut GzDecoder::new(packed), &mut options.open(to).unwrap()).unwrap();
}

fn names(file: &Connection, sql: &str) -> Vec<String> {
    file.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// How many rows each table has.
fn counts(file: &Connection) -> BTreeMap<String, usize> {
    let count = |table: String| {
        let rows = file.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, u32>(0)).unwrap();
        (table, usize::try_from(rows).unwrap())
    };
    names(file, "SELECT name FROM sqlite_schema WHERE type = 'table'").into_iter().map(count).collect()
}

/// Checks that each row is in the newer file too, with all that it said. Ids that are derived from format 7 on become others, and what names
/// them.
#[track_caller]
fn check_rows_stay(older: &Path, newer: &Path) {
    let file = raw(newer);
    file.execute("ATTACH ?1 AS older", [older.to_str().unwrap()]).unwrap();
    for table in names(&file, "SELECT name FROM older.sqlite_schema WHERE type = 'table' AND name <> 'tombstone'") {
        let is_keyed = RecordKind::ALL.iter().filter_map(|kind| kind.description()).any(|of| of.table == table && !of.key.is_empty());
        let becomes_another = if is_keyed { "'id'" } else { "'causes'" };
        let columns = names(&file, &format!("SELECT name FROM pragma_table_info('{table}', 'older') WHERE name <> {becomes_another}"));
        let columns = columns.join(", ");
        let gone = format!("SELECT count(*) FROM (SELECT {columns} FROM older.{table} EXCEPT SELECT {columns} FROM main.{table})");
        assert_eq!(file.query_row(&gone, [], |row| row.get::<_, i64>(0)).unwrap(), 0, "rows of {table} are gone or say something else");
    }
}

/// Checks that an export has a record for each row.
#[track_caller]
fn check_has_all(export: &Value, rows: &BTreeMap<String, usize>) {
    let rows_of = |table: &str| rows.get(table).copied().unwrap_or_default();
    for Description { name, table, rows, parts, .. } in RecordKind::ALL.iter().filter_map(|kind| kind.description()) {
        let found = &export["records"][name];
        if rows == Rows::One {
            assert!(found.is_object(), "{name}: {found}");
            continue;
        }
        let found = found.as_array().unwrap();
        assert_eq!(found.len(), rows_of(table), "{name}");
        for part in parts {
            let of_record = |record: &Value| record.get(part.table).and_then(Value::as_array).map_or(0, Vec::len);
            assert_eq!(found.iter().map(of_record).sum::<usize>(), rows_of(part.table), "{}", part.table);
        }
    }
    assert_eq!(export["deleted"].as_array().unwrap().len(), rows_of("tombstone"), "what was deleted");
}

/// Checks that what raised a warning sign that was put aside is still in the export, under its id of now.
#[track_caller]
fn check_causes(export: &Value) {
    let records = export["records"].as_object().unwrap().values().filter_map(Value::as_array).flatten();
    let ids: BTreeSet<&str> = records.filter_map(|record| record["id"].as_str()).collect();
    for acknowledged in export["records"]["acknowledged"].as_array().unwrap() {
        let causes = acknowledged["causes"].as_array().unwrap();
        assert!(!causes.is_empty() && causes.iter().all(|cause| ids.contains(cause.as_str().unwrap())), "{acknowledged}");
    }
}

/// Checks what becomes of the diary of a format.
#[track_caller]
fn check_format(format: i64) {
    let place = Place::new();
    unpack(format, &place.diary());
    unpack(format, &place.path("older.sqlite"));
    let older = raw(&place.path("older.sqlite"));
    assert_eq!(older.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).unwrap(), format);
    let rows = counts(&older);
    assert!(rows.values().all(|rows| *rows > 0), "a table of the diary of format {format} is empty: {rows:?}");

    assert!(place.ok(&["show"]).contains("Night of Thu 19 to Fri 20 Nov (2026-11-19)\n  1 cramp\n"));
    assert_eq!(raw(&place.diary()).pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).unwrap(), newest_format());
    let copy = place.path(&format!("diary.format-{format}.sqlite"));
    assert_eq!(copy.exists(), format < newest_format());
    if copy.exists() {
        assert_eq!(Dump::of(&copy), Dump::through(&older));
    }
    check_rows_stay(&place.path("older.sqlite"), &place.diary());
    assert!(place.ok(&["check"]).starts_with("Nothing is wrong: "));

    let json = place.ok_wide(&["export", "json", "-"]);
    let export = serde_json::from_str(&json).unwrap();
    check_has_all(&export, &rows);
    check_causes(&export);
    let other = Place::new();
    other.command(&["import", "-"]).write_stdin(json.as_str()).assert().success().stderr("");
    assert_eq!(other.ok_wide(&["export", "json", "-"]), json);
}

#[test]
fn a_diary_of_each_format_is_brought_up_to_date_and_exported_with_all_that_stood_in_it() {
    for format in 1..=newest_format() {
        check_format(format);
    }
    assert!(!fixture(newest_format() + 1).exists(), "a diary of a format that this version does not know");
}
