//! Why a file could not be written or read as a whole. Nothing was changed.

use crate::domain::io_words;
use crate::sealed::SealedError;
use crate::store::StoreError;
use std::io;
use std::path::{Path, PathBuf};

/// A file of the program's own formats could not be written or read. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OwnFileError {
    /// It is encrypted and cannot be opened with what is given, or it cannot be encrypted.
    #[error("{}: {error}", path.display())]
    Encrypted {
        /// The file.
        path: PathBuf,
        /// Why not.
        error: SealedError,
    },
    /// What it says has no form that can be read.
    #[error("{} {what}. Choose the file as it was exported.", path.display())]
    Garbled {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and where: "has no end".
        what: String,
    },
    /// The folder that was to be made is the one that the command was given in.
    #[error("{} is the folder that you are in, so nothing was written. Name one that does not exist yet.", path.display())]
    Here {
        /// The folder.
        path: PathBuf,
    },
    /// Its format is newer than this program.
    #[error("{} was written by a newer version of Cramp Diary ({program}). Update this program, then import it.", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// The version of the program that wrote it.
        program: String,
    },
    /// A folder has something in it already.
    #[error("The folder {} is not empty, so nothing was written into it. Name one that does not exist yet.", path.display())]
    NotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// It is nothing that a diary can be read from.
    #[error("{} is no diary, no JSON export and no folder of CSV files. Choose one of these.", path.display())]
    NotOurs {
        /// The file or folder.
        path: PathBuf,
    },
    /// A diary in the file cannot be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something else is there already.
    #[error("{} is there already and is no export, so it was left as it is. Name another.", path.display())]
    Taken {
        /// The file or folder.
        path: PathBuf,
    },
    /// More comes out of it than any diary has.
    #[error("{} is too large for a diary: more than {} MB come out of it. Choose another file.", path.display(), limit_mb)]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// How much is read, in millions of bytes.
        limit_mb: u64,
    },
    /// It could not be read.
    #[error("{} could not be read, because {}. Check that it is there and may be read.", path.display(), io_words(source))]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system reports.
        source: io::Error,
    },
    /// It could not be written.
    #[error("{} could not be written, because {}. Nothing is left of it; what was there before is as it was.", path.display(), io_words(source))]
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// What the system reports.
        source: io::Error,
    },
}

impl OwnFileError {
    /// Whether another secret may open the file: none was given, or another one.
    #[must_use]
    pub fn asks_for_secret(&self) -> bool {
        matches!(self, Self::Encrypted { error, .. } if error.asks_for_secret())
    }

    /// The error for a file that could not be read.
    pub(super) fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Unreadable { path: path.to_owned(), source }
    }

    /// The error for a file that could not be written.
    pub(super) fn unwritable(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Unwritable { path: path.to_owned(), source }
    }
}
