//! Undo and redo from recorded changes, as long as the diary is open.

use super::{Diary, DiaryError};
use crate::domain::{Day, Night};
use crate::store::{Change, RecordKind, StoreError, When};
use chrono::{Datelike as _, NaiveDate};
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashSet};

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
#[derive(Debug, Default)]
pub struct Step {
    pub(super) what: String,
    pub(super) changes: Vec<Change>,
    /// The visit to a text field in which all of it was typed; `None` for anything else.
    pub(super) visit: Option<u64>,
    /// Found out when it is first asked for: a step may be thousands of records. More of a visit changes the same ones.
    when: OnceCell<StepDates>,
}

/// The dates that a step is about.
#[derive(Debug, Default)]
struct StepDates {
    /// The dates whose records changed, each once and in order.
    dates: Vec<NaiveDate>,
    /// Whether every record with a date is one of a night.
    is_of_a_night: bool,
}

impl Step {
    /// Whether it changed nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// A step that was not typed.
    pub(super) fn new(what: String, changes: Vec<Change>) -> Self {
        Self { what, changes, visit: None, when: OnceCell::new() }
    }

    /// A step that was typed in this visit to a text field.
    pub(super) fn typed(what: String, changes: Vec<Change>, visit: u64) -> Self {
        Self { visit: Some(visit), ..Self::new(what, changes) }
    }

    /// Whether `next` is more of what was typed into the same record in the same visit to a text field.
    fn goes_on_with(&self, next: &Self) -> bool {
        let record = |change: &Change| (change.kind(), change.dates().into_iter().collect::<BTreeSet<_>>());
        let records = |step: &Self| step.changes.iter().map(record).collect::<HashSet<_>>();
        self.visit.is_some() && self.visit == next.visit && records(self) == records(next)
    }

    /// What carrying the step out did, described as `what`.
    fn done(&self, what: String) -> Done {
        let mut changed = Vec::new();
        for kind in self.changes.iter().map(Change::kind) {
            if !changed.contains(&kind) {
                changed.push(kind);
            }
        }
        Done { what, changed, dates: self.when().dates.clone() }
    }

    fn when(&self) -> &StepDates {
        self.when.get_or_init(|| {
            let mut dates: Vec<_> = self.changes.iter().flat_map(Change::dates).collect();
            dates.sort_unstable();
            dates.dedup();
            let columns = self.changes.iter().filter_map(|change| change.kind().description()?.date);
            let is_of_a_night = columns.into_iter().all(|column| Some(column) == <Night as When>::COLUMN);
            StepDates { dates, is_of_a_night }
        })
    }

    /// The step in words that name its day, with the year if it is not `this_year`: "Logged water, 250 ml (Thu 19 Nov)".
    fn named(&self, this_year: i32) -> String {
        let StepDates { dates, is_of_a_night } = self.when();
        let day = |date: NaiveDate| {
            let year = if date.year() == this_year { String::new() } else { format!(" {}", date.year()) };
            format!("{}{year}", Day::new(date).label())
        };
        let when = match dates[..] {
            [] => return self.what.clone(),
            [date] if *is_of_a_night && date.year() == this_year => Night::new(date).label(),
            [date] if *is_of_a_night => Night::new(date).label_with_year(),
            [date] => day(date),
            [first, second] => format!("{} and {}", day(first), day(second)),
            [first, .., last] => format!("{} to {}", day(first), day(last)),
        };
        if self.what.contains(&when) { self.what.clone() } else { format!("{} ({when})", self.what) }
    }
}

