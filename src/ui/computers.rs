//! The diaries of several computers, brought together beside the window.

use super::backups::BackedUp;
use super::beside::waking;
use super::open_diary::open_beside;
use super::screens::settings::{ComputersState, ComputersView, Meeting};
use crate::clock::FixedClock;
use crate::diary::{Diary, DiaryError, Merged, Step};
use crate::jobs::{Job, Stopped, Worker};
use crate::machine::DiaryNotes;
use crate::sealed::Secret;
use crate::several::{SeenComputer, SeveralError, SyncReport, Syncing, this_computer};
use crate::store::{Access, BackupError, Store, StoreError};
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// How long after the first frame the computers are brought together by themselves, in seconds.
const AFTER_S: f64 = 4.0;

/// The longest that a window which is closed waits for its snapshot to be written, as on a slow stick.
const PATIENCE_AT_THE_END: Duration = Duration::from_secs(2);

/// Nothing came from other computers.
pub(super) const NOTHING_NEW: &str = "Nothing new from your other computers.";

/// The job, and what came of the last one.
#[derive(Debug, Default)]
pub(super) struct Computers {
    job: Option<Running>,
    last: Option<Result<Meeting, Trouble>>,
    /// The other computers, as this one remembers them; `None` until they are asked for.
    seen: Option<Vec<SeenComputer>>,
    /// Whether it is done without being asked for, when the window opens and closes.
    by_itself: bool,
    /// When it is next done without being asked for, in egui's seconds.
    pub(super) at: Option<f64>,
    /// Whether the diary was changed since the others could last see it.
    pub(super) is_behind: bool,
}

#[derive(Debug)]
struct Running {
    job: Job<Met, Stopped>,
    /// Whether the person asked for it, and hears of it in any case.
    is_asked: bool,
}

/// Who asked that the diaries be brought together.
#[derive(Debug)]
pub(super) enum Asked {
    /// Nobody: the window opened.
    ByItself,
    /// The person, who may have typed what opens encrypted snapshots.
    ByPerson(Option<Secret>),
}

/// What came of bringing the diaries together.
#[derive(Debug)]
struct Met {
    /// What changed, also if something went wrong afterwards.
    step: Step,
    report: Result<SyncReport, SeveralError>,
}

/// Why it did not go well.
#[derive(Debug)]
enum Trouble {
    /// The folder is not there, as with a stick that is not plugged in.
    Away(String),
    /// What was typed does not open the encrypted snapshots: why, in a sentence.
    Locked(String),
    /// Another reason, in a sentence.
    Other(String),
}

/// What a job has to say.
#[derive(Debug)]
pub(super) struct ComputersNews {
    /// What changed, for the window to undo.
    pub(super) step: Step,
    /// What went wrong and should be heard, in a sentence; `None` if nothing did.
    pub(super) trouble: Option<String>,
    /// Whether the person asked for it.
    pub(super) is_asked: bool,
}

impl Computers {
    /// Has the diaries brought together some seconds after this time, in egui's seconds, and when the window closes.
    pub(super) fn keep_together(&mut self, now: f64) {
        (self.by_itself, self.at) = (true, Some(now + AFTER_S));
    }

    /// Begins anew for another diary, at this time in egui's seconds.
    pub(super) fn begin_anew(&mut self, now: f64) {
        let by_itself = self.by_itself;
        *self = Self::default();
        if by_itself {
            self.keep_together(now);
        }
    }

    /// Begins to bring the diaries together.
    ///
    /// # Errors
    /// A sentence for the person if it cannot begin.
    pub(super) fn meet(&mut self, of: BackedUp<'_>, folder: PathBuf, asked: Asked, context: &Context) -> Result<(), String> {
        if self.job.is_some() {
            return Ok(());
        }
        let (is_asked, secret) = match asked {
            Asked::ByItself => (false, None),
            Asked::ByPerson(secret) => (true, secret),
        };
        let (path, now, machine) = (of.path.to_owned(), of.now, of.machine.clone());
        let work = move |_: &Worker| {
            let store = match open_beside(&path) {
                Ok(store) => store,
                Err(error) => return Ok(Met { step: Step::default(), report: Err(error.into()) }),
            };
            let mut diary = Diary::new(store, Box::new(FixedClock(now)));
            let computer = this_computer();
            let syncing = Syncing { folder: &folder, machine: &machine, computer: &computer, secret: secret.as_ref() };
            let report = syncing.run(&mut diary);
            let what = report.as_ref().map_or_else(|_| "Records from your other computers".to_owned(), |report| what(&report.merged));
            Ok(Met { step: diary.hand_out(what), report })
        };
        let job = Job::start("computers", waking(context), work)
            .map_err(|error| format!("Your computers could not be brought together ({error}). Close other programs and try again."))?;
        self.job = Some(Running { job, is_asked });
        Ok(())
    }

