//! Opening a diary file, with every way in which that can fail.

use super::definitions::unreadable;
use super::file::{Access, PATIENCE, beside, connect_in_memory};
use super::identity::{FileLook, Identity, Lost};
use super::journal::{keep_log, with_journal};
use super::library::{LazyLibrary, Shelf};
use super::make::{DatabaseState, look, make};
use super::noted::Noted;
use super::place::risk_of;
use super::prepare::{connect_to_write, prepare_file, roll_back};
use super::private::make_private;
use super::still::{HowRead, OnlyRead, PrivateFolder, open_copy, open_to_read};
use super::upgrade::upgrade;
use super::{Change, KindSet, PlaceRisk, Reader, RecordKind, StoreError, Tx, schema};
use rusqlite::{Connection, config::DbConfig};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How many prepared statements a connection keeps, so that a frame prepares none anew.
const STATEMENTS: usize = 64;

/// How long a process waits until another has made the diary or brought it to the newest format.
const PATIENCE_FOR_MAKING: Duration = Duration::from_secs(20);

/// An open diary file, with the file of imported foods beside it.
#[derive(Debug)]
pub struct Store {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
    pub(super) access: Access,
    pub(super) library: LazyLibrary,
    /// Whether other people on the computer could read the file until it was opened.
    pub(super) was_open_to_others: bool,
    /// What is risky about the place of the diary; `None` if nothing is known, or if it is only read.
    pub(super) risk: Option<PlaceRisk>,
    /// How the diary is read; `None` for one that can be written.
    pub(super) only_read: Option<OnlyRead>,
    noted: Noted,
    /// How often records of each kind were written, in the order of [`RecordKind::ALL`].
    pub(super) versions: [u64; RecordKind::ALL.len()],
    /// Whether opening came to its end. Until then nothing is tidied up when the store is closed, since nothing is known of the file.
    pub(super) is_open: bool,
    /// Whether emptying the log is left to another connection of this program, which sees a change in it.
    pub(super) leaves_log: bool,
    /// How many places of the structure are broken; 0 unless a check found some. Nothing is written then.
    pub(super) broken_places: usize,
    /// Which file it is; `None` for a diary in memory, and until the file is open.
    pub(super) identity: Option<Identity>,
    /// What became of the file at the last look; `None` while it is at its place and as it was left.
    pub(super) lost: Option<Lost>,
    /// How long a try waits for another window or program.
    pub(super) patience: Duration,
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
        if store.only_read.as_ref().is_none_or(|only_read| only_read.how == HowRead::Shared) {
            store.identity = Some(Identity::opened(found, path)?);
        }
        Ok(store)
    }

    /// Opens a file that exists, without remembering which one it is.
    fn open_file(path: &Path, access: Access) -> Result<Self, StoreError> {
        if access == Access::ReadOnly && beside(path, "-journal").exists() {
            roll_back(path);
        }
        let (connection, only_read) = match access {
            Access::Create => (connect_to_write(path)?, None),
            Access::ReadOnly => open_to_read(path).map(|(connection, only_read)| (connection, Some(only_read)))?,
        };
        let mut store = Self::over(connection, path, access, LazyLibrary::of(path, access));
        store.only_read = only_read;
        let found = look(&store.connection, path).map_err(|error| naming_what_is_garbled(error, &store.connection))?;
        match (found, access) {
            (found, Access::Create) => {
                store.was_open_to_others = make_private(path);
                store.risk = risk_of(path);
                store.set_up(found)?;
            }
            (DatabaseState::Blank, Access::ReadOnly) => return Err(StoreError::Missing { path: path.to_owned() }),
            (DatabaseState::Format(format), Access::ReadOnly) if format < schema::NEWEST => {
                return Err(StoreError::Older { path: path.to_owned() });
            }
            (DatabaseState::Format(_), Access::ReadOnly) => {}
        }
        store.opened().map_err(|error| StoreError::from_sqlite(error, path))?;
        Ok(store)
    }

    /// Lets closing tidy up: SQLite writes the log into the file then.
    fn opened(&mut self) -> rusqlite::Result<()> {
        self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        self.is_open = true;
        Ok(())
    }

    /// Opens a diary of an older format where nothing can be written: a copy of it is brought to the newest format and read, in a private
    /// folder that goes with the store.
    ///
    /// # Errors
    /// A [`StoreError`] if it cannot be copied, or the copy cannot be brought to the newest format.
    pub fn open_copy(path: &Path) -> Result<Self, StoreError> {
        Self::open_private(path, PrivateFolder::with_copy_of(path)?)
    }

    /// Opens a diary of any format that has no file of its own: a private copy of it is brought to the newest format and read. `path` is what
    /// messages name.
    ///
    /// # Errors
    /// A [`StoreError`] if the copy cannot be made, or is no diary.
    pub fn open_bytes(bytes: &[u8], path: &Path) -> Result<Self, StoreError> {
        Self::open_private(path, PrivateFolder::with(bytes)?)
    }

    /// Brings what lies in the folder to the newest format, and opens it as a copy of the diary at `path`.
    fn open_private(path: &Path, folder: PrivateFolder) -> Result<Self, StoreError> {
        drop(Self::open(&folder.file(), Access::Create)?);
        let (connection, copied) = open_copy(path, folder)?;
        let mut store = Self::over(connection, path, Access::ReadOnly, LazyLibrary::of(path, Access::ReadOnly));
        store.only_read = Some(copied);
        Ok(store)
    }

    /// An empty diary that lives in memory only: for the example and for tests.
    ///
    /// # Errors
    /// [`StoreError::NoMemory`] if there is no memory left.
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
        let (path, noted, versions) = (path.to_owned(), Noted::default(), [0; RecordKind::ALL.len()]);
        Self {
            connection,
            path,
            access,
            library,
            was_open_to_others: false,
            risk: None,
            only_read: None,
            noted,
            versions,
            is_open: false,
            leaves_log: false,
            broken_places: 0,
            identity: None,
            lost: None,
            patience: PATIENCE,
        }
    }

    /// Takes in in how many places the structure of the file is broken. With one or more, nothing is written from now on, not even what
    /// waits in the log.
    pub fn judge(&mut self, broken_places: usize) {
        self.broken_places = broken_places;
        if self.broken_places > 0 {
            // If it is refused, closing the file moves what was saved from the log into the file, as ever.
            _ = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
        }
    }

    /// Whether the structure of the file was found to be broken.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.broken_places > 0
    }

    /// Keeps 256 KiB of the file in memory instead of 2 MB: for one look at all of it.
    pub fn keep_little(&self) {
        // Without it the look takes more memory for a moment, and nothing else.
        _ = self.connection.pragma_update(None, "cache_size", -256);
    }

    /// The number of the newest format that this version writes.
    #[must_use]
    pub fn newest_format() -> i64 {
        schema::NEWEST
    }

    /// The path of the diary file, or ":memory:".
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns a reader of the saved records.
    #[must_use]
    pub fn read(&self) -> Reader<'_> {
        Reader::new(&self.connection, &self.path, &self.noted).with_library(self.shelf())
    }

    /// Returns what `read` returns, and the kinds of record that it read from this store. Until one of these is written, `read` would
    /// return an equal result.
    pub fn watched<T>(&self, read: impl FnOnce() -> T) -> (T, KindSet) {
        let outside = self.noted.seen.take();
        let result = read();
        let seen = self.noted.seen.get();
        self.noted.seen.set(outside.and(seen));
        (result, seen)
    }

    /// The kinds of record of which a row was passed over while reading, because it cannot be read. They stay noted until the store is
    /// closed, even if the row is mended meanwhile.
    #[must_use]
    pub fn passed_over(&self) -> KindSet {
        self.noted.passed_over.get()
    }

    /// Notes that these kinds have rows that cannot be read, as a check found.
    pub fn note_passed_over(&self, kinds: KindSet) {
        self.noted.pass_over(kinds);
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
        if self.broken_places > 0 {
            return Err(StoreError::unsound(self.broken_places, &self.path).into());
        }
        self.transact(work).map_err(|error| match self.ensure_file() {
            // Whatever SQLite says of a file that was taken away meanwhile, that is the reason.
            Err(lost) if lost.is_lost_file() => lost.into(),
            _ => error,
        })
    }

    fn transact<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<(T, Vec<Change>), E> {
        self.library.forget_trouble();
        self.ensure_file().map_err(E::from)?;
        let path = self.path.clone();
        let words = |error| E::from(StoreError::from_sqlite(error, &path));
        let sql = self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(words)?;
        let library = self.library.connection().zip(self.library.path()).map(|(connection, path)| Shelf::new(connection, path));
        let mut tx = Tx::new(sql, &path, &self.noted).with_library(library);
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

    /// Brings what was found to the newest format, and sets the pragmas of the file.
    fn set_up(&mut self, found: DatabaseState) -> Result<(), StoreError> {
        let path = self.path.clone();
        let words = |error| StoreError::from_sqlite(error, &path);
        set_pragmas(&self.connection).map_err(words)?;
        if found != DatabaseState::Format(schema::NEWEST) {
            self.connection.busy_timeout(PATIENCE_FOR_MAKING).map_err(words)?;
            if found == DatabaseState::Blank {
                make(&mut self.connection, &path)?;
            }
            upgrade(&mut self.connection, &path)?;
        }
        // Computers that are connected by a network share no memory.
        let kept = match self.risk {
            Some(PlaceRisk::Network) => self.connection.pragma_update(None, "journal_mode", "DELETE").map(|()| true),
            Some(PlaceRisk::NoSharedMemory | PlaceRisk::Synced { .. }) | None => keep_log(&self.connection),
        };
        // While another process is just using the file, its mode cannot change; the next one that opens it will.
        match kept.map_err(words) {
            Ok(true) | Err(StoreError::Busy { .. }) => {}
            Ok(false) => {
                self.risk = self.risk.or(Some(PlaceRisk::NoSharedMemory));
                // What the first connection still holds would lock the second one out.
                self.connection = connect_in_memory().map_err(words)?;
                self.connection = with_journal(&path).map_err(words)?;
                set_pragmas(&self.connection).map_err(words)?;
            }
            Err(error) => return Err(error),
        }
        self.connection.busy_timeout(self.patience).map_err(words)
    }
}

/// Says which definitions are garbled, where that is why a file cannot be read.
fn naming_what_is_garbled(error: StoreError, connection: &Connection) -> StoreError {
    match error {
        StoreError::Damaged { detail, path } => {
            let named = unreadable(connection);
            StoreError::Damaged { detail: if named.is_empty() { detail } else { named.join(", ") }, path }
        }
        error => error,
    }
}

/// Sets what holds for a connection that writes: what is saved is on the disk, refers to something, and leaves nothing when it is deleted.
fn set_pragmas(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_saved_survives_a_power_cut_and_points_at_something() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("diary.sqlite"), Access::Create).unwrap();
        let pragma = |name| store.connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!((pragma("synchronous"), pragma("foreign_keys")), (2, 1), "FULL");
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
