//! Imports a download into the file of imported foods.

use super::ImportError;
use super::download_files::DownloadFiles;
use super::fdc::{self, DownloadContents};
use crate::domain::Import;
use crate::jobs::Worker;
use crate::store::{ImportTarget, Library};
use std::path::Path;

/// A finished import. It is not in use until it is accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// What the download contains, and which rows could not be read.
    pub found: DownloadContents,
    /// The import that was saved.
    pub import: Import,
}

/// Reads a download without saving anything.
///
/// # Errors
/// An [`ImportError`] if the download as a whole cannot be read, or if the work was stopped.
pub fn preview_download(path: &Path, worker: &Worker) -> Result<DownloadContents, ImportError> {
    Ok(fdc::read(&mut DownloadFiles::open(path)?, worker)?.found)
}

/// Reads a download and saves it beside the diary. It is not in use until
/// [`ImportCommand::Accept`](crate::diary::ImportCommand::Accept).
///
/// # Errors
/// An [`ImportError`] if the download as a whole cannot be read, or if the work was stopped. Nothing was changed then.
pub fn import_download(path: &Path, target: &ImportTarget, worker: &Worker) -> Result<Imported, ImportError> {
    let mut download = fdc::read(&mut DownloadFiles::open(path)?, worker)?;
    worker.begin("Saving the foods", download.count())?;
    let found = download.found.clone();
    let mut library = Library::open(&target.library)?;
    let foods = download.foods().map(|food| {
        worker.advance(1)?;
        Ok::<_, ImportError>(food)
    });
    let import = library.write(target, &found.source, foods)?;
    Ok(Imported { found, import })
}
