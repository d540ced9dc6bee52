//! Which file an open diary is: whether its path still leads to it, and whether nothing but SQLite wrote into it.
//!
//! SQLite asks only once, when it opens a file. A diary that was deleted, or replaced as a synchronising program does, would go on taking
//! what nobody can find again, and one that was written over would end as a mixture of two.
//!
//! A look takes microseconds: it asks the file system about the path. Only if the file was written since the last look it is opened a second
//! time, and compared with what SQLite may have written.

use super::file::{Access, beside, connect_immutable};
use super::make::{DatabaseState, look};
use super::{RecordKind, Rows, StoreError, schema};
use rusqlite::{Connection, ErrorCode, OptionalExtension as _};
use std::{
    fs::{self, Metadata},
    path::{Path, PathBuf},
    time::SystemTime,
};

/// The length of the shortest database, in bytes.
const SHORTEST: u64 = 512;

/// What is compared of the header of a database.
const HEADER: [&str; 5] = ["application_id", "user_version", "schema_version", "page_count", "freelist_count"];

/// What became of the file of an open diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lost {
    /// It left its place, and its log was emptied into it.
    Left,
    /// Another program wrote over it, or cut it short.
    WrittenOver,
}

/// What the file system says about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileLook {
    /// What tells the file from every other one, whatever its name.
    id: (u64, u64),
    bytes: u64,
    modified: Option<SystemTime>,
    is_read_only: bool,
}

impl FileLook {
    /// Looks at a path. Returns `None` if no file is there.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let found = fs::metadata(path).ok().filter(Metadata::is_file)?;
        Some(Self { id: id(&found), bytes: found.len(), modified: found.modified().ok(), is_read_only: found.permissions().readonly() })
    }

    /// Whether nobody wrote into the file since the other look at it.
    fn is_unwritten_since(&self, other: &Self) -> bool {
        (self.bytes, self.modified) == (other.bytes, other.modified)
    }
}

/// Device and inode.
#[cfg(unix)]
fn id(found: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt as _;
    (found.dev(), found.ino())
}

/// When the file was made, in nanoseconds: other systems say nothing better.
#[cfg(not(unix))]
fn id(found: &Metadata) -> (u64, u64) {
    let made = found.created().ok().and_then(|made| made.duration_since(SystemTime::UNIX_EPOCH).ok()).unwrap_or_default();
    (made.as_secs(), u64::from(made.subsec_nanos()))
}

/// Whether a file looks like a diary that this program can open. It is looked at as it is on the disk, and opened by nobody.
#[must_use]
pub fn holds_diary(path: &Path) -> bool {
    let found = connect_immutable(path).map_err(|error| StoreError::from_sqlite(error, path)).and_then(|disk| look(&disk, path));
    FileLook::of(path).is_some_and(|there| there.bytes >= SHORTEST) && matches!(found, Ok(DatabaseState::Format(_)))
}

/// Numbers that tell states of a diary apart, and one diary from another: those of its header, how many pages it has, and the number and
/// time of the newest row of each table.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Print(Vec<i64>);

impl Print {
    fn of(connection: &Connection) -> rusqlite::Result<Self> {
        let of_header = HEADER.map(|name| format!("(SELECT {name} FROM pragma_{name})"));
        let tables = tables().map(|table| (table, "changed_ms")).chain([("tombstone", "deleted_ms")]);
        let newest = |column, table| format!("coalesce((SELECT {column} FROM {table} ORDER BY rowid DESC LIMIT 1), 0)");
        let of_tables = tables.flat_map(|(table, time)| [newest("rowid", table), newest(time, table)]);
        let columns: Vec<_> = of_header.into_iter().chain(of_tables).collect();
        let mut statement = connection.prepare_cached(&format!("SELECT {}", columns.join(", ")))?;
        statement.query_row([], |row| (0..columns.len()).map(|column| row.get(column)).collect()).map(Self)
    }

    fn is_of_a_diary(&self) -> bool {
        self.0.first() == Some(&schema::APPLICATION_ID)
    }

    /// When the newest row of each table was changed. It is equal in a copy, whose other numbers may differ.
    fn times(&self) -> impl Iterator<Item = &i64> {
        self.0.iter().skip(HEADER.len() + 1).step_by(2)
    }

