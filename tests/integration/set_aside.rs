//! A value that cannot be read never closes the diary: its record is passed over and named, and everything else works.

use super::commands::known;
use super::support::{TestDiary, a_cramp, a_drink, clock, date, day, night, raw};
use cramp_diary::{
    diary::{Diary, DiaryError, NightCommand},
    domain::{NightAnswer, Profile, Settings},
    store::{Access, Column, Description, Holds, KindSet, RecordKind, Rows, SetAside, Store, StoreError},
};
use std::{collections::BTreeMap, fs, path::Path};

/// Changes a row behind the store's back, with the rules of the file switched off.
pub(crate) fn damage(path: &Path, sql: &str) {
    let file = raw(path);
    file.execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF").unwrap();
    file.execute_batch(sql).unwrap();
}

/// SQL of a value that a column may not hold, of its own type.
fn wrong(holds: Holds) -> String {
    match holds {
        Holds::Whole { most: i64::MAX, least } => (least - 1).to_string(),
        Holds::Whole { most, .. } => (most + 1).to_string(),
        Holds::Number { most, .. } => (most + 1.0).to_string(),
        Holds::YesNo => "2".to_owned(),
        Holds::OffsetSeconds => "100000".to_owned(),
        Holds::Id => "x'00'".to_owned(),
        Holds::Date => "'2023-02-29'".to_owned(),
        Holds::Text { least: 1.., .. } => "''".to_owned(),
        // No letters at all, but bytes.
        Holds::Text { least: 0, .. } => "CAST(x'ff' AS TEXT)".to_owned(),
        Holds::Amounts | Holds::Ids | Holds::Key(_) | Holds::Keys(_) | Holds::WallClock => "'nonsense'".to_owned(),
    }
}

/// Every way to spoil one value: the kind, the words that name what is spoilt, and the SQL that spoils it.
fn spoilings() -> Vec<(RecordKind, String, String)> {
    let mut all = Vec::new();
    for &kind in RecordKind::ALL {
        let Some(Description { table, rows, columns, parts, .. }) = kind.description() else { continue };
        let last = format!("WHERE rowid = (SELECT max(rowid) FROM {table})");
        let name = |column: &Column| column.words.split(", ").next().unwrap().to_owned();
        for column in columns {
            all.push((kind, name(column), format!("UPDATE {table} SET {} = {} {last}", column.name, wrong(column.holds))));
        }
        if rows == Rows::OnePerRecord {
            all.push((kind, "its id".to_owned(), format!("UPDATE {table} SET id = x'0102' {last}")));
            for (column, words) in [("created_ms", "when it was made"), ("changed_ms", "when it was changed")] {
                all.push((kind, words.to_owned(), format!("UPDATE {table} SET {column} = {} {last}", i64::MAX)));
            }
        }
        for parts in parts {
            let (of, owner) = (parts.table, parts.owner);
            for column in parts.columns {
                let one =
                    format!("WHERE {owner} = (SELECT max({owner}) FROM {of}) AND {0} = (SELECT max({0}) FROM {of})", parts.columns[0].name);
                all.push((kind, name(column), format!("UPDATE {of} SET {} = {} {one}", column.name, wrong(column.holds))));
            }
        }
    }
    all
}

