//! With what the backups of a place are encrypted.

use super::BackupError;
use crate::sealed::{Keys, SealedError};
use std::path::Path;

/// What the name of an encrypted backup ends with.
pub(super) const ENCRYPTED: &str = ".encrypted";

/// With what the backups of a place are encrypted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum BackupKeys {
    /// They are plain.
    #[default]
    Plain,
    /// With these keys.
    Encrypted(Box<Keys>),
    /// They should be encrypted, and the keys cannot be read. No backup is made then.
    Unreadable,
}

impl BackupKeys {
    /// The keys. Returns `None` for plain backups.
    ///
    /// # Errors
    /// [`BackupError::Encrypted`] if they cannot be read.
    pub(super) fn of(&self, folder: &Path) -> Result<Option<&Keys>, BackupError> {
        match self {
            Self::Plain => Ok(None),
            Self::Encrypted(keys) => Ok(Some(keys)),
            Self::Unreadable => Err(BackupError::Encrypted { file: folder.to_owned(), error: SealedError::UnreadableKeys }),
        }
    }
}
