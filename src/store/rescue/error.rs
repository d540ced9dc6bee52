//! Why nothing was got back from a damaged diary.

use crate::domain::io_words;
use crate::store::StoreError;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why nothing was got back. The damaged file is as it was, and there is no new one.
#[derive(Debug, thiserror::Error)]
pub enum RescueError {
    /// Nothing that a diary could hold stands in the file.
    #[error("In this file nothing of a diary was found: {}. Look whether it is the right one, or restore a backup.", path.display())]
    NothingFound {
        /// The damaged file.
        path: PathBuf,
    },
    /// The file is of another program.
    #[error("This file is not a Cramp Diary: {}. Choose another one.", path.display())]
    OfAnother {
        /// The file.
        path: PathBuf,
    },
    /// The new diary could not be written.
    #[error("What was found could not be saved. {0}")]
    Store(#[from] StoreError),
    /// Something has the name of the new diary already.
    #[error("There is something with that name already, and it was left as it is: {}. Name a file that does not exist yet.", path.display())]
    Taken {
        /// The file that was to be made.
        path: PathBuf,
    },
    /// The file is larger than any diary.
    #[error("This file is larger than any diary could be, so it was not read: {}. Choose another one.", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// The new diary cannot be put in the place of the damaged one, which is where it was.
    #[error("It could not be put in the place of the damaged file, because {why}: {}. Open the new diary by its name, or move the files yourself.", path.display())]
    Unplaced {
        /// The damaged file.
        path: PathBuf,
        /// Why, as the middle of a sentence.
        why: String,
    },
    /// The bytes of the file cannot be read.
    #[error("The file cannot be read, because {why}: {}. {advice}", path.display())]
    Unread {
        /// The damaged file.
        path: PathBuf,
        /// Why, as the middle of a sentence.
        why: String,
        /// What to do, as a sentence.
        advice: &'static str,
    },
}

impl RescueError {
    /// The error for a diary that cannot be put in the place of the damaged one.
    pub(super) fn unplaced(error: &io::Error, path: &Path) -> Self {
        Self::Unplaced { path: path.to_owned(), why: io_words(error) }
    }

    /// The error for a file that the system does not read.
    pub(super) fn unread(error: &io::Error, path: &Path) -> Self {
        let advice = match error.kind() {
            ErrorKind::NotFound | ErrorKind::IsADirectory | ErrorKind::NotADirectory => "Choose another one.",
            ErrorKind::PermissionDenied => "Make it readable first.",
            _ => "If its disk is failing, copy as much of it as you can to another disk first.",
        };
        Self::Unread { path: path.to_owned(), why: io_words(error), advice }
    }
}
