//! Whether a file is a damaged diary, and putting what came back in its place.

use super::RescueError;
use crate::store::StoreError;
use crate::store::file::{beside, connect_immutable, sync_folder_of};
use crate::store::make::look;
use std::fs;
use std::path::{Path, PathBuf};

/// The fewest bytes in which something can be found: those of the smallest page.
const FEWEST_BYTES: u64 = 512;

/// Whether something may be got back from a file that does not open: it is long enough, no sound diary, and none of a newer version. It is
/// looked at as it is on the disk, which takes 0.2 s for ten years. No window of this process may have it open.
#[must_use]
pub fn may_be_rescued(path: &Path) -> bool {
    if !fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() >= FEWEST_BYTES) {
        return false;
    }
    let found = connect_immutable(path).map_err(|error| StoreError::from_sqlite(error, path)).and_then(|disk| {
        look(&disk, path)?;
        disk.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0)).map_err(|error| StoreError::from_sqlite(error, path))
    });
    match found {
        Ok(report) => report != "ok",
        Err(error) => matches!(error, StoreError::NotADiary { .. } | StoreError::Damaged { .. } | StoreError::Unexpected { .. }),
    }
}

/// Puts a diary that came back in the place of the damaged one, which is kept beside it under another name: `diary.damaged.sqlite`. Returns
/// that name. At each moment either the one or the other is in the place.
///
/// # Errors
/// [`RescueError::Unplaced`] if it cannot be done. The damaged diary is then where it was.
pub fn put_in_place(rescued: &Path, damaged: &Path) -> Result<PathBuf, RescueError> {
    let kept = free_name(damaged);
    let unplaced = |error| RescueError::unplaced(&error, damaged);
    // Some file systems know no second name for a file.
    fs::hard_link(damaged, &kept).or_else(|_| fs::copy(damaged, &kept).map(drop)).map_err(unplaced)?;
    // What lies beside the damaged diary would be applied to the other.
    for ending in ["-wal", "-journal"] {
        let there = beside(damaged, ending);
        if fs::symlink_metadata(&there).is_ok() {
            fs::rename(&there, beside(&kept, ending)).map_err(unplaced)?;
        }
    }
    drop(fs::remove_file(beside(damaged, "-shm")));
    fs::rename(rescued, damaged).map_err(unplaced)?;
    sync_folder_of(damaged);
    Ok(kept)
}

/// A name beside the damaged diary that is free: `diary.damaged.sqlite`, or `diary.damaged-2.sqlite`.
fn free_name(damaged: &Path) -> PathBuf {
    let named = |number: u32| {
        let nth = if number == 1 { String::new() } else { format!("-{number}") };
        damaged.with_extension(format!("damaged{nth}.sqlite"))
    };
    let is_free = |path: &PathBuf| ["", "-wal", "-journal"].iter().all(|ending| fs::symlink_metadata(beside(path, ending)).is_err());
    (1..u32::MAX).map(named).find(is_free).unwrap_or_else(|| named(u32::MAX))
}