    /// Whether the state may lie on the way from one to the other.
    fn is_between(&self, one: &Self, other: &Self) -> bool {
        self.0.iter().zip(one.0.iter().zip(&other.0)).all(|(found, (one, other))| (one.min(other)..=one.max(other)).contains(&found))
    }
}

/// The tables whose rows have an id.
fn tables() -> impl Iterator<Item = &'static str> {
    let kinds = RecordKind::ALL.iter().filter_map(|kind| kind.description());
    kinds.filter(|kind| kind.rows == Rows::OnePerRecord).map(|kind| kind.table)
}

/// Whether the newest row of each table in a file is in the open diary too, or was deleted from it: whatever SQLite wrote into the file can
/// be seen through every connection.
fn knows_newest_of(ours: &Connection, disk: &Connection) -> rusqlite::Result<bool> {
    for table in tables() {
        let newest = format!("SELECT id FROM {table} ORDER BY rowid DESC LIMIT 1");
        let Some(id) = disk.query_row(&newest, [], |row| row.get::<_, Vec<u8>>(0)).optional()? else { continue };
        let known = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?1) OR EXISTS (SELECT 1 FROM tombstone WHERE id = ?1)");
        if !ours.query_row(&known, [id], |row| row.get::<_, bool>(0))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The file of an open diary, as it was found last.
#[derive(Debug)]
pub(super) struct Identity {
    path: PathBuf,
    last: FileLook,
    /// Whether the log beside the file was empty at the last look, so that SQLite had nothing to write into the file.
    log_was_empty: bool,
    /// The number that SQLite gave the content at the last look; `None` before the first.
    data_version: Option<i64>,
    /// Whether another window or program changed the diary, and nobody was told yet.
    is_changed: bool,
    /// The diary as the connection sees it, with what lies in the log; `None` until it is read.
    ours: Option<Print>,
    /// The file alone, as it was last found sound; `None` if that is not known.
    on_disk: Option<Print>,
}

impl Identity {
    /// The file that was at the path before a connection opened it.
    ///
    /// # Errors
    /// [`StoreError::Gone`] or [`StoreError::Exchanged`] if it is there no more.
    pub(super) fn opened(before: Option<FileLook>, path: &Path) -> Result<Self, StoreError> {
        let path = path.to_owned();
        let Some(last) = before else { return Err(StoreError::Gone { path }) };
        let (log_was_empty, data_version, is_changed) = (false, None, false);
        let mut opened = Self { path, last, log_was_empty, data_version, is_changed, ours: None, on_disk: None };
        opened.last = opened.here()?;
        Ok(opened)
    }

    /// Looks at the file, and whether another window or program changed the diary since the last look; see
    /// [`take_changed`](Self::take_changed). The first look finds no change.
    ///
    /// # Errors
    /// [`StoreError::Gone`], [`StoreError::Exchanged`], [`StoreError::CutShort`], [`StoreError::WrittenOver`] or, with
    /// [`Access::Create`], [`StoreError::MadeReadOnly`] if the file is not as SQLite left it; another [`StoreError`] if it cannot be read.
    pub(super) fn look(&mut self, connection: &Connection, access: Access) -> Result<(), StoreError> {
        let now = self.here()?;
        let number = connection.prepare_cached("PRAGMA data_version").and_then(|mut look| look.query_row([], |row| row.get(0)));
        let number = number.map_err(|error| self.why_unread(error, now))?;
        let before = self.data_version.replace(number);
        self.is_changed |= before.is_some_and(|before| before != number);
        if before != Some(number) {
            self.ours = None;
        }
        let may_be_anything = self.is_changed || before.is_none();
        self.take_in(connection, now, may_be_anything)?;
        if access == Access::Create && now.is_read_only {
            return Err(StoreError::MadeReadOnly { path: self.path.clone() });
        }
        Ok(())
    }

    /// Reads the diary as the connection sees it, if that is not known, to compare with it what is found in the file later. It takes longer
    /// than saving does, so it is left to whoever looks without being about to save.
    pub(super) fn remember(&mut self, connection: &Connection) {
        if self.ours.is_none() {
            self.ours = Print::of(connection).ok();
            if self.log_was_empty {
                self.on_disk.clone_from(&self.ours);
            }
        }
    }

    /// Whether a look found that another window or program changed the diary. It is told once.
    pub(super) fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.is_changed)
    }

    /// Takes in what the connection has written, and looks whether it went into the file at the path.
    ///
    /// # Errors
    /// Those of [`look`](Self::look) but for a file that cannot be written.
    pub(super) fn written(&mut self, connection: &Connection) -> Result<(), StoreError> {
        let now = self.here()?;
        self.ours = None;
        self.take_in(connection, now, true)
    }

    /// Whether a copy has the newest row of each table as the connection saw it when the file was last sound. What SQLite had not read by
    /// then comes from what another program wrote over the file.
    pub(super) fn is_copied_in(&self, copy: &Path) -> bool {
        let copied = connect_immutable(copy).and_then(|copy| Print::of(&copy));
        self.ours.as_ref().is_some_and(|ours| copied.is_ok_and(|copied| copied.times().eq(ours.times())))
    }

    /// The file at the path, if it is still the one that was opened.
    fn here(&self) -> Result<FileLook, StoreError> {
        let path = || self.path.clone();
        let now = FileLook::of(&self.path).ok_or_else(|| StoreError::Gone { path: path() })?;
        if now.id == self.last.id { Ok(now) } else { Err(StoreError::Exchanged { path: path() }) }
    }

    /// Compares the file with what is known of it, if somebody wrote into it, and notes how it is now.
    fn take_in(&mut self, connection: &Connection, now: FileLook, may_be_anything: bool) -> Result<(), StoreError> {
        if !now.is_unwritten_since(&self.last) {
            self.remember(connection);
            if !self.is_as_sqlite_left_it(connection, now, may_be_anything)? {
                return Ok(());
            }
        }
        self.last = now;
        // What another wrote since is in the log, unless it has reached the file by now.
        let log = fs::metadata(beside(&self.path, "-wal")).map_or(0, |log| log.len());
        self.log_was_empty = log == 0 && FileLook::of(&self.path) == Some(now);
        if self.log_was_empty && self.ours.is_some() {
            self.on_disk.clone_from(&self.ours);
        }
        Ok(())
    }

    /// Why SQLite cannot read the file any more: it was cut short or written over, or else what SQLite says.
    fn why_unread(&self, error: rusqlite::Error, now: FileLook) -> StoreError {
        let path = self.path.clone();
        // The connection compares the length first, so it takes even rubbish for a database that was cut.
        let on_disk = connect_immutable(&path).and_then(|disk| disk.query_row("PRAGMA schema_version", [], |_| Ok(())));
        let is_rubbish = on_disk.is_err_and(|error| error.sqlite_error_code() == Some(ErrorCode::NotADatabase));
        match error.sqlite_error_code() {
            _ if now.is_unwritten_since(&self.last) => StoreError::from_sqlite(error, &path),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) if now.bytes < SHORTEST => StoreError::CutShort { path },
            Some(ErrorCode::DatabaseCorrupt) if now.bytes < self.last.bytes && !is_rubbish => StoreError::CutShort { path },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::WrittenOver { path },
            _ => StoreError::from_sqlite(error, &path),
        }
    }

    /// Whether what was written into the file can be from SQLite. Returns `false` if that cannot be told before the next look, because
    /// SQLite may be writing just now.
    ///
    /// `may_be_anything` is for a diary that was changed since the last look, whose numbers are then not compared.
    fn is_as_sqlite_left_it(&mut self, ours: &Connection, now: FileLook, may_be_anything: bool) -> Result<bool, StoreError> {
        let path = self.path.clone();
        if now.bytes < SHORTEST {
            return Err(StoreError::CutShort { path });
        }
        let looked = connect_immutable(&self.path).and_then(|disk| Ok((Print::of(&disk)?, knows_newest_of(ours, &disk)?)));
        let (found, knows_it) = match looked {
            Ok(looked) => looked,
            Err(error) => {
                return match error.sqlite_error_code() {
                    Some(ErrorCode::NotADatabase) => Err(StoreError::WrittenOver { path }),
                    Some(ErrorCode::DatabaseCorrupt) if now.bytes < self.last.bytes => Err(StoreError::CutShort { path }),
                    _ if self.log_was_empty && !may_be_anything => Err(StoreError::WrittenOver { path }),
                    _ => Ok(false),
                };
            }
        };
        let is_of_now = match (&self.on_disk, &self.ours) {
            (Some(before), Some(ours)) if !may_be_anything => found.is_between(before, ours),
            _ => true,
        };
        if !(found.is_of_a_diary() && knows_it && is_of_now) {
            return Err(StoreError::WrittenOver { path });
        }
        self.on_disk = Some(found);
        Ok(true)
    }
}
