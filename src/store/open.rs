//! Opening a diary file, with every way in which that can fail.

use super::copy;
use super::file::{Access, PATIENCE, beside, check_is_file, check_name, connect, connect_in_memory, create_private};
use super::identity::{FileLook, Identity};
use super::library::{LazyLibrary, Shelf};
use super::make::{DatabaseState, look, make};
use super::private::make_private;
use super::upgrade::upgrade;
use super::{Change, KindSet, Reader, RecordKind, StoreError, Tx, schema};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::{
    cell::Cell,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// How many prepared statements a connection keeps, so that a frame prepares none anew.
const STATEMENTS: usize = 64;

/// How long a process waits until another has made the diary or brought it to the newest format.
const PATIENCE_FOR_MAKING: Duration = Duration::from_secs(20);

/// An open diary file, with the file of imported foods beside it.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
    access: Access,
    library: LazyLibrary,
    /// Whether other people on the computer could read the file until it was opened.
    was_open_to_others: bool,
    /// The kinds of record that were read so far; see [`Store::watched`].
    seen: Cell<KindSet>,
    /// How often records of each kind were written, in the order of [`RecordKind::ALL`].
    versions: [u64; RecordKind::ALL.len()],
    /// Which file it is; `None` for a diary in memory, and until the file is open.
    identity: Option<Identity>,
    /// Whether the log was emptied for a file that lost its place.
    has_left: bool,
    /// Whether another program wrote over the file, or cut it short.
    is_written_over: bool,
    /// How long a try waits for another window or program.
    patience: Duration,
}

