//! Making a backup: copied under one look at the diary, put on the disk, and restored in a trial before it gets its name.

use super::{BackupError, BackupPlace, BackupReason};
use crate::store::check::{Depth, structure};
use crate::store::file::{Access, beside, connect, connect_immutable, create_private, sync, sync_folder_of};
use crate::store::journal::with_journal;
use crate::store::tally::{Inventory, Tally};
use crate::store::{Store, StoreError};
use chrono::NaiveDateTime;
use rusqlite::backup::{Backup as Copying, StepResult};
use rusqlite::{Connection, ErrorCode};
use std::fs;
use std::path::{Path, PathBuf};

/// Where a backup is to be made, when and why.
#[derive(Debug, Clone, Copy)]
pub struct BackupOrder<'a> {
    /// Where it is to be.
    pub place: &'a BackupPlace,
    /// When it is made, by the clock of this place.
    pub at: NaiveDateTime,
    /// Why it is made.
    pub why: BackupReason,
}

/// A backup that was made and restored in a trial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupMade {
    /// The file.
    pub path: PathBuf,
    /// What it holds, as the trial found it.
    pub tally: Tally,
}

impl Store {
    /// Makes a backup of the diary as it is saved, and restores it in a trial: it is opened as a restored one would be, its structure is
    /// looked at as a whole, and the rows of each table and the last entry are compared with the diary's. Ten years take less than a
    /// second. Others can read and write the diary meanwhile.
    ///
    /// # Errors
    /// [`BackupError`] if there is no new backup. No half one is left then, and older ones are as they were.
    pub fn back_up(&self, order: BackupOrder<'_>) -> Result<BackupMade, BackupError> {
        let BackupOrder { place, at, why } = order;
        let _claimed = place.claim()?;
        if let Some(keys) = place.keys.of(place.folder())? {
            return self.back_up_encrypted(order, keys);
        }
        let unfinished = place.unfinished("backup");
        let made = self.copy_and_try(&unfinished).and_then(|tally| {
            let path = place.free_name(at, why);
            fs::rename(&unfinished, &path).map_err(|error| BackupError::of_file(&error, place.folder()))?;
            sync_folder_of(&path);
            Ok(BackupMade { path, tally })
        });
        if made.is_err() {
            remove(&unfinished);
        }
        made
    }

    pub(super) fn copy_and_try(&self, unfinished: &Path) -> Result<Tally, BackupError> {
        let inventory = copy_pages(&self.connection, self.path(), unfinished)?;
        let folder = unfinished.parent().unwrap_or_else(|| Path::new("."));
        sync(unfinished).map_err(|error| BackupError::of_file(&error, folder))?;
        match rehearse(unfinished) {
            Ok(Rehearsed { inventory: found, places: 0 }) if found == inventory => Ok(found.tally),
            Err(StoreError::Full { path }) => Err(BackupError::of_copy(&StoreError::Full { path }, folder)),
            _ => match self.structure(Depth::Whole).map(|found| found.broken.len() + found.indexes.len()) {
                Ok(0) | Err(_) => Err(BackupError::unreadable_there(folder)),
                Ok(places) => Err(BackupError::damaged(places, self.path())),
            },
        }
    }
}

/// Copies the diary of an open connection into a new file that only its owner can read, without a log beside it. Returns what the diary held
/// at that moment. It is not yet on the disk: [`sync`] puts it there. `from` is the path of the diary.
///
/// # Errors
/// [`BackupError::NotMade`] if it cannot be written, [`BackupError::Damaged`] or [`BackupError::Store`] if the diary cannot be read. A half
/// file may be left.
pub(super) fn copy_pages(connection: &Connection, from: &Path, to: &Path) -> Result<Inventory, BackupError> {
    let folder = to.parent().unwrap_or_else(|| Path::new("."));
    let of_diary = |error| BackupError::of_diary(StoreError::from_sqlite(error, from));
    let of_copy = |error| BackupError::of_copy(&StoreError::from_sqlite(error, to), folder);
    let of_either = |error: rusqlite::Error| match error.sqlite_error_code() {
        // Nothing is read from the copy.
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => of_diary(error),
        _ => of_copy(error),
    };
    create_private(to).map_err(|error| BackupError::of_copy(&error, folder))?;
    // The counts and the copy are of one moment, whatever is written meanwhile.
    let one_look = connection.unchecked_transaction().map_err(of_diary)?;
    let inventory = Inventory::of(&one_look, from).map_err(BackupError::of_diary)?;
    let mut target = connect(to, Access::Create).map_err(of_copy)?;
    // If it is interrupted, nobody needs what was written; whoever does puts the whole of it on the disk.
    target.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;").map_err(of_copy)?;
    match Copying::new(&one_look, &mut target).and_then(|copying| copying.step(-1)).map_err(of_either)? {
        StepResult::Done => {}
        _ => return Err(BackupError::Store(StoreError::Busy { path: from.to_owned() })),
    }
    drop(one_look);
    target.close().map_err(|(_, error)| of_copy(error))?;
    // The copy takes from the diary that it keeps a log, which would be a second file.
    drop(with_journal(to).map_err(of_copy)?);
    // SQLite says nothing when the disk does not take that, and leaves what it had begun beside the file.
    let is_one_file = ["-wal", "-journal"].iter().all(|ending| fs::symlink_metadata(beside(to, ending)).is_err());
    if is_one_file { Ok(inventory) } else { Err(BackupError::unreadable_there(folder)) }
}

/// What restoring a diary in a trial found.
pub(super) struct Rehearsed {
    pub(super) inventory: Inventory,
    /// In how many places its structure is broken.
    pub(super) places: usize,
}

/// Opens a file as a restored diary would be opened, without changing it, looks at all of its structure and counts its rows.
///
/// # Errors
/// A [`StoreError`] if it cannot be read.
pub(super) fn rehearse(file: &Path) -> Result<Rehearsed, StoreError> {
    let words = |error| StoreError::from_sqlite(error, file);
    let connection = connect_immutable(file).map_err(words)?;
    let found = structure(&connection, Depth::Whole).map_err(words)?;
    let inventory = Inventory::of(&connection, file)?;
    Ok(Rehearsed { inventory, places: found.broken.len() + found.indexes.len() })
}

/// Removes a file that was begun, with what SQLite keeps beside it.
pub(super) fn remove(file: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        // What is not there need not be removed; for all else the first error says enough.
        drop(fs::remove_file(beside(file, ending)));
    }
}
