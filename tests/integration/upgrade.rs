//! Diaries of older versions: brought up to date, with a copy of what they were.

use super::dump::rows;
use super::support::{TestDiary, a_food, date, raw};
use cramp_diary::{
    domain::{Factor, FoodEntry, Medicine, NightAnswer, NightNote, Profile, Sign, Strain},
    store::{Access, Store, StoreError},
};
use std::{
    fs,
    io::{Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// A diary as the first version left it, with a night and a food.
pub(crate) fn first_format() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("diary.sqlite");
    let connection = raw(&path);
    connection.execute_batch(include_str!("../../migrations/0001_first_diary.sql")).unwrap();
    connection.pragma_update(None, "user_version", 1).unwrap();
    let entries = "INSERT INTO night VALUES (x'01900000000070008000000000000001', 5, 5, '2026-11-18', 'no_cramps', 'calm');
        INSERT INTO food VALUES
            (x'01900000000070008000000000000002', 6, 6, '2026-11-18', 'banana', 'Banana', 118, '1 medium', 'snack', NULL, NULL)";
    connection.execute_batch(entries).unwrap();
    (folder, path)
}

fn check_first_format(path: &Path) {
    let connection = raw(path);
    assert_eq!(connection.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).unwrap(), 1);
    assert_eq!(rows(&connection, "SELECT note FROM night"), ["note=Text(\"calm\") "]);
    assert_eq!(rows(&connection, "PRAGMA integrity_check"), ["integrity_check=Text(\"ok\") "]);
}

#[test]
fn an_older_diary_keeps_its_entries_and_a_copy_of_itself() {
    let (folder, path) = first_format();
    let store = Store::open(&path, Access::Create).unwrap();
    assert_eq!(store.read().on::<NightNote>(date("2026-11-18")).unwrap()[0].value.note, "calm");
    let food = store.read().on::<FoodEntry>(date("2026-11-18")).unwrap().remove(0).value;
    assert_eq!((food.name.as_str(), food.per_100_g), ("Banana", None), "what was in it follows the catalogue");
    assert_eq!(store.read().profile().unwrap(), Profile::default());

    let copy = folder.path().join("diary.format-1.sqlite");
    check_first_format(&copy);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600, "as private as the diary");
    }
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(!names.iter().any(|name| name.contains("unfinished") || name.contains("format-1.sqlite-")), "{names:?}");
}

#[test]
fn each_older_format_keeps_a_copy_named_after_it() {
    let (folder, path) = first_format();
    let connection = raw(&path);
    connection.execute_batch(include_str!("../../migrations/0002_food_that_is_ones_own.sql")).unwrap();
    connection.pragma_update(None, "user_version", 2).unwrap();
    drop(connection);
    let store = Store::open(&path, Access::Create).unwrap();
    assert_eq!(store.read().on::<NightNote>(date("2026-11-18")).unwrap()[0].value.note, "calm");
    assert_eq!((store.read().all::<Sign>().unwrap(), store.read().all::<Medicine>().unwrap()), (Vec::new(), Vec::new()));
    let copy = raw(&folder.path().join("diary.format-2.sqlite"));
    assert_eq!(copy.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).unwrap(), 2);
    assert_eq!(rows(&copy, "SELECT note FROM night"), ["note=Text(\"calm\") "]);
}

#[test]
fn a_diary_without_strain_and_factors_gets_room_for_them_and_keeps_its_nights_and_settings() {
    let (folder, path) = first_format();
    let connection = raw(&path);
    connection.execute_batch(include_str!("../../migrations/0002_food_that_is_ones_own.sql")).unwrap();
    connection.execute_batch(include_str!("../../migrations/0003_signs_and_medicines.sql")).unwrap();
    connection.execute_batch("UPDATE settings SET hydration_goal_ml = 1800, theme = 'dark'").unwrap();
    connection.pragma_update(None, "user_version", 3).unwrap();
    drop(connection);
    let store = Store::open(&path, Access::Create).unwrap();
    let read = store.read();
    let night = read.on::<NightNote>(date("2026-11-18")).unwrap().remove(0).value;
    assert_eq!((night.answer, night.note.as_str()), (Some(NightAnswer::NoCramps), "calm"));
    assert_eq!((night.disturbed, night.slept), (None, None), "nobody said so");
    assert_eq!((read.all::<Strain>().unwrap(), read.all::<Factor>().unwrap()), (Vec::new(), Vec::new()));
    assert_eq!((read.settings().unwrap().hydration_goal_ml, read.panels().unwrap()), (Some(1800), None));
    let copy = raw(&folder.path().join("diary.format-3.sqlite"));
    assert_eq!(rows(&copy, "SELECT theme FROM settings"), ["theme=Text(\"dark\") "]);
}