impl Store {
    /// Opens a diary file. With [`Access::Create`] it is made if it does not exist, and brought to the newest format.
    ///
    /// # Errors
    /// A [`StoreError`] if the file cannot be opened, is no diary, or has a format that this program or this access cannot handle. The
    /// file is left as it was.
    pub fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        prepare_file(path, access)?;
        let found = FileLook::of(path);
        // Whatever SQLite says of a file that was taken away meanwhile, that is the reason.
        let lost_or = |error| Identity::opened(found, path).err().unwrap_or(error);
        let mut store = Self::open_file(path, access).map_err(lost_or)?;
        store.identity = Some(Identity::opened(found, path)?);
        Ok(store)
    }

    /// Opens a file that exists, without remembering which one it is.
    fn open_file(path: &Path, access: Access) -> Result<Self, StoreError> {
        if access == Access::ReadOnly && beside(path, "-journal").exists() {
            roll_back(path);
        }
        let connection = connect(path, access).map_err(|error| StoreError::from_sqlite(error, path))?;
        let mut store = Self::over(connection, path, access, LazyLibrary::of(path, access));
        match (look(&store.connection, path)?, access) {
            (found, Access::Create) => {
                store.was_open_to_others = make_private(path);
                store.set_up(found)?;
            }
            (DatabaseState::Blank, Access::ReadOnly) => return Err(StoreError::Missing { path: path.to_owned() }),
            (DatabaseState::Format(format), Access::ReadOnly) if format < schema::NEWEST => {
                return Err(StoreError::Older { path: path.to_owned() });
            }
            (DatabaseState::Format(_), Access::ReadOnly) => {}
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
        store.set_up(DatabaseState::Blank)?;
        Ok(store)
    }

    /// A store over an open connection whose format was not looked at yet.
    fn over(connection: Connection, path: &Path, access: Access, library: LazyLibrary) -> Self {
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        let (path, seen, versions) = (path.to_owned(), Cell::default(), [0; RecordKind::ALL.len()]);
        let (was_open_to_others, has_left, is_written_over, patience) = (false, false, false, PATIENCE);
        Self { connection, path, access, library, was_open_to_others, seen, versions, identity: None, has_left, is_written_over, patience }
    }

    /// The path of the diary file, or ":memory:".
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A word for the person that other people on the computer could read the diary, and cannot any more. Returns `None` if they could not
    /// before either.
    #[must_use]
    pub fn word_on_privacy(&self) -> Option<String> {
        let word = || format!("Other people on this computer could read your diary. Now only you can: {}", self.path.display());
        self.was_open_to_others.then(word)
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

    /// Looks whether the diary file is still at its path and as it was left, and whether another window or program wrote to it since the last
    /// look; [`version`](Self::version) of every kind grows then. Returns whether another did; the first look finds no change. It asks the
    /// file system and reads a number of the file's log, which takes microseconds.
    ///
    /// # Errors
    /// An error that [is a lost file](StoreError::is_lost_file), or another [`StoreError`] when the diary file cannot be read.
    pub fn follow(&mut self) -> Result<bool, StoreError> {
        self.ensure_file()?;
        let is_changed = self.identity.as_mut().is_some_and(Identity::take_changed);
        if is_changed {
            self.written(RecordKind::ALL.iter().copied().collect());
        }
        Ok(is_changed)
    }

    /// Makes sure that the diary file is still at its path and as it was left.
    ///
    /// # Errors
    /// An error that [is a lost file](StoreError::is_lost_file), or another [`StoreError`] when the diary file cannot be read.
    pub fn ensure_file(&mut self) -> Result<(), StoreError> {
        let Some(identity) = &mut self.identity else { return Ok(()) };
        let looked = identity.look(&self.connection, self.access);
        let has_left = matches!(looked, Err(StoreError::Gone { .. } | StoreError::Exchanged { .. }));
        // The file has everything then, wherever it was moved; and what took its place gets nothing of it.
        if has_left && !self.has_left && self.access == Access::Create {
            self.empty_log();
        }
        self.has_left = has_left;
        self.is_written_over = matches!(looked, Err(StoreError::CutShort { .. } | StoreError::WrittenOver { .. }));
        looked
    }

    /// Saves what is open in a new file, even if the diary file is gone or was written over.
    ///
    /// # Errors
    /// A [`StoreError`] that says why there is no copy; [`StoreError::NoCopy`] if something has that name.
    pub fn save_copy(&self, to: &Path) -> Result<(), StoreError> {
        let is_whole = |copy: &Path| !self.is_written_over || self.identity.as_ref().is_none_or(|identity| identity.is_copied_in(copy));
        copy::copy(&self.connection, &self.path, to, is_whole)
    }

    /// Sets how long each try to read or write waits for another window or program: two seconds if nobody sets it.
    pub fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
        _ = self.connection.busy_timeout(patience);
        self.library.set_patience(patience);
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
    /// The error of `work`, or a [`StoreError`] if the transaction cannot begin or be committed. Nothing is changed then. If the file
    /// [lost its place](StoreError::is_lost_file) during the commit, what is open is changed, but nothing is saved where it belongs.
    pub fn write<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<(T, Vec<Change>), E> {
        let written = self.transact(work);
        // Whatever SQLite says of a file that was taken away meanwhile, that is the reason.
        match self.ensure_file() {
            Err(lost) if written.is_err() && lost.is_lost_file() => Err(lost.into()),
            _ => written,
        }
    }

    fn transact<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<(T, Vec<Change>), E> {
        self.library.forget_trouble();
        self.ensure_file().map_err(E::from)?;
        let path = self.path.clone();
        let words = |error| E::from(StoreError::from_sqlite(error, &path));
        let sql = self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(words)?;
        let library = self.library.connection().zip(self.library.path()).map(|(connection, path)| Shelf::new(connection, path));
        let mut tx = Tx::new(sql, &path, &self.seen).with_library(library);
        let result = work(&mut tx)?;
        let changes = tx.commit().map_err(E::from)?;
        self.written(changes.iter().map(Change::kind).collect());
        if changes.iter().any(Change::is_deletion) {
            self.empty_log();
        }
        if let Some(identity) = &mut self.identity {
            identity.written(&self.connection).map_err(E::from)?;
        }
        Ok((result, changes))
    }

    /// Writes the log beside the file into the file and empties it, so that nothing deleted stays there. While another process is using the
    /// file, the log waits for the next time.
    fn empty_log(&self) {
        // Nobody is kept waiting for it, and what is saved is safe either way.
        if self.connection.busy_timeout(Duration::ZERO).is_ok() {
            _ = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
            _ = self.connection.busy_timeout(self.patience);
        }
    }

    /// Has SQLite close the file without writing the log into it, and without removing the log.
    fn leave_log(&self) {
        _ = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
    }

    /// Brings what was found to the newest format, and sets the pragmas of the file.
    fn set_up(&mut self, found: DatabaseState) -> Result<(), StoreError> {
        let path = self.path.clone();
        let words = |error| StoreError::from_sqlite(error, &path);
        self.connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;").map_err(words)?;
        if found != DatabaseState::Format(schema::NEWEST) {
            self.connection.busy_timeout(PATIENCE_FOR_MAKING).map_err(words)?;
            if found == DatabaseState::Blank {
                make(&mut self.connection, &path)?;
            }
            upgrade(&mut self.connection, &path)?;
        }
        // While another process is just using the file, its mode cannot change; the next one that opens it will.
        match self.connection.pragma_update(None, "journal_mode", "WAL").map_err(words) {
            Ok(()) | Err(StoreError::Busy { .. }) => {}
            Err(error) => return Err(error),
        }
        self.connection.busy_timeout(self.patience).map_err(words)
    }
}

impl Drop for Store {
    /// Leaves one file: SQLite empties the log by itself only if nobody else has the file open, not even to read it.
    fn drop(&mut self) {
        match self.ensure_file() {
            // What another program put there must not get what belongs to this diary, and keeps the log that it may have begun.
            Err(StoreError::Exchanged { .. }) => self.leave_log(),
            Err(StoreError::CutShort { .. } | StoreError::WrittenOver { .. }) => {
                self.leave_log();
                set_log_aside(&self.path);
            }
            _ if self.access == Access::Create => self.empty_log(),
            _ => {}
        }
    }
}

/// Renames the log of a diary that another program wrote over, so that SQLite does not take it for that of the file which is there now.
fn set_log_aside(path: &Path) {
    let log = beside(path, "-wal");
    if fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
        _ = fs::rename(log, beside(path, "-wal-before"));
    }
}

/// Takes back what an interrupted process had begun to write. Who may only read cannot do so, and could not read either.
fn roll_back(path: &Path) {
    // If it fails, opening the file to read says why.
    _ = connect(path, Access::Create).and_then(|connection| connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())));
}

/// Asks the file system about a diary file, and makes an empty private one if there is none.
fn prepare_file(path: &Path, access: Access) -> Result<(), StoreError> {
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
        assert_eq!(pragma("secure_delete"), 1);
        assert_eq!(pragma("busy_timeout"), 2000);
    }

    #[test]
    fn a_file_that_came_from_elsewhere_is_not_trusted() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("diary.sqlite");
        for access in [Access::Create, Access::ReadOnly] {
            let store = Store::open(&path, access).unwrap();
            let pragma = |name| store.connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
            assert_eq!((pragma("trusted_schema"), pragma("cell_size_check")), (0, 1), "{access:?}");
        }
    }

    /// Versions 3.7.0 to 3.51.2 can damage a file when the log beside it begins anew.
    #[test]
    fn sqlite_is_new_enough_not_to_damage_the_log() {
        assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
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
