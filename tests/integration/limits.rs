//! The database itself refuses what the domain types refuse, whoever writes.

use super::support::{TestDiary, a_cramp, a_drink, a_food, a_stretch, day, night, raw};
use cramp_diary::{diary::Command, domain::NightAnswer};
use rusqlite::Connection;

/// A diary with a row in each table.
fn full() -> TestDiary {
    TestDiary::new()
        .with(a_cramp("2026-11-19").began("2026-11-20T03:10:00+01:00").lasted(2.0))
        .with(Command::LogNight(night("2026-11-18"), NightAnswer::NoCramps))
        .with(a_drink("2026-11-19").at("2026-11-19T08:00:00+01:00"))
        .with(a_food("2026-11-19"))
        .with(a_stretch("2026-11-19"))
        .with(Command::LogNoStretching(day("2026-11-18")))
}

/// Changes one column of every row of a table.
fn set(connection: &Connection, table: &str, column: &str, value: &str) -> rusqlite::Result<usize> {
    connection.execute(&format!("UPDATE {table} SET {column} = {value}"), [])
}

#[test]
fn values_out_of_range_do_not_fit_the_tables() {
    let test = full();
    let connection = raw(&test.path());
    for (table, column, values) in [
        ("night", "night", &["'2026-11-31'", "'yesterday'", "''"][..]),
        ("night", "answer", &["'maybe'"]),
        ("cramp", "night", &["'2026-02-29'", "'rubbish'", "'20261119'", "NULL"]),
        ("cramp", "muscle", &["'elbow'", "NULL"]),
        ("cramp", "side", &["'middle'"]),
        ("cramp", "severity", &["11", "-1", "NULL", "'bad'"]),
        ("cramp", "time_known", &["'unknown'", "'perhaps'"]),
        ("cramp", "began_local", &["'rubbish'", "'2026-11-20'", "'2026-11-20 03:10:00'", "NULL"]),
        ("cramp", "began_offset_s", &["86400", "NULL"]),
        ("cramp", "duration_min", &["0", "0.05", "180.5"]),
        ("cramp", "woke_me", &["2"]),
        ("cramp", "id", &["x'00'"]),
        ("drink", "day", &["'rubbish'"]),
        ("drink", "kind", &["'petrol'"]),
        ("drink", "volume_ml", &["0", "5001", "-5", "NULL"]),
        ("drink", "time_local", &["'noon'", "NULL"]),
        ("stretch", "name", &["''", "printf('%081d', 1)"]),
        ("stretch", "duration_min", &["0", "181", "NULL"]),
        ("stretch", "sets", &["2"]),
        ("stretch", "time", &["'noon'"]),
        ("no_stretching", "day", &["'2026-13-01'", "'rubbish'"]),
        ("food", "amount_g", &["0", "5000.5"]),
        ("food", "food", &["''"]),
        ("food", "meal", &["'brunch'"]),
        ("settings", "night_starts_hour", &["24", "-1"]),
        ("settings", "hydration_goal_ml", &["499", "6001"]),
        ("settings", "theme", &["'pink'"]),
        ("settings", "only_row", &["2"]),
    ] {
        for value in values {
            let error = set(&connection, table, column, value).expect_err(&format!("{table}.{column} took {value}"));
            assert_eq!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::ConstraintViolation), "{table}.{column} = {value}: {error}");
        }
    }
}

#[test]
fn the_ends_of_each_range_fit() {
    let test = full();
    let connection = raw(&test.path());
    for (table, column, values) in [
        ("cramp", "severity", &["0", "10"][..]),
        ("cramp", "began_offset_s", &["-86399", "86399"]),
        ("cramp", "duration_min", &["0.1", "180", "NULL"]),
        ("cramp", "night", &["'2028-02-29'"]),
        ("drink", "volume_ml", &["1", "5000"]),
        ("stretch", "duration_min", &["0.1", "180"]),
        ("stretch", "name", &["'x'", "printf('%080d', 1)"]),
        ("food", "amount_g", &["0.1", "5000"]),
        ("settings", "hydration_goal_ml", &["500", "6000", "NULL"]),
        ("settings", "day_ends_hour", &["0", "23"]),
    ] {
        for value in values {
            assert_eq!(set(&connection, table, column, value), Ok(1), "{table}.{column} = {value}");
        }
    }
}

#[test]
fn a_night_has_one_answer_and_reliefs_need_their_cramp() {
    let test = full();
    let connection = raw(&test.path());
    let second = "INSERT INTO night SELECT randomblob(16), 0, 0, night, 'no_cramps', '' FROM night";
    let orphan = "INSERT INTO cramp_relief VALUES (zeroblob(16), 'heat', NULL)";
    for sql in [second, orphan] {
        let error = connection.execute(sql, []).expect_err(sql);
        assert_eq!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::ConstraintViolation), "{error}");
    }
}
