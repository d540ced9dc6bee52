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

/// An open diary file, with the file of imported foods beside it.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
    access: Access,
    library: LazyLibrary,
    /// The kinds of record that were read so far; see [`Store::watched`].
    seen: Cell<KindSet>,
    /// How often records of each kind were written, in the order of [`RecordKind::ALL`].
    versions: [u64; RecordKind::ALL.len()],
    /// The number that SQLite gave the file when it was last looked at; `None` before the first look. See [`Store::follow`].
    data_version: Option<i64>,
}

impl Store {
    /// Opens a diary file. With [`Access::Create`] it is made if it does not exist, and brought to the newest format.
    ///
    /// # Errors
    /// A [`StoreError`] if the file cannot be opened, is no diary, or has a format that this program or this access cannot handle. The
    /// file is left as it was.
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

    /// An empty diary that lives in memory only: for the example and for tests.
    ///
    /// # Errors
    /// [`StoreError::Sqlite`] if there is no memory left.
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
        Self { connection, path, access, library, seen, versions, data_version: None }
    }

    /// The path of the diary file, or ":memory:".
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns a reader of the saved records.
    #[must_use]
    pub fn read(&self) -> Reader<'_> {
        Reader::new(&self.connection, &self.path, &self.seen).with_library(self.shelf())
    }

    /// Returns what `read` returns, and the kinds of record that it read from this store. Until one of these is written, `read` would
    /// return an equal result.
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

    /// Notes that records of these kinds were written, through this store or by others, so that [`version`](Self::version) grows.
    pub fn written(&mut self, kinds: KindSet) {
        for kind in kinds.iter() {
            self.versions[kind as usize] += 1;
        }
    }

    /// Looks whether another window or program wrote to the diary file since the last look, and makes [`version`](Self::version) of every
    /// kind grow then. Returns whether it did; the first look finds no change. It reads a number of the file's log, which takes
    /// microseconds.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn follow(&mut self) -> Result<bool, StoreError> {
        let number = self.connection.prepare_cached("PRAGMA data_version").and_then(|mut look| look.query_row([], |row| row.get(0)));
        let now = number.map_err(|error| StoreError::from_sqlite(error, &self.path))?;
        let is_changed = self.data_version.replace(now).is_some_and(|before| before != now);
        if is_changed {
            self.written(RecordKind::ALL.iter().copied().collect());
        }
        Ok(is_changed)
    }

    /// The path of the file of imported foods, whether it exists or not. Returns `None` for a diary in memory.
    #[must_use]
    pub fn library_path(&self) -> Option<&Path> {
        self.library.path()
    }

    /// What is wrong with the file of imported foods. Returns `None` if it is sound or does not exist. The diary works without it.
    #[must_use]
    pub fn library_trouble(&self) -> Option<&StoreError> {
        self.library.trouble()
    }

    /// Closes the file of imported foods, so that it is opened anew when it is next needed: after a damaged one was moved away.
    pub fn reopen_library(&mut self) {
        self.library.close();
    }

    /// How the diary file was opened.
    #[must_use]
    pub fn access(&self) -> Access {
        self.access
    }

    /// The imported foods. Returns `None` if there is no sound file of them.
    fn shelf(&self) -> Option<Shelf<'_>> {
        Some(Shelf::new(self.library.connection()?, self.library.path()?))
    }

    /// Runs `work` in one transaction. Returns its result and the changes that it made, in order. There is no other way to write.
    ///
    /// # Errors
    /// The error of `work`, or a [`StoreError`] if the transaction cannot begin or be committed. Nothing is changed then.
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

    /// The number of the file's format.
    ///
    /// # Errors
    /// [`StoreError::NotADiary`] for another program's file, [`StoreError::Newer`] for a newer format.
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

    /// Sets the pragmas of the file and brings it from `format` to the newest format.
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

/// The path of the copy that is kept of a file with an older format: `diary.format-1.sqlite` beside `diary.sqlite`.
fn copy_path(path: &Path, format: i64) -> PathBuf {
    path.with_extension(format!("format-{format}.sqlite"))
}

/// Asks the file system about a diary file, and makes an empty private one if there is none. Returns whether the file is new or empty,
/// so that it has no format yet.
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
