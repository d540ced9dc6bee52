//! Putting what was read from a backup in the place of the diary.
//!
//! Whenever it is interrupted, the diary at its place is the one of before or the restored one, whole and without a log that belongs to the
//! other.

use super::candidate::Candidate;
use super::hold::{HeldDiary, clear_beside};
use super::preview::{RestorePreview, compare, unreadable};
use crate::domain::io_words;
use crate::sealed::Opener;
use crate::store::backup::foods::restore_foods;
use crate::store::backup::make::{copy_pages, rehearse, remove};
use crate::store::backup::{BackupError, BackupMade, BackupOrder, BackupPlace, BackupReason, error};
use crate::store::file::{Access, beside, connect_immutable, create_private, sync, sync_folder_of};
use crate::store::tally::Tally;
use crate::store::{Store, StoreError, Whole};
use chrono::NaiveDateTime;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// A backup that was read and tried, and can be put in the place of a diary.
#[derive(Debug)]
pub struct Restoration {
    candidate: Candidate,
    /// The file that it was read from.
    file: PathBuf,
    /// The path of the diary, without links.
    diary: PathBuf,
    preview: RestorePreview,
}

/// What restoring did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What the diary holds now.
    pub tally: Tally,
    /// Where the diary of before is; `None` if there was none.
    pub before: Option<PathBuf>,
    /// Whether the diary of before is a backup that can be restored. Otherwise it was kept as it was, because it is damaged.
    pub before_is_sound: bool,
}

impl Restoration {
    /// Reads a backup, encrypted, deflated or plain, or any other diary file, brings it to the newest format and tries it, all in a private folder; and
    /// compares it with the diary at this path, which may be damaged or absent. Both stay as they are.
    ///
    /// # Errors
    /// [`BackupError::Encrypted`] if it cannot be opened with what is given, [`BackupError::NotRestorable`] if it cannot be restored, [`BackupError::Store`] if the diary of now is in use or its disk fails.
    pub fn prepare(file: &Path, diary: &Path, with: Opener<'_>) -> Result<Self, BackupError> {
        let diary = fs::canonicalize(diary).unwrap_or_else(|_| diary.to_owned());
        if fs::canonicalize(file).is_ok_and(|file| file == diary) {
            return Err(BackupError::NotRestorable { file: file.to_owned(), why: "it is the diary itself".to_owned() });
        }
        let candidate = Candidate::of(file, with)?;
        let copy = candidate.file();
        let connection = connect_immutable(&copy).map_err(|error| StoreError::from_sqlite(error, &copy))?;
        let preview = compare(&connection, &candidate.inventory, &diary, candidate.was_older)?;
        Ok(Self { candidate, file: file.to_owned(), diary, preview })
    }

    /// What restoring would change.
    #[must_use]
    pub fn preview(&self) -> &RestorePreview {
        &self.preview
    }

    /// All that the backup holds, to be merged into the diary.
    ///
    /// # Errors
    /// A [`StoreError`] if it cannot be read.
    pub fn whole(&self) -> Result<Whole, StoreError> {
        Store::open(&self.candidate.file(), Access::ReadOnly)?.read().whole()
    }

    /// Puts the backup in the place of the diary, after the diary of now became a backup in `place`. A diary that is damaged is kept as it
    /// is, with what lies beside it. Nobody of this process may have the diary open; a window of another notices.
    ///
    /// # Errors
    /// [`BackupError`] if nothing was restored. The diary is as it was then.
    pub fn replace(self, place: &BackupPlace, at: NaiveDateTime) -> Result<Restored, BackupError> {
        let diary = &self.diary;
        let refused = |why: &str| BackupError::NotReplaced { path: diary.clone(), why: why.to_owned() };
        let new = beside(diary, "-restoring");
        remove(&new);
        let copy = self.candidate.file();
        let connection = connect_immutable(&copy).map_err(|error| StoreError::from_sqlite(error, &copy))?;
        let written = copy_pages(&connection, &copy, &new).map_err(|error| match error {
            BackupError::NotMade { why, .. } => refused(&why),
            other => other,
        });
        let written = written.and_then(|_inventory| sync(&new).map_err(|error| refused(&io_words(&error))));
        let replaced = written.and_then(|()| match rehearse(&new) {
            Ok(found) if found.places == 0 && found.inventory == self.candidate.inventory => self.swap(&new, place, at),
            _ => Err(refused("what was written beside it cannot be read back. Check the disk")),
        });
        match &replaced {
            Ok(_) => restore_foods(&self.file, diary),
            Err(_) => remove(&new),
        }
        replaced
    }

