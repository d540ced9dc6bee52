//! Backups of an open diary: beside it, and in a second place that the person named.

use super::{Diary, kept_keys};
use crate::machine::{DiaryNotes, Machine, MachineError, RehearsalNote};
use crate::store::{BackupError, BackupKeys, BackupMade, BackupOrder, BackupPlace, BackupReason, StoreError, Tally};
use std::path::Path;
use uuid::Uuid;

/// What came of making backups.
#[derive(Debug, Default)]
pub struct BackupsMade {
    /// The one beside the diary; `None` if none was due.
    pub beside: Option<BackupMade>,
    /// The one in the second place, or why there is none; `None` if there is no second place, or none was due there.
    pub elsewhere: Option<Result<BackupMade, BackupError>>,
}

impl Diary {
    /// Makes a backup beside the diary and one in the second place, and removes those of which there are enough.
    ///
    /// # Errors
    /// [`BackupError`] if there is no new one beside the diary. What keeps one from the second place is part of what is returned.
    pub fn back_up(&self, machine: &Machine, why: BackupReason) -> Result<BackupsMade, BackupError> {
        let beside = self.back_up_in(&BackupPlace::beside(self.path()), machine, why)?;
        let elsewhere = self.known_second_place(machine).map(|place| self.back_up_elsewhere(&place?, machine, why));
        Ok(BackupsMade { beside: Some(beside), elsewhere })
    }

    /// Makes those backups that are due: none was made today, and the diary has records. A second place that is not there, such as a stick
    /// that is not plugged in, is passed over.
    ///
    /// # Errors
    /// [`BackupError`] if the one beside the diary was due and could not be made.
    pub fn back_up_daily(&self, machine: &Machine) -> Result<BackupsMade, BackupError> {
        let mut made = BackupsMade::default();
        if self.read().is_empty()? {
            return Ok(made);
        }
        let today = self.clock.now().date_naive();
        let is_due = |place: &BackupPlace| place.newest().is_none_or(|newest| newest.date() != today);
        let beside = BackupPlace::beside(self.path());
        if is_due(&beside) {
            made.beside = Some(self.back_up_in(&beside, machine, BackupReason::Daily)?);
        }
        let is_there_and_due = |place: &BackupPlace| place.folder().is_dir() && is_due(place);
        let elsewhere = self.known_second_place(machine).filter(|place| place.as_ref().is_ok_and(is_there_and_due) || place.is_err());
        made.elsewhere = elsewhere.map(|place| self.back_up_elsewhere(&place?, machine, BackupReason::Daily));
        Ok(made)
    }

    /// Makes a backup in a folder elsewhere, and notes that the diary was saved elsewhere.
    ///
    /// # Errors
    /// [`BackupError`] if there is no new one.
    pub fn back_up_elsewhere(&self, place: &BackupPlace, machine: &Machine, why: BackupReason) -> Result<BackupMade, BackupError> {
        let made = self.back_up_in(place, machine, why)?;
        let now = self.clock.now().to_utc();
        // What cannot be noted is said too soon again, and nothing else.
        _ = machine.note(self.path(), |notes| notes.last_saved_elsewhere = Some(now));
        Ok(made)
    }

    /// The second place, where it matters that a named one is not missed. Returns `None` if the person named none.
    fn known_second_place(&self, machine: &Machine) -> Option<Result<BackupPlace, BackupError>> {
        match machine.all_about(self.path()) {
            Ok(notes) => Some(Ok(place_elsewhere(&notes.second_place?, self.path(), machine))),
            Err(MachineError { why, path: file }) => Some(Err(BackupError::NoPlace { file, why })),
        }
    }

    fn back_up_in(&self, place: &BackupPlace, machine: &Machine, why: BackupReason) -> Result<BackupMade, BackupError> {
        let at = self.clock.now();
        let made = self.store.back_up(BackupOrder { place, at: at.naive_local(), why });
        let note = match &made {
            Ok(BackupMade { tally: Tally { nights, records, last_entry }, .. }) => {
                Some(RehearsalNote { at: at.to_utc(), nights: *nights, records: *records, last_entry: *last_entry, failed: None })
            }
            // Another window is just making one, or saving.
            Err(BackupError::Busy { .. } | BackupError::Store(StoreError::Busy { .. })) => None,
            Err(error) => Some(RehearsalNote { at: at.to_utc(), nights: 0, records: 0, last_entry: None, failed: Some(error.to_string()) }),
        };
        _ = note.map(|note| machine.note(self.path(), |notes| notes.last_rehearsal = Some(note)));
        let made = made?;
        // Old backups that cannot be deflated or removed only take room; it is tried again the next time.
        _ = place.tend(at.naive_local());
        // Foods can be imported again.
        _ = self.store.back_up_foods(place);
        Ok(made)
    }
}

/// The place where this computer keeps backups in a folder elsewhere, encrypted if copies of the diary are.
#[must_use]
pub fn place_elsewhere(folder: &Path, diary: &Path, machine: &Machine) -> BackupPlace {
    // Without notes, computers that share a folder cannot be told apart.
    let named = machine.backups_of(diary).unwrap_or(Uuid::nil());
    BackupPlace::elsewhere(folder, diary, named).encrypted_with(match kept_keys(diary, machine) {
        Ok(None) => BackupKeys::Plain,
        Ok(Some(keys)) => BackupKeys::Encrypted(Box::new(keys)),
        Err(_) => BackupKeys::Unreadable,
    })
}

/// The second place of a diary. Returns `None` if the person named none.
#[must_use]
pub fn second_place(diary: &Path, machine: &Machine) -> Option<BackupPlace> {
    let DiaryNotes { second_place, .. } = machine.about(diary);
    second_place.map(|folder| place_elsewhere(&folder, diary, machine))
}

/// Whether there is a backup of a diary, beside it or in the second place.
#[must_use]
pub fn has_backups(diary: &Path, machine: &Machine) -> bool {
    let places = [Some(BackupPlace::beside(diary)), second_place(diary, machine)];
    places.into_iter().flatten().any(|place| place.newest().is_some())
}
