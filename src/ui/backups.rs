//! Backups while the window goes on: the jobs that make, list, read and restore them.

use super::beside::{in_words, waking};
use super::screens::backups::{BackupList, BackupsView, RestoreStep, too_long_alone};
use crate::clock::FixedClock;
use crate::diary::{BackupsMade, Diary, kept_keys, second_place};
use crate::jobs::{Job, Stopped, Worker};
use crate::machine::{DiaryNotes, Machine};
use crate::sealed::{Opener, Secret};
use crate::store::{
    Access, Backup, BackupError, BackupPlace, BackupReason, Restoration, Restored, Store, StoreError, copies_before_upgrades,
};
use chrono::{DateTime, FixedOffset};
use egui::Context;
use std::io;
use std::path::{Path, PathBuf};

/// A job whose result, good or bad, is told in words.
type Working<T> = Job<Result<T, BackupError>, Stopped>;

/// The jobs, and what came of the last ones.
#[derive(Debug, Default)]
pub(super) struct Backups {
    making: Option<Making>,
    /// What this computer knows of the diary; `None` until it is read, and after it changed.
    notes: Option<DiaryNotes>,
    listing: Option<Working<Vec<Backup>>>,
    listed: Option<Vec<Backup>>,
    reading: Option<Reading>,
    read: ReadBackup,
    restoring: Option<Working<Restored>>,
}

/// When backups that are due are made.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) enum BacksUp {
    /// Only when they are asked for.
    #[default]
    WhenAsked,
    /// At this time, in egui's seconds.
    At(f64),
    /// It was done for this date.
    Done,
}

/// A backup that is being made.
#[derive(Debug)]
struct Making {
    job: Working<BackupsMade>,
    /// Whether the person asked for it, and hears of it.
    is_asked: bool,
}

/// A backup that is being read.
#[derive(Debug)]
struct Reading {
    job: Working<Restoration>,
    file: PathBuf,
}

/// What came of reading a backup.
#[derive(Debug, Default)]
enum ReadBackup {
    #[default]
    Nothing,
    Refused(String),
    /// It is encrypted, and needs a secret, or another one than was typed.
    Locked {
        file: PathBuf,
        words: String,
    },
    Ready(Box<Restoration>),
}

/// What jobs have to say.
#[derive(Debug)]
pub(super) enum BackupNews {
    /// What went well, in a sentence.
    Done(String),
    /// What went wrong, in a sentence.
    Trouble(String),
    /// A backup took the place of the diary; or why not, in a sentence.
    Restored(Result<Restored, String>),
}

impl Backups {
    /// Makes a backup beside the window: one that the person asked for, or those that are due.
    pub(super) fn make(&mut self, of: BackedUp<'_>, is_asked: bool, context: &Context) -> Option<BackupNews> {
        if self.making.is_some() {
            return None;
        }
        let (path, now, machine) = (of.path.to_owned(), of.now, of.machine.clone());
        let work = move |_: &Worker| {
            let opened = Store::open(&path, Access::ReadOnly).map(|store| Diary::new(store, Box::new(FixedClock(now))));
            Ok(opened
                .map_err(BackupError::from)
                .and_then(|diary| if is_asked { diary.back_up(&machine, BackupReason::Asked) } else { diary.back_up_daily(&machine) }))
        };
        match Job::start("backup", waking(context), work) {
            Ok(job) => self.making = Some(Making { job, is_asked }),
            Err(error) => return Some(BackupNews::Trouble(not_started(&error))),
        }
        None
    }

    /// Reads the list of backups beside the window.
    pub(super) fn list(&mut self, of: BackedUp<'_>, context: &Context) {
        if self.listing.is_some() {
            return;
        }
        let (path, now, machine) = (of.path.to_owned(), of.now, of.machine.clone());
        let work = move |_: &Worker| {
            let places = [Some(BackupPlace::beside(&path)), second_place(&path, &machine)];
            let mut found: Vec<_> = places.iter().flatten().flat_map(BackupPlace::list).collect();
            found.extend(copies_before_upgrades(&path, now));
            Ok(Ok(found))
        };
        self.listed = None;
        match Job::start("list of backups", waking(context), work) {
            Ok(job) => self.listing = Some(job),
            Err(error) => self.read = ReadBackup::Refused(not_started(&error)),
        }
    }

    /// Reads a backup beside the window, tries it, and compares it with the diary. An encrypted one is opened with the keys of this computer,
    /// else with the secret.
    pub(super) fn read(&mut self, file: PathBuf, secret: Option<Secret>, of: BackedUp<'_>, context: &Context) {
        let (diary, machine, backup) = (of.path.to_owned(), of.machine.clone(), file.clone());
        self.read = ReadBackup::Nothing;
        let work = move |_: &Worker| {
            // Where they cannot be read the secret is asked for.
            let keys = kept_keys(&diary, &machine).ok().flatten();
            Ok(Restoration::prepare(&backup, &diary, Opener { keys: keys.as_ref(), secret: secret.as_ref() }))
        };
        match Job::start("read backup", waking(context), work) {
            Ok(job) => self.reading = Some(Reading { job, file }),
            Err(error) => self.read = ReadBackup::Refused(not_started(&error)),
        }
    }

    /// Reads the encrypted backup again that needed a secret.
    pub(super) fn unlock(&mut self, secret: Secret, of: BackedUp<'_>, context: &Context) {
        if let ReadBackup::Locked { file, .. } = std::mem::take(&mut self.read) {
            self.read(file, Some(secret), of, context);
        }
    }

