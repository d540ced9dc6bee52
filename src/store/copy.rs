//! Saving what is open in another file.

use super::file::{create_private, sync, sync_folder_of};
use super::upgrade::{check_copy, counts};
use super::{StoreError, schema};
use rusqlite::Connection;
use std::{fs, io, path::Path};

/// Copies an open diary into a new file that only its owner can read, puts it on the disk, and tries it. `from` is the path of the diary;
/// `is_whole` says whether a copy holds what was open.
///
/// # Errors
/// [`StoreError::NoCopy`] if something has the name already, nothing can be written there, or the diary cannot be read any more;
/// [`StoreError::FolderMissing`], [`StoreError::NameTooLong`] or [`StoreError::Full`]. There is no new file then.
pub(super) fn copy(connection: &Connection, from: &Path, to: &Path, is_whole: impl FnOnce(&Path) -> bool) -> Result<(), StoreError> {
    let refused = |why: &str| StoreError::NoCopy { path: to.to_owned(), why: why.to_owned() };
    if fs::symlink_metadata(to).is_ok() {
        return Err(refused("something with that name is there already. Choose another name"));
    }
    create_private(to).map_err(|error| match error {
        StoreError::ReadOnly { .. } => refused("nothing can be written there. Choose another folder"),
        other => other,
    })?;
    let copied = write(connection, from, to).and_then(|()| {
        let detail = "a copy of it is not what was open".to_owned();
        if is_whole(to) { Ok(()) } else { Err(StoreError::Damaged { detail, path: from.to_owned() }) }
    });
    if copied.is_err() {
        // The error says enough.
        drop(fs::remove_file(to));
    }
    copied.map_err(|error| match error {
        StoreError::Full { .. } => StoreError::Full { path: to.to_owned() },
        StoreError::Busy { .. } => refused("another program is using the diary. Try again in a moment"),
        _ => refused("what is open cannot be read whole any more, because of what happened to its file"),
    })
}

fn write(connection: &Connection, from: &Path, to: &Path) -> Result<(), StoreError> {
    let of_source = |error| StoreError::from_sqlite(error, from);
    let of_copy = |error: io::Error| StoreError::NoCopy { path: to.to_owned(), why: error.to_string() };
    connection.execute("VACUUM INTO ?1", [to.to_string_lossy()]).map_err(of_source)?;
    sync(to).map_err(of_copy)?;
    check_copy(to, schema::NEWEST, &counts(connection, from)?)?;
    sync_folder_of(to);
    Ok(())
}