/// The steps that can be undone and redone, the latest last.
#[derive(Debug, Default)]
pub(super) struct UndoStack {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl UndoStack {
    /// Adds a step, unless it changed nothing, and forgets what could be redone. What was typed in one visit to a text field, with nothing
    /// in between, becomes one step, with the words of its end. Returns what the step did.
    pub(super) fn push(&mut self, step: Step) -> Done {
        let done = step.done(step.what.clone());
        if !step.changes.is_empty() {
            self.redo.clear();
            match self.undo.last_mut() {
                Some(last) if last.goes_on_with(&step) => {
                    last.what = step.what;
                    last.changes.extend(step.changes);
                }
                _ => self.undo.push(step),
            }
            if self.undo.len() > DEPTH {
                self.undo.remove(0);
            }
        }
        done
    }
}

/// Whether the step may succeed at another time. A step that cannot must be dropped, since it would block all earlier ones.
fn can_be_tried_again(error: &DiaryError) -> bool {
    !matches!(error, DiaryError::Store(StoreError::ImportGone { .. } | StoreError::Overtaken { .. }) | DiaryError::NotReverted { .. })
}

impl Diary {
    /// Undoes the last step, if all of its records are as it left them and the rules between records hold afterwards. Returns `None` if
    /// there is none.
    ///
    /// # Errors
    /// [`DiaryError::NotReverted`] if another window has changed its records, or the [`DiaryError`] for which the file cannot be written.
    /// Nothing is changed then. The step can be tried again, unless its records or its import have changed.
    pub fn undo(&mut self) -> Result<Option<Done>, DiaryError> {
        let Some(step) = self.undo.undo.pop() else { return Ok(None) };
        match self.revert(&step, "undone") {
            Ok(changes) => {
                let reverse = Step::new(step.what, changes);
                let done = reverse.done(format!("Undone: {}", reverse.named(self.this_year())));
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

    /// The visit to a text field in which the step was typed that [`undo`](Self::undo) would undo. Returns `None` if it was not typed, or
    /// if there is none.
    #[must_use]
    pub fn last_visit(&self) -> Option<u64> {
        self.undo.undo.last().and_then(|step| step.visit)
    }

    /// Redoes the step that was undone last, under the conditions of [`undo`](Self::undo). Returns `None` if there is none.
    ///
    /// # Errors
    /// Those of [`undo`](Self::undo).
    pub fn redo(&mut self) -> Result<Option<Done>, DiaryError> {
        let Some(step) = self.undo.redo.pop() else { return Ok(None) };
        match self.revert(&step, "done again") {
            Ok(changes) => {
                let again = Step::new(step.what, changes);
                let done = again.done(format!("Done again: {}", again.named(self.this_year())));
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

    /// Hands out all that can be undone as one step, in these words, and can undo it no more: a diary that another thread has open on
    /// this file takes the step over.
    pub fn hand_out(&mut self, what: String) -> Step {
        let steps = std::mem::take(&mut self.undo).undo;
        Step::new(what, steps.into_iter().flat_map(|step| step.changes).collect())
    }

    /// Takes over a step that was carried out in this file by another diary, so that it can be undone here. Returns what it did.
    pub fn take_over_step(&mut self, step: Step) -> Done {
        self.undo.push(step)
    }

    /// The step that [`undo`](Self::undo) would undo, in words. Returns `None` if there is none.
    #[must_use]
    pub fn undo_what(&self) -> Option<&str> {
        self.undo.undo.last().map(|step| step.what.as_str())
    }

    /// The step that [`redo`](Self::redo) would do again, in words. Returns `None` if there is none.
    #[must_use]
    pub fn redo_what(&self) -> Option<&str> {
        self.undo.redo.last().map(|step| step.what.as_str())
    }

    /// The step that [`undo`](Self::undo) would undo, in words that name its day: "Logged water, 250 ml (Thu 19 Nov)". Returns `None` if
    /// there is none.
    #[must_use]
    pub fn undo_named(&self) -> Option<String> {
        self.undo.undo.last().map(|step| step.named(self.this_year()))
    }

    /// The step that [`redo`](Self::redo) would do again, in words that name its day. Returns `None` if there is none.
    #[must_use]
    pub fn redo_named(&self) -> Option<String> {
        self.undo.redo.last().map(|step| step.named(self.this_year()))
    }

    /// Reverts the changes of a step, the last one first, in one transaction. Returns the changes that this made.
    fn revert(&mut self, step: &Step, verb: &'static str) -> Result<Vec<Change>, DiaryError> {
        let reverted = self.work(|work| {
            let now = work.now;
            step.changes.iter().rev().try_for_each(|change| work.tx.revert(change, now))?;
            step.changes.iter().try_for_each(|change| work.ensure_rules_hold(change))
        });
        reverted.map_err(|why| match why {
            DiaryError::Store(StoreError::ChangedSince { .. }) => self.not_reverted(step, verb, why),
            DiaryError::Store(_) => why,
            rule => self.not_reverted(step, verb, rule),
        })
    }

    fn not_reverted(&self, step: &Step, verb: &'static str, why: DiaryError) -> DiaryError {
        DiaryError::NotReverted { verb, step: step.named(self.this_year()), why: Box::new(why) }
    }

    fn this_year(&self) -> i32 {
        self.clock.now().year()
    }
}
