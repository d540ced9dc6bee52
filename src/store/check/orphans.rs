//! Rows without the record that they belong to, and dates that cannot be.

use crate::store::{KindSet, Reader, RecordKind, Rows, Store, StoreError, value};
use chrono::NaiveDate;
use rusqlite::Connection;
use std::ops::RangeInclusive;

impl Reader<'_> {
    /// The parts of records without their record: the name of each table of which there are some, and how many.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn orphaned_parts(&self) -> Result<Vec<(&'static str, u32)>, StoreError> {
        self.reading(KindSet::EMPTY, orphaned_parts(self.connection))
    }

    /// The dates of records, each once a kind, that lie outside of these.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn dates_outside(&self, dates: &RangeInclusive<NaiveDate>) -> Result<Vec<(RecordKind, NaiveDate)>, StoreError> {
        self.reading(KindSet::EMPTY, dates_outside(self.connection, dates))
    }
}

impl Store {
    /// How many records there are of all kinds.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn record_count(&self) -> Result<u32, StoreError> {
        let tables = RecordKind::ALL.iter().filter_map(|kind| kind.description()).filter(|of| of.rows == Rows::OnePerRecord);
        let count = |table| self.connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, u32>(0));
        let counted = tables.map(|description| count(description.table)).sum::<rusqlite::Result<u32>>();
        counted.map_err(|error| StoreError::from_sqlite(error, self.path()))
    }
}

fn orphaned_parts(connection: &Connection) -> rusqlite::Result<Vec<(&'static str, u32)>> {
    let mut found = Vec::new();
    for description in RecordKind::ALL.iter().filter_map(|kind| kind.description()) {
        for parts in description.parts {
            let sql = format!("SELECT count(*) FROM {} WHERE {} NOT IN (SELECT id FROM {})", parts.table, parts.owner, description.table);
            match connection.query_row(&sql, [], |row| row.get(0))? {
                0 => {}
                count => found.push((parts.table, count)),
            }
        }
    }
    Ok(found)
}

fn dates_outside(connection: &Connection, dates: &RangeInclusive<NaiveDate>) -> rusqlite::Result<Vec<(RecordKind, NaiveDate)>> {
    let mut found = Vec::new();
    for &kind in RecordKind::ALL {
        let Some((table, date)) = kind.description().and_then(|description| Some((description.table, description.date?))) else { continue };
        let sql = format!("SELECT DISTINCT {date} AS date FROM {table} WHERE {date} < ?1 OR {date} > ?2 ORDER BY {date}");
        let mut statement = connection.prepare(&sql)?;
        let outside = statement.query_map([dates.start().to_string(), dates.end().to_string()], |row| value::date(row, "date"))?;
        found.extend(value::readable(outside)?.into_iter().map(|date| (kind, date)));
    }
    Ok(found)
}
