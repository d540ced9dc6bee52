//! The folder of a case, which is as it was before each run.

use crate::cases::Case;
use crate::strace::Strace;
use std::{
    fs::{self, File},
    path::Path,
};
use tempfile::TempDir;

/// The folder of a case, and what was in it before.
pub(crate) struct Place {
    folder: TempDir,
    before: TempDir,
}

impl Place {
    /// Makes what is there before. All runs of the case are in one folder, because notes name it.
    pub(crate) fn new(case: &Case, strace: &Strace) -> Self {
        let new = || tempfile::tempdir().expect("a temporary folder");
        let place = Self { folder: new(), before: new() };
        for name in ["tmp", "out", "shared", "elsewhere"] {
            fs::create_dir(place.folder().join(name)).expect("a folder");
        }
        (case.prepare)(place.folder(), strace);
        copy(place.folder(), place.before());
        place
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn before(&self) -> &Path {
        self.before.path()
    }

    /// Makes the folder as it was before.
    pub(crate) fn reset(&self) {
        for entry in fs::read_dir(self.folder()).expect("the folder") {
            let path = entry.expect("what is in it").path();
            if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("nothing left of it");
        }
        copy(self.before(), self.folder());
    }
}

/// Copies what is in a folder, with the time at which each file was changed: the program takes a diary for checked by it.
fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("what is in it");
        let (path, copied) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            fs::create_dir(&copied).expect("a folder");
            copy(&path, &copied);
        } else {
            fs::copy(&path, &copied).expect("a copy");
            let changed = fs::metadata(&path).and_then(|found| found.modified()).expect("a time");
            File::options().write(true).open(&copied).and_then(|file| file.set_modified(changed)).expect("its time");
        }
    }
}
