//! What every kind of record says of itself is what the file holds, and what the file and the program allow.

use super::commands::known;
use super::support::{date, day, raw};
use cramp_diary::domain::{Drink, FoodEntry, InWords, Measure, Strain};
use cramp_diary::store::{Access, Column, Description, Holds, Parts, RecordKind, Records, Rows, SetAside, Store};
use rusqlite::{Connection, types::Value};
use serde_json::json;
use std::{collections::BTreeMap, path::Path};

fn descriptions() -> impl Iterator<Item = Description> {
    RecordKind::ALL.iter().filter_map(|kind| kind.description())
}

/// The columns of a table, each with whether it may be NULL.
fn columns_of(connection: &Connection, table: &str) -> BTreeMap<String, bool> {
    let mut statement = connection.prepare("SELECT name, \"notnull\" FROM pragma_table_info(?1)").unwrap();
    statement.query_map([table], |row| Ok((row.get(0)?, !row.get::<_, bool>(1)?))).unwrap().map(Result::unwrap).collect()
}

#[test]
fn every_column_of_the_file_is_described() {
    let known = known();
    let file = raw(known.diary.diary.path());
    let mut described: BTreeMap<&str, BTreeMap<String, bool>> = BTreeMap::new();
    let pairs = |columns: &[Column]| columns.iter().map(|column| (column.name.to_owned(), column.is_optional)).collect::<Vec<_>>();
    for Description { table, rows, columns, parts, clocks, changed, .. } in descriptions() {
        let always: &[&str] = if rows == Rows::One { &["only_row"] } else { &["id", "created_ms"] };
        let of_table = described.entry(table).or_default();
        of_table.insert(changed.to_owned(), rows == Rows::One);
        of_table.extend(clocks.iter().map(|clock| (clock.column.to_owned(), true)));
        of_table.extend(always.iter().map(|name| ((*name).to_owned(), false)).chain(pairs(columns)));
        for Parts { table, owner, columns } in parts {
            described.entry(table).or_default().extend([((*owner).to_owned(), false)].into_iter().chain(pairs(columns)));
        }
    }
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'tombstone'";
    let mut statement = file.prepare(sql).unwrap();
    let tables: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(tables.len(), described.len(), "{tables:?}");
    for table in tables {
        assert_eq!(described.get(table.as_str()), Some(&columns_of(&file, &table)), "{table}");
    }
}

#[test]
fn columns_say_in_words_what_they_are() {
    for Column { name, words, unit, .. } in descriptions().flat_map(|description| description.columns) {
        assert!(!words.is_empty(), "{name}");
        let ends_in_unit = ["ml", "g", "min", "h", "s"].into_iter().find(|unit| name.ends_with(&format!("_{unit}")));
        assert_eq!(ends_in_unit.unwrap_or_default(), if name.ends_with("_hour") { "" } else { *unit }, "{name}");
    }
}

/// Values at the edge of what a column may hold, and the nearest that it may not.
fn edges(holds: Holds) -> (Vec<Value>, Vec<Value>) {
    let text = |text: String| Value::Text(text);
    match holds {
        Holds::Whole { least, most } => (vec![least.into(), most.into()], vec![(least - 1).into(), (most + 1).into()]),
        Holds::Number { least, most } => (vec![least.into(), most.into()], vec![(least - 0.01).into(), (most + 0.01).into()]),
        Holds::YesNo => (vec![0_i64.into(), 1_i64.into()], vec![2_i64.into()]),
        Holds::Key(keys) => (Vec::new(), vec![text(format!("{}_", keys[0]))]),
        Holds::Date => (vec![text("2024-02-29".to_owned())], vec![text("2023-02-29".to_owned()), text("yesterday".to_owned())]),
        Holds::Text { least, most } => {
            let of = |letters: usize| text("1".repeat(letters));
            let most = most.filter(|most| *most < 1000);
            let refused = least.checked_sub(1).into_iter().chain(most.map(|most| most + 1)).map(of).collect();
            ([least].into_iter().chain(most).map(of).collect(), refused)
        }
        Holds::Amounts => (vec![text("{}".to_owned())], vec![text("{".to_owned())]),
        // These stand in the file as pairs, or beside something else that must fit.
        Holds::Id | Holds::Ids | Holds::Keys(_) | Holds::OffsetSeconds | Holds::WallClock => (Vec::new(), Vec::new()),
    }
}

/// Columns that only hold together with others of their row, so that they cannot be changed alone.
const TOGETHER: &[(&str, &str)] = &[
    ("acknowledged", "flag"),
    ("cramp", "time_known"),
    ("own_food", "barcode"),
    ("profile", "breastfeeding_from"),
    ("profile", "breastfeeding_until"),
    ("profile", "pregnant_from"),
    ("profile", "pregnant_until"),
    ("medicine", "from_day"),
    ("medicine", "until_day"),
    ("strain", "effort"),
    ("strain", "exercise_min"),
    ("stretch", "duration_min"),
    ("stretch", "sets"),
    ("stretch", "holds"),
];

/// Sets a column of one row; says why not where the file refuses.
fn set(file: &Connection, description: &Description, column: &Column, value: &Value) -> Result<(), String> {
    let (table, name) = (description.table, column.name);
    let sql = format!("UPDATE {table} SET {name} = ?1 WHERE rowid = (SELECT max(rowid) FROM {table} WHERE {name} IS NOT NULL)");
    match file.execute(&sql, [value]) {
        Ok(1) => Ok(()),
        Ok(rows) => panic!("{table}.{name}: {rows} rows have a value"),
        Err(error) => Err(error.to_string()),
    }
}

