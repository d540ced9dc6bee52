//! Exports and imports while the window goes on: the jobs that write a file, read one, and take it in.

use super::backups::BackedUp;
use super::beside::{in_words, waking};
use super::open_diary::open_beside;
use super::screens::settings::{FilePreview, ImportStep, OwnFilesView, OwnFormat};
use crate::clock::FixedClock;
use crate::diary::{Coming, Diary, Step, kept_keys};
use crate::domain::counted;
use crate::exchange::own::{CsvStyle, OwnFileError, Selection, export_csv, export_encrypted, export_json, read_any};
use crate::jobs::{Job, Stopped, Worker};
use crate::machine::{DiaryNotes, Machine};
use crate::sealed::{Opener, SealedError, Secret};
use crate::store::{Access, Draft, Store, StoreError};
use egui::Context;
use std::io;
use std::path::{Path, PathBuf};

/// A job whose result, good or bad, is told in words.
type Working<T> = Job<Result<T, Unmoved>, Stopped>;

/// The jobs, and what came of the last ones.
#[derive(Debug, Default)]
pub(super) struct OwnFiles {
    exporting: Option<Working<String>>,
    reading: Option<Reading>,
    read: ReadFile,
    taking_in: Option<Working<Step>>,
}

/// A file that is being read.
#[derive(Debug)]
struct Reading {
    job: Working<Ready>,
    file: PathBuf,
}

/// What came of reading a file.
#[derive(Debug, Default)]
enum ReadFile {
    #[default]
    Nothing,
    Refused(String),
    /// It is encrypted, and needs a secret, or another one than was typed.
    Locked {
        file: PathBuf,
        words: String,
    },
    Ready(Box<Ready>),
}

/// A file that was read, and what it would change.
#[derive(Debug)]
struct Ready {
    draft: Draft,
    preview: FilePreview,
}

