//! Imports a download into the file of imported foods.

use super::ImportError;
use super::download_files::DownloadFiles;
use super::fdc::{self, DownloadContents};
use crate::domain::Import;
use crate::jobs::Worker;
use crate::store::{ImportTarget, Library};
use std::path::Path;

/// What came of an import: the foods of a download, saved in the file of imported foods but not yet in use.
///
/// The person decides: [`ImportCommand::Accept`](crate::diary::ImportCommand::Accept) with the id of the import brings the foods into
/// use, [`Library::discard`] removes them, and so does the next import. Until they are accepted no search finds them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// What was found in the download, and which rows could not be read.
    pub found: DownloadContents,
    /// The import as it was saved, with its id.
    pub import: Import,
}

/// Reads a download without saving anything, and says what [`import_download`] would find in it.
///
/// # Errors
/// An [`ImportError`] if the download as a whole cannot be read, or if the work was stopped.
pub fn preview_download(path: &Path, worker: &Worker) -> Result<DownloadContents, ImportError> {
    Ok(fdc::read(&mut DownloadFiles::open(path)?, worker)?.found)
}

/// Reads a download and saves its foods in the file of imported foods beside the diary. They are not in use until
/// [`ImportCommand::Accept`](crate::diary::ImportCommand::Accept). The diary itself is left as it is.
///
/// # Errors
/// An [`ImportError`] if the download as a whole cannot be read, or if the work was stopped. The file of imported foods is then as it was.
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
