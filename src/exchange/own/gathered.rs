//! Records as they come out of a file, one after the other, and what is said of those that cannot be taken.

use super::OwnFileError;
use crate::store::{Draft, PlainRecord, PlainValue, RecordKey, RecordKind};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use uuid::Uuid;

/// How many sentences are kept of what is left out, and of what is not known, so that a spoiled file does not fill the memory.
const KEPT: usize = 1000;

/// How many records and deletions a file may have, so that a spoiled one does not fill the memory: ten years have 84,000.
const MOST_RECORDS: usize = 500_000;

/// What a file says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Incoming {
    /// Its records.
    pub draft: Draft,
    /// The records that were left out since they cannot be read, or are there twice, each in words: the first 1,000.
    pub left_out: Vec<String>,
    /// How many records were left out.
    pub left_out_count: usize,
    /// What this version does not know and has left out, with how often it is there: "\"mood\" of cramp, 12 times".
    pub unknown: Vec<String>,
}

/// Takes in records.
pub(super) struct Gathered {
    incoming: Incoming,
    /// How many records and deletions the file has until now.
    count: usize,
    /// Names the place of a record: the name of its kind, and its number in the file.
    place: fn(&str, u64) -> String,
    /// The number of each record in the file.
    seen: HashMap<RecordKey, u64>,
    /// How many records without an id said what is said by the record that this id was made of.
    equal: HashMap<Uuid, u32>,
    unknown: BTreeMap<String, usize>,
}

impl Gathered {
    pub(super) fn new(place: fn(&str, u64) -> String) -> Self {
        Self { incoming: Incoming::default(), count: 0, place, seen: HashMap::new(), equal: HashMap::new(), unknown: BTreeMap::new() }
    }

    /// Counts a record, or that one was deleted, before it is read. Returns whether it is worth reading: not in a file that has too many, which
    /// is refused in the end.
    pub(super) fn counts_one(&mut self) -> bool {
        self.count += 1;
        self.count <= MOST_RECORDS
    }

    /// Takes a record, whose id is the nil one. `id` is the id that stands beside it; `None` if there is none.
    pub(super) fn take(&mut self, number: u64, id: Option<Uuid>, mut record: PlainRecord) {
        let Some(of) = record.description() else { return };
        record.parts.iter_mut().for_each(|rows| {
            rows.sort_unstable();
            rows.dedup();
        });
        // What the file says nothing of is looked at when it is known.
        if !self.incoming.draft.unsaid.contains_key(&record.kind)
            && let Some(fault) = record.fault()
        {
            return self.leave_out(of.name, number, &fault);
        }
        if !record.is_single() {
            let has_key = of.key.iter().all(|column| record.value(column).is_some_and(PlainValue::is_something));
            record.id = match record.derived_id().filter(|_| has_key).or(id) {
                Some(id) => id,
                None if has_key => self.free_id(&record),
                None => return self.leave_out(of.name, number, &format!("it says neither its id nor its {}.", of.key.join(" and "))),
            };
        }
        if let Some(earlier) = self.seen.insert(record.key(), number) {
            let earlier = (self.place)(of.name, earlier);
            let again = format!("this record is there already, in {earlier}. A new one has an id of its own, or none.");
            return self.leave_out(of.name, number, &again);
        }
        self.incoming.draft.whole.add(record);
    }

    /// Notes that a record was left out.
    pub(super) fn leave_out(&mut self, kind: &str, number: u64, why: &str) {
        let place = (self.place)(kind, number);
        self.leave_out_at(&place, why);
    }

    /// Notes that something at a place was left out.
    pub(super) fn leave_out_at(&mut self, place: &str, why: &str) {
        self.incoming.left_out_count += 1;
        if self.incoming.left_out.len() < KEPT {
            self.incoming.left_out.push(format!("{place}: {why}"));
        }
    }

    /// Notes something that this version does not know: "\"mood\" of cramp".
    pub(super) fn unknown(&mut self, what: String) {
        if self.unknown.len() < KEPT || self.unknown.contains_key(&what) {
            *self.unknown.entry(what).or_default() += 1;
        }
    }

    /// Notes that a record was deleted.
    pub(super) fn deleted(&mut self, key: RecordKey, deleted_ms: i64) {
        self.incoming.draft.whole.add_deletion(key, deleted_ms);
    }

    /// Notes that the file says nothing of these columns, or tables of parts.
    pub(super) fn unsaid(&mut self, kind: RecordKind, names: BTreeSet<&'static str>) {
        if !names.is_empty() {
            self.incoming.draft.unsaid.insert(kind, names);
        }
    }

    /// Notes that times have lost what is less than a second or a minute.
    pub(super) fn is_coarse(&mut self) {
        self.incoming.draft.is_coarse = true;
    }

    /// All that was taken in from a file.
    ///
    /// # Errors
    /// [`OwnFileError::Garbled`] if it has more records than any diary.
    pub(super) fn done(self, path: &Path) -> Result<Incoming, OwnFileError> {
        if self.count > MOST_RECORDS {
            let what = "has more than 500,000 records, as no diary has".to_owned();
            return Err(OwnFileError::Garbled { path: path.to_owned(), what });
        }
        let unknown = self.unknown.into_iter().map(|(what, count)| match count {
            1 => what,
            count => format!("{what}, {count} times"),
        });
        Ok(Incoming { unknown: unknown.collect(), ..self.incoming })
    }

    /// An id for a record that has none, which no other record of the file has.
    fn free_id(&mut self, record: &PlainRecord) -> Uuid {
        let first = record.id_by_content(0);
        let nth = self.equal.entry(first).or_default();
        loop {
            let id = if *nth == 0 { first } else { record.id_by_content(*nth) };
            *nth = nth.saturating_add(1);
            if *nth == u32::MAX || !self.seen.contains_key(&(record.kind, id)) {
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Whole;

    #[test]
    fn a_file_with_more_records_than_any_diary_is_refused() {
        let mut record = crate::store::Store::in_memory().unwrap().read().whole().unwrap().records().next().unwrap().clone();
        record.clocks.clear();
        let read = |before: usize| {
            let mut gathered = Gathered { count: before, ..Gathered::new(|_, _| String::new()) };
            if gathered.counts_one() {
                gathered.take(1, None, record.clone());
            }
            gathered.done(Path::new("a.json"))
        };
        assert_ne!(read(MOST_RECORDS - 1).unwrap().draft.whole, Whole::default());
        let said = read(MOST_RECORDS).unwrap_err().to_string();
        assert_eq!(said, "a.json has more than 500,000 records, as no diary has. Choose the file as it was exported.");
    }
}
