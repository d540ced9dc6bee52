//! Undo and redo from recorded changes, as long as the diary is open.

use super::{Diary, DiaryError};
use crate::store::{Change, RecordKind, StoreError};
use chrono::NaiveDate;

/// How many steps can be undone.
const DEPTH: usize = 100;

/// What a command, an undo or a redo did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The change in words: "Logged water, 250 ml".
    pub what: String,
    /// The kinds of record that changed, each once.
    pub changed: Vec<RecordKind>,
    /// The dates whose records changed, each once and in order. A record that moved counts for its old and its new date.
    pub dates: Vec<NaiveDate>,
}

/// One step that can be undone or redone.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) what: String,
    pub(super) changes: Vec<Change>,
}

impl Step {
    /// What carrying the step out did, described as `what`.
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

/// The steps that can be undone and redone, the latest last.
#[derive(Debug, Default)]
pub(super) struct UndoStack {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl UndoStack {
    /// Adds a step, unless it changed nothing, and forgets what could be redone. Returns what the step did.
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

/// Whether the step may succeed at another time. A step that cannot must be dropped, since it would block all earlier ones.
fn can_be_tried_again(error: &DiaryError) -> bool {
    !matches!(error, DiaryError::Store(StoreError::ImportGone { .. } | StoreError::Overtaken { .. }))
}

impl Diary {
    /// Undoes the last step. Returns `None` if there is none.
    ///
    /// # Errors
    /// A [`DiaryError`] if the file cannot be written. The step can be tried again, unless another window has changed its records or its
    /// import is gone.
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

    /// Redoes the step that was undone last. Returns `None` if there is none.
    ///
    /// # Errors
    /// A [`DiaryError`] if the file cannot be written. The step can be tried again, unless another window has changed its records or its
    /// import is gone.
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

    /// The step that [`undo`](Self::undo) would undo, in words. Returns `None` if there is none.
    #[must_use]
    pub fn undo_what(&self) -> Option<&str> {
        self.undo.undo.last().map(|step| step.what.as_str())
    }

    /// Reverts the changes of a step, the last one first, in one transaction. Returns the changes that this made.
    fn revert(&mut self, step: &Step) -> Result<Vec<Change>, DiaryError> {
        let now = self.clock.now().to_utc();
        let ((), changes) =
            self.store.write(|tx| step.changes.iter().rev().try_for_each(|change| tx.revert(change, now)).map_err(DiaryError::from))?;
        Ok(changes)
    }
}
