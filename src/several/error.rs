//! Why the diaries of several computers could not be brought together. The diary is as it was.

use crate::diary::DiaryError;
use crate::domain::io_words;
use crate::exchange::own::OwnFileError;
use crate::machine::MachineError;
use crate::sealed::SealedError;
use crate::store::StoreError;
use std::io;
use std::path::PathBuf;

/// The diaries of several computers could not be brought together. The diary is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SeveralError {
    /// The diary could not be read or written.
    #[error(transparent)]
    Diary(#[from] DiaryError),
    /// The folder cannot be looked into.
    #[error("The folder {} cannot be read, because {}. Make it, plug its stick in, or name another.", path.display(), io_words(source))]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system reports.
        source: io::Error,
    },
    /// What this computer is called among the others could not be written down.
    #[error(transparent)]
    Machine(#[from] MachineError),
    /// No folder was named yet.
    #[error("No folder is named yet through which your computers reach each other. Name one: cramp-diary sync DIR")]
    NoFolder,
    /// The diary itself lies in the folder.
    #[error("Your diary itself lies in {}, and a diary that is carried while it is open can be damaged. Name another folder, which holds nothing but what your computers tell each other.", path.display())]
    OwnFolder {
        /// The folder.
        path: PathBuf,
    },
    /// Snapshots are to be encrypted, and cannot be.
    #[error(transparent)]
    Sealed(#[from] SealedError),
    /// The snapshot of this computer could not be written.
    #[error(transparent)]
    Snapshot(#[from] OwnFileError),
}

impl From<StoreError> for SeveralError {
    fn from(error: StoreError) -> Self {
        Self::Diary(error.into())
    }
}