/// Why a file was not written, read or taken in.
#[derive(Debug, thiserror::Error)]
enum Unmoved {
    #[error(transparent)]
    Diary(#[from] crate::diary::DiaryError),
    #[error(transparent)]
    OwnFile(#[from] OwnFileError),
    #[error(transparent)]
    Sealed(#[from] SealedError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a job has to say.
#[derive(Debug)]
pub(super) enum OwnFileNews {
    /// What was exported and where it is, in a sentence.
    Exported(String),
    /// What came into the diary, for the window to undo.
    TakenIn(Step),
    /// What went wrong, in a sentence.
    Trouble(String),
}

impl OwnFiles {
    /// Writes all of the diary into a file or folder.
    ///
    /// # Errors
    /// A sentence for the person if it cannot begin.
    pub(super) fn export(&mut self, of: BackedUp<'_>, format: OwnFormat, to: PathBuf, context: &Context) -> Result<(), String> {
        if self.exporting.is_some() {
            return Ok(());
        }
        let (path, machine) = (of.path.to_owned(), of.machine.clone());
        let work = move |_: &Worker| Ok(export(&path, &machine, format, &to));
        self.exporting = Some(Job::start("export", waking(context), work).map_err(|error| not_started(&error))?);
        Ok(())
    }

    /// Reads an export or another diary, and finds out what it would change. An encrypted one is opened with the keys of this computer, else
    /// with the secret.
    ///
    /// # Errors
    /// A sentence for the person if it cannot begin.
    pub(super) fn read(&mut self, of: BackedUp<'_>, file: PathBuf, secret: Option<Secret>, context: &Context) -> Result<(), String> {
        let (path, machine, clock) = (of.path.to_owned(), of.machine.clone(), FixedClock(of.now));
        let from = file.clone();
        let work = move |_: &Worker| {
            // Where they cannot be read the secret is asked for.
            let keys = kept_keys(&path, &machine).ok().flatten();
            Ok(read(&path, clock, &from, Opener { keys: keys.as_ref(), secret: secret.as_ref() }))
        };
        self.read = ReadFile::Nothing;
        let job = Job::start("read import", waking(context), work).map_err(|error| not_started(&error))?;
        self.reading = Some(Reading { job, file });
        Ok(())
    }

    /// Reads the encrypted file again that needed a secret.
    ///
    /// # Errors
    /// A sentence for the person if it cannot begin.
    pub(super) fn unlock(&mut self, of: BackedUp<'_>, secret: Secret, context: &Context) -> Result<(), String> {
        match std::mem::take(&mut self.read) {
            ReadFile::Locked { file, .. } => self.read(of, file, Some(secret), context),
            other => {
                self.read = other;
                Ok(())
            }
        }
    }

    /// Forgets the file that was read.
    pub(super) fn leave(&mut self) {
        (self.reading, self.read) = (None, ReadFile::Nothing);
    }

    /// Takes the file in that was read, as one step, after a backup.
    ///
    /// # Errors
    /// A sentence for the person if it cannot begin.
    pub(super) fn take_in(&mut self, of: BackedUp<'_>, context: &Context) -> Result<(), String> {
        let ReadFile::Ready(ready) = std::mem::take(&mut self.read) else { return Ok(()) };
        let (path, clock, machine) = (of.path.to_owned(), FixedClock(of.now), of.machine.clone());
        let work = move |_: &Worker| {
            let Ready { draft, preview } = *ready;
            let take_in = || -> Result<Step, Unmoved> {
                let mut diary = Diary::new(open_beside(&path)?, Box::new(clock));
                let taken = diary.take_in(Coming::File(draft), &preview.from, &machine)?;
                Ok(diary.hand_out(taken.merged.done.what))
            };
            Ok(take_in())
        };
        self.taking_in = Some(Job::start("import", waking(context), work).map_err(|error| not_started(&error))?);
        Ok(())
    }

    /// Takes over what jobs have finished. Returns what there is to say.
    pub(super) fn poll(&mut self) -> Option<OwnFileNews> {
        if let Some(Reading { mut job, file }) = self.reading.take() {
            match job.poll() {
                None => self.reading = Some(Reading { job, file }),
                Some(Ok(Ok(ready))) => self.read = ReadFile::Ready(Box::new(ready)),
                Some(Ok(Err(error))) if error.asks_for_secret() => self.read = ReadFile::Locked { file, words: error.to_string() },
                Some(Ok(Err(error))) => self.read = ReadFile::Refused(error.to_string()),
                Some(Err(stopped)) => self.read = ReadFile::Refused(stopped.to_string()),
            }
        }
        if let Some(exported) = self.exporting.as_mut().and_then(Job::poll) {
            self.exporting = None;
            return Some(in_words(exported).map_or_else(OwnFileNews::Trouble, OwnFileNews::Exported));
        }
        let taken = self.taking_in.as_mut().and_then(Job::poll)?;
        self.taking_in = None;
        Some(in_words(taken).map_or_else(OwnFileNews::Trouble, OwnFileNews::TakenIn))
    }

    /// Whether a job is running.
    pub(super) fn is_busy(&self) -> bool {
        self.exporting.is_some() || self.reading.is_some() || self.is_taking_in()
    }

    /// Whether a job is writing to the diary.
    pub(super) fn is_taking_in(&self) -> bool {
        self.taking_in.is_some()
    }

    /// What there is to show.
    pub(super) fn view(&self, notes: &DiaryNotes) -> OwnFilesView<'_> {
        let import = match (&self.reading, &self.taking_in, &self.read) {
            (Some(_), _, _) => ImportStep::Reading,
            (None, Some(_), _) => ImportStep::TakingIn,
            (None, None, ReadFile::Nothing) => ImportStep::NotAsked,
            (None, None, ReadFile::Refused(words)) => ImportStep::Refused(words),
            (None, None, ReadFile::Locked { words, .. }) => ImportStep::Locked(words),
            (None, None, ReadFile::Ready(ready)) => ImportStep::Ready(&ready.preview),
        };
        OwnFilesView { is_exporting: self.exporting.is_some(), can_encrypt: notes.sealed.is_some(), import }
    }
}

fn export(diary: &Path, machine: &Machine, format: OwnFormat, to: &Path) -> Result<String, Unmoved> {
    let whole = Store::open(diary, Access::ReadOnly)?.read().whole()?;
    match format {
        OwnFormat::Json => export_json(&whole, &Selection::default(), to)?,
        OwnFormat::Encrypted => {
            let keys = kept_keys(diary, machine)?.ok_or(SealedError::NeedsPassword)?;
            export_encrypted(&whole, &Selection::default(), to, &keys)?;
        }
        OwnFormat::Tables => export_csv(&whole, &Selection::default(), CsvStyle::default(), to)?,
    }
    Ok(format!("Exported {}: {}", counted(whole.record_count(), "record"), to.display()))
}

fn read(diary: &Path, clock: FixedClock, file: &Path, with: Opener<'_>) -> Result<Ready, Unmoved> {
    let mut incoming = read_any(file, with)?;
    let from = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
    let draft = std::mem::take(&mut incoming.draft);
    let diary = Diary::new(Store::open(diary, Access::ReadOnly)?, Box::new(clock));
    let report = diary.plan_import(draft.clone())?.report;
    let preview = FilePreview {
        what: report.sentence(&from),
        from,
        is_new: !report.is_empty(),
        counts: report.counts(),
        details: report.details(),
        left_out_count: incoming.left_out_count + report.refused.len(),
        left_out: incoming.left_out.into_iter().chain(report.refused).collect(),
        unknown: incoming.unknown,
    };
    Ok(Ready { draft, preview })
}

impl Unmoved {
    /// Whether the password of an encrypted file is needed, or another one than was typed.
    fn asks_for_secret(&self) -> bool {
        matches!(self, Self::OwnFile(error) if error.asks_for_secret())
    }
}

fn not_started(error: &io::Error) -> String {
    format!("That could not be begun ({error}). Close other programs and try again.")
}
