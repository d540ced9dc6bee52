//! The database itself refuses what the domain types refuse, whoever writes.

use super::support::{TestDiary, a_cramp, a_drink, a_factor, a_food, a_stretch, answered, day, night, raw};
use cramp_diary::{
    diary::{Command, NightCommand, StrainCommand, StretchCommand},
    domain::{Exercise, Factor, FactorKind, NightAnswer, StrainPart},
};
use rusqlite::Connection;

/// A diary with a row in each table.
fn full() -> TestDiary {
    let exercise = Exercise::new(30, None).unwrap();
    let diary = TestDiary::new()
        .with(a_cramp("2026-11-19").began("2026-11-20T03:10:00+01:00").lasted(2.0))
        .with(Command::Night(NightCommand::Answer(night("2026-11-18"), NightAnswer::NoCramps)))
        .with(a_drink("2026-11-19").at("2026-11-19T08:00:00+01:00"))
        .with(a_food("2026-11-19"))
        .with(a_stretch("2026-11-19"))
        .with(Command::Stretch(StretchCommand::LogNone(day("2026-11-18"))))
        .with(Command::Strain(StrainCommand::Log(day("2026-11-19"), StrainPart::Exercise(Some(exercise)))))
        .with(a_factor("Walked", FactorKind::Number));
    let factor = diary.diary.read().all::<Factor>().unwrap().remove(0).id;
    diary.with(answered("2026-11-19", factor, 12.5))
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
        ("stretch", "name", &["''", "printf('%0201d', 1)"]),
        ("stretch", "duration_min", &["0", "181", "NULL"]),
        ("stretch", "sets", &["2"]),
        ("stretch", "time", &["'noon'"]),
        ("no_stretching", "day", &["'2026-13-01'", "'rubbish'"]),
        ("food", "amount_g", &["0", "5000.5"]),
        ("food", "food", &["''"]),
        ("food", "meal", &["'brunch'"]),
        ("night", "disturbed", &["11", "-1"]),
        ("night", "slept_h", &["-0.5", "24.5"]),
        ("strain", "day", &["'rubbish'", "NULL"]),
        ("strain", "exercise_min", &["-1", "1441"]),
        ("strain", "effort", &["'brutal'"]),
        ("strain", "standing_h", &["-0.5", "24.5"]),
        ("strain", "heat", &["2"]),
        ("factor", "name", &["''", "printf('%0201d', 1)"]),
        ("factor", "kind", &["'many'"]),
        ("factor", "unit", &["printf('%021d', 1)", "NULL"]),
        ("factor", "retired", &["2", "NULL"]),
        ("factor_value", "day", &["'rubbish'"]),
        ("factor_value", "factor", &["zeroblob(16)", "NULL"]),
        ("factor_value", "value", &["-1", "1000001", "NULL"]),
        ("settings", "panels", &["''"]),
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
        ("stretch", "name", &["'x'", "printf('%0200d', 1)"]),
        ("food", "amount_g", &["0.1", "5000"]),
        ("strain", "exercise_min", &["1", "1440"]),
        ("strain", "effort", &["'hard'", "NULL"]),
        ("strain", "standing_h", &["0", "24", "NULL"]),
        ("factor_value", "value", &["0", "1000000"]),
        ("settings", "hydration_goal_ml", &["500", "6000", "NULL"]),
        ("settings", "day_ends_hour", &["0", "23"]),
    ] {
        for value in values {
            assert_eq!(set(&connection, table, column, value), Ok(1), "{table}.{column} = {value}");
        }
    }
}

#[test]
fn a_date_has_one_answer_and_reliefs_and_answers_need_what_they_belong_to() {
    let test = full();
    let connection = raw(&test.path());
    let second = "INSERT INTO night (id, created_ms, changed_ms, night, note) SELECT randomblob(16), 0, 0, night, '' FROM night";
    let orphan = "INSERT INTO cramp_relief VALUES (zeroblob(16), 'heat', NULL)";
    let strain = "INSERT INTO strain SELECT randomblob(16), 0, 0, day, NULL, NULL, 6, NULL FROM strain";
    let effort = "INSERT INTO strain VALUES (zeroblob(16), 0, 0, '2026-11-18', 0, 'hard', NULL, NULL)";
    let answer = "INSERT INTO factor_value SELECT randomblob(16), 0, 0, day, factor, 1 FROM factor_value";
    let answered = "DELETE FROM factor";
    for sql in [second, orphan, strain, effort, answer, answered] {
        let error = connection.execute(sql, []).expect_err(sql);
        assert_eq!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::ConstraintViolation), "{error}");
    }
}
