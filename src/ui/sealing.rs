//! Turning the encryption of copies on and off beside the window: a password takes its time to become a key.

use super::beside::waking;
use super::screens::settings::SealedState;
use crate::diary::{kept_keys, second_place};
use crate::jobs::{Job, Stopped, Worker};
use crate::machine::Machine;
use crate::sealed::{Cost, Keys, Password, RecoveryWords, SealedError};
use egui::Context;
use std::path::{Path, PathBuf};

/// What is to change about encrypted copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealingChange {
    /// Copies are encrypted from now on; this password opens them, and these words.
    TurnOn(Password, RecoveryWords),
    /// Another password opens copies from now on.
    NewPassword(Password),
    /// Copies are plain from now on.
    TurnOff,
}

/// What was done, or why it was not, in a sentence.
type Said = Result<String, String>;

/// Whether copies are encrypted, and the job that changes it.
#[derive(Debug, Default)]
pub(super) struct Sealing {
    job: Option<Job<Said, Stopped>>,
    /// What the notes of this computer say; `None` until it is asked for.
    known: Option<SealedState>,
}

impl Sealing {
    /// Starts to change the encryption of the copies of a diary.
    pub(super) fn start(&mut self, change: SealingChange, of: KeptFor, context: &Context) -> Result<(), String> {
        let work = move |_: &Worker| Ok(of.carry_out(&change));
        let job = Job::start("sealing", waking(context), work);
        self.job = Some(job.map_err(|error| format!("The keys could not be made ({error}). Close other programs and try again."))?);
        Ok(())
    }

    /// Returns what came of the change, once. Returns `None` while it is running and if there is none.
    pub(super) fn poll(&mut self) -> Option<Said> {
        let said = self.job.as_mut().and_then(Job::poll)?;
        (self.job, self.known) = (None, None);
        Some(said.unwrap_or_else(|stopped| Err(stopped.to_string())))
    }

    /// Whether a change is running.
    pub(super) fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// Has the notes read again when they are next shown.
    pub(super) fn forget(&mut self) {
        self.known = None;
    }

    /// Whether the copies of a diary are encrypted, for the screen.
    pub(super) fn state(&mut self, machine: &Machine, diary: &Path) -> SealedState {
        if self.job.is_some() { SealedState::Changing } else { *self.known.get_or_insert_with(|| state_of(machine, diary)) }
    }
}

fn state_of(machine: &Machine, diary: &Path) -> SealedState {
    match kept_keys(diary, machine) {
        Ok(None) => SealedState::Off,
        Ok(Some(_)) => SealedState::On,
        Err(_) => SealedState::Unreadable,
    }
}

/// The diary whose copies are meant, and where its keys are kept.
#[derive(Debug)]
pub(super) struct KeptFor {
    pub(super) machine: Machine,
    pub(super) diary: PathBuf,
}

impl KeptFor {
    fn carry_out(&self, change: &SealingChange) -> Said {
        let words = |error: SealedError| error.to_string();
        let (keys, said, so_are) = match change {
            SealingChange::TurnOn(password, recovery) => {
                let keys = Keys::make(password, recovery, Cost::STANDARD).map_err(words)?;
                (Some(keys), "New copies are encrypted from now on.", "So are those in the second place.")
            }
            SealingChange::NewPassword(password) => {
                let kept = kept_keys(&self.diary, &self.machine).map_err(words)?;
                let kept = kept.ok_or_else(|| "Encryption is turned off by now.".to_owned())?;
                let keys = kept.with_new_password(password, Cost::STANDARD).map_err(words)?;
                (Some(keys), "New copies have the new password from now on.", "So have those in the second place.")
            }
            SealingChange::TurnOff => (None, "New copies are plain from now on.", ""),
        };
        let kept = keys.as_ref().map(Keys::kept);
        self.machine.note(&self.diary, |notes| notes.sealed = kept).map_err(|error| error.to_string())?;
        let place = second_place(&self.diary, &self.machine).filter(|_| keys.is_some());
        let Some(place) = place else { return Ok(said.to_owned()) };
        if !place.folder().is_dir() {
            return Ok(format!("{said} Those in the second place follow with the next backup there."));
        }
        place.renew_keys().map_err(|error| format!("{said} Older ones are as they were: {error}"))?;
        Ok(format!("{said} {so_are}"))
    }
}
