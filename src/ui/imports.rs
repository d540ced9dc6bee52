//! Importing foods while the window goes on: the job that reads a download, and the one that makes imports searchable.

use super::beside::waking;
use super::screens::food::ImportState;
use crate::diary::{Diary, ImportedBook};
use crate::domain::ImportId;
use crate::exchange::{ImportError, Imported, import_download};
use crate::jobs::{Job, Stopped, Worker};
use crate::store::{Library, StoreError};
use egui::Context;
use std::path::PathBuf;

type Index = Result<Option<ImportedBook>, StoreError>;

/// The jobs of an import, and what came of the last one.
#[derive(Debug, Default)]
pub(super) struct Imports {
    reading: Option<Job<Imported, ImportError>>,
    shown: ReadingResult,
    indexing: Option<Job<Index, Stopped>>,
    /// Removing 400,000 foods takes a while.
    discarding: Option<Job<Result<(), StoreError>, Stopped>>,
    library: Option<PathBuf>,
}

/// What came of reading a download.
#[derive(Debug, Default)]
enum ReadingResult {
    #[default]
    Nothing,
    Refused(String),
    /// Written, but not in use until it is accepted.
    Ready(Box<Imported>),
}

impl Imports {
    /// Starts a job that reads a download.
    pub(super) fn start(&mut self, path: PathBuf, diary: &mut Diary, context: &Context) {
        self.discard();
        let target = match diary.import_target() {
            Ok(target) => target,
            Err(error) => {
                self.shown = ReadingResult::Refused(error.to_string());
                return;
            }
        };
        self.library = Some(target.library.clone());
        match Job::start("import", waking(context), move |worker| import_download(&path, &target, worker)) {
            Ok(job) => self.reading = Some(job),
            Err(error) => {
                self.shown =
                    ReadingResult::Refused(format!("The import could not be started ({error}). Close other programs and try again."));
            }
        }
    }

    /// Stops the reading. The job ends soon and leaves the library as it was.
    pub(super) fn cancel(&self) {
        if let Some(job) = &self.reading {
            job.cancel();
        }
    }

    /// Removes the foods that were read and not accepted.
    pub(super) fn discard(&mut self) {
        if let (ReadingResult::Ready(imported), Some(library)) = (std::mem::take(&mut self.shown), &self.library) {
            let (library, id) = (library.clone(), imported.import.id);
            // What is not in use takes only room; the next import removes it if this does not.
            let work = move |_: &Worker| Ok(Library::open(&library).and_then(|mut library| library.discard(id)));
            self.discarding = Job::start("discard import", || {}, work).ok();
        }
    }

    /// The import that waits to be accepted, if there is one.
    pub(super) fn ready(&self) -> Option<ImportId> {
        if let ReadingResult::Ready(imported) = &self.shown { Some(imported.import.id) } else { None }
    }

    /// Takes in that the import was accepted.
    pub(super) fn accepted(&mut self) {
        self.shown = ReadingResult::Nothing;
    }

    /// Starts a job that makes the imported foods in use searchable.
    pub(super) fn index(&mut self, diary: &mut Diary, context: &Context) {
        let Some(path) = diary.library_path().map(std::path::Path::to_owned).filter(|path| path.exists()) else {
            self.indexing = None;
            diary.set_imported(None);
            return;
        };
        let work = move |worker: &Worker| Ok(ImportedBook::read(&path, || !worker.is_cancelled()));
        match Job::start("food index", waking(context), work) {
            Ok(job) => self.indexing = Some(job),
            Err(error) => log::error!("imported foods cannot be searched: {error}"),
        }
    }

    /// Takes over what jobs have finished.
    pub(super) fn poll(&mut self, diary: &mut Diary) {
        if let Some(result) = self.reading.as_mut().and_then(Job::poll) {
            self.reading = None;
            self.shown = match result {
                Ok(imported) => ReadingResult::Ready(Box::new(imported)),
                Err(ImportError::Stopped(Stopped::Cancelled)) => ReadingResult::Nothing,
                Err(error) => ReadingResult::Refused(error.to_string()),
            };
        }
        if self.discarding.as_mut().and_then(Job::poll).is_some() {
            self.discarding = None;
        }
        let Some(result) = self.indexing.as_mut().and_then(Job::poll) else { return };
        self.indexing = None;
        match result {
            Ok(Ok(book)) => diary.set_imported(book),
            Ok(Err(error)) => {
                log::error!("{error}");
                diary.imports_changed();
            }
            Err(stopped) => log::error!("{stopped}"),
        }
    }

    /// Whether a job is running.
    pub(super) fn is_busy(&self) -> bool {
        self.reading.is_some() || self.indexing.is_some() || self.discarding.is_some()
    }

    /// How far the import is, for the screen.
    pub(super) fn state(&self) -> ImportState<'_> {
        match (&self.reading, &self.shown) {
            (Some(job), _) => ImportState::Reading(job.progress()),
            (None, ReadingResult::Refused(words)) => ImportState::Refused(words),
            (None, ReadingResult::Ready(imported)) => ImportState::Ready(&imported.found),
            (None, ReadingResult::Nothing) => ImportState::Nothing,
        }
    }
}