/// How many records of each table there are, with those of no date.
fn counted(read: cramp_diary::store::Reader<'_>) -> BTreeMap<&'static str, usize> {
    let all = RecordKind::ALL.iter().copied().collect();
    let records = read.records(all, &(date("1850-01-01")..=date("9999-12-31"))).unwrap();
    records.plain().map(|(table, rows)| (table, rows.len())).collect()
}

fn all_set_aside(diary: &Diary) -> Vec<SetAside> {
    diary.read().set_aside(RecordKind::ALL.iter().copied().collect()).unwrap()
}

#[test]
fn one_bad_value_of_any_column_is_named_and_hides_nothing_else() {
    let (whole, folder) = known().diary.close();
    let path = folder.path().join("spoilt.sqlite");
    let before = counted(Store::open(&whole, Access::ReadOnly).unwrap().read());
    let mut tried = 0;
    for (kind, words, sql) in spoilings() {
        fs::copy(&whole, &path).unwrap();
        damage(&path, &sql);
        let mut diary = Diary::with_seed(Store::open(&path, Access::Create).unwrap(), clock(), 3);
        let found = all_set_aside(&diary);
        assert_eq!(found.iter().map(|found| found.kind).collect::<Vec<_>>(), [kind], "{sql}: {found:?}");
        assert!(found[0].faults.iter().any(|fault| fault.starts_with(&words)), "{sql}: {found:?}");

        let description = kind.description().unwrap();
        let mut expected = before.clone();
        if description.rows == Rows::OnePerRecord {
            *expected.get_mut(description.table).unwrap() -= 1;
        }
        assert_eq!(counted(diary.read()), expected, "{sql}");
        assert!(diary.passed_over() == KindSet::EMPTY || diary.left_out().unwrap() == found, "{sql}");

        // Everything that is shown is made, and what is logged is kept and taken back.
        for read in [diary.page(day("2026-11-19")).map(drop), diary.whole_look_back().map(drop), diary.safety().map(drop)] {
            read.unwrap_or_else(|error| panic!("{sql}: {error}"));
        }
        diary.read().first_date().unwrap();
        diary.read().usual_drinks(day("2026-11-20"), 5).unwrap();
        diary.read().usual_foods(day("2026-11-20"), 5).unwrap();
        diary.read().frequent_foods(day("2026-11-20"), 5).unwrap();
        diary.execute(a_drink("2026-11-18").ml(321)).unwrap();
        diary.execute(a_cramp("2026-11-10").severity(3)).unwrap();
        assert!(diary.undo().unwrap().is_some() && diary.undo().unwrap().is_some(), "{sql}");
        assert_eq!(all_set_aside(&diary), found, "{sql}: it stays as it is");
        tried += 1;
    }
    assert!(tried > 150, "{tried} values were spoilt");
}

#[test]
fn what_is_set_aside_is_deleted_or_mended_by_its_own_and_nothing_else_changes() {
    let (whole, folder) = known().diary.close();
    let path = folder.path().join("spoilt.sqlite");
    let mut count = 0;
    for (_, _, sql) in spoilings() {
        fs::copy(&whole, &path).unwrap();
        damage(&path, &sql);
        let mut diary = Diary::with_seed(Store::open(&path, Access::Create).unwrap(), clock(), 3);
        let before = counted(diary.read());
        let found = all_set_aside(&diary).remove(0);
        let mended = diary.mend_set_aside(&found);
        if mended.is_ok() {
            count += 1;
        } else {
            assert_eq!(all_set_aside(&diary), std::slice::from_ref(&found), "{sql}: what is not mended stays");
            assert!(found.can_be_deleted(), "{sql}: a single row is always mended");
            diary.delete_set_aside(&found).unwrap_or_else(|error| panic!("{sql}: {error}"));
            assert_eq!(counted(diary.read()), before, "{sql}");
        }
        assert_eq!(all_set_aside(&diary), [], "{sql}");
        assert_eq!(diary.undo().unwrap(), None, "{sql}: what could not be read does not come back");
        assert!(diary.delete_set_aside(&found).is_err(), "{sql}: once only");
    }
    assert!(count > 30, "{count} were mended");
}

#[test]
fn a_sound_record_is_never_deleted_as_one_that_cannot_be_read() {
    let mut test = TestDiary::new().with(a_cramp("2026-11-05"));
    damage(&test.path(), "UPDATE cramp SET severity = 11");
    let found = all_set_aside(&test.diary).remove(0);
    assert_eq!(found.words(), "the cramp of 5 November 2026: severity 11");
    damage(&test.path(), "UPDATE cramp SET severity = 10");
    assert!(matches!(test.diary.delete_set_aside(&found), Err(DiaryError::SetAsideStays { .. })));
    assert_eq!(test.diary.page(day("2026-11-05")).unwrap().cramps.len(), 1);
}

#[test]
fn a_profile_keeps_what_can_be_read_and_what_cannot() {
    let mut test = TestDiary::new();
    damage(
        &test.path(),
        "UPDATE profile SET diet = 'air', birth_year = 1950, avoid = 'milk'; UPDATE settings SET day_ends_hour = 99, night_starts_hour = 11",
    );
    let profile = test.diary.read().profile().unwrap();
    assert_eq!((profile.birth_year, profile.diet, profile.avoid.len()), (Some(1950), Profile::default().diet, 1));
    let settings = test.diary.settings().unwrap();
    assert_eq!((settings.rules.day_ends, settings.rules.night_starts.get()), (Settings::default().rules.day_ends, 11));
    let changed = Profile { birth_year: Some(1951), ..profile };
    test.log(cramp_diary::diary::ChoiceCommand::Profile(Box::new(changed)));
    let row: (String, i64, String) = raw(&test.path())
        .query_row("SELECT diet, birth_year, avoid FROM profile", [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap();
    assert_eq!(row, ("air".to_owned(), 1951, "milk".to_owned()));
    let words: Vec<_> = all_set_aside(&test.diary).iter().map(SetAside::words).collect();
    assert_eq!(words, ["the profile: what is eaten on principle \"air\"", "the settings: hour at which days end 99 h"]);
}

#[test]
fn a_night_that_cannot_be_read_is_named_where_it_stands_in_the_way() {
    let mut test = TestDiary::new().with(NightCommand::Answer(night("2026-11-05"), NightAnswer::HadCramps));
    damage(&test.path(), "UPDATE night SET disturbed = 11");
    for command in [NightCommand::Answer(night("2026-11-05"), NightAnswer::NoCramps).into(), a_cramp("2026-11-05").into()] {
        let command: cramp_diary::diary::Command = command;
        let error = test.refused(command);
        assert!(matches!(&error, DiaryError::Store(StoreError::InTheWay { .. })), "{error:?}");
        assert!(error.to_string().contains("the night of 5 November 2026: how much cramps disturbed the sleep 11"), "{error}");
    }
    let found = all_set_aside(&test.diary).remove(0);
    test.diary.mend_set_aside(&found).unwrap();
    assert_eq!(test.diary.page(day("2026-11-05")).unwrap().disturbed, None);
    test.log(a_cramp("2026-11-05"));
}

#[test]
fn a_night_with_a_cramp_that_cannot_be_read_had_cramps() {
    let mut test = TestDiary::new().with(a_cramp("2026-11-05").severity(4)).with(a_cramp("2026-11-05").severity(3));
    damage(&test.path(), "UPDATE cramp SET severity = 11 WHERE severity = 4");
    let readable = test.only::<cramp_diary::domain::Cramp>("2026-11-05");
    test.log(cramp_diary::diary::CrampCommand::Delete(readable));
    assert_eq!(test.diary.page(day("2026-11-05")).unwrap().night_state, cramp_diary::diary::NightState::HadCramps);
    let error = test.refused(NightCommand::Answer(night("2026-11-05"), NightAnswer::NoCramps));
    assert!(matches!(error, DiaryError::NightHasCramps { count: 1, .. }), "{error:?}");
}

#[test]
fn rubbish_among_dates_is_no_first_and_no_last_date() {
    let test = TestDiary::new().with(a_cramp("2026-11-05")).with(a_cramp("2026-11-06"));
    for rubbish in ["'0026-11-06'", "''", "'2026-11-0x'", "'2026-02-30'", "CAST(x'ff' AS TEXT)"] {
        damage(&test.path(), &format!("UPDATE night SET night = {rubbish} WHERE night <> '2026-11-05'"));
        let read = test.diary.read();
        assert_eq!(read.latest_with_cramps(night("2026-11-19")).unwrap(), Some(night("2026-11-05")), "{rubbish}");
        assert_eq!(read.first_answered().unwrap(), Some(night("2026-11-05")), "{rubbish}");
        assert_eq!(read.first_date().unwrap(), Some(date("2026-11-05")), "{rubbish}");
    }
}
