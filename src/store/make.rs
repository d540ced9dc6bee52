//! Making a diary, so that it is whole or not there: what a kill or a full disk leaves is taken as new the next time.

use super::{StoreError, schema};
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// What a database is, by its header and its tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DatabaseState {
    /// It holds no table yet and belongs to no program: a file that is just being made, or whose making was interrupted.
    Blank,
    /// A diary of this format.
    Format(i64),
}

/// Looks what a database is. Everything is read in one statement, so that it is of one moment.
///
/// # Errors
/// [`StoreError::NotADiary`] for another program's file, [`StoreError::Newer`] for a newer format.
pub(super) fn look(connection: &Connection, path: &Path) -> Result<DatabaseState, StoreError> {
    let sql = "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version), count(*)
        FROM sqlite_schema";
    let read = connection.query_row(sql, [], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?)));
    let (application, format, tables) = read.map_err(|error| StoreError::from_sqlite(error, path))?;
    let path = path.to_owned();
    match (application, format, tables) {
        (0, 0, 0) => Ok(DatabaseState::Blank),
        (schema::APPLICATION_ID, 1..=schema::NEWEST, _) => Ok(DatabaseState::Format(format)),
        (schema::APPLICATION_ID, found, _) if found > schema::NEWEST => Err(StoreError::Newer { found, known: schema::NEWEST, path }),
        _ => Err(StoreError::NotADiary { path }),
    }
}

/// Makes the tables of a blank database, all in one transaction. If another process has made them meanwhile, they stay as they are.
///
/// A new file is not yet in WAL mode: its tables reach the file itself and do not wait in a log beside it.
///
/// # Errors
/// A [`StoreError`] if the file cannot be written. It is then as blank as before.
pub(super) fn make(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let words = |error| StoreError::from_sqlite(error, path);
    let sql = connection.transaction_with_behavior(TransactionBehavior::Exclusive).map_err(words)?;
    if look(&sql, path)? == DatabaseState::Blank {
        schema::migrate(&sql, 0).map_err(words)?;
        sql.commit().map_err(words)?;
    }
    Ok(())
}