    /// Forgets the backup that was read.
    pub(super) fn leave(&mut self) {
        (self.reading, self.read) = (None, ReadBackup::Nothing);
    }

    /// Whether a backup was read and can be restored.
    pub(super) fn is_ready(&self) -> bool {
        matches!(self.read, ReadBackup::Ready(_))
    }

    /// Puts the backup that was read in the place of the diary, which nobody here has open any more. Returns whether that has begun.
    pub(super) fn restore(&mut self, of: BackedUp<'_>, context: &Context) -> bool {
        let ReadBackup::Ready(restoration) = std::mem::take(&mut self.read) else { return false };
        let (path, at, machine) = (of.path.to_owned(), of.now.naive_local(), of.machine.clone());
        let work = move |_: &Worker| {
            let restored = restoration.replace(&BackupPlace::beside(&path), at);
            if restored.is_ok() {
                _ = machine.note_restored(&path);
            }
            Ok(restored)
        };
        self.restoring = Job::start("restore", waking(context), work).ok();
        self.restoring.is_some()
    }

    /// Takes over what jobs have finished. Returns what there is to say.
    pub(super) fn poll(&mut self) -> Option<BackupNews> {
        if let Some(found) = self.listing.as_mut().and_then(Job::poll) {
            self.listing = None;
            self.listed = Some(found.ok().and_then(Result::ok).unwrap_or_default());
        }
        if let Some(reading) = &mut self.reading
            && let Some(read) = reading.job.poll()
        {
            self.read = read_backup(read, std::mem::take(&mut reading.file));
            self.reading = None;
        }
        if let Some(restored) = self.restoring.as_mut().and_then(Job::poll) {
            self.restoring = None;
            return Some(BackupNews::Restored(in_words(restored)));
        }
        let Making { job, is_asked } = self.making.as_mut()?;
        let (made, is_asked) = (job.poll()?, *is_asked);
        self.making = None;
        self.changed();
        let is_busy = matches!(made, Ok(Err(BackupError::Busy { .. } | BackupError::Store(StoreError::Busy { .. }))));
        match in_words(made) {
            Ok(BackupsMade { elsewhere: Some(Err(error)), .. }) => Some(BackupNews::Trouble(error.to_string())),
            Ok(BackupsMade { beside: Some(_), elsewhere: Some(Ok(_)) }) if is_asked => {
                Some(BackupNews::Done("Saved a backup here and elsewhere, and restored both in a trial.".to_owned()))
            }
            Ok(_) if is_asked => Some(BackupNews::Done("Saved a backup, and restored it in a trial.".to_owned())),
            // Whoever has the diary makes one, or it is tried again the next time.
            Err(_) if is_busy && !is_asked => None,
            Err(words) => Some(BackupNews::Trouble(words)),
            Ok(_) => None,
        }
    }

    /// A word that the diary was not saved elsewhere for a while, for a person who named a place for that. Returns `None` if it was.
    pub(super) fn word_on_second_place(&mut self, of: BackedUp<'_>) -> Option<String> {
        let BackupsView { notes, now, .. } = self.view(of);
        notes.second_place.as_ref().and_then(|_named| too_long_alone(notes, now))
    }

    /// Forgets what is not true any more after a backup was made, or something was noted.
    pub(super) fn changed(&mut self) {
        (self.notes, self.listed) = (None, None);
    }

    /// Whether a job is running.
    pub(super) fn is_busy(&self) -> bool {
        self.making.is_some() || self.listing.is_some() || self.reading.is_some() || self.restoring.is_some()
    }

    /// What there is to show.
    pub(super) fn view(&mut self, of: BackedUp<'_>) -> BackupsView<'_> {
        let notes = &*self.notes.get_or_insert_with(|| of.machine.about(of.path));
        let list = match (&self.listing, &self.listed) {
            (Some(_), _) => BackupList::Reading,
            (None, Some(listed)) => BackupList::Known(listed),
            (None, None) => BackupList::NotAsked,
        };
        let restore = match (&self.reading, &self.read) {
            (Some(_), _) => RestoreStep::Reading,
            (None, ReadBackup::Nothing) => RestoreStep::NotAsked,
            (None, ReadBackup::Refused(words)) => RestoreStep::Refused(words),
            (None, ReadBackup::Locked { words, .. }) => RestoreStep::Locked(words),
            (None, ReadBackup::Ready(restoration)) => RestoreStep::Ready(restoration.preview()),
        };
        BackupsView { notes, now: of.now.to_utc(), is_making: self.making.is_some(), list, restore }
    }
}

/// The diary of which backups are made.
#[derive(Debug, Clone, Copy)]
pub(super) struct BackedUp<'a> {
    /// The diary file.
    pub(super) path: &'a Path,
    pub(super) now: DateTime<FixedOffset>,
    pub(super) machine: &'a Machine,
}

/// What came of reading the backup in a file.
fn read_backup(read: Result<Result<Restoration, BackupError>, Stopped>, file: PathBuf) -> ReadBackup {
    match read {
        Ok(Err(BackupError::Encrypted { error, .. })) if error.asks_for_secret() => ReadBackup::Locked { file, words: error.to_string() },
        read => match in_words(read) {
            Ok(restoration) => ReadBackup::Ready(Box::new(restoration)),
            Err(words) => ReadBackup::Refused(words),
        },
    }
}

fn not_started(error: &io::Error) -> String {
    format!("The backups could not be looked after ({error}). Close other programs and try again.")
}
