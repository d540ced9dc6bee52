//! Keeping the files of a diary from other people on the computer.

use super::file::beside;
use super::library_beside;
use super::schema::NEWEST;
use super::upgrade::copy_path;
use std::path::Path;

/// Lets nobody but the owner read or write the diary file and those beside it. Returns whether others could read or write the diary before.
///
/// A file system without permissions, or a file of somebody else, stays as it is: there the answer is `false`.
pub(super) fn make_private(path: &Path) -> bool {
    let was_open = tighten(path);
    for ending in ["-wal", "-shm", "-journal"] {
        tighten(&beside(path, ending));
    }
    tighten(&library_beside(path));
    for format in 1..NEWEST {
        tighten(&copy_path(path, format, 1));
    }
    was_open
}

/// Takes what group and others may do with a file away. Returns whether there was any, and now is none.
#[cfg(unix)]
fn tighten(path: &Path) -> bool {
    use std::{fs, os::unix::fs::PermissionsExt as _};
    let mode = |path| fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file).map(|found| found.permissions().mode() & 0o777);
    let others_may = |mode: &u32| mode & 0o077 != 0;
    let Some(before) = mode(path).filter(others_may) else { return false };
    // A file system that knows no permissions may refuse or pretend, so the mode is read again.
    let _refused = fs::set_permissions(path, fs::Permissions::from_mode(before & 0o700));
    mode(path).is_some_and(|mode| !others_may(&mode))
}

#[cfg(not(unix))]
fn tighten(_path: &Path) -> bool {
    false
}