    /// Takes over what a job has finished. Returns `None` while it is running and if there is none.
    pub(super) fn poll(&mut self) -> Option<ComputersNews> {
        let Running { job, is_asked } = self.job.as_mut()?;
        let (met, is_asked) = (job.poll()?, *is_asked);
        (self.job, self.seen) = (None, None);
        let Met { step, report } = match met {
            Ok(met) => met,
            Err(stopped) => {
                self.last = Some(Err(Trouble::Other(stopped.to_string())));
                return Some(ComputersNews { step: Step::default(), trouble: Some(stopped.to_string()), is_asked });
            }
        };
        let trouble = report.as_ref().err().filter(|error| is_asked || !is_no_matter(error)).map(ToString::to_string);
        self.last = Some(match report {
            Ok(report) => Ok(meeting(&report)),
            Err(SeveralError::Folder { path, .. }) => Err(Trouble::Away(format!(
                "{} is not there now. It is looked at again when the window next opens, or by Merge now.",
                path.display()
            ))),
            Err(SeveralError::Sealed(error)) if error.asks_for_secret() => Err(Trouble::Locked(error.to_string())),
            Err(error) => Err(Trouble::Other(error.to_string())),
        });
        Some(ComputersNews { step, trouble, is_asked })
    }

    /// Whether a job is running, which may write to the diary.
    pub(super) fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// Forgets what is not true any more after another folder was named.
    pub(super) fn changed(&mut self) {
        (self.last, self.seen) = (None, None);
    }

    /// What there is to show.
    pub(super) fn view<'a>(&'a mut self, notes: &'a DiaryNotes) -> ComputersView<'a> {
        let seen = &*self.seen.get_or_insert_with(|| Syncing::seen(notes));
        let state = match (&self.job, &self.last) {
            (Some(_), _) => ComputersState::Meeting,
            (None, None) => ComputersState::NotYet,
            (None, Some(Ok(meeting))) => ComputersState::Met(meeting),
            (None, Some(Err(Trouble::Away(words)))) => ComputersState::Away(words),
            (None, Some(Err(Trouble::Locked(words)))) => ComputersState::Locked(words),
            (None, Some(Err(Trouble::Other(words)))) => ComputersState::Failed(words),
        };
        ComputersView { folder: notes.sync_folder.as_deref(), seen, state }
    }

    /// Whether a snapshot should be left in the folder when the window closes.
    pub(super) fn leaves_a_snapshot(&self) -> bool {
        self.by_itself && self.is_behind && self.job.is_none()
    }
}

/// Whether nobody needs to hear of it who did not ask: the folder is not there, or another program is doing the same.
fn is_no_matter(error: &SeveralError) -> bool {
    match error {
        SeveralError::Folder { .. }
        | SeveralError::Diary(DiaryError::Backup(BackupError::Busy { .. } | BackupError::Store(StoreError::Busy { .. }))) => true,
        SeveralError::Diary(error) => super::waiting::is_busy(error),
        _ => false,
    }
}

/// Writes a snapshot of a diary that is being closed into a folder, if that is there. It waits for this only so long.
pub(super) fn leave_snapshot(of: BackedUp<'_>, folder: PathBuf) {
    let (path, now, machine) = (of.path.to_owned(), of.now, of.machine.clone());
    let (tell, told) = channel();
    let work = move || {
        let computer = this_computer();
        let syncing = Syncing { folder: &folder, machine: &machine, computer: &computer, secret: None };
        let leave = |path: &Path| -> Result<bool, SeveralError> {
            let diary = Diary::new(Store::open(path, Access::ReadOnly)?, Box::new(FixedClock(now)));
            syncing.leave(&diary)
        };
        if folder.is_dir()
            && let Err(error) = leave(&path)
        {
            log::warn!("what was logged last goes to the other computers when the window next opens: {error}");
        }
        // Nobody listens any more after it took too long.
        _ = tell.send(());
    };
    match thread::Builder::new().name("snapshot".to_owned()).spawn(work) {
        Ok(_ends_with_the_program) => _ = told.recv_timeout(PATIENCE_AT_THE_END),
        Err(error) => log::warn!("what was logged last goes to the other computers when the window next opens: {error}"),
    }
}

/// What came, in one line.
fn what(merged: &[Merged]) -> String {
    merged.iter().map(|merged| merged.done.what.as_str()).collect::<Vec<_>>().join("; ")
}

fn meeting(report: &SyncReport) -> Meeting {
    let what = if report.merged.is_empty() { NOTHING_NEW.to_owned() } else { format!("{}.", what(&report.merged)) };
    let details = report.merged.iter().flat_map(|merged| merged.report.details()).collect();
    Meeting { what, details, refused: report.refused.clone(), locked_count: report.locked.len() }
}
