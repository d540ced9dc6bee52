//! What is asked of the file system before a diary is read, and what is made there.

use super::StoreError;
use super::file::{Access, beside, check_is_file, check_name, connect, create_private, try_beside};
use super::journal::{first_look, with_journal};
use super::reported::is_about_sharing;
use rusqlite::{Connection, config::DbConfig};
use std::{fs, path::Path};

/// Opens a file that exists to write into it. If it keeps a log and its place has no shared memory, it keeps a journal from then on.
///
/// # Errors
/// [`StoreError::ReadOnly`] and [`StoreError::Full`] say that nothing can be written there.
pub(super) fn connect_to_write(path: &Path) -> Result<Connection, StoreError> {
    let words = |error| StoreError::from_sqlite(error, path);
    let connection = connect(path, Access::Create).map_err(words)?;
    // Until it is known to be a diary, closing leaves the log beside it as it is.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(words)?;
    // SQLite opens what it may not write to read it.
    if connection.is_readonly("main").map_err(words)? {
        return Err(StoreError::ReadOnly { path: path.to_owned() });
    }
    if first_look(&connection).is_err_and(|error| is_about_sharing(&error)) {
        try_beside(path)?;
        drop(connection);
        return with_journal(path).map_err(words);
    }
    Ok(connection)
}

/// Takes back what an interrupted process had begun to write. Who may only read cannot do so, and could not read either.
pub(super) fn roll_back(path: &Path) {
    // If it fails, opening the file to read says why.
    _ = connect(path, Access::Create).and_then(|connection| connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())));
}

/// Asks the file system about a diary file, and makes an empty private one if there is none.
pub(super) fn prepare_file(path: &Path, access: Access) -> Result<(), StoreError> {
    let refused = |detail: &str| Err(StoreError::Damaged { detail: detail.to_owned(), path: path.to_owned() });
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(StoreError::NotADiary { path: path.to_owned() }),
        Ok(found) => {
            check_is_file(found.file_type(), path)?;
            match found.len() {
                _ if access == Access::Create && found.permissions().readonly() => Err(StoreError::ReadOnly { path: path.to_owned() }),
                // SQLite would take the file for a new one, and remove the log.
                0 if fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0) => {
                    refused("it is empty, and what was last saved lies beside it")
                }
                // SQLite takes what is shorter than any database for an empty one, and would write over it.
                1..512 => Err(StoreError::NotADiary { path: path.to_owned() }),
                0 if access == Access::Create => check_name(path),
                _ => Ok(()),
            }
        }
        Err(_) if access == Access::ReadOnly => Err(StoreError::Missing { path: path.to_owned() }),
        Err(_) => {
            check_name(path)?;
            match create_private(path) {
                // Another process has made it meanwhile.
                Err(_) if fs::metadata(path).is_ok() => prepare_file(path, access),
                made => made,
            }
        }
    }
}
