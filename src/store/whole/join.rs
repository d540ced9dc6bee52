//! Joining two versions of a record, and two diaries. The order does not matter, nor does how often: two computers that joined the same
//! diaries hold the same records.

use super::{PlainRecord, PlainValue, RecordKey, Whole};
use crate::store::note_marks::MarkedNote;
use crate::store::{ColumnClock, Times};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Two diaries in one.
#[derive(Debug)]
pub(super) struct Joined {
    pub(super) whole: Whole,
    /// The records that one of them had and that were deleted later in the other.
    pub(super) dropped: BTreeMap<RecordKey, PlainRecord>,
}

impl Whole {
    /// This diary joined with another: of each record what was changed later, and no record that was deleted since.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        self.join(other).whole
    }

    pub(super) fn join(mut self, other: Self) -> Joined {
        other.deletions.into_iter().for_each(|(key, ms)| self.add_deletion(key, ms));
        other.records.into_values().for_each(|record| self.add(record));
        let mut dropped = BTreeMap::new();
        for (key, deleted_ms) in std::mem::take(&mut self.deletions) {
            match self.records.remove(&key) {
                Some(record) if record.changed_ms > deleted_ms => drop(self.records.insert(key, record.cleared(deleted_ms))),
                record => {
                    self.deletions.insert(key, deleted_ms);
                    dropped.extend(record.map(|record| (key, record)));
                }
            }
        }
        Joined { whole: self, dropped }
    }
}

impl PlainRecord {
    /// Two versions of one record in one: what was changed later, column by column where columns have times of their own.
    #[must_use]
    pub(super) fn joined(self, other: Self) -> Self {
        let clocks = self.description().map(|of| of.clocks).unwrap_or_default();
        let of_machine = self.of_machine(&other);
        let (later, earlier) = if self.is_later_than(&other) { (self, other) } else { (other, self) };
        let mut joined = later;
        for (place, clock) in clocks.iter().enumerate() {
            joined.join_column(&earlier, place, clock);
        }
        for (column, value) in of_machine {
            joined.set(column, value);
        }
        joined
    }

    /// The record of which everything that was said up to a time was deleted.
    fn cleared(mut self, deleted_ms: i64) -> Self {
        let clocks = self.description().map(|of| of.clocks).unwrap_or_default();
        for (place, clock) in clocks.iter().enumerate() {
            match clock.times {
                Times::Value if self.clock_ms(place) <= deleted_ms => {
                    self.set(clock.of, PlainValue::Nothing);
                    self.set_clock(place, PlainValue::Whole(deleted_ms));
                }
                Times::Value => {}
                Times::Lines => {
                    let note = self.note(place, clock).cleared(deleted_ms);
                    self.set_note(place, clock, &note);
                }
            }
        }
        self
    }

    /// The record with a time for each column that has one of its own, so that two equal versions are alike.
    #[must_use]
    pub(super) fn with_clocks(mut self) -> Self {
        let clocks = self.description().map(|of| of.clocks).unwrap_or_default();
        for (place, clock) in clocks.iter().enumerate() {
            match clock.times {
                Times::Value => self.set_clock(place, PlainValue::Whole(self.clock_ms(place))),
                Times::Lines => {
                    let note = self.note(place, clock);
                    self.set_note(place, clock, &note);
                }
            }
        }
        self
    }

    /// Which of two versions is the later one. What they say decides only between two that were changed in one millisecond.
    fn is_later_than(&self, other: &Self) -> bool {
        let times = (self.changed_ms, self.created_ms).cmp(&(other.changed_ms, other.created_ms));
        let said = || (&self.values, &self.clocks, &self.parts).cmp(&(&other.values, &other.clocks, &other.parts));
        times.then_with(said).is_ge()
    }

    /// What of this version belongs to the computer and is kept whatever the other says. Empty if this computer never said anything.
    fn of_machine(&self, other: &Self) -> Vec<(&'static str, PlainValue)> {
        let Some(description) = self.description() else { return Vec::new() };
        let kept = if self.changed_ms == 0 && other.changed_ms != 0 { other } else { self };
        let columns = description.columns.iter().filter(|column| column.is_of_machine);
        columns.filter_map(|column| Some((column.name, kept.value(column.name)?.clone()))).collect()
    }

    /// Takes a column with a time of its own from the earlier version, if it was changed later there.
    fn join_column(&mut self, earlier: &Self, place: usize, clock: &ColumnClock) {
        match clock.times {
            Times::Lines => {
                let note = self.note(place, clock).joined(earlier.note(place, clock));
                self.set_note(place, clock, &note);
            }
            Times::Value => {
                // To have said something counts more than nothing; of two keys the first in the alphabet, so that "had cramps" stays.
                let version =
                    |of: &Self| (of.clock_ms(place), of.value(clock.of).map(|value| (value.is_something(), Reverse(value.clone()))));
                let taken = if version(earlier) > version(self) { earlier.clone() } else { self.clone() };
                self.set(clock.of, taken.value(clock.of).cloned().unwrap_or(PlainValue::Nothing));
                self.set_clock(place, PlainValue::Whole(taken.clock_ms(place)));
            }
        }
    }

    /// When the column with this clock was last changed, in milliseconds since 1970; 0 for what was never said.
    pub(super) fn clock_ms(&self, place: usize) -> i64 {
        let column = self.description().and_then(|of| of.clocks.get(place)).map_or("", |clock| clock.of);
        let is_said = self.value(column).is_some_and(PlainValue::is_something);
        self.clocks.get(place).and_then(PlainValue::ms).unwrap_or(if is_said { self.changed_ms } else { 0 })
    }

    pub(super) fn set_clock(&mut self, place: usize, value: PlainValue) {
        if let Some(there) = self.clocks.get_mut(place) {
            *there = value;
        }
    }

    pub(super) fn note(&self, place: usize, clock: &ColumnClock) -> MarkedNote {
        let marks = match self.clocks.get(place) {
            Some(PlainValue::Text(marks)) => Some(marks.as_str()),
            _ => None,
        };
        MarkedNote::new(self.text(clock.of).unwrap_or_default(), marks, self.changed_ms)
    }

    pub(super) fn set_note(&mut self, place: usize, clock: &ColumnClock, note: &MarkedNote) {
        self.set(clock.of, PlainValue::Text(note.text().to_owned()));
        let marks = note.marks();
        self.set_clock(place, if marks.is_empty() { PlainValue::Nothing } else { PlainValue::Text(marks) });
    }
}
