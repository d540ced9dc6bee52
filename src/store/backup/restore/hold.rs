//! Holding the diary of now, so that nobody writes into it while another file takes its place.

use crate::store::StoreError;
use crate::store::file::beside;
use crate::store::prepare::connect_to_write;
use crate::store::still::has_entries_beside;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// How often it is tried to find the log empty while others use the diary.
const TRIES: usize = 20;

/// What SQLite keeps beside a diary.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// A diary in one file, into which nobody else can write until this is dropped. Closing it writes and removes nothing.
#[derive(Debug)]
pub(super) struct HeldDiary {
    path: PathBuf,
    /// Whether nobody else has the diary open, so that nothing of it lies beside it.
    is_alone: bool,
    _locked: Connection,
}

impl HeldDiary {
    /// Has all that is saved written into the file, and locks it.
    ///
    /// If nobody else has the diary open, it lies alone there afterwards. Otherwise an empty log and the memory of its users lie beside it,
    /// which [`HeldDiary::clear_beside`] removes: whoever has the diary open goes on with what they opened, and notices.
    ///
    /// # Errors
    /// [`StoreError::Busy`] if others write all the time, or another [`StoreError`] if the file cannot be opened to be written.
    pub(super) fn of(path: &Path) -> Result<Self, StoreError> {
        let words = |error| StoreError::from_sqlite(error, path);
        // Closing what `connect_to_write` opens leaves the log as it is: by then it may be that of another file.
        let connection = connect_to_write(path)?;
        let path = path.to_owned();
        // A file without a log cannot lose it, whenever this is interrupted.
        let is_one_file = connection.pragma_update(None, "journal_mode", "DELETE").is_ok();
        if is_one_file && connection.execute_batch("BEGIN EXCLUSIVE").is_ok() {
            if !has_entries_beside(&path) {
                let is_alone = ["-wal", "-shm"].iter().all(|ending| fs::symlink_metadata(beside(&path, ending)).is_err());
                return Ok(Self { path, is_alone, _locked: connection });
            }
            connection.execute_batch("ROLLBACK").map_err(words)?;
        }
        for _ in 0..TRIES {
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(words)?;
            connection.execute_batch("BEGIN IMMEDIATE").map_err(words)?;
            if !has_entries_beside(&path) {
                return Ok(Self { path, is_alone: false, _locked: connection });
            }
            connection.execute_batch("ROLLBACK").map_err(words)?;
        }
        Err(StoreError::Busy { path })
    }

    /// Removes what others of the diary keep beside the file, in which nothing is that the file lacks. Where there are no others, what lies
    /// there by now belongs to the file that took its place.
    pub(super) fn clear_beside(&self) -> io::Result<()> {
        if self.is_alone { Ok(()) } else { clear_beside(&self.path) }
    }
}

/// Removes what SQLite keeps beside a file, whatever is in it.
pub(super) fn clear_beside(path: &Path) -> io::Result<()> {
    BESIDE.iter().map(|ending| beside(path, ending)).filter(|file| fs::symlink_metadata(file).is_ok()).try_for_each(fs::remove_file)
}
