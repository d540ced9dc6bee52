//! The migrations of the diary file. They are applied in order, and a published one is never changed.

use super::derived_ids::{date_choices, derive_ids};
use rusqlite::Connection;

/// The migrations: the first makes the tables of format 1, each other brings the format before it to the next.
const STEPS: &[&str] = &[
    include_str!("../../migrations/0001_first_diary.sql"),
    include_str!("../../migrations/0002_food_that_is_ones_own.sql"),
    include_str!("../../migrations/0003_signs_and_medicines.sql"),
    include_str!("../../migrations/0004_strain_and_factors.sql"),
    include_str!("../../migrations/0005_warnings_that_know.sql"),
    include_str!("../../migrations/0006_longer_names_and_notes.sql"),
    include_str!("../../migrations/0007_merged_with_others.sql"),
];

/// The application id in the header of a diary, "Crdp", which tells it from any other SQLite file.
pub(super) const APPLICATION_ID: i64 = 0x4372_6470;

/// The number of the newest format, which is the number of migrations.
pub(super) const NEWEST: i64 = 7;

/// Makes the tables of a format in an empty database, as the version of the program with that format did. Runs in the transaction of the
/// caller.
pub(super) fn make_format(sql: &Connection, format: i64) -> rusqlite::Result<()> {
    STEPS.iter().take(usize::try_from(format).unwrap_or_default()).try_for_each(|step| sql.execute_batch(step))
}

/// Brings the tables from a format to the newest, 0 for no tables yet. Runs in the transaction of the caller, so that a file never has a
/// format between two that were published.
pub(super) fn migrate(sql: &Connection, format: i64) -> rusqlite::Result<()> {
    for step in STEPS.iter().skip(usize::try_from(format).unwrap_or_default()) {
        sql.execute_batch(step)?;
    }
    if (1..7).contains(&format) {
        derive_ids(sql)?;
        date_choices(sql)?;
    }
    sql.pragma_update(None, "user_version", NEWEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    /// Name, length and FNV-1a hash of each published migration.
    ///
    /// A diary records only how many migrations it has seen. Were a published file edited, diaries made before
    /// and after would differ with the same number, and the next migration would break one of them. So a file
    /// that has once been released is never touched again: correct it by adding the next one.
    const PUBLISHED: &[(&str, usize, u64)] = &[
        ("0001_first_diary.sql", 5607, 0x85ca_8233_649c_dcb9),
        ("0002_food_that_is_ones_own.sql", 5239, 0xd8c2_8af9_5c1e_b607),
        ("0003_signs_and_medicines.sql", 1748, 0xc4ae_9471_24c2_bc7a),
        ("0004_strain_and_factors.sql", 1950, 0x49f9_8b5e_534c_a377),
        ("0005_warnings_that_know.sql", 1504, 0x8c56_d63d_600d_ad7c),
        ("0006_longer_names_and_notes.sql", 1230, 0x14e8_4508_ec4a_2b9c),
        ("0007_merged_with_others.sql", 1014, 0x6f32_9b80_737c_137e),
    ];

    fn fnv1a(bytes: &[u8]) -> u64 {
        bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
    }

    #[test]
    fn the_migrations_are_counted() {
        assert_eq!(STEPS.len(), usize::try_from(NEWEST).unwrap());
    }

    #[test]
    fn published_migrations_are_never_edited() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
        let read = |entry: fs::DirEntry| {
            let bytes = fs::read(entry.path()).unwrap();
            (entry.file_name().into_string().unwrap(), bytes.len(), fnv1a(&bytes))
        };
        let mut found: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| read(entry.unwrap())).collect();
        found.sort_unstable();
        let pinned: Vec<_> = PUBLISHED.iter().map(|(name, length, hash)| ((*name).to_owned(), *length, *hash)).collect();
        assert_eq!(found, pinned, "a published migration differs; put it back, and make the change in a new file");
    }

    #[test]
    fn the_hash_is_that_of_its_authors() {
        // From the test vectors of Fowler, Noll and Vo.
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
