//! Opening a diary file, with every way in which that can fail.

use super::file::{Access, connect, connect_in_memory, create_private};
use super::library::{LazyLibrary, Shelf};
use super::{Change, KindSet, Reader, RecordKind, StoreError, Tx, schema};
use rusqlite::Connection;
use std::{
    cell::Cell,
    fs,
    path::{Path, PathBuf},
};

/// How many prepared statements a connection keeps, so that a frame prepares none anew.
const STATEMENTS: usize = 64;

/// An open diary file.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
    access: Access,
    library: LazyLibrary,
    /// The kinds of record that were read; see [`Store::watched`].
    seen: Cell<KindSet>,
    /// How often records of each kind were written, in the order of [`RecordKind::ALL`].
    versions: [u64; RecordKind::ALL.len()],
}

impl Store {
    /// Opens a diary file and brings it to the newest format.
    ///
    /// # Errors
    /// Every [`StoreError`] that names a state of the file; the file is left as it was.
    pub fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        let fresh = prepare_file(path, access)?;
        let connection = connect(path, access).map_err(|error| StoreError::from_sqlite(error, path))?;
        let mut store = Self::over(connection, path, access, LazyLibrary::of(path, access));
        let format = if fresh { schema::NEWEST } else { store.format()? };
        if access == Access::Create {
            store.set_up(format)?;
        } else if format < schema::NEWEST {
            return Err(StoreError::Older { path: path.to_owned() });
        }
        Ok(store)
    }

    /// A diary that lives in memory only: the example, and tests.
    ///
    /// # Errors
    /// [`StoreError::Sqlite`] when there is no memory left.
    pub fn in_memory() -> Result<Self, StoreError> {
        let path = Path::new(":memory:");
        let connection = connect_in_memory().map_err(|error| StoreError::from_sqlite(error, path))?;
        let mut store = Self::over(connection, path, Access::Create, LazyLibrary::none());
        store.set_up(schema::NEWEST)?;
        Ok(store)
    }

    /// A store over an open connection whose format was not looked at yet.
    fn over(connection: Connection, path: &Path, access: Access, library: LazyLibrary) -> Self {
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        let (path, seen, versions) = (path.to_owned(), Cell::default(), [0; RecordKind::ALL.len()]);
        Self { connection, path, access, library, seen, versions }
    }

    /// The file, or ":memory:".
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads what is saved.
    #[must_use]
    pub fn read(&self) -> Reader<'_> {
        Reader::new(&self.connection, &self.path, &self.seen).with_library(self.shelf())
    }

    /// What `read` returns, with the kinds of record that it read: when one of these changes, it may return something else.
    pub fn watched<T>(&self, read: impl FnOnce() -> T) -> (T, KindSet) {
        let outside = self.seen.take();
        let result = read();
        let seen = self.seen.get();
        self.seen.set(outside.and(seen));
        (result, seen)
    }

    /// A number that grows whenever a record of one of these kinds is written.
    #[must_use]
    pub fn version(&self, kinds: KindSet) -> u64 {
        kinds.iter().map(|kind| self.versions[kind as usize]).sum()
    }

    /// Notes that records of these kinds were written, here or by others.
    pub fn written(&mut self, kinds: KindSet) {
        for kind in kinds.iter() {
            self.versions[kind as usize] += 1;
        }
    }

    /// The file of imported foods, whether it is there or not; `None` for a diary that lives in memory, which has none.
    #[must_use]
    pub fn library_path(&self) -> Option<&Path> {
        self.library.path()
    }

    /// What is wrong with the file of imported foods, if something is. The diary goes on without it.
    #[must_use]
    pub fn library_trouble(&self) -> Option<&StoreError> {
        self.library.trouble()
    }

    /// Looks afresh at the file of imported foods: after somebody moved a damaged one away.
    pub fn reopen_library(&mut self) {
        self.library.close();
    }

    /// How the file was opened.
    #[must_use]
    pub fn access(&self) -> Access {
        self.access
    }

    fn shelf(&self) -> Option<Shelf<'_>> {
        Some(Shelf::new(self.library.connection()?, self.library.path()?))
    }

    /// The one door for writes: runs `work` in one transaction and returns what it changed.
    ///
    /// When `work` fails, or the commit does, nothing is changed.
    ///
    /// # Errors
    /// What `work` returns, or a [`StoreError`] for the transaction itself.
    pub fn write<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<(T, Vec<Change>), E> {
        self.library.forget_trouble();
        let path = self.path.clone();
        let words = |error| E::from(StoreError::from_sqlite(error, &path));
        let sql = self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(words)?;
        let library = self.library.connection().zip(self.library.path()).map(|(connection, path)| Shelf::new(connection, path));
        let mut tx = Tx::new(sql, &path, &self.seen).with_library(library);
        let result = work(&mut tx)?;
        let changes = tx.commit().map_err(E::from)?;
        self.written(changes.iter().map(Change::kind).collect());
        Ok((result, changes))
    }

    /// The format of the file, which is refused when it is none of ours.
    fn format(&self) -> Result<i64, StoreError> {
        let number = |pragma| {
            let read = self.connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
            read.map_err(|error| StoreError::from_sqlite(error, &self.path))
        };
        if number("application_id")? != schema::APPLICATION_ID {
            return Err(StoreError::NotADiary { path: self.path.clone() });
        }
        let found = number("user_version")?;
        if found > schema::NEWEST {
            return Err(StoreError::Newer { found, known: schema::NEWEST, path: self.path.clone() });
        }
        Ok(found)
    }

    /// Copies the diary before its format changes. An interrupted copy is named differently from a finished one.
    fn keep_copy(&self, format: i64) -> Result<(), StoreError> {
        let copy = copy_path(&self.path, format);
        let unfinished = copy.with_extension("unfinished");
        // Remove a leftover from an interrupted copy; normally there is none.
        drop(fs::remove_file(&unfinished));
        create_private(&unfinished)?;
        let sql = self.connection.execute("VACUUM INTO ?1", [unfinished.to_string_lossy()]);
        sql.map_err(|error| StoreError::from_sqlite(error, &self.path))?;
        fs::rename(&unfinished, &copy).map_err(|_refused| StoreError::ReadOnly { path: copy })
    }

    fn set_up(&mut self, format: i64) -> Result<(), StoreError> {
        let words = |error| StoreError::from_sqlite(error, &self.path);
        let pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";
        self.connection.execute_batch(pragmas).map_err(words)?;
        if format < schema::NEWEST {
            self.keep_copy(format)?;
        }
        schema::migrate(&mut self.connection, &self.path)
    }
}

