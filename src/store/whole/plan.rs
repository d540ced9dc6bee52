//! What a merge would write, and what it means to the person: the same for a preview and for the merge itself.

use super::settle::{Settled, settle};
use super::{Horizon, PlainRecord, PlainValue, RecordKey, Whole};
use crate::store::{Column, RecordKind, Times};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What has to be written so that a diary holds what another one holds too.
#[derive(Debug, Clone, PartialEq)]
pub struct MergePlan {
    /// The records to be added or replaced, in the order in which one may refer to another.
    pub(super) puts: Vec<PlainRecord>,
    /// The records to be deleted, those that refer to others first, and the deletions to be remembered.
    pub(super) deletions: Vec<(RecordKey, i64)>,
    /// What it means to the person.
    pub report: MergeReport,
}

/// What a merge brings.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MergeReport {
    /// How many records come that were not there, by kind.
    pub added: Vec<(RecordKind, usize)>,
    /// How many records say something else than before, by kind.
    pub changed: Vec<(RecordKind, usize)>,
    /// How many records go because they were deleted in the other diary, by kind.
    pub deleted: Vec<(RecordKind, usize)>,
    /// How many nights say more than before, of which a record is added, changed or deleted.
    pub nights: usize,
    /// The records of which the two diaries say different things.
    pub differences: Vec<Difference>,
    /// What was settled because records did not go together.
    pub settled: Vec<Settled>,
    /// What the other diary says that no diary can hold, or that is dated in the future, in words.
    pub refused: Vec<String>,
}

/// A record of which two diaries say different things.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Which kind it is.
    pub kind: RecordKind,
    /// The date that it belongs to; `None` for a record without one.
    pub date: Option<NaiveDate>,
    /// The name that it has; `None` for one without a name.
    pub name: Option<String>,
    /// Each column with a difference: what it says here, there, and from now on.
    pub columns: Vec<(&'static Column, [PlainValue; 3])>,
}

impl MergeReport {
    /// Whether nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.deleted.is_empty()
    }
}

impl Whole {
    /// This diary with what another one holds, and the rules between records held: what a merge leaves.
    #[must_use]
    pub fn merged(self, mut theirs: Self) -> Self {
        theirs.take_unfit();
        self.settled_with(theirs).0
    }

    /// This diary joined with what a diary can hold of another one, and what was settled.
    fn settled_with(self, theirs: Self) -> (Self, Vec<Settled>) {
        let mut joined = self.join(theirs);
        let settled = settle(&mut joined);
        (joined.whole, settled)
    }

    /// Plans how this diary comes to hold what another one holds too, but for what is dated after the horizon.
    #[must_use]
    pub fn plan(&self, theirs: &Self, horizon: Horizon) -> MergePlan {
        let mut fit = theirs.clone();
        let (unfit, ahead) = (fit.take_unfit(), fit.take_ahead(self, horizon));
        let (joined, settled) = self.clone().settled_with(fit);
        let is_taken = |key: &RecordKey| !unfit.contains_key(key) && !ahead.records.contains_key(key);
        let theirs_of = |key: &RecordKey| theirs.records.get(key).filter(|_| is_taken(key));
        let mut report = MergeReport { settled, ..MergeReport::default() };
        let mut nights = BTreeSet::new();
        let mut puts = Vec::new();
        for (key, record) in &joined.records {
            let ours = self.records.get(key);
            if ours == Some(record) {
                continue;
            }
            puts.push(record.clone());
            if ours.is_some_and(|ours| ours.says_what(record)) {
                continue;
            }
            count(if ours.is_some() { &mut report.changed } else { &mut report.added }, key.0);
            nights.extend(record.night());
        }
        for (key, ours) in &self.records {
            if !joined.records.contains_key(key) {
                count(&mut report.deleted, key.0);
                nights.extend(ours.night());
            }
            report.differences.extend(difference(ours, theirs_of(key), joined.records.get(key)));
        }
        report.nights = nights.len();
        report.refused = unfit.into_values().chain(ahead.words()).collect();
        let deletions = joined.deletions.iter().rev().filter(|(key, ms)| self.deletions.get(key) != Some(ms));
        MergePlan { puts, deletions: deletions.map(|(key, ms)| (*key, *ms)).collect(), report }
    }

    /// Takes out what no diary can hold. Returns why, in words.
    fn take_unfit(&mut self) -> BTreeMap<RecordKey, String> {
        let mut unfit = BTreeMap::new();
        self.records.retain(|key, record| match record.fault() {
            Some(fault) => {
                unfit.insert(*key, format!("{}: {fault}", record.named()));
                false
            }
            None => true,
        });
        unfit
    }
}

impl PlainRecord {
    /// What it is: "the drink of 19 November 2026", "the factor Late coffee".
    #[must_use]
    pub fn named(&self) -> String {
        let noun = self.description().map_or("record", |of| of.noun);
        match (self.date(), self.text("name")) {
            (Some(date), _) => format!("the {noun} of {}", date.format("%-d %B %Y")),
            (None, Some(name)) => format!("the {noun} {name}"),
            (None, None) => format!("the {noun}"),
        }
    }

    /// Whether another version says what this one does, whenever it was changed.
    fn says_what(&self, other: &Self) -> bool {
        self.values == other.values && self.parts == other.parts
    }

    /// The night that it belongs to. Returns `None` for a record of a day, and for one without a date.
    fn night(&self) -> Option<NaiveDate> {
        self.date().filter(|_| self.description().and_then(|of| of.date) == Some(Column::NIGHT.name))
    }
}

/// What two diaries say differently about one record that both have. Returns `None` if it is nothing.
fn difference(ours: &PlainRecord, theirs: Option<&PlainRecord>, now: Option<&PlainRecord>) -> Option<Difference> {
    let (theirs, now, description) = (theirs?, now?, ours.description()?);
    let is_list = |column: &Column| description.clocks.iter().any(|clock| clock.of == column.name && clock.times == Times::Lines);
    let told = description.columns.iter().filter(|column| !column.is_of_machine && !is_list(column));
    let columns = told.filter_map(|column| {
        let said = [ours, theirs, now].map(|record| record.value(column.name).cloned().unwrap_or(PlainValue::Nothing));
        let [here, there, _] = &said;
        // Where only one of them says something, nothing is contradicted.
        (here != there && here.is_something() && there.is_something()).then_some((column, said))
    });
    let columns: Vec<_> = columns.collect();
    let name = ours.text("name").map(ToOwned::to_owned);
    (!columns.is_empty()).then(|| Difference { kind: ours.kind, date: ours.date(), name, columns })
}

fn count(counts: &mut Vec<(RecordKind, usize)>, kind: RecordKind) {
    match counts.last_mut() {
        Some((last, count)) if *last == kind => *count += 1,
        _ => counts.push((kind, 1)),
    }
}
