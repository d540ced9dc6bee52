//! Downloads to import: the small ones of `tests/downloads`, whole, zipped or spoiled.

use super::support::TestDiary;
use cramp_diary::{
    domain::ImportId,
    exchange::{DownloadContents, ImportError, Imported, import_download, preview_download},
    jobs::Worker,
};
use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use zip::{ZipWriter, write::SimpleFileOptions};

/// A download in a folder of its own, which goes with it.
pub(crate) struct TestDownload {
    root: TempDir,
    name: String,
}

impl TestDownload {
    /// A copy of one of the small downloads.
    pub(crate) fn of(name: &str) -> Self {
        let download = Self::empty(name);
        download.add(name);
        download
    }

    /// A download without a file.
    pub(crate) fn empty(name: &str) -> Self {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join(name)).unwrap();
        Self { root, name: name.to_owned() }
    }

    /// Joins a small download to what is there, as the download of all types has them.
    pub(crate) fn add(&self, name: &str) {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("downloads").join(name);
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            let file = entry.file_name().into_string().unwrap();
            let to = self.file(&file);
            let text = fs::read_to_string(entry.path()).unwrap();
            if to.exists() {
                let (heading, rows) = text.split_once('\n').unwrap();
                let mut there = fs::read_to_string(&to).unwrap();
                assert!(there.starts_with(heading), "{file} has other columns");
                there.push_str(rows);
                fs::write(&to, there).unwrap();
            } else {
                fs::write(to, text).unwrap();
            }
        }
    }

    /// Its folder.
    pub(crate) fn folder(&self) -> PathBuf {
        self.root.path().join(&self.name)
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    /// Replaces words in a file that has them.
    #[track_caller]
    pub(crate) fn edit(self, file: &str, from: &str, to: &str) -> Self {
        let text = fs::read_to_string(self.file(file)).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        self.with(file, text.replace(from, to))
    }

    /// Replaces a file.
    pub(crate) fn with(self, file: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.file(file), content).unwrap();
        self
    }

    /// Removes a file.
    pub(crate) fn without(self, file: &str) -> Self {
        fs::remove_file(self.file(file)).unwrap();
        self
    }

    /// Zips it, with all files below `top`, which is empty or ends with a slash.
    pub(crate) fn zipped(&self, top: &str) -> PathBuf {
        let path = self.root.path().join(format!("{}.zip", self.name));
        let mut zip = ZipWriter::new(fs::File::create(&path).unwrap());
        let mut files: Vec<_> = fs::read_dir(self.folder()).unwrap().map(|entry| entry.unwrap()).collect();
        files.sort_unstable_by_key(fs::DirEntry::file_name);
        for file in files {
            zip.start_file(format!("{top}{}", file.file_name().to_str().unwrap()), SimpleFileOptions::default()).unwrap();
            zip.write_all(&fs::read(file.path()).unwrap()).unwrap();
        }
        zip.finish().unwrap();
        path
    }

    pub(crate) fn preview(&self) -> Result<DownloadContents, ImportError> {
        preview_download(&self.folder(), &Worker::unwatched())
    }
}

impl TestDiary {
    /// Imports without accepting.
    pub(crate) fn import(&mut self, path: &Path) -> Result<Imported, ImportError> {
        import_download(path, &self.diary.import_target().unwrap(), &Worker::unwatched())
    }

    /// The number of an import of one of the small downloads, not accepted yet.
    #[track_caller]
    pub(crate) fn imported(&mut self, download: &TestDownload) -> ImportId {
        self.import(&download.folder()).unwrap().import.id
    }

    /// The file of its imported foods.
    pub(crate) fn library(&self) -> PathBuf {
        self.path().with_extension("foods.sqlite")
    }
}
