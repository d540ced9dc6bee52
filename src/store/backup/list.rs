//! The backups that there are, and what each holds.

use super::deflate::noted_tally;
use super::places::{BackupPlace, NamedBackup};
use super::{BackupReason, error};
use crate::store::StoreError;
use crate::store::schema::NEWEST;
use crate::store::tally::{Tally, tally_of};
use crate::store::upgrade::copy_path;
use chrono::{DateTime, FixedOffset, NaiveDateTime};
use std::fs;
use std::path::{Path, PathBuf};

/// A backup in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// When it was made, by the clock of that place.
    pub at: NaiveDateTime,
    /// Why it was made.
    pub why: BackupReason,
    /// How large the file is, in bytes.
    pub bytes: u64,
    /// What it holds; or why it cannot be read, as the end of a sentence.
    pub holds: Result<Tally, String>,
    /// Whether it is encrypted, and this computer does not have its keys.
    pub is_locked: bool,
}

impl BackupPlace {
    /// The backups in this place, the newest first. What cannot be read is among them. Ten years take 20 ms a backup.
    #[must_use]
    pub fn list(&self) -> Vec<Backup> {
        let listed = |NamedBackup { path, at, why, is_deflated, is_encrypted, .. }: NamedBackup| {
            let bytes = fs::metadata(&path).map_or(0, |found| found.len());
            let is_locked = is_encrypted && self.keys.are_others(&path);
            let holds = match (is_locked, is_encrypted, is_deflated) {
                (true, ..) => Err("it is encrypted with another password".to_owned()),
                (_, true, _) => self.keys.tally_of(&path),
                (.., true) => noted_tally(&path).ok_or_else(|| "it is damaged".to_owned()),
                (..) => held(&path),
            };
            Backup { path, at, why, bytes, holds, is_locked }
        };
        self.named().into_iter().map(listed).collect()
    }
}

/// The copies that were kept beside a diary before it was brought to a newer format, the newest first. They are never removed. `now` tells in
/// which time zone their moments are.
#[must_use]
pub fn copies_before_upgrades(diary: &Path, now: DateTime<FixedOffset>) -> Vec<Backup> {
    let listed = |format| {
        let path = copy_path(diary, format, 1);
        let found = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
        let made: DateTime<chrono::Utc> = found.modified().ok()?.into();
        let at = made.with_timezone(now.offset()).naive_local();
        Some(Backup { at, why: BackupReason::BeforeUpgrade, bytes: found.len(), holds: held(&path), is_locked: false, path })
    };
    (1..NEWEST).rev().filter_map(listed).collect()
}

/// What a plain backup holds, or why it cannot be read, as the end of a sentence.
fn held(backup: &Path) -> Result<Tally, String> {
    tally_of(backup).map_err(|error| match error {
        StoreError::NotADiary { .. } => "it is no diary".to_owned(),
        StoreError::Newer { .. } => "a newer version of Cramp Diary made it".to_owned(),
        StoreError::Damaged { .. } | StoreError::Value { .. } => "it is damaged".to_owned(),
        other => error::why(&other).to_owned(),
    })
}
