//! Checking the whole diary beside the window.

use super::beside::waking;
use super::screens::settings::CheckState;
use crate::clock::FixedClock;
use crate::diary::{CheckReport, Diary};
use crate::jobs::{Job, Stopped, Worker};
use crate::store::{Access, Depth, KindSet, Store, StoreError};
use egui::Context;
use std::path::PathBuf;

type Checked = Result<CheckReport, StoreError>;

/// The job that checks the diary, and what came of the last one.
#[derive(Debug, Default)]
pub(super) struct Checking {
    job: Option<Job<Checked, Stopped>>,
    result: Option<Result<CheckReport, String>>,
}

impl Checking {
    /// Starts to check the diary.
    pub(super) fn start(&mut self, diary: &Diary, context: &Context) {
        let (path, clock): (PathBuf, _) = (diary.path().to_owned(), FixedClock(diary.clock().now()));
        let work = move |_: &Worker| Ok(Store::open(&path, Access::ReadOnly).and_then(|store| Diary::new(store, Box::new(clock)).check()));
        match Job::start("check", waking(context), work) {
            Ok(job) => self.job = Some(job),
            Err(error) => {
                self.result = Some(Err(format!("The check could not be started ({error}). Close other programs and try again.")));
            }
        }
    }

    /// Takes over what the check has found. Has indexes made anew that need it, and checks again then. Returns a word about that.
    pub(super) fn poll(&mut self, diary: &mut Diary, context: &Context) -> Option<String> {
        let checked = self.job.as_mut().and_then(Job::poll)?;
        self.job = None;
        let result = match checked {
            Ok(Ok(report)) => {
                diary.judge(&report.structure);
                if report.structure.broken.is_empty() && !report.structure.indexes.is_empty() {
                    match diary.ensure_sound(Depth::Whole) {
                        Ok(word) => {
                            self.start(diary, context);
                            return word;
                        }
                        Err(error) => Err(error.to_string()),
                    }
                } else {
                    diary.note_passed_over(report.set_aside.iter().map(|found| found.kind).collect::<KindSet>());
                    Ok(report)
                }
            }
            Ok(Err(error)) => Err(error.to_string()),
            Err(stopped) => Err(stopped.to_string()),
        };
        self.result = Some(result);
        None
    }

    /// Forgets what the last check found, because it is not true any more.
    pub(super) fn forget(&mut self) {
        self.result = None;
    }

    /// Whether a check is running.
    pub(super) fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// How far the check is, for the screen.
    pub(super) fn state(&self) -> CheckState<'_> {
        match (&self.job, &self.result) {
            (Some(_), _) => CheckState::Running,
            (None, None) => CheckState::NotAsked,
            (None, Some(Ok(report))) => CheckState::Done(report),
            (None, Some(Err(words))) => CheckState::Failed(words),
        }
    }
}
