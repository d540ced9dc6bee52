//! Reading a diary that lies where nothing can be written: in a read-only folder, or on a read-only medium.

use super::StoreError;
use super::file::{Access, beside, connect, connect_immutable};
use super::journal::{first_look, with_journal};
use super::reported::is_about_sharing;
use rusqlite::Connection;
use std::{
    env, fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};
use uuid::Uuid;

/// The endings of what may hold the last entries of a diary beside it.
const LAST_ENTRIES: [&str; 2] = ["-wal", "-journal"];

/// A diary that is open only to be read.
#[derive(Debug)]
pub(super) struct OnlyRead {
    /// How the file and what lies beside it looked when it was last looked at.
    looked: Vec<Look>,
    pub(super) how: HowRead,
    /// The folder of the copy, where the system cannot remove what is open.
    _folder: Option<PrivateFolder>,
}

/// How a diary is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HowRead {
    /// As it lies there, whoever writes to it meanwhile.
    Shared,
    /// As a file that nobody changes.
    Still,
    /// A copy of it, because its last entries lay beside it.
    Copied,
}

/// How large a file is and when it was last written; `None` if it cannot be seen.
type Look = Option<(u64, Option<SystemTime>)>;

impl OnlyRead {
    fn of(path: &Path, how: HowRead) -> Self {
        Self { looked: looks(path), how, _folder: None }
    }

    /// Whether the file looks different than at the last call. SQLite cannot tell where nothing can be written beside the file.
    pub(super) fn has_changed(&mut self, path: &Path) -> bool {
        let now = looks(path);
        let before = std::mem::replace(&mut self.looked, now);
        before != self.looked
    }
}

fn looks(path: &Path) -> Vec<Look> {
    let look = |path: &Path| fs::metadata(path).ok().map(|found| (found.len(), found.modified().ok()));
    [path.to_owned()].into_iter().chain(LAST_ENTRIES.map(|ending| beside(path, ending))).map(|path| look(&path)).collect()
}

/// Opens a file that exists, only to read. Where nothing can be written beside it, it is opened as a file that nobody changes; if its last
/// entries lie beside it, they are copied with it into a private folder and read there.
///
/// # Errors
/// A [`StoreError`] if it cannot be read in any of these ways.
pub(super) fn open_to_read(path: &Path) -> Result<(Connection, OnlyRead), StoreError> {
    let words = |error| StoreError::from_sqlite(error, path);
    let connection = connect(path, Access::ReadOnly).map_err(words)?;
    match first_look(&connection) {
        Err(error) if is_about_sharing(&error) => drop(connection),
        // Whatever else is wrong is said by whoever reads more of it.
        _ => return Ok((connection, OnlyRead::of(path, HowRead::Shared))),
    }
    if has_entries_beside(path) {
        return open_copy(path, PrivateFolder::with_copy_of(path)?);
    }
    let still = OnlyRead::of(path, HowRead::Still);
    let connection = connect_immutable(path).map_err(words)?;
    first_look(&connection).map_err(words)?;
    Ok((connection, still))
}

/// Opens what lies in the folder as a copy of the diary at `path`.
pub(super) fn open_copy(path: &Path, folder: PrivateFolder) -> Result<(Connection, OnlyRead), StoreError> {
    let words = |error| StoreError::from_sqlite(error, path);
    let (copied, copy) = (OnlyRead::of(path, HowRead::Copied), folder.file());
    drop(with_journal(&copy).map_err(words)?);
    let connection = connect_immutable(&copy).map_err(words)?;
    first_look(&connection).map_err(words)?;
    // Unix keeps what is open: without a name it goes with the process, even if that is killed.
    let folder = (!cfg!(unix)).then_some(folder);
    Ok((connection, OnlyRead { _folder: folder, ..copied }))
}

/// Whether a log or a journal beside a file holds something.
pub(super) fn has_entries_beside(path: &Path) -> bool {
    LAST_ENTRIES.iter().any(|ending| fs::metadata(beside(path, ending)).is_ok_and(|found| found.is_file() && found.len() > 0))
}

/// A folder for one copied diary, which only its owner may look into and which is removed with this value.
#[derive(Debug)]
pub(super) struct PrivateFolder(PathBuf);

impl PrivateFolder {
    /// A new empty folder among the temporary files of the system.
    ///
    /// # Errors
    /// A [`StoreError`] about the folder, if it cannot be made.
    pub(super) fn new() -> Result<Self, StoreError> {
        let folder = env::temp_dir().join(format!("cramp-diary-{}", Uuid::new_v4()));
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder).map_err(|error| StoreError::from_io(&error, &folder))?;
        Ok(Self(folder))
    }

    /// Copies a diary, and what lies beside it, into a new folder among the temporary files of the system.
    ///
    /// # Errors
    /// A [`StoreError`] about the copy, if the disk is full or nothing may be written there either.
    pub(super) fn with_copy_of(path: &Path) -> Result<Self, StoreError> {
        let folder = Self::new()?;
        let copied = copy(path, &folder.file()).and_then(|()| {
            let pairs = LAST_ENTRIES.map(|ending| (beside(path, ending), beside(&folder.file(), ending)));
            pairs.iter().filter(|(from, _)| from.is_file()).try_for_each(|(from, to)| copy(from, to))
        });
        copied.map_err(|error| StoreError::from_io(&error, &folder.file()))?;
        Ok(folder)
    }

    /// Makes a diary of these bytes in a new folder among the temporary files of the system.
    ///
    /// # Errors
    /// A [`StoreError`] about the copy, if the disk is full or nothing may be written there.
    pub(super) fn with(bytes: &[u8]) -> Result<Self, StoreError> {
        let folder = Self::new()?;
        fs::write(folder.file(), bytes).map_err(|error| StoreError::from_io(&error, &folder.file()))?;
        Ok(folder)
    }

    /// The path of the copied diary.
    pub(super) fn file(&self) -> PathBuf {
        self.0.join("diary.sqlite")
    }
}

impl Drop for PrivateFolder {
    fn drop(&mut self) {
        // What cannot be removed is cleared away by the system.
        _ = fs::remove_dir_all(&self.0);
    }
}

/// Copies the content of a file into a new one that can be written, whatever the first allows.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut from = fs::File::open(from)?;
    let mut to = fs::OpenOptions::new().write(true).create_new(true).open(to)?;
    io::copy(&mut from, &mut to).map(|_bytes| ())
}