/// Where a copy of a file of an older format is kept: `diary.format-1.sqlite` beside `diary.sqlite`.
fn copy_path(path: &Path, format: i64) -> PathBuf {
    path.with_extension(format!("format-{format}.sqlite"))
}

/// Checks what the file system says, and makes an empty private file where there is none.
///
/// Returns whether the file is new or empty, so that nothing has to be recognised in it.
fn prepare_file(path: &Path, access: Access) -> Result<bool, StoreError> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(StoreError::NotADiary { path: path.to_owned() }),
        Ok(found) if access == Access::Create && found.permissions().readonly() => Err(StoreError::ReadOnly { path: path.to_owned() }),
        Ok(found) => Ok(found.len() == 0 && access == Access::Create),
        Err(_) if access == Access::ReadOnly => Err(StoreError::Missing { path: path.to_owned() }),
        Err(_) => create_private(path).map(|()| true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_saved_survives_a_power_cut_and_points_at_something() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("diary.sqlite"), Access::Create).unwrap();
        let pragma = |name| store.connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(pragma("synchronous"), 2, "FULL");
        assert_eq!(pragma("foreign_keys"), 1);
        assert_eq!(pragma("busy_timeout"), 2000);
    }

    #[test]
    fn waiting_for_another_window_ends_after_two_seconds_for_readers_too() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("diary.sqlite");
        drop(Store::open(&path, Access::Create).unwrap());
        let store = Store::open(&path, Access::ReadOnly).unwrap();
        let timeout = store.connection.pragma_query_value(None, "busy_timeout", |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(timeout, 2000);
    }
}
