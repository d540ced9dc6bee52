//! What the diary file and the file of imported foods have in common: how each is made, opened and shared with other windows.

use super::StoreError;
use super::error::LONGEST_NAME;
use rusqlite::{Connection, OpenFlags};
use std::{
    ffi::OsString,
    fs::{self, File, FileType, OpenOptions},
    io,
    path::{Path, PathBuf},
    time::Duration,
};

/// How a diary file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To read and to write. A file that does not exist is made; its folder must exist.
    Create,
    /// Only to read. The file must exist.
    ReadOnly,
}

/// How long a connection waits until another window has written.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);

/// The longest whole path of a new diary file, in bytes. SQLite opens none of more than 512.
const LONGEST_PATH: usize = 470;

/// Opens a file that exists. Nothing is read from it yet.
pub(super) fn connect(path: &Path, access: Access) -> rusqlite::Result<Connection> {
    let flags = match access {
        Access::Create => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    #[expect(clippy::disallowed_methods, reason = "this is the one place that opens files")]
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    harden(&connection)?;
    Ok(connection)
}

/// Opens a file as one that nobody changes: nothing is made beside it, no lock is taken, and a log beside it is not read.
pub(super) fn connect_immutable(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    #[expect(clippy::disallowed_methods, reason = "this is the one place that opens files")]
    let connection = Connection::open_with_flags(immutable_uri(path), flags)?;
    harden(&connection)?;
    Ok(connection)
}

/// The address by which SQLite opens a file as one that nobody changes.
fn immutable_uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    let bytes = path.as_os_str().as_encoded_bytes();
    // Windows has a letter of the drive before the first separator.
    if cfg!(windows) && bytes.get(1) == Some(&b':') {
        uri.push('/');
    }
    for byte in bytes {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b'.' | b'-' | b'_' | b':' => uri.push(char::from(*byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(*byte)),
            byte => uri.extend(['%', hex(byte >> 4), hex(byte & 15)]),
        }
    }
    uri.push_str("?immutable=1");
    uri
}

/// The hexadecimal digit of a number from 0 to 15.
fn hex(digit: u8) -> char {
    char::from_digit(u32::from(digit), 16).unwrap_or('0')
}

/// Makes SQLite distrust what stands in the file: functions that its schema names are not run, and cells are checked before they are
/// read.
fn harden(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")
}

/// Opens a database that lives in memory only.
#[expect(clippy::disallowed_methods, reason = "this is the one place that opens databases")]
pub(super) fn connect_in_memory() -> rusqlite::Result<Connection> {
    Connection::open_in_memory()
}

/// Checks that something that exists can be opened as a file. Opening a pipe would wait for its other end.
///
/// # Errors
/// [`StoreError::NotAFile`] for a pipe, a device or a socket.
pub(super) fn check_is_file(found: FileType, path: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        let what = match () {
            () if found.is_fifo() => "a pipe",
            () if found.is_socket() => "a socket",
            () if found.is_block_device() || found.is_char_device() => "a device",
            () => return Ok(()),
        };
        Err(StoreError::NotAFile { path: path.to_owned(), what })
    }
    #[cfg(not(unix))]
    {
        _ = (found, path);
        Ok(())
    }
}

/// Checks that the name of a new diary leaves room for those of the files beside it.
///
/// # Errors
/// [`StoreError::NameTooLong`] if it does not.
pub(super) fn check_name(path: &Path) -> Result<(), StoreError> {
    let name = path.file_name().unwrap_or_default().len();
    let whole = std::path::absolute(path).map_or(0, |path| path.as_os_str().len());
    if name > LONGEST_NAME || whole > LONGEST_PATH { Err(StoreError::NameTooLong { path: path.to_owned() }) } else { Ok(()) }
}

/// The path of a file that SQLite keeps beside a diary: "diary.sqlite-wal" for "-wal".
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

/// Puts the content of a file on the disk.
pub(super) fn sync(path: &Path) -> io::Result<()> {
    // Windows flushes only a file that was opened for writing.
    OpenOptions::new().write(true).open(path)?.sync_all()
}

/// Puts the names in the folder of a file on the disk, where the file system can.
pub(super) fn sync_folder_of(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    if cfg!(unix) {
        _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
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
    options.open(path).map(drop).map_err(|error| StoreError::from_io(&error, path))
}

/// Finds out whether a file can be made beside this one, by making one for a moment.
///
/// # Errors
/// A [`StoreError`] that says why nothing can be written there.
pub(super) fn try_beside(path: &Path) -> Result<(), StoreError> {
    let trial = beside(path, "-trial");
    let made = OpenOptions::new().write(true).create_new(true).open(&trial);
    // One that is left from an interrupted trial shows as well that files can be made there.
    drop(fs::remove_file(&trial));
    match made {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(StoreError::from_io(&error, path)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_can_be_told_as_an_address() {
        assert_eq!(immutable_uri(Path::new("a b/100%?#ü.sqlite")), "file:a%20b/100%25%3f%23%c3%bc.sqlite?immutable=1");
    }
}