/// Reads every record of every kind. Returns the first that cannot be read.
fn first_unreadable(path: &Path) -> Option<String> {
    let store = Store::open(path, Access::ReadOnly).unwrap();
    let found = store.read().set_aside(RecordKind::ALL.iter().copied().collect()).unwrap();
    found.first().map(SetAside::words)
}

/// Columns whose keys are left to the program, so that a new sign or country needs no migration.
const BY_PROGRAM_ALONE: [(&str, &str); 4] = [("sign", "kind"), ("known_sign", "kind"), ("sign_gone", "kind"), ("profile", "country")];

#[test]
fn the_file_and_the_program_allow_what_a_column_says_and_no_more() {
    let known = known();
    let path = known.diary.diary.path().to_owned();
    let file = raw(&path);
    file.execute_batch(
        "UPDATE profile SET birth_year = 1956, sex = 'female', region = 'eu', country = 'de';
         UPDATE settings SET hydration_goal_ml = 1800;
         UPDATE sign SET side = 'left', course = 'new';
         UPDATE known_sign SET side = 'left';
         UPDATE cramp SET woke_me = 1, hard_knot = 0, sore_next_day = 0;
         UPDATE food SET meal = 'lunch', contents = '{}';
         UPDATE medicine SET class = 'statin', prescribed = 1;
         UPDATE recipe SET cooked_g = 500;
         UPDATE supplement SET daily_doses = 1;",
    )
    .unwrap();
    let mut checked = 0;
    for description in descriptions() {
        for column in description.columns.iter().filter(|column| !TOGETHER.contains(&(description.table, column.name))) {
            let what = format!("{}.{}", description.table, column.name);
            let (allowed, refused) = edges(column.holds);
            for value in allowed {
                file.execute_batch("SAVEPOINT edge").unwrap();
                assert_eq!(set(&file, &description, column, &value), Ok(()), "{what}: the file refuses {value:?}");
                file.execute_batch("RELEASE edge").unwrap();
                assert_eq!(first_unreadable(&path), None, "{what} = {value:?}");
                checked += 1;
            }
            for value in refused {
                let by_program_alone = BY_PROGRAM_ALONE.contains(&(description.table, column.name));
                assert_eq!(set(&file, &description, column, &value).is_ok(), by_program_alone, "{what}: {value:?}");
                checked += 1;
                if by_program_alone {
                    assert!(first_unreadable(&path).is_some(), "{what}: the program reads {value:?}");
                    let Holds::Key(keys) = column.holds else { panic!("{what} has no keys") };
                    set(&file, &description, column, &Value::Text(keys[0].to_owned())).unwrap();
                }
            }
        }
    }
    assert!(checked > 100, "{checked} edges were tried");
}

#[test]
fn the_records_of_a_day_are_handed_out_by_type_in_words_and_as_objects() {
    let known = known();
    let mut of_day = known.diary.diary.read().records_of_day(day("2026-11-19")).unwrap();
    let headings = |of_day: &Records| of_day.in_words().map(|InWords { heading, .. }| heading).collect::<Vec<_>>();
    let all = headings(&of_day);
    assert!(["Drinks", "Food", "Signs", "Strain", "Supplements"].iter().all(|heading| all.contains(heading)), "{all:?}");
    let plain: BTreeMap<_, _> = of_day.plain().map(|(table, rows)| (table, serde_json::to_value(rows).unwrap())).collect();
    assert!(plain.keys().all(|table| !["cramp", "night", "medicine"].contains(table)), "of the day alone: {plain:?}");
    let offset = json!({ "id": known.drink.to_string(), "kind": "coffee", "volume_ml": 200, "time_local": "2026-11-19T08:00:00", "time_offset_s": 3600 });
    assert_eq!(plain["drink"], json!([offset]));
    assert_eq!(plain["factor_value"][0]["factor"], json!(known.factor.to_string()));
    assert_eq!((&plain["strain"][0]["exercise_min"], &plain["strain"][0]["heat"]), (&json!(30), &json!(null)));
    assert_eq!(plain["no_stretching"], json!([]), "there is none on that day");

    assert_eq!(of_day.of::<Drink>().iter().map(|entry| entry.id).collect::<Vec<_>>(), [known.drink]);
    assert_eq!(of_day.take_words::<Strain>().unwrap().words, ["30 min of hard exercise", "3 hours on your feet"]);
    assert_eq!((of_day.take::<Drink>().len(), of_day.take::<Drink>().len(), of_day.of::<Drink>().len()), (1, 0, 0));
    let rest: Vec<_> = all.into_iter().filter(|heading| !["Drinks", "Food", "Strain"].contains(heading)).collect();
    assert_eq!(headings(&of_day.without::<FoodEntry>()), rest, "what was taken out is in no walk");
}

#[test]
fn every_measure_has_a_value_in_a_diary_with_something_of_every_kind() {
    let look_back = known().diary.diary.whole_look_back().unwrap();
    let nights = look_back.within(date("2026-11-12"), date("2026-11-19"));
    for measure in Measure::all() {
        assert!(nights.iter().any(|(_, figures)| figures.value(measure).is_some()), "no record says anything of {measure}");
    }
}
