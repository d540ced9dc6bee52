//! Opening the file of imported foods, from the diary's side and from the job's.

use super::super::open::{Access, create_private};
use super::super::{StoreError, library_beside};
use rusqlite::{Connection, OpenFlags};
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

/// The library beside an open diary: opened when it is first needed and there.
#[derive(Debug)]
pub(crate) struct Beside {
    /// `None` for a diary in memory, which has none.
    path: Option<PathBuf>,
    access: Access,
    opened: OnceCell<Result<Connection, StoreError>>,
}

impl Beside {
    /// The library beside a diary file.
    pub(crate) fn of(diary: &Path, access: Access) -> Self {
        Self { path: Some(library_beside(diary)), access, opened: OnceCell::new() }
    }

    /// None, for a diary in memory.
    pub(crate) fn nothing() -> Self {
        Self { path: None, access: Access::ReadOnly, opened: OnceCell::new() }
    }

    /// Where it is, or would be.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The connection to it, if the file is there and sound.
    pub(crate) fn connection(&self) -> Option<&Connection> {
        let opened = if let Some(opened) = self.opened.get() {
            opened
        } else {
            let opened = connect(self.path()?, self.access).transpose()?;
            self.opened.get_or_init(|| opened)
        };
        opened.as_ref().ok()
    }

    /// What is wrong with it, if something is.
    pub(crate) fn trouble(&self) -> Option<&StoreError> {
        _ = self.connection();
        self.opened.get()?.as_ref().err()
    }

    /// Forgets what was wrong at the last look, which may have come while a job was still making the file.
    pub(crate) fn forget_trouble(&mut self) {
        if let Some(Err(_)) = self.opened.get() {
            self.opened.take();
        }
    }

    /// Closes it, so that the next look opens what is there then.
    pub(crate) fn close(&mut self) {
        self.opened.take();
    }
}

/// Opens a library that is there; `None` when there is none yet, or another window is just making it.
pub(super) fn connect(path: &Path, access: Access) -> Result<Option<Connection>, StoreError> {
    match fs::metadata(path) {
        Ok(found) if found.len() > 0 || found.is_dir() => {}
        Ok(_) | Err(_) => return Ok(None),
    }
    let writable = access == Access::Create && !fs::metadata(path).is_ok_and(|found| found.permissions().readonly());
    let connection = open(path, if writable { OpenFlags::SQLITE_OPEN_READ_WRITE } else { OpenFlags::SQLITE_OPEN_READ_ONLY })?;
    Ok(recognise(&connection, path)?.then_some(connection))
}

/// Opens a library to write into; makes it where there is none.
pub(super) fn connect_or_make(path: &Path) -> Result<Connection, StoreError> {
    if fs::symlink_metadata(path).is_err() {
        create_private(path)?;
    }
    let words = |error| StoreError::from_library(error, path);
    let mut connection = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if !recognise(&connection, path)? {
        connection.pragma_update(None, "journal_mode", "WAL").map_err(words)?;
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

fn open(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that opens libraries and sets their pragmas")]
    let opened = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX);
    let connection = opened.map_err(|error| StoreError::from_library(error, path))?;
    connection.busy_timeout(Duration::from_secs(2)).map_err(|error| StoreError::from_library(error, path))?;
    Ok(connection)
}

/// Whether this is a library; `false` for a database with nothing in it.
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
