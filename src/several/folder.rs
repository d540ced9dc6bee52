//! The folder with the snapshots: what lies in it, and what of it may be merged.

use super::SeveralError;
use crate::exchange::own::{SNAPSHOT_ENDING, Snapshot, SnapshotHead, fingerprint, read_snapshot};
use crate::store::Store;
use chrono::{DateTime, TimeDelta, Utc};
use std::fs;
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
    pub found: Found,
}

/// What a file of the folder is.
#[derive(Debug)]
pub enum Found {
    /// A snapshot that may be merged.
    Snapshot(Box<Snapshot>),
    /// A snapshot whose content was merged before.
    Merged,
    /// What cannot be merged, and why, in a sentence.
    Refused(String),
}

/// The path of the snapshot of a computer.
pub(super) fn path_of(folder: &Path, device: Uuid) -> PathBuf {
    folder.join(format!("{device}.{SNAPSHOT_ENDING}"))
}

/// Reads the snapshots of a folder but for one file, by name. `is_merged` says whether the content of a file, by its fingerprint, is in the
/// diary already.
///
/// # Errors
/// [`SeveralError::Folder`] if the folder cannot be read.
pub(super) fn read(
    folder: &Path,
    but: &Path,
    now: DateTime<Utc>,
    is_merged: impl Fn(&str) -> bool,
) -> Result<Vec<FoundSnapshot>, SeveralError> {
    let broken = |source| SeveralError::Folder { path: folder.to_owned(), source };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(broken)? {
        let path = entry.map_err(broken)?.path();
        if is_snapshot(&path) && path != but {
            paths.push(path);
        }
    }
    paths.sort_unstable();
    let one = |path: PathBuf| {
        let refused = |path, why: String| Some(FoundSnapshot { path, fingerprint: String::new(), found: Found::Refused(why) });
        // What is carried away meanwhile comes again.
        let content = match fs::read(&path) {
            Ok(content) => content,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
            Err(error) => return refused(path, crate::domain::io_words(&error)),
        };
        let fingerprint = fingerprint(&content);
        if is_merged(&fingerprint) {
            return Some(FoundSnapshot { path, fingerprint, found: Found::Merged });
        }
        let found = match read_snapshot(&content, &path) {
            Ok(snapshot) => match ahead(&snapshot.head, now) {
                Some(why) => Found::Refused(why),
                None => Found::Snapshot(Box::new(fit(snapshot))),
            },
            Err(error) => Found::Refused(error.to_string()),
        };
        Some(FoundSnapshot { path, fingerprint, found })
    };
    Ok(paths.into_iter().filter_map(one).collect())
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
