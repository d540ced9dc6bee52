//! Merging: what another diary holds comes into this one, as one step that can be taken back.

use super::undo::Step;
use super::{Diary, DiaryError, Done};
use crate::domain::counted;
use crate::machine::Machine;
use crate::store::{
    BackupMade, BackupReason, Difference, Draft, Horizon, MergePlan, MergeReport, PlainValue, RecordKind, Settled, StoreError, Whole,
};
use chrono::NaiveDate;

/// What a merge did.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The step, as for any other command.
    pub done: Done,
    /// What came, went and was settled.
    pub report: MergeReport,
}

/// What comes into a diary.
#[derive(Debug)]
pub enum Coming {
    /// What another diary holds.
    Diary(Whole),
    /// What a file says that may have been edited by hand.
    File(Draft),
}

/// What came of taking something in.
#[derive(Debug)]
pub struct TakenIn {
    /// What came, as one step.
    pub merged: Merged,
    /// The backup beside the diary of what it held before; `None` if nothing came, or the diary was empty.
    pub before: Option<BackupMade>,
}

impl Diary {
    /// All that the diary holds and that can be read, as plain rows.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn whole(&self) -> Result<Whole, StoreError> {
        self.read().whole()
    }

    /// Plans a merge without changing anything.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn plan_merge(&self, theirs: &Whole) -> Result<MergePlan, StoreError> {
        Ok(self.whole()?.plan(theirs, self.horizon()))
    }

    /// Takes in what another diary holds, as one step to undo. `from` says whose it is: "the laptop".
    ///
    /// # Errors
    /// A [`DiaryError`] when the diary file cannot be read or written. Nothing is changed then.
    pub fn merge(&mut self, theirs: Whole, from: &str) -> Result<Merged, DiaryError> {
        Ok(self.take_over(Coming::Diary(theirs), from, None)?.merged)
    }

    /// Plans an import without changing anything.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn plan_import(&self, draft: Draft) -> Result<MergePlan, StoreError> {
        let ours = self.whole()?;
        let theirs = draft.over(&ours, self.clock().now().timestamp_millis());
        Ok(ours.plan(&theirs, self.horizon()))
    }

    /// Takes in what a file says that may have been edited by hand, as one step to undo. `from` says which: "diary.json".
    ///
    /// # Errors
    /// A [`DiaryError`] when the diary file cannot be read or written. Nothing is changed then.
    pub fn import(&mut self, draft: Draft, from: &str) -> Result<Merged, DiaryError> {
        Ok(self.take_over(Coming::File(draft), from, None)?.merged)
    }

    /// Takes in what comes, as one step to undo, after a backup of what the diary holds. If nothing comes, or the diary is empty, there is no
    /// backup. `from` says whose it is.
    ///
    /// # Errors
    /// A [`DiaryError`] when the diary file cannot be read or written, or there is no new backup beside it. Nothing is changed then.
    pub fn take_in(&mut self, coming: Coming, from: &str, machine: &Machine) -> Result<TakenIn, DiaryError> {
        self.take_over(coming, from, Some(machine))
    }

    /// The latest times that what comes may have.
    fn horizon(&self) -> Horizon {
        Horizon::after(self.clock().now())
    }

    /// Plans once, backs up if something comes and the `machine` to note it on is given, and writes what was planned.
    fn take_over(&mut self, coming: Coming, from: &str, machine: Option<&Machine>) -> Result<TakenIn, DiaryError> {
        self.store.ensure_file()?;
        let (why, of) = (coming.reason(), self.read().changes_by_others()?);
        let ours = self.whole()?;
        let theirs = coming.over(&ours, self.clock().now().timestamp_millis());
        let horizon = self.horizon();
        let plan = ours.plan(&theirs, horizon);
        drop(ours);
        let before = match machine {
            Some(machine) if !plan.report.is_empty() && !self.read().is_empty()? => self.back_up(machine, why)?.beside,
            _ => None,
        };
        let mut report = MergeReport::default();
        let changes = self.work(|work| {
            // Another program may have written while the backup was made.
            let is_of_now = work.read().changes_by_others()? == of;
            let plan = if is_of_now { plan } else { work.read().whole()?.plan(&theirs, horizon) };
            let refused = work.tx.carry_out(&plan)?;
            report = plan.report;
            report.refused.extend(refused);
            Ok(())
        })?;
        let done = self.undo.push(Step::new(report.sentence(from), changes));
        Ok(TakenIn { merged: Merged { done, report }, before })
    }
}

