//! The migrations of the diary file. They are applied in order, and a published one is never changed.

use super::StoreError;
use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};
use std::path::Path;

/// The migrations: the first makes the tables of format 1, each other brings the format before it to the next.
const STEPS: &[M<'_>] = &[
    M::up(include_str!("../../migrations/0001_first_diary.sql")),
    M::up(include_str!("../../migrations/0002_food_that_is_ones_own.sql")),
    M::up(include_str!("../../migrations/0003_signs_and_medicines.sql")),
    M::up(include_str!("../../migrations/0004_strain_and_factors.sql")),
];

/// The application id in the header of a diary, "Crdp", which tells it from any other SQLite file.
pub(super) const APPLICATION_ID: i64 = 0x4372_6470;

/// The number of the newest format, which is the number of migrations.
pub(super) const NEWEST: i64 = 4;

/// Brings a file to the newest format, with each migration in a transaction of its own.
pub(super) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    Migrations::from_slice(STEPS).to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => StoreError::from_sqlite(err, path),
        other => StoreError::Damaged { detail: other.to_string(), path: path.to_owned() },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_migrations_are_sound_and_counted() {
        Migrations::from_slice(STEPS).validate().unwrap();
        assert_eq!(STEPS.len(), usize::try_from(NEWEST).unwrap());
    }
}
