//! Reading all of a diary.

use super::{PlainRecord, PlainValue, RecordKey, Whole};
use crate::store::{Column, Description, KindSet, Parts, Reader, RecordKind, Rows, SetAside, StoreError};
use rusqlite::{Connection, Row, Statement};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

impl Reader<'_> {
    /// All records that can be read, and which were deleted. What cannot be read is left out; [`Reader::set_aside`] names it.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn whole(&self) -> Result<Whole, StoreError> {
        self.whole_and_set_aside().map(|(whole, _)| whole)
    }

    /// All records that can be read, and which were deleted; and the rows of them that cannot be read.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn whole_and_set_aside(&self) -> Result<(Whole, Vec<SetAside>), StoreError> {
        let kinds: KindSet = RecordKind::ALL.iter().copied().filter(|kind| kind.description().is_some()).collect();
        let set_aside = self.set_aside(kinds)?;
        let unreadable: BTreeSet<_> = set_aside.iter().map(SetAside::place).collect();
        let whole = || -> rusqlite::Result<Whole> {
            let mut whole = Whole { records: BTreeMap::new(), deletions: deletions(self.connection)? };
            for kind in kinds.iter() {
                for (row, record) in records(self.connection, kind)? {
                    if !unreadable.contains(&(kind, row)) {
                        whole.records.insert(record.key(), record.with_clocks());
                    }
                }
            }
            Ok(whole)
        };
        Ok((self.reading(kinds, whole())?, set_aside))
    }
}

/// The records of a kind whose values have a type that a diary can hold, each with the number of its row.
fn records(connection: &Connection, kind: RecordKind) -> rusqlite::Result<Vec<(i64, PlainRecord)>> {
    let Some(description) = kind.description() else { return Ok(Vec::new()) };
    let mut parts: Vec<_> = description.parts.iter().map(|parts| rows_of(connection, parts)).collect::<Result<_, _>>()?;
    let mut statement = connection.prepare(&select(&description))?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if let Some((number, mut record)) = record(row, kind, &description)? {
            record.parts = parts.iter_mut().map(|rows| rows.remove(&record.id).unwrap_or_default()).collect();
            found.push((number, record));
        }
    }
    Ok(found)
}

/// The query whose columns are the number of the row, `id`, `created_ms`, the time of the last change, the columns, and the clocks.
fn select(description: &Description) -> String {
    let times = match description.rows {
        Rows::OnePerRecord => format!("id, created_ms, {}", description.changed),
        Rows::One => format!("zeroblob(16), 0, coalesce({}, 0)", description.changed),
    };
    let columns = description.columns.iter().map(|column| column.name).chain(description.clocks.iter().map(|clock| clock.column));
    format!("SELECT rowid, {times}, {} FROM {}", columns.collect::<Vec<_>>().join(", "), description.table)
}

fn record(row: &Row<'_>, kind: RecordKind, description: &Description) -> rusqlite::Result<Option<(i64, PlainRecord)>> {
    let value = |place: usize| Ok::<_, rusqlite::Error>(PlainValue::of(row.get_ref(place)?));
    let values = |from: usize, count: usize| (from..from + count).map(value).collect::<rusqlite::Result<Option<Vec<_>>>>();
    let (Some(PlainValue::Id(id)), Some(PlainValue::Whole(created_ms)), Some(PlainValue::Whole(changed_ms))) =
        (value(1)?, value(2)?, value(3)?)
    else {
        return Ok(None);
    };
    let columns = description.columns.len();
    let (Some(values), Some(clocks)) = (values(4, columns)?, values(4 + columns, description.clocks.len())?) else { return Ok(None) };
    Ok(Some((row.get(0)?, PlainRecord { kind, id, created_ms, changed_ms, values, clocks, parts: Vec::new() })))
}

/// The sorted rows of parts, by the id of their owner.
fn rows_of(connection: &Connection, parts: &Parts) -> rusqlite::Result<BTreeMap<Uuid, Vec<Vec<PlainValue>>>> {
    let columns: Vec<_> = parts.columns.iter().map(|column: &Column| column.name).collect();
    let mut statement: Statement<'_> =
        connection.prepare(&format!("SELECT {}, {} FROM {}", parts.owner, columns.join(", "), parts.table))?;
    let mut rows = statement.query([])?;
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let values =
            (1..=columns.len()).map(|place| Ok(PlainValue::of(row.get_ref(place)?))).collect::<rusqlite::Result<Option<Vec<_>>>>()?;
        if let (Some(PlainValue::Id(owner)), Some(values)) = (PlainValue::of(row.get_ref(0)?), values) {
            found.entry(owner).or_default().push(values);
        }
    }
    for rows in found.values_mut() {
        rows.sort_unstable();
    }
    Ok(found)
}

/// The tombstones whose kind this version knows.
fn deletions(connection: &Connection) -> rusqlite::Result<BTreeMap<RecordKey, i64>> {
    let mut statement = connection.prepare("SELECT id, kind, deleted_ms FROM tombstone")?;
    let mut rows = statement.query([])?;
    let mut found = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let values = (PlainValue::of(row.get_ref(0)?), PlainValue::of(row.get_ref(1)?), PlainValue::of(row.get_ref(2)?));
        let (Some(PlainValue::Id(id)), Some(PlainValue::Text(table)), Some(PlainValue::Whole(ms))) = values else { continue };
        if let Some(kind) = RecordKind::of_table(&table) {
            found.insert((kind, id), ms);
        }
    }
    Ok(found)
}
