//! Writing a file as a whole or not at all.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Has `write` make a file beside `path` and puts it into its place when it is whole; an existing file stays as it is until then,
/// and nothing is left behind when it fails.
///
/// # Errors
/// What `write` or the system reports.
pub fn replace_whole<E: From<io::Error>>(path: &Path, write: impl FnOnce(&Path) -> Result<(), E>) -> Result<(), E> {
    let part = beside(path);
    let written = write(&part).and_then(|()| Ok(fs::rename(&part, path)?));
    if written.is_err() {
        // Ignore a failed clean-up; report the original error.
        let _left = fs::remove_file(&part);
    }
    written
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
