//! The schema's history, applied from the beginning. That none of it is rewritten is checked beside the list of migrations, in
//! `store/schema.rs`.

use super::dump::rows;
use super::support::{TestDiary, raw};
use std::{fs, path::Path};

fn files() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let read = |entry: fs::DirEntry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap());
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| read(entry.unwrap())).collect();
    files.sort_unstable();
    files
}

/// The newest format, which is the number of migrations.
pub(crate) fn newest_format() -> i64 {
    i64::try_from(files().len()).unwrap()
}

#[test]
fn migrations_are_numbered_from_one_without_a_gap() {
    for (index, (name, _)) in files().iter().enumerate() {
        let stem = name.strip_suffix(".sql").expect(name);
        assert!(stem.starts_with(&format!("{:04}_", index + 1)), "{name}");
    }
}

#[test]
fn an_empty_file_gets_the_schema_that_all_migrations_give() {
    let plain = tempfile::tempdir().unwrap();
    let plain = raw(&plain.path().join("plain.sqlite"));
    for (_, sql) in files() {
        plain.execute_batch(&String::from_utf8(sql).unwrap()).unwrap();
    }
    let schema = "SELECT type, name, sql FROM sqlite_schema";
    let test = TestDiary::new();
    assert_eq!(rows(&raw(&test.path()), schema), rows(&plain, schema));
    let version = raw(&test.path()).pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(version, newest_format());
}

#[test]
fn the_file_is_sound() {
    let test = TestDiary::new();
    let connection = raw(&test.path());
    assert_eq!(rows(&connection, "PRAGMA integrity_check"), ["integrity_check=Text(\"ok\") "]);
    assert_eq!(rows(&connection, "PRAGMA foreign_key_check"), Vec::<String>::new());
}