/// A stretch whose name is too long even now, as only a damaged file holds it, does not stop the upgrade.
#[test]
fn names_may_be_longer_in_an_older_diary_too_and_what_breaks_the_rules_stays() {
    let (_folder, path) = first_format();
    let connection = raw(&path);
    let stretch = |number: u8, letters: usize| {
        let name = "x".repeat(letters);
        format!(
            "INSERT INTO stretch VALUES (x'019000000000700080000000000000{number:02}', 5, 5, '2026-11-18', '{name}', 2, NULL, NULL, 'bedtime')"
        )
    };
    let broken = format!("PRAGMA ignore_check_constraints = ON; {}; PRAGMA ignore_check_constraints = OFF", stretch(3, 300));
    connection.execute_batch(&broken).unwrap();
    assert!(connection.execute_batch(&stretch(4, 200)).is_err());
    drop(connection);
    drop(Store::open(&path, Access::Create).unwrap());
    let connection = raw(&path);
    connection.execute_batch(&stretch(4, 200)).unwrap();
    assert!(connection.execute_batch(&stretch(5, 201)).is_err());
    assert_eq!(rows(&connection, "SELECT length(name) AS n FROM stretch"), ["n=Integer(200) ", "n=Integer(300) "]);
}

#[test]
fn a_copy_that_is_there_already_is_never_replaced() {
    let (folder, path) = first_format();
    let first = folder.path().join("diary.format-1.sqlite");
    fs::write(&first, "of another year").unwrap();
    let older = fs::read(&path).unwrap();
    drop(Store::open(&path, Access::Create).unwrap());
    assert_eq!(fs::read_to_string(&first).unwrap(), "of another year");
    check_first_format(&folder.path().join("diary.format-1-2.sqlite"));

    fs::write(&path, older).unwrap();
    drop(Store::open(&path, Access::Create).unwrap());
    assert!(!folder.path().join("diary.format-1-3.sqlite").exists(), "an equal copy is not kept twice");
}

#[test]
fn a_folder_in_the_place_of_a_copy_stays_too() {
    let (folder, path) = first_format();
    let in_the_way = folder.path().join("diary.format-1.sqlite/in the way");
    fs::create_dir_all(&in_the_way).unwrap();
    drop(Store::open(&path, Access::Create).unwrap());
    assert!(in_the_way.exists());
    check_first_format(&folder.path().join("diary.format-1-2.sqlite"));
}

#[test]
fn a_copy_that_cannot_be_begun_leaves_the_older_diary_alone() {
    let (folder, path) = first_format();
    fs::create_dir_all(folder.path().join("diary.format-1.unfinished/in the way")).unwrap();
    assert!(matches!(Store::open(&path, Access::Create), Err(StoreError::ReadOnly { .. })));
    check_first_format(&path);
    assert!(!folder.path().join("diary.format-1.sqlite").exists());
}

/// The page of the food is damaged, which no migration reads and a copy of the whole does.
#[test]
fn a_copy_that_fails_in_the_middle_stops_the_upgrade_and_has_not_the_name_of_a_whole_one() {
    let (folder, path) = first_format();
    let connection = raw(&path);
    let page: i64 = connection.query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'food'", [], |row| row.get(0)).unwrap();
    let size: i64 = connection.pragma_query_value(None, "page_size", |row| row.get(0)).unwrap();
    drop(connection);
    let mut file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.seek(SeekFrom::Start(u64::try_from((page - 1) * size).unwrap())).unwrap();
    file.write_all(&[0xff; 64]).unwrap();
    drop(file);

    assert!(matches!(Store::open(&path, Access::Create), Err(StoreError::Damaged { .. })));
    assert!(!folder.path().join("diary.format-1.sqlite").exists(), "what is cut short has another name");
    assert_eq!(raw(&path).pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).unwrap(), 1);
}

#[test]
fn an_older_diary_that_must_not_be_written_says_what_to_do() {
    let (_folder, path) = first_format();
    let error = Store::open(&path, Access::ReadOnly).unwrap_err();
    assert!(error.to_string().contains("older version of Cramp Diary"), "{error}");
    check_first_format(&path);
}

#[test]
fn a_diary_of_today_needs_no_copy() {
    let (path, folder) = TestDiary::new().with(a_food("2026-11-19")).close();
    drop(Store::open(&path, Access::Create).unwrap());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
