//! Writing a file as a whole or not at all.

use std::{
    fs::{self, File, OpenOptions},
    io,
    path::{Path, PathBuf},
};

/// Has `write` make a file beside `path` and renames it to `path` when it is whole and on the disk.
///
/// Only its owner may read the new file. An existing file stays as it is until then, also when the power fails. When `write` fails, no file is left behind.
///
/// # Errors
/// What `write` or the system reports.
pub fn replace_whole<E: From<io::Error>>(path: &Path, write: impl FnOnce(&Path) -> Result<(), E>) -> Result<(), E> {
    let part = beside(path);
    let written = begin(&part).map_err(E::from).and_then(|()| write(&part)).and_then(|()| Ok(put_in_place(&part, path)?));
    if written.is_err() {
        // Ignore a failed clean-up; report the original error.
        let _left = fs::remove_file(&part);
    }
    written
}

/// Makes an empty file that only its owner can read; one that an interrupted write left is removed.
fn begin(part: &Path) -> io::Result<()> {
    drop(fs::remove_file(part));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(part).map(drop)
}

/// Renames `part` to `path`, with its content on the disk before its new name.
fn put_in_place(part: &Path, path: &Path) -> io::Result<()> {
    // Windows flushes only a file that was opened for writing.
    OpenOptions::new().write(true).open(part)?.sync_all()?;
    fs::rename(part, path)?;
    sync_folder(path);
    Ok(())
}

/// Puts the new name of a file on the disk, where the system can.
///
/// A file system that cannot sync a folder has renamed the file all the same, so an error of it is not reported.
fn sync_folder(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    if cfg!(unix) {
        let _synced = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// "a.png" is made in "a.part.png": the ending tells what is to be written.
fn beside(path: &Path) -> PathBuf {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    path.with_extension(format!("part.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_as_a_whole_or_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        replace_whole(&path, |part| fs::write(part, "one")).unwrap();
        let half = |part: &Path| fs::write(part, "t").and_then(|()| Err(io::Error::other("full")));
        assert_eq!(replace_whole(&path, half).unwrap_err().to_string(), "full");
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        let taken = folder.path().join("b.csv");
        fs::create_dir(&taken).unwrap();
        assert!(replace_whole(&taken, |part| fs::write(part, "one")).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside them");
    }
}
