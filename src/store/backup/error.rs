//! Why there is no backup, or why none was restored, in words for the person.

use crate::domain::{counted, io_words};
use crate::sealed::SealedError;
use crate::store::StoreError;
use std::io;
use std::path::{Path, PathBuf};

/// The reason why no backup was made, or none was restored. The diary is as it was.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Another process is making a backup in this place.
    #[error("No backup was made in {}, because another window or command is just making one. Try again in a moment.", folder.display())]
    Busy {
        /// The folder of the backup.
        folder: PathBuf,
    },
    /// The diary itself is damaged, so that a backup of it would be, too.
    #[error("The diary is damaged in {places}, so no backup was made of it, and all older ones are kept: {}. Restore one of them, or let cramp-diary check say what is wrong.", path.display())]
    Damaged {
        /// In how many places, in words.
        places: String,
        /// The diary file.
        path: PathBuf,
    },
    /// A backup cannot be encrypted, or an encrypted one cannot be opened.
    #[error("{}: {error}", file.display())]
    Encrypted {
        /// The file, or the folder for it.
        file: PathBuf,
        /// Why not.
        error: SealedError,
    },
    /// Whether there is a second place for backups cannot be told.
    #[error("What this computer knows of your diary could not be read, because {why}: {}. So no backup was made in a second place. Try again.", file.display())]
    NoPlace {
        /// The file in which it stands.
        file: PathBuf,
        /// Why it could not be read, as the end of a sentence.
        why: String,
    },
    /// Nothing could be written where the backup was to be, or what was written cannot be read back.
    #[error("No backup was made in {}, because {why}.", folder.display())]
    NotMade {
        /// The folder of the backup.
        folder: PathBuf,
        /// Why not, and what to do, as the end of a sentence.
        why: String,
    },
    /// What was to be restored cannot be.
    #[error("This cannot be restored, because {why}: {}. Choose another backup.", file.display())]
    NotRestorable {
        /// The file that was to be restored.
        file: PathBuf,
        /// Why not, as the end of a sentence.
        why: String,
    },
    /// The diary could not be deleted.
    #[error("The diary was not deleted, because {why}: {}.", path.display())]
    NotDeleted {
        /// The diary file.
        path: PathBuf,
        /// Why not, and what to do, as the end of a sentence.
        why: String,
    },
    /// The diary could not be replaced.
    #[error("Nothing was restored, because {why}: {}.", path.display())]
    NotReplaced {
        /// The diary file.
        path: PathBuf,
        /// Why not, and what to do, as the end of a sentence.
        why: String,
    },
    /// The diary could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl BackupError {
    /// The error for a diary whose structure is broken in so many places.
    pub(super) fn damaged(places: usize, path: &Path) -> Self {
        Self::Damaged { places: counted(places, "place"), path: path.to_owned() }
    }

    /// The error for a diary that could not be read.
    pub(super) fn of_diary(error: StoreError) -> Self {
        match error {
            StoreError::Damaged { path, .. } => Self::Damaged { places: "at least one place".to_owned(), path },
            other => Self::Store(other),
        }
    }

    /// The error for a file that could not be written in a folder.
    pub(super) fn of_file(error: &io::Error, folder: &Path) -> Self {
        Self::NotMade { folder: folder.to_owned(), why: io_words(error) }
    }

    /// The error for a backup that was written in a folder and is not what it should be.
    pub(super) fn unreadable_there(folder: &Path) -> Self {
        let why = "what was written there cannot be read back. Check the disk and how it is connected, or choose another place";
        Self::NotMade { folder: folder.to_owned(), why: why.to_owned() }
    }

    /// The error for what SQLite could not write in a folder.
    pub(super) fn of_copy(error: &StoreError, folder: &Path) -> Self {
        Self::NotMade { folder: folder.to_owned(), why: why(error).to_owned() }
    }
}

/// What kept a copy from being written, as the end of a sentence.
pub(super) fn why(error: &StoreError) -> &'static str {
    match error {
        StoreError::Busy { .. } => "another program is using the diary. Try again in a moment",
        StoreError::FolderMissing { .. } => "there is no such folder. Make it first, or choose another",
        StoreError::Full { .. } => "the disk is full. Free some space there, or choose another place",
        StoreError::NameTooLong { .. } => "the name of the file would be too long. Choose another folder",
        StoreError::NoMemory { .. } => "the computer has no memory left. Close other programs, then try again",
        StoreError::ReadOnly { .. } | StoreError::Unopened { .. } => "nothing can be written there. Choose another place",
        _ => "the disk reported an error. Check it and how it is connected, or choose another place",
    }
}
