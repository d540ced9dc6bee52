//! Opening diary files, and every state in which one can be found.

use super::dump::{Dump, rows};
use super::migrations::newest_format;
use super::support::{TestDiary, a_cramp, a_drink, clock, day, raw};
use cramp_diary::{
    diary::{Diary, DiaryError},
    store::{Access, Store, StoreError},
};
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[track_caller]
fn open(path: &Path, access: Access) -> StoreError {
    Store::open(path, access).map(|store| store.path().to_owned()).unwrap_err()
}

/// Opening fails as expected in both ways, with words that end with the path, and the file keeps its bytes.
#[track_caller]
fn check_refused(path: &Path, expected: impl Fn(&StoreError) -> bool) {
    let before = fs::read(path).ok();
    for access in [Access::Create, Access::ReadOnly] {
        let error = open(path, access);
        assert!(expected(&error), "{access:?}: {error:?}");
        assert!(error.to_string().contains(&*path.to_string_lossy()), "{error} names the file");
        assert_eq!(fs::read(path).ok(), before, "{access:?} left the bytes alone");
    }
}

/// A closed diary with some entries.
fn closed_diary() -> (TempDir, PathBuf) {
    let folder = folder();
    let path = folder.path().join("diary.sqlite");
    let mut diary = Diary::with_seed(Store::open(&path, Access::Create).unwrap(), clock(), 1);
    for ml in 1..=200 {
        diary.execute(a_drink("2026-11-19").ml(ml)).unwrap();
    }
    (folder, path)
}

#[test]
fn a_new_diary_is_private_durable_and_strict() {
    let test = TestDiary::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(test.path()).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let connection = raw(&test.path());
    let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0)).unwrap();
    assert_eq!(pragma("journal_mode"), "wal".to_owned().into());
    assert_eq!(pragma("application_id"), i64::from(0x4372_6470).into(), "\"Crdp\"");
    assert_eq!(pragma("user_version"), newest_format().into());
    let loose = "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND NOT strict";
    assert_eq!(rows(&connection, loose), Vec::<String>::new());
    assert!(!rows(&connection, "SELECT name FROM pragma_table_list WHERE strict").is_empty());
}

#[test]
fn reopening_keeps_everything() {
    let mut test = TestDiary::new().with(a_cramp("2026-11-19").noted("kept")).with(a_drink("2026-11-19"));
    let before = Dump::of(&test.path());
    let store = Store::open(&test.path(), Access::Create).unwrap();
    let again = Diary::new(store, clock());
    assert_eq!(again.page(day("2026-11-19")).unwrap().cramps[0].value.note, "kept");
    assert_eq!(again.undo_what(), None, "steps are kept for a session only");
    drop(again);
    assert_eq!(Dump::of(&test.path()), before);
    test.log(a_drink("2026-11-19"));
}

#[test]
fn ids_of_two_diaries_differ() {
    let folder = folder();
    let id = |name: &str| {
        let mut diary = Diary::new(Store::open(&folder.path().join(name), Access::Create).unwrap(), clock());
        diary.execute(a_drink("2026-11-19")).unwrap();
        Dump::of(diary.path()).ids
    };
    assert_ne!(id("one.sqlite"), id("two.sqlite"));
}

#[test]
fn an_empty_file_becomes_a_diary() {
    let folder = folder();
    let path = folder.path().join("empty.sqlite");
    fs::write(&path, "").unwrap();
    assert!(Store::open(&path, Access::Create).unwrap().read().is_empty().unwrap());
}

#[test]
fn what_is_not_a_diary_is_refused_and_left_alone() {
    let folder = folder();
    let text = folder.path().join("letter.txt");
    fs::write(&text, "Dear diary, ".repeat(500)).unwrap();
    let short = folder.path().join("short.txt");
    fs::write(&short, "x").unwrap();
    let foreign = folder.path().join("foreign.sqlite");
    raw(&foreign).execute_batch("CREATE TABLE cramp (id); INSERT INTO cramp VALUES (1)").unwrap();
    for path in [text, short, foreign, folder.path().to_owned()] {
        check_refused(&path, |error| matches!(error, StoreError::NotADiary { .. }));
    }
}