impl Coming {
    /// Why a backup is made before it comes.
    fn reason(&self) -> BackupReason {
        match self {
            Self::Diary(_) => BackupReason::BeforeMerge,
            Self::File(_) => BackupReason::BeforeImport,
        }
    }

    /// The records as a merge with ours needs them, at a time in milliseconds since 1970.
    fn over(self, ours: &Whole, now_ms: i64) -> Whole {
        match self {
            Self::Diary(theirs) => theirs,
            Self::File(draft) => draft.over(ours, now_ms),
        }
    }
}

impl MergeReport {
    /// What the merge brings in one line: "12 nights from the laptop, 42 records in all, 1 difference settled".
    #[must_use]
    pub fn sentence(&self, from: &str) -> String {
        let entries: usize = [&self.added, &self.changed, &self.deleted].into_iter().flatten().map(|(_, count)| count).sum();
        let mut what = match (self.nights, entries) {
            (_, 0) => format!("Nothing new from {from}"),
            (0, entries) => format!("{} from {from}", counted(entries, "record")),
            (nights, entries) => format!("{} from {from}, {} in all", counted(nights, "night"), counted(entries, "record")),
        };
        let settled = self.differences.len() + self.settled.len();
        let more = [(settled, "difference", "settled"), (self.refused.len(), "record", "left out")];
        for (count, noun, became) in more.into_iter().filter(|(count, ..)| *count > 0) {
            what = format!("{what}, {} {became}", counted(count, noun));
        }
        what
    }

    /// How many records are added, changed and deleted, in a line each: "added: 12 nights, 3 drinks".
    #[must_use]
    pub fn counts(&self) -> Vec<String> {
        let named = [("added", &self.added), ("changed", &self.changed), ("deleted", &self.deleted)];
        let words = |counts: &[(RecordKind, usize)]| -> Vec<_> {
            counts.iter().filter_map(|(kind, count)| Some(counted(*count, kind.description()?.noun))).collect()
        };
        let lines = named.into_iter().map(|(what, counts)| (what, words(counts))).filter(|(_, words)| !words.is_empty());
        lines.map(|(what, words)| format!("{what}: {}", words.join(", "))).collect()
    }

    /// Each difference, and what was settled, in a line each.
    #[must_use]
    pub fn details(&self) -> Vec<String> {
        let differences = self.differences.iter().map(Difference::words);
        let settled = self.settled.iter().map(Settled::words);
        differences.chain(settled).collect()
    }
}

impl Difference {
    /// The difference in words: "The drink of 19 Nov 2026: volume 250 ml here, 300 ml there; 300 ml stays, which was said later".
    #[must_use]
    pub fn words(&self) -> String {
        let noun = self.kind.description().map_or("record", |of| of.noun);
        let named = match (self.date, &self.name) {
            (Some(date), _) => format!("The {noun} of {}", day(date)),
            (None, Some(name)) => format!("The {noun} {name}"),
            (None, None) => format!("The {noun}"),
        };
        let columns = self.columns.iter().map(|(column, [here, there, now])| {
            let said = |value: &PlainValue| format!("{} {}", words(value), column.unit).trim_end().to_owned();
            let name = column.words.split(", ").next().unwrap_or(column.words);
            format!("{name} {} here, {} there; {} stays", said(here), said(there), said(now))
        });
        format!("{named}: {}", columns.collect::<Vec<_>>().join("; "))
    }
}

impl Settled {
    /// What was settled, in a sentence.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::FactorKept { name } => format!("{name} was deleted in one diary and answered in the other: it stays, retired."),
            Self::HadCramps { night } => {
                format!("The night of {} was said to be without cramps, and had some: it had cramps.", day(*night))
            }
            Self::NotDisturbed { night } => format!("The night of {} had no cramps, as was said later, so none disturbed it.", day(*night)),
            Self::Renamed { noun, from, to } => {
                format!("Both diaries had a record called {from} ({noun}): one of the two is called {to} now.")
            }
            Self::Stretched { day: of } => format!("{} was said to be without stretching, and has some.", day(*of)),
        }
    }
}

fn day(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

/// A value as it may stand in a sentence.
fn words(value: &PlainValue) -> String {
    match value {
        PlainValue::Nothing => "nothing".to_owned(),
        PlainValue::Whole(number) => number.to_string(),
        PlainValue::Number(number) => number.to_string(),
        PlainValue::Text(text) => {
            let short: String = text.chars().take(40).collect();
            if short.len() < text.len() { format!("\u{201c}{short}…\u{201d}") } else { format!("\u{201c}{short}\u{201d}") }
        }
        PlainValue::Id(_) => "another".to_owned(),
    }
}
