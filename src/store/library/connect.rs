//! Opening the file of imported foods, from the diary's side and from the job's.

use crate::store::file::{self, Access, check_is_file, connect_immutable, create_private};
use crate::store::journal::{first_look, keep_log, with_journal};
use crate::store::reported::is_about_sharing;
use crate::store::still::has_entries_beside;
use crate::store::{StoreError, library_beside};
use rusqlite::Connection;
use std::{
    cell::OnceCell,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// "Crdf": what tells a file of imported foods from any other SQLite file.
const APPLICATION_ID: i64 = 0x4372_6466;

/// The newest format.
const NEWEST: i64 = 1;

/// The file of imported foods beside an open diary. It is opened when it is first needed, if it exists by then.
#[derive(Debug)]
pub(crate) struct LazyLibrary {
    /// `None` for a diary in memory, which has no such file.
    path: Option<PathBuf>,
    access: Access,
    patience: Duration,
    opened: OnceCell<Result<Connection, StoreError>>,
}

impl LazyLibrary {
    /// The file of imported foods beside this diary file.
    pub(crate) fn of(diary: &Path, access: Access) -> Self {
        Self { path: Some(library_beside(diary)), access, patience: file::PATIENCE, opened: OnceCell::new() }
    }

    /// No file of imported foods: for a diary in memory.
    pub(crate) fn none() -> Self {
        Self { path: None, access: Access::ReadOnly, patience: file::PATIENCE, opened: OnceCell::new() }
    }

    /// The path of the file, whether it exists or not. Returns `None` for a diary in memory.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The connection to the file. Returns `None` if there is no file, or if it cannot be used.
    pub(crate) fn connection(&self) -> Option<&Connection> {
        let opened = if let Some(opened) = self.opened.get() {
            opened
        } else {
            let opened = connect(self.path()?, self.access).transpose()?;
            if let Ok(connection) = &opened {
                _ = connection.busy_timeout(self.patience);
            }
            self.opened.get_or_init(|| opened)
        };
        opened.as_ref().ok()
    }

    /// Sets how long each try to read or write waits for another window or job.
    pub(crate) fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
        if let Some(Ok(connection)) = self.opened.get() {
            _ = connection.busy_timeout(patience);
        }
    }

    /// What is wrong with the file. Returns `None` if it is sound, or if there is no file.
    pub(crate) fn trouble(&self) -> Option<&StoreError> {
        _ = self.connection();
        self.opened.get()?.as_ref().err()
    }

    /// Forgets an error, so that the next look opens the file again: a job may have been making it just then.
    pub(crate) fn forget_trouble(&mut self) {
        if let Some(Err(_)) = self.opened.get() {
            self.opened.take();
        }
    }

    /// Closes the file, so that the next look opens whatever is there by then.
    pub(crate) fn close(&mut self) {
        self.opened.take();
    }
}

/// Opens a file of imported foods. Returns `None` if there is no file, or if another window is just making it.
pub(super) fn connect(path: &Path, access: Access) -> Result<Option<Connection>, StoreError> {
    match fs::metadata(path) {
        Ok(found) if found.len() > 0 || !found.is_file() => check_is_file(found.file_type(), path)?,
        Ok(_) | Err(_) => return Ok(None),
    }
    let is_read_only = fs::metadata(path).is_ok_and(|found| found.permissions().readonly());
    let connection = open(path, if is_read_only { Access::ReadOnly } else { access })?;
    Ok(recognise(&connection, path)?.then_some(connection))
}

/// Opens a file of imported foods to write into it, and makes it if there is none.
pub(super) fn connect_or_make(path: &Path) -> Result<Connection, StoreError> {
    if fs::symlink_metadata(path).is_err() {
        create_private(path)?;
    }
    let words = |error| StoreError::from_library(error, path);
    let mut connection = open(path, Access::Create)?;
    if !recognise(&connection, path)? {
        if !keep_log(&connection).map_err(words)? {
            drop(connection);
            connection = with_journal(path).map_err(words)?;
        }
        let sql = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(words)?;
        // Another window may have made the tables while this one waited.
        if !recognise(&sql, path)? {
            sql.execute_batch(include_str!("schema.sql")).map_err(words)?;
        }
        sql.commit().map_err(words)?;
    }
    let pragmas = "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384;";
    connection.execute_batch(pragmas).map_err(words)?;
    Ok(connection)
}

/// Opens a file of imported foods. Where nothing can be written, it is read as one that nobody changes.
fn open(path: &Path, access: Access) -> Result<Connection, StoreError> {
    let words = |error| StoreError::from_library(error, path);
    let connection = file::connect(path, access).map_err(words)?;
    let is_still =
        access == Access::ReadOnly && first_look(&connection).is_err_and(|error| is_about_sharing(&error)) && !has_entries_beside(path);
    if is_still { connect_immutable(path).map_err(words) } else { Ok(connection) }
}

/// Whether this is a file of imported foods. Returns `false` for a database without tables.
///
/// # Errors
/// [`StoreError::Library`] for any other file, and for one of a newer format.
fn recognise(connection: &Connection, path: &Path) -> Result<bool, StoreError> {
    // SQLite takes what is shorter than any database for an empty one, and would write over it.
    let refused = |detail: String| Err(StoreError::Library { detail, path: path.to_owned() });
    if fs::metadata(path).is_ok_and(|found| (1..512).contains(&found.len())) {
        return refused("it is something else".to_owned());
    }
    let number = |sql| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).map_err(|error| StoreError::from_library(error, path));
    if number("PRAGMA application_id")? != APPLICATION_ID {
        return match number("SELECT count(*) FROM sqlite_schema")? {
            0 => Ok(false),
            _ => refused("it is something else".to_owned()),
        };
    }
    match number("PRAGMA user_version")? {
        NEWEST => Ok(true),
        found => refused(format!("it is of a newer version of Cramp Diary, format {found}")),
    }
}