#[test]
fn a_diary_of_a_newer_version_is_refused_and_left_alone() {
    let (_folder, path) = closed_diary();
    let newest: i64 = raw(&path).pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    raw(&path).pragma_update(None, "user_version", newest + 1).unwrap();
    check_refused(&path, |error| matches!(error, StoreError::Newer { found, known, .. } if (*found, *known) == (newest + 1, newest)));
}

#[test]
fn a_missing_folder_is_named_and_not_made() {
    let folder = folder();
    let path = folder.path().join("no").join("such").join("diary.sqlite");
    let error = open(&path, Access::Create);
    assert!(matches!(&error, StoreError::FolderMissing { folder } if folder == path.parent().unwrap()), "{error:?}");
    assert!(!folder.path().join("no").exists());
}

#[test]
fn a_truncated_diary_is_damaged() {
    let (_folder, path) = closed_diary();
    let whole = fs::read(&path).unwrap();
    for bytes in [whole.len() / 2, 5000, 4096] {
        fs::write(&path, &whole[..bytes]).unwrap();
        check_refused(&path, |error| matches!(error, StoreError::Damaged { .. }));
    }
}

#[test]
fn a_diary_with_rubbish_in_it_is_damaged_as_soon_as_that_is_read() {
    let (_folder, path) = closed_diary();
    let mut bytes = fs::read(&path).unwrap();
    let pages = bytes.len() / 4096;
    assert!(pages > 20, "{pages} pages");
    bytes[4096..].fill(0xA5);
    fs::write(&path, &bytes).unwrap();
    for access in [Access::ReadOnly, Access::Create] {
        let page = |store| Diary::new(store, clock()).page(day("2026-11-19"));
        let error = Store::open(&path, access).and_then(page).unwrap_err();
        assert!(matches!(error, StoreError::Damaged { .. }), "{access:?}: {error:?}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "{access:?} left the bytes alone");
    }
}

#[test]
fn a_file_that_must_not_be_written_is_opened_for_reading_only() {
    let (_folder, path) = closed_diary();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let before = fs::read(&path).unwrap();
    let error = open(&path, Access::Create);
    assert!(matches!(error, StoreError::ReadOnly { .. }), "{error:?}");
    assert!(!Store::open(&path, Access::ReadOnly).unwrap().read().is_empty().unwrap());
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn read_only_makes_no_file() {
    let folder = folder();
    let path = folder.path().join("diary.sqlite");
    let error = open(&path, Access::ReadOnly);
    assert!(matches!(error, StoreError::Missing { .. }), "{error:?}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn read_only_reads_and_refuses_writes() {
    let (_folder, path) = closed_diary();
    let before = fs::read(&path).unwrap();
    let mut diary = Diary::new(Store::open(&path, Access::ReadOnly).unwrap(), clock());
    assert_eq!(diary.page(day("2026-11-19")).unwrap().drunk_ml, 200 * 201 / 2);
    let error = diary.execute(a_drink("2026-11-19")).unwrap_err();
    assert!(matches!(error, DiaryError::Store(StoreError::ReadOnly { .. })), "{error:?}");
    assert_eq!(diary.undo_what(), None);
    drop(diary);
    assert_eq!(fs::read(&path).unwrap(), before);
}

/// The one slow test: the program waits two seconds for the other window before it gives up.
#[test]
fn while_another_window_writes_a_click_is_refused_and_can_be_repeated() {
    let mut test = TestDiary::new().with(a_drink("2026-11-19"));
    let other = raw(&test.path());
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let error = test.refused(a_drink("2026-11-19"));
    assert!(matches!(error, DiaryError::Store(StoreError::Busy { .. })), "{error:?}");
    assert_eq!(test.diary.page(day("2026-11-19")).unwrap().drinks.len(), 1, "reading goes on");
    other.execute_batch("ROLLBACK").unwrap();
    test.log(a_drink("2026-11-19"));
    assert_eq!(Dump::of(&test.path()).ids.len(), 2);
}