    fn swap(&self, new: &Path, place: &BackupPlace, at: NaiveDateTime) -> Result<Restored, BackupError> {
        let diary = &self.diary;
        let of_file = |error: io::Error| BackupError::NotReplaced { path: diary.clone(), why: io_words(&error) };
        let before = keep_before(diary, place, at)?;
        match &before {
            Before::Backup(_) => {
                let held = HeldDiary::of(diary)
                    .map_err(|error| BackupError::NotReplaced { path: diary.clone(), why: error::why(&error).to_owned() })?;
                fs::rename(new, diary).map_err(of_file)?;
                held.clear_beside().map_err(of_file)?;
            }
            // What lay beside it is kept, and must not be taken for a part of what is restored.
            Before::Unreadable(_) | Before::Absent => {
                clear_beside(diary).map_err(of_file)?;
                fs::rename(new, diary).map_err(of_file)?;
            }
        }
        sync_folder_of(diary);
        let tally = self.candidate.inventory.tally;
        Ok(match before {
            Before::Backup(path) => Restored { tally, before: Some(path), before_is_sound: true },
            Before::Unreadable(path) => Restored { tally, before: Some(path), before_is_sound: false },
            Before::Absent => Restored { tally, before: None, before_is_sound: true },
        })
    }
}

/// What became of the diary of before.
enum Before {
    Backup(PathBuf),
    Unreadable(PathBuf),
    Absent,
}

/// Keeps the diary of before: as a backup, or if it is damaged as it is.
fn keep_before(diary: &Path, place: &BackupPlace, at: NaiveDateTime) -> Result<Before, BackupError> {
    let is_there = |ending| fs::metadata(beside(diary, ending)).is_ok_and(|found| found.len() > 0);
    let opened = match Store::open(diary, Access::ReadOnly) {
        Err(StoreError::Older { .. }) => Store::open_copy(diary),
        opened => opened,
    };
    let made =
        opened.map_err(BackupError::from).and_then(|store| store.back_up(BackupOrder { place, at, why: BackupReason::BeforeRestore }));
    match made {
        Ok(BackupMade { path, .. }) => Ok(Before::Backup(path)),
        Err(BackupError::Store(StoreError::Missing { .. })) if !["", "-wal", "-journal"].into_iter().any(is_there) => Ok(Before::Absent),
        Err(BackupError::Damaged { .. } | BackupError::Store(StoreError::Missing { .. })) => {
            keep_unreadable(diary, place, at).map(Before::Unreadable)
        }
        Err(BackupError::Store(error)) => {
            unreadable(error)?;
            keep_unreadable(diary, place, at).map(Before::Unreadable)
        }
        Err(other) => Err(other),
    }
}

/// Copies a damaged diary with what lies beside it, byte by byte. Returns the path of the copy of the diary file.
fn keep_unreadable(diary: &Path, place: &BackupPlace, at: NaiveDateTime) -> Result<PathBuf, BackupError> {
    let _claimed = place.claim()?;
    let kept = place.name_for_unreadable(at);
    let unfinished = place.unfinished("unreadable");
    for ending in ["-wal", "-journal", ""] {
        let from = beside(diary, ending);
        if !from.is_file() {
            continue;
        }
        create_private(&unfinished).map_err(|error| BackupError::of_copy(&error, place.folder()))?;
        let copied = copy_bytes(&from, &unfinished).and_then(|()| fs::rename(&unfinished, beside(&kept, ending)));
        copied.inspect_err(|_| drop(fs::remove_file(&unfinished))).map_err(|error| BackupError::of_file(&error, place.folder()))?;
    }
    sync_folder_of(&kept);
    Ok(kept)
}

fn copy_bytes(from: &Path, to: &Path) -> io::Result<()> {
    let mut to = OpenOptions::new().write(true).open(to)?;
    io::copy(&mut File::open(from)?, &mut to)?;
    to.sync_all()
}
