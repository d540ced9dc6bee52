//! Undo and redo from recorded changes, for the session.

use super::{Diary, DiaryError};
use crate::store::{Change, RecordKind, StoreError};
use chrono::NaiveDate;

/// How many steps can be taken back.
const DEPTH: usize = 100;

/// What a command, undo or redo did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// In words: "Logged water, 250 ml".
    pub what: String,
    /// The kinds of record that changed, each once.
    pub changed: Vec<RecordKind>,
    /// The dates whose records changed, as they were or as they are: each once, in order.
    pub dates: Vec<NaiveDate>,
}

/// One step that can be taken back.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) what: String,
    pub(super) changes: Vec<Change>,
}

impl Step {
    fn done(&self, what: String) -> Done {
        let mut changed = Vec::new();
        for kind in self.changes.iter().map(Change::kind) {
            if !changed.contains(&kind) {
                changed.push(kind);
            }
        }
        let mut dates: Vec<_> = self.changes.iter().flat_map(Change::dates).collect();
        dates.sort_unstable();
        dates.dedup();
        Done { what, changed, dates }
    }
}

#[derive(Debug, Default)]
pub(super) struct UndoStack {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl UndoStack {
    /// Remembers a step; one that changed nothing is nothing to undo.
    pub(super) fn push(&mut self, step: Step) -> Done {
        let done = step.done(step.what.clone());
        if !step.changes.is_empty() {
            self.redo.clear();
            self.undo.push(step);
            if self.undo.len() > DEPTH {
                self.undo.remove(0);
            }
        }
        done
    }
}

/// Whether the step may work another time; one that cannot would stand before all earlier ones for good.
fn can_be_tried_again(error: &DiaryError) -> bool {
    !matches!(error, DiaryError::Store(StoreError::ImportGone { .. } | StoreError::Overtaken { .. }))
}

impl Diary {
    /// Takes the last step back. `None` when there is none.
    ///
    /// # Errors
    /// A [`DiaryError`] when the file cannot be written; the step can be tried again.
    pub fn undo(&mut self) -> Result<Option<Done>, DiaryError> {
        let Some(step) = self.undo.undo.pop() else { return Ok(None) };
        match self.revert(&step) {
            Ok(changes) => {
                let reverse = Step { what: step.what, changes };
                let done = reverse.done(format!("Undone: {}", reverse.what));
                self.undo.redo.push(reverse);
                Ok(Some(done))
            }
            Err(error) => {
                if can_be_tried_again(&error) {
                    self.undo.undo.push(step);
                }
                Err(error)
            }
        }
    }

    /// Does the last undone step again. `None` when there is none.
    ///
    /// # Errors
    /// A [`DiaryError`] when the file cannot be written; the step can be tried again.
    pub fn redo(&mut self) -> Result<Option<Done>, DiaryError> {
        let Some(step) = self.undo.redo.pop() else { return Ok(None) };
        match self.revert(&step) {
            Ok(changes) => {
                let again = Step { what: step.what, changes };
                let done = again.done(format!("Done again: {}", again.what));
                self.undo.undo.push(again);
                Ok(Some(done))
            }
            Err(error) => {
                if can_be_tried_again(&error) {
                    self.undo.redo.push(step);
                }
                Err(error)
            }
        }
    }

    /// What undo would take back.
    #[must_use]
    pub fn undo_what(&self) -> Option<&str> {
        self.undo.undo.last().map(|step| step.what.as_str())
    }

    fn revert(&mut self, step: &Step) -> Result<Vec<Change>, DiaryError> {
        let now = self.clock.now().to_utc();
        let ((), changes) =
            self.store.write(|tx| step.changes.iter().rev().try_for_each(|change| tx.revert(change, now)).map_err(DiaryError::from))?;
        Ok(changes)
    }
}
