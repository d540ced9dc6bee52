//! What the diary file and the file of imported foods have in common: how each is made, opened and shared with other windows.

use super::StoreError;
use rusqlite::{Connection, OpenFlags};
use std::{fs::OpenOptions, io, path::Path, time::Duration};

/// How a diary file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To read and to write. A file that does not exist is made; its folder must exist.
    Create,
    /// Only to read. The file must exist.
    ReadOnly,
}

/// How long a connection waits until another window has written.
const PATIENCE: Duration = Duration::from_secs(2);

/// Opens a file that exists. Nothing is read from it yet.
pub(super) fn connect(path: &Path, access: Access) -> rusqlite::Result<Connection> {
    let flags = match access {
        Access::Create => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    #[expect(clippy::disallowed_methods, reason = "this is the one place that opens files")]
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

/// Opens a database that lives in memory only.
#[expect(clippy::disallowed_methods, reason = "this is the one place that opens databases")]
pub(super) fn connect_in_memory() -> rusqlite::Result<Connection> {
    Connection::open_in_memory()
}

/// Makes an empty file that only its owner can read.
///
/// # Errors
/// A [`StoreError`] when its folder is missing, the disk is full, or nothing may be written there.
pub(super) fn create_private(path: &Path) -> Result<(), StoreError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder
        && !folder.is_dir()
    {
        return Err(StoreError::FolderMissing { folder: folder.to_owned() });
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::StorageFull => Err(StoreError::Full { path: path.to_owned() }),
        Err(_) => Err(StoreError::ReadOnly { path: path.to_owned() }),
    }
}
