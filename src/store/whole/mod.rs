//! All that a diary holds, as plain rows without the types of records: what leaves the program, comes into it, and is merged.
//!
//! Whatever walks a [`Whole`] knows of a kind only its [`Description`], so a new kind takes part without a line of code.

mod draft;
mod horizon;
mod join;
mod plain_value;
mod plan;
mod read;
mod settle;
mod write;

pub use draft::Draft;
pub use horizon::Horizon;
pub use plain_value::PlainValue;
pub use plan::{Difference, MergePlan, MergeReport};
pub use settle::Settled;

use super::derived_ids::id_of;
use super::{Description, RecordKind, Rows};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What tells a record from every other: its kind, and its id; the nil id for a kind of which there is one.
pub type RecordKey = (RecordKind, Uuid);

/// All records of a diary that can be read, and which were deleted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Whole {
    pub(super) records: BTreeMap<RecordKey, PlainRecord>,
    /// When records were deleted, in milliseconds since 1970. A record that was changed later is there all the same.
    pub(super) deletions: BTreeMap<RecordKey, i64>,
}

/// A record as it lies in its tables.
#[derive(Debug, Clone, PartialEq)]
pub struct PlainRecord {
    /// Which kind it is.
    pub kind: RecordKind,
    /// Its id; nil for a kind of which there is one.
    pub id: Uuid,
    /// When it was first saved, in milliseconds since 1970; 0 for a kind of which there is one.
    pub created_ms: i64,
    /// When it was last changed, in milliseconds since 1970; 0 for what was never changed.
    pub changed_ms: i64,
    /// What it says, in the order of [`Description::columns`].
    pub values: Vec<PlainValue>,
    /// When parts of it were changed, in the order of [`Description::clocks`]; nothing stands for `changed_ms`.
    pub clocks: Vec<PlainValue>,
    /// Of each of [`Description::parts`] its rows, each in the order of its columns. Rows are sorted.
    pub parts: Vec<Vec<Vec<PlainValue>>>,
}

impl Whole {
    /// The records, by kind and id.
    pub fn records(&self) -> impl Iterator<Item = &PlainRecord> {
        self.records.values()
    }

    /// The records that were deleted, each with the time in milliseconds since 1970.
    pub fn deletions(&self) -> impl Iterator<Item = (RecordKey, i64)> {
        self.deletions.iter().map(|(key, ms)| (*key, *ms))
    }

    /// How many records there are, without those of which every diary has one.
    #[must_use]
    pub fn record_count(&self) -> usize {
        self.records().filter(|record| !record.is_single()).count()
    }

    /// Adds a record, or joins it with the one that has its key.
    pub fn add(&mut self, record: PlainRecord) {
        let record = record.with_clocks();
        let joined = match self.records.remove(&record.key()) {
            Some(known) => known.joined(record),
            None => record,
        };
        self.records.insert(joined.key(), joined);
    }

    /// Adds that a record was deleted at a time, in milliseconds since 1970.
    pub fn add_deletion(&mut self, key: RecordKey, deleted_ms: i64) {
        let known = self.deletions.entry(key).or_insert(deleted_ms);
        *known = deleted_ms.max(*known);
    }

    /// Leaves the records for which `stays` is true. Deletions stay.
    pub fn retain(&mut self, stays: impl Fn(&PlainRecord) -> bool) {
        self.records.retain(|_, record| stays(record));
    }

    /// Forgets which records were deleted: what is left says only what there is.
    pub fn forget_deletions(&mut self) {
        self.deletions.clear();
    }
}

impl PlainRecord {
    /// What tells it from every other record.
    #[must_use]
    pub fn key(&self) -> RecordKey {
        (self.kind, self.id)
    }

    /// How records of its kind lie in the diary file. Returns `None` for imported foods, of which there is no plain record.
    #[must_use]
    pub fn description(&self) -> Option<Description> {
        self.kind.description()
    }

    /// Whether every diary has just one of its kind.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.description().is_some_and(|of| of.rows == Rows::One)
    }

    /// What it says in the column with this name. Returns `None` if its kind has no such column.
    #[must_use]
    pub fn value(&self, column: &str) -> Option<&PlainValue> {
        self.values.get(self.place(column)?)
    }

    /// The date that it belongs to. Returns `None` for a record without one.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        self.text(self.description()?.date?)?.parse().ok()
    }

    /// The text in the column with this name. Returns `None` if there is no text, or no such column.
    #[must_use]
    pub fn text(&self, column: &str) -> Option<&str> {
        match self.value(column)? {
            PlainValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The id that is derived from what it says. Returns `None` for a kind whose records have ids of their own.
    #[must_use]
    pub fn derived_id(&self) -> Option<Uuid> {
        let description = self.description()?;
        if description.key.is_empty() {
            return None;
        }
        let key: Vec<_> = description.key.iter().filter_map(|column| self.value(column)).map(PlainValue::to_sql).collect();
        Some(id_of(description.table, key.iter()))
    }

    /// An id for a record that comes without one, made of all that it says: reading a file twice gives no doubles. `nth` tells equal
    /// records of one file apart, from 0.
    #[must_use]
    pub fn id_by_content(&self, nth: u32) -> Uuid {
        let parts = self.parts.iter().flatten().flatten();
        let said = self.values.iter().chain(parts).map(PlainValue::to_sql);
        let said: Vec<_> = said.chain([rusqlite::types::Value::Integer(nth.into())]).collect();
        id_of(self.description().map_or("", |of| of.table), said.iter())
    }

    /// Why the diary file cannot hold it, in words: "severity 11". Returns `None` if each value is one that its column may hold.
    #[must_use]
    pub fn fault(&self) -> Option<String> {
        let description = self.description()?;
        let of_parts = description.parts.iter().zip(&self.parts).flat_map(|(parts, rows)| rows.iter().map(|row| (parts.columns, row)));
        let rows = [(description.columns, &self.values)].into_iter().chain(of_parts);
        rows.flat_map(|(columns, values)| columns.iter().zip(values)).find_map(|(column, value)| column.fault(value))
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.description()?.columns.iter().position(|of| of.name == column)
    }

    /// Replaces what it says in a column. A kind without such a column stays as it is.
    pub(super) fn set(&mut self, column: &str, value: PlainValue) {
        if let Some(there) = self.place(column).and_then(|place| self.values.get_mut(place)) {
            *there = value;
        }
    }
}
