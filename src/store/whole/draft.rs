//! What a file says that people and spreadsheets may have edited, made ready for a merge.

use super::horizon::is_ahead;
use super::{PlainRecord, PlainValue, Whole};
use crate::store::{Column, Holds, RecordKind, Times, contents};
use std::collections::{BTreeMap, BTreeSet};

/// The records of a file that may have been edited by hand.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    /// The records. Where a record does not say when it was made or changed, that is 0.
    pub whole: Whole,
    /// The columns, and tables of parts, of which the file says nothing: they stay as they are.
    pub unsaid: BTreeMap<RecordKind, BTreeSet<&'static str>>,
    /// Whether times may have lost their seconds, as a spreadsheet shows them.
    pub is_coarse: bool,
}

impl Draft {
    /// The records as a merge with a diary needs them, at a time in milliseconds since 1970.
    ///
    /// A record that says when our version was changed, but something else, was edited in the file: what was edited is dated now, so that it
    /// is taken over. So is a record that does not say when it was changed. What was changed more than a day ahead, by a
    /// clock that was wrong, was changed now.
    #[must_use]
    pub fn over(self, ours: &Whole, now_ms: i64) -> Whole {
        let Self { whole, unsaid, is_coarse } = self;
        let none = BTreeSet::new();
        let deletions = whole.deletions.into_iter().map(|(key, ms)| (key, if is_ahead(ms, now_ms) { now_ms } else { ms }));
        let mut ready = Whole { records: BTreeMap::new(), deletions: deletions.collect() };
        for (key, record) in whole.records {
            let now_ms = ours.deletions.get(&key).map_or(now_ms, |deleted_ms| now_ms.max(deleted_ms.saturating_add(1)));
            let unsaid = unsaid.get(&key.0).unwrap_or(&none);
            let record = match ours.records.get(&key) {
                Some(our) => record.filled(our, unsaid).over(our, is_coarse, now_ms),
                None => record.not_after(now_ms).emptied(unsaid).dated(now_ms),
            };
            ready.records.insert(key, record);
        }
        ready
    }
}

impl PlainRecord {
    /// The record with what the file says nothing of taken from our version.
    fn filled(mut self, our: &Self, unsaid: &BTreeSet<&'static str>) -> Self {
        for column in unsaid {
            if let Some(value) = our.value(column) {
                self.set(column, value.clone());
            }
        }
        let parts = self.description().map(|of| of.parts).unwrap_or_default();
        for (place, _) in parts.iter().enumerate().filter(|(_, parts)| unsaid.contains(parts.table)) {
            if let (Some(said), Some(known)) = (self.parts.get_mut(place), our.parts.get(place)) {
                said.clone_from(known);
            }
        }
        self
    }

    /// The record with an empty text for what the file says nothing of, where the diary has an empty text for it.
    fn emptied(mut self, unsaid: &BTreeSet<&'static str>) -> Self {
        let columns = self.description().map(|of| of.columns).unwrap_or_default();
        for column in columns.iter().filter(|column| unsaid.contains(column.name) && !column.is_optional) {
            if matches!(column.holds, Holds::Text { least: 0, .. } | Holds::Keys(_) | Holds::Ids) {
                self.set(column.name, PlainValue::Text(String::new()));
            }
        }
        self
    }

    /// The record with a time where it says none.
    fn dated(mut self, now_ms: i64) -> Self {
        if self.is_single() {
            return self;
        }
        if self.changed_ms == 0 {
            self.changed_ms = now_ms;
            // The times of columns were made of a time that was not said.
            self.clocks.fill(PlainValue::Nothing);
        }
        if self.created_ms == 0 {
            self.created_ms = self.changed_ms;
        }
        self.with_clocks()
    }

