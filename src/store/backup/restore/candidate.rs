//! What is to be restored, in a private folder: a whole diary of the newest format, which was tried. The file that it comes from is only
//! read.

use crate::sealed::Opener;
use crate::store::StoreError;
use crate::store::backup::BackupError;
use crate::store::backup::deflate::{inflate, is_deflated};
use crate::store::backup::encrypted::opened_into_folder;
use crate::store::backup::make::{Rehearsed, copy_pages, rehearse};
use crate::store::file::{Access, beside, check_is_file, connect, connect_immutable, create_private};
use crate::store::journal::with_journal;
use crate::store::make::{DatabaseState, look};
use crate::store::schema;
use crate::store::still::{PrivateFolder, has_entries_beside, open_to_read};
use crate::store::tally::Inventory;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The diary that is to be restored.
#[derive(Debug)]
pub(super) struct Candidate {
    folder: PrivateFolder,
    pub(super) inventory: Inventory,
    /// Whether an older version of the program had made it.
    pub(super) was_older: bool,
}

impl Candidate {
    /// Reads a backup, encrypted, deflated or plain, or any other diary file, with what a copy of it may have brought along: a log or a journal.
    ///
    /// # Errors
    /// [`BackupError::Encrypted`] if it cannot be opened with what is given; [`BackupError::NotRestorable`] if it cannot be read, is no diary,
    /// is damaged, or is of a newer version of the program.
    pub(super) fn of(file: &Path, with: Opener<'_>) -> Result<Self, BackupError> {
        let refused = |error: &StoreError| BackupError::NotRestorable { file: file.to_owned(), why: why_not(error) };
        let folder = read_into_folder(file, with)?;
        let copy = folder.file();
        let was_older = bring_up_to_date(&copy).map_err(|error| refused(&error))?;
        let mut rehearsed = rehearse(&copy).map_err(|error| refused(&error))?;
        if rehearsed.places > 0 {
            // Indexes that do not agree with their tables hold nothing of their own.
            _ = connect(&copy, Access::Create).and_then(|copy| copy.execute_batch("REINDEX"));
            rehearsed = rehearse(&copy).map_err(|error| refused(&error))?;
        }
        match rehearsed {
            Rehearsed { inventory, places: 0 } => Ok(Self { folder, inventory, was_older }),
            Rehearsed { .. } => Err(BackupError::NotRestorable { file: file.to_owned(), why: "it is damaged".to_owned() }),
        }
    }

    /// The file in the private folder.
    pub(super) fn file(&self) -> PathBuf {
        self.folder.file()
    }
}

fn read_into_folder(file: &Path, with: Opener<'_>) -> Result<PrivateFolder, BackupError> {
    let refused = |why: &str| BackupError::NotRestorable { file: file.to_owned(), why: why.to_owned() };
    let of_store = |error: StoreError| refused(&why_not(&error));
    match fs::metadata(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(refused("there is no such file")),
        Err(_) => return Err(refused("it cannot be read")),
        Ok(found) if found.is_dir() => return Err(refused("it is a folder")),
        Ok(found) => check_is_file(found.file_type(), file).map_err(of_store)?,
    }
    if let Some(folder) = opened_into_folder(file, with)? {
        return Ok(folder);
    }
    if has_entries_beside(file) {
        let folder = PrivateFolder::with_copy_of(file).map_err(of_store)?;
        drop(with_journal(&folder.file()).map_err(|error| of_store(StoreError::from_sqlite(error, file)))?);
        return Ok(folder);
    }
    let folder = PrivateFolder::new().map_err(of_store)?;
    if is_deflated(file) {
        create_private(&folder.file()).map_err(of_store)?;
        inflate(file, &folder.file()).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof | ErrorKind::InvalidData | ErrorKind::InvalidInput => refused("it is damaged"),
            _ => of_store(StoreError::from_io(&error, file)),
        })?;
        return Ok(folder);
    }
    let is_open_elsewhere = beside(file, "-shm").exists();
    let opened = if is_open_elsewhere {
        open_to_read(file).map(|(connection, _only_read)| connection)
    } else {
        // Otherwise SQLite would make files beside it.
        connect_immutable(file).map_err(|error| StoreError::from_sqlite(error, file))
    };
    let connection = opened.map_err(of_store)?;
    look(&connection, file).map_err(of_store)?;
    copy_pages(&connection, file, &folder.file()).map_err(|error| match error {
        BackupError::Store(error) => of_store(error),
        BackupError::Damaged { .. } => refused("it is damaged"),
        BackupError::NotMade { .. } => refused("the disk for temporary files is full, or reported an error. Free some space there"),
        other => other,
    })?;
    Ok(folder)
}

/// Brings a file that nobody else uses to the newest format. Returns whether it was of an older one.
fn bring_up_to_date(copy: &Path) -> Result<bool, StoreError> {
    let words = |error| StoreError::from_sqlite(error, copy);
    let mut connection = connect(copy, Access::Create).map_err(words)?;
    match look(&connection, copy)? {
        DatabaseState::Blank => Err(StoreError::NotADiary { path: copy.to_owned() }),
        DatabaseState::Format(schema::NEWEST) => Ok(false),
        DatabaseState::Format(format) => {
            let sql = connection.transaction().map_err(words)?;
            schema::migrate(&sql, format).map_err(words)?;
            sql.commit().map_err(words)?;
            Ok(true)
        }
    }
}

/// Why a file cannot be restored, as the end of a sentence.
fn why_not(error: &StoreError) -> String {
    let words = match error {
        StoreError::NotADiary { .. } | StoreError::NotAFile { .. } => "it is no diary of this program",
        StoreError::Newer { .. } => "a newer version of Cramp Diary made it. Update the program first",
        StoreError::Damaged { .. } | StoreError::Value { .. } | StoreError::Unsound { .. } => "it is damaged",
        StoreError::Full { .. } => "the disk for temporary files is full. Free some space there",
        StoreError::NoMemory { .. } => "the computer has no memory left. Close other programs first",
        StoreError::Busy { .. } => "another program is writing to it. Close it there first",
        StoreError::ReadOnly { .. } => "no temporary file can be written",
        _ => "it cannot be read. Check the disk or stick and how it is connected",
    };
    words.to_owned()
}
