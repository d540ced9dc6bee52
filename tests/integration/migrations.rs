//! The schema's history: applied from the beginning, and never rewritten.

use super::dump::rows;
use super::support::{TestDiary, raw};
use std::{fs, path::Path};

/// Length and FNV-1a hash of each published migration.
///
/// A diary records only how many migrations it has seen. Were a published file edited, diaries made before
/// and after would differ with the same number, and the next migration would break one of them. So a file
/// that has once been released is never touched again: correct it by adding the next one.
const PUBLISHED: &[(&str, usize, u64)] = &[
    ("0001_first_diary.sql", 5607, 0x85ca_8233_649c_dcb9),
    ("0002_food_that_is_ones_own.sql", 5239, 0xd8c2_8af9_5c1e_b607),
    ("0003_signs_and_medicines.sql", 1748, 0xc4ae_9471_24c2_bc7a),
    ("0004_strain_and_factors.sql", 1950, 0x49f9_8b5e_534c_a377),
];

fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

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
fn published_migrations_are_never_edited() {
    let found: Vec<_> = files().iter().map(|(name, bytes)| (name.clone(), bytes.len(), fnv1a(bytes))).collect();
    let pinned: Vec<_> = PUBLISHED.iter().map(|(name, length, hash)| ((*name).to_owned(), *length, *hash)).collect();
    assert_eq!(found, pinned, "a published migration differs; put it back, and make the change in a new file");
}

#[test]
fn the_hash_is_that_of_its_authors() {
    // From the test vectors of Fowler, Noll and Vo.
    assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
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
