//! What is shown of backups.

use crate::machine::DiaryNotes;
use crate::store::{Backup, RestorePreview};
use chrono::{DateTime, Utc};

/// Everything that is shown of backups.
#[derive(Debug, Clone, Copy)]
pub struct BackupsView<'a> {
    /// What this computer knows of the diary: the second place, the last trial.
    pub notes: &'a DiaryNotes,
    /// The moment at which it is shown.
    pub now: DateTime<Utc>,
    /// Whether a backup is just being made.
    pub is_making: bool,
    /// The backups that there are.
    pub list: BackupList<'a>,
    /// How far restoring one is.
    pub restore: RestoreStep<'a>,
}

/// The list of backups.
#[derive(Debug, Clone, Copy)]
pub enum BackupList<'a> {
    /// Nobody asked for it.
    NotAsked,
    /// It is being read.
    Reading,
    /// The newest first.
    Known(&'a [Backup]),
}

/// How far restoring a backup is.
#[derive(Debug, Clone, Copy)]
pub enum RestoreStep<'a> {
    /// None was chosen.
    NotAsked,
    /// It is being read and tried.
    Reading,
    /// Why it cannot be restored, in a sentence.
    Refused(&'a str),
    /// It is encrypted: why it was not opened yet, in a sentence.
    Locked(&'a str),
    /// What it would change.
    Ready(&'a RestorePreview),
}
