//! The files of a download, in a folder or in a zip.

use super::ImportError;
use std::{
    fs::{self, File},
    io::{self, BufReader, Read},
    path::{Path, PathBuf},
};
use zip::{ZipArchive, result::ZipError};

/// The file that every download has.
const FOODS: &str = "food.csv";

/// The files of one download.
#[derive(Debug)]
pub(super) struct DownloadFiles {
    /// The folder or zip that was chosen.
    path: PathBuf,
    files: Files,
}

#[derive(Debug)]
enum Files {
    Folder(PathBuf),
    Zip {
        archive: ZipArchive<BufReader<File>>,
        /// The folder in the zip, with a slash at its end; empty for the top of the zip.
        folder: String,
    },
}

impl DownloadFiles {
    /// Finds the download in a folder or a zip, or in the only folder in it that has a `food.csv`.
    pub(super) fn open(path: &Path) -> Result<Self, ImportError> {
        let found = fs::metadata(path).map_err(|error| unreadable(path, error))?;
        let files = if found.is_dir() { folder(path)? } else { zip(path)? };
        Ok(Self { path: path.to_owned(), files })
    }

    /// The folder or zip that was chosen.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The name of the folder or zip that was chosen, without its path.
    pub(super) fn name(&self) -> String {
        let whole = fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
        whole.file_name().map_or_else(|| self.path.display().to_string(), |name| name.to_string_lossy().into_owned())
    }

    /// The unpacked size of a file in bytes. Returns `None` if there is no such file.
    pub(super) fn size(&mut self, file: &str) -> Result<Option<u64>, ImportError> {
        match &mut self.files {
            Files::Folder(folder) => Ok(fs::metadata(folder.join(file)).ok().filter(fs::Metadata::is_file).map(|found| found.len())),
            Files::Zip { archive, folder } => match archive.by_name(&format!("{folder}{file}")) {
                Ok(entry) => Ok(Some(entry.size())),
                Err(ZipError::FileNotFound) => Ok(None),
                Err(error) => Err(damaged(&self.path, format!("{file}: {error}"))),
            },
        }
    }

    /// Opens a file that exists.
    pub(super) fn read(&mut self, file: &str) -> Result<Box<dyn Read + '_>, ImportError> {
        match &mut self.files {
            Files::Folder(folder) => {
                let path = folder.join(file);
                let opened = File::open(&path).map_err(|error| unreadable(&path, error))?;
                Ok(Box::new(opened))
            }
            Files::Zip { archive, folder } => {
                let entry = archive.by_name(&format!("{folder}{file}"));
                Ok(Box::new(entry.map_err(|error| damaged(&self.path, format!("{file}: {error}")))?))
            }
        }
    }

    /// The error for a failure to read a file at a line.
    pub(super) fn failed(path: &Path, file: &str, line: u64, error: io::Error) -> ImportError {
        if path.is_dir() {
            return ImportError::Unreadable { what: format!("{file}, line {line}"), source: error };
        }
        damaged(path, format!("{file}, line {line}: {error}"))
    }
}

fn folder(path: &Path) -> Result<Files, ImportError> {
    if path.join(FOODS).is_file() {
        return Ok(Files::Folder(path.to_owned()));
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path).map_err(|error| unreadable(path, error))? {
        let inner = entry.map_err(|error| unreadable(path, error))?.path();
        if inner.join(FOODS).is_file() {
            found.push(inner);
        }
    }
    found.sort_unstable();
    let folder = |inner: &PathBuf| inner.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match found.as_slice() {
        [] => Err(ImportError::NotADownload { path: path.to_owned() }),
        [only] => Ok(Files::Folder(only.clone())),
        several => Err(several_in(path, &several.iter().map(folder).collect::<Vec<_>>())),
    }
}

fn zip(path: &Path) -> Result<Files, ImportError> {
    let mut file = File::open(path).map_err(|error| unreadable(path, error))?;
    let mut first = Vec::new();
    file.by_ref().take(4).read_to_end(&mut first).map_err(|error| unreadable(path, error))?;
    // The first bytes of every zip, even of one that was cut off; the second are those of an empty zip.
    if first != *b"PK\x03\x04" && first != *b"PK\x05\x06" {
        return Err(ImportError::NotAZip { path: path.to_owned() });
    }
    let archive = ZipArchive::new(BufReader::new(file)).map_err(|error| damaged(path, error.to_string()))?;
    let mut folders = Vec::new();
    for name in archive.file_names() {
        let name = name.map_err(|error| damaged(path, error.to_string()))?;
        folders.extend(name.strip_suffix(FOODS).filter(|folder| is_top(folder)).map(str::to_owned));
    }
    folders.sort_unstable();
    let folder = match folders.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => return Err(ImportError::NotADownload { path: path.to_owned() }),
        // The top itself sorts first, before whatever lies in folders.
        [only] | [only @ "", ..] => (*only).to_owned(),
        several => return Err(several_in(path, &several.iter().map(|folder| folder.trim_end_matches('/').to_owned()).collect::<Vec<_>>())),
    };
    Ok(Files::Zip { archive, folder })
}

/// Whether this is the zip itself, or a folder at its top. Some systems add folders of their own beside it.
fn is_top(folder: &str) -> bool {
    folder.is_empty() || (folder.ends_with('/') && folder.matches('/').count() == 1 && folder != "__MACOSX/")
}

fn several_in(path: &Path, found: &[String]) -> ImportError {
    ImportError::SeveralDownloads { found: found.join(", "), path: path.to_owned() }
}

fn unreadable(path: &Path, source: io::Error) -> ImportError {
    ImportError::Unreadable { what: path.display().to_string(), source }
}

fn damaged(path: &Path, detail: String) -> ImportError {
    ImportError::ZipDamaged { detail, path: path.to_owned() }
}
