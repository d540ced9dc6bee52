//! The folder with the snapshots: what lies in it, and what of it may be merged.

use super::SeveralError;
use crate::exchange::own::{OwnFileError, SNAPSHOT_ENDING, Snapshot, SnapshotHead, fingerprint, read_snapshot};
use crate::sealed::{Opener, SealedError, is_sealed, plain_bytes};
use crate::store::Store;
use chrono::{DateTime, TimeDelta, Utc};
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// How far ahead the clock of another computer may be.
const MOST_AHEAD: TimeDelta = TimeDelta::hours(24);

/// A file of the folder.
#[derive(Debug)]
pub struct FoundSnapshot {
    /// The file.
    pub path: PathBuf,
    /// What tells its content from another.
    pub fingerprint: String,
    /// What it is.
    pub found: SnapshotState,
}

/// What a file of the folder is.
#[derive(Debug)]
pub enum SnapshotState {
    /// A snapshot that may be merged.
    Snapshot(Box<Snapshot>),
    /// A snapshot whose content was merged before.
    Merged,
    /// An encrypted snapshot whose password is not known here.
    Locked,
    /// What cannot be merged, and why, in a sentence.
    Refused(String),
}

/// The path of the snapshot of a computer.
pub(super) fn path_of(folder: &Path, device: Uuid) -> PathBuf {
    folder.join(format!("{device}.{SNAPSHOT_ENDING}"))
}

/// Reads the snapshots of a folder but for one file; `with` opens those that are encrypted. `is_merged` says whether the content of a file, by its fingerprint, is in the
/// diary already.
///
/// # Errors
/// [`SeveralError::Folder`] if the folder cannot be read.
pub(super) fn read(
    folder: &Path,
    but: &Path,
    now: DateTime<Utc>,
    with: Opener<'_>,
    is_merged: impl Fn(&str) -> bool,
) -> Result<Vec<FoundSnapshot>, SeveralError> {
    let one = |path: PathBuf| {
        let refused = |path, why: String| Some(FoundSnapshot { path, fingerprint: String::new(), found: SnapshotState::Refused(why) });
        // What is carried away meanwhile comes again.
        let content = match fs::read(&path) {
            Ok(content) => content,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
            Err(source) => {
                let error = OwnFileError::Unreadable { path: path.clone(), source };
                return refused(path, error.to_string());
            }
        };
        let fingerprint = fingerprint(&content);
        if is_merged(&fingerprint) {
            return Some(FoundSnapshot { path, fingerprint, found: SnapshotState::Merged });
        }
        let plain = match plain_bytes(content, with) {
            Ok(plain) => plain,
            Err(SealedError::OtherKeys | SealedError::NeedsPassword) => {
                return Some(FoundSnapshot { path, fingerprint, found: SnapshotState::Locked });
            }
            Err(error) => {
                let error = OwnFileError::Encrypted { path: path.clone(), error };
                return refused(path, error.to_string());
            }
        };
        let found = match read_snapshot(&plain, &path) {
            Ok(snapshot) => match ahead(&snapshot.head, now) {
                Some(why) => SnapshotState::Refused(why),
                None => SnapshotState::Snapshot(Box::new(fit(snapshot))),
            },
            Err(error) => SnapshotState::Refused(error.to_string()),
        };
        Some(FoundSnapshot { path, fingerprint, found })
    };
    Ok(snapshots(folder)?.into_iter().filter(|path| path != but).filter_map(one).collect())
}

/// The snapshots of a folder, by name.
///
/// # Errors
/// [`SeveralError::Folder`] if the folder cannot be read.
pub(super) fn snapshots(folder: &Path) -> Result<Vec<PathBuf>, SeveralError> {
    let broken = |source| SeveralError::Folder { path: folder.to_owned(), source };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(broken)? {
        paths.push(entry.map_err(broken)?.path());
    }
    paths.retain(|path| is_snapshot(path));
    paths.sort_unstable();
    Ok(paths)
}

/// Whether a file is one that no computer can read, whatever keys it has: cut short or damaged.
pub(super) fn is_damaged(path: &Path, content: Vec<u8>, with: Opener<'_>) -> bool {
    match plain_bytes(content, with) {
        Ok(plain) => !matches!(read_snapshot(&plain, path), Ok(_) | Err(OwnFileError::Newer { .. })),
        Err(SealedError::OtherKeys | SealedError::NeedsPassword) => false,
        Err(_) => true,
    }
}

/// Whether a file is encrypted, by its first bytes. One that cannot be read is not.
pub(super) fn is_encrypted(path: &Path) -> bool {
    let mut beginning = Vec::new();
    let read = File::open(path).and_then(|file| file.take(16).read_to_end(&mut beginning));
    read.is_ok() && is_sealed(&beginning)
}

/// Whether a file is a snapshot by its name, and not one that is just being written.
fn is_snapshot(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.extension().is_some_and(|ending| ending == SNAPSHOT_ENDING) && !name.contains(".part.") && !name.starts_with('.')
}

/// Why a snapshot from the future is not merged: its entries would win for ever. Returns `None` for one of today.
fn ahead(head: &SnapshotHead, now: DateTime<Utc>) -> Option<String> {
    let ahead = head.written - now;
    (ahead > MOST_AHEAD).then(|| {
        let written = head.written.format("%-d %B %Y");
        format!(
            "The clock of {} says {written}, more than a day ahead of this computer. Set the clock that is wrong; then it is merged.",
            head.computer
        )
    })
}

/// An older version did not remember all that was deleted, so what it lacks is no deletion.
fn fit(mut snapshot: Snapshot) -> Snapshot {
    if snapshot.head.format < Store::newest_format() {
        snapshot.incoming.draft.whole.forget_deletions();
    }
    snapshot
}