    /// The record as it is merged with our version.
    fn over(self, our: &Self, is_coarse: bool, now_ms: i64) -> Self {
        let is_silent = self.changed_ms == 0 && !self.is_single();
        let is_ours = is_silent || is_one_time(our.changed_ms, self.changed_ms, is_coarse);
        if !is_ours {
            let created_ms = if self.created_ms == 0 { our.created_ms } else { self.created_ms };
            return Self { created_ms, ..self }.not_after(now_ms).with_clocks();
        }
        let edited = self.edits(our);
        let has_our_parts = self.has_parts_of(our);
        if edited.is_empty() && has_our_parts {
            // Two computers may have changed other columns of a night in one millisecond.
            return if self.changed_ms == our.changed_ms { self } else { our.clone() };
        }
        let changed_ms = now_ms.max(our.changed_ms.saturating_add(1));
        let parts = if has_our_parts { &our.parts } else { &self.parts };
        let mut record = Self { changed_ms, parts: parts.clone(), ..our.clone() };
        let clocks = record.description().map(|of| of.clocks).unwrap_or_default();
        for column in edited {
            let value = self.value(column.name).cloned().unwrap_or(PlainValue::Nothing);
            match clocks.iter().enumerate().find(|(_, clock)| clock.of == column.name) {
                Some((place, clock)) if clock.times == Times::Lines => {
                    let note = record.note(place, clock).edited(self.text(column.name).unwrap_or_default(), changed_ms);
                    record.set_note(place, clock, &note);
                }
                Some((place, _)) => {
                    record.set(column.name, value);
                    record.set_clock(place, PlainValue::Whole(changed_ms));
                }
                None => record.set(column.name, value),
            }
        }
        record
    }

    /// The columns in which it says something else than our version.
    fn edits(&self, our: &Self) -> Vec<&'static Column> {
        let columns = self.description().map(|of| of.columns).unwrap_or_default();
        let values = self.values.iter().zip(&our.values);
        columns.iter().zip(values).filter(|(column, (said, known))| !column.is_alike(said, known)).map(|(column, _)| column).collect()
    }

    /// Whether its parts say what those of our version do.
    fn has_parts_of(&self, our: &Self) -> bool {
        let described = self.description().map(|of| of.parts).unwrap_or_default();
        let are_alike = |columns: &[Column], said: &[PlainValue], known: &[PlainValue]| {
            columns.iter().zip(said.iter().zip(known)).all(|(column, (said, known))| column.is_alike(said, known))
        };
        described.iter().zip(self.parts.iter().zip(&our.parts)).all(|(parts, (said, known))| {
            said.len() == known.len() && said.iter().zip(known).all(|(said, known)| are_alike(parts.columns, said, known))
        })
    }
}

impl Column {
    /// Whether two values mean one thing: decimals as a spreadsheet rounds them, amounts in any order.
    fn is_alike(&self, one: &PlainValue, other: &PlainValue) -> bool {
        match (self.holds, one, other) {
            (Holds::Number { .. }, PlainValue::Number(one), PlainValue::Number(other)) => {
                let apart = (one - other).abs();
                apart <= 1e-10 || apart <= 1e-9 * one.abs().max(other.abs())
            }
            (Holds::Amounts, PlainValue::Text(one), PlainValue::Text(other)) => {
                one == other || matches!((contents::from_text(one), contents::from_text(other)), (Ok(one), Ok(other)) if one == other)
            }
            (_, one, other) => one == other,
        }
    }
}

/// Whether a file means the time at which our version was changed, in milliseconds since 1970. A coarse one may have lost what is less
/// than a second, or than a minute.
fn is_one_time(our_ms: i64, said_ms: i64, is_coarse: bool) -> bool {
    let apart_ms = our_ms.abs_diff(said_ms);
    let is_whole = |unit_ms: i64| said_ms % unit_ms == 0;
    apart_ms == 0 || (is_coarse && ((is_whole(1_000) && apart_ms < 1_000) || (is_whole(60_000) && apart_ms < 60_000)))
}
