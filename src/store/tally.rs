//! What a diary file holds, in numbers: to show, and to compare a copy with what it was made of.

use super::file::connect_immutable;
use super::make::{DatabaseState, look};
use super::upgrade::counts;
use super::{RecordKind, Rows, StoreError, value};
use crate::domain::counted;
use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// How much a diary holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// How many nights have an entry of their own.
    pub nights: u64,
    /// How many records there are, those of nights included.
    pub records: u64,
    /// The last date of which a record speaks; `None` if there is no such record.
    pub last_entry: Option<NaiveDate>,
}

impl Tally {
    /// In words: "3,650 nights, 84,475 records, last entry 29 Nov 2026"; "no records".
    #[must_use]
    pub fn words(&self) -> String {
        if self.records == 0 {
            return "no records".to_owned();
        }
        let counted = |count: u64, what| counted(usize::try_from(count).unwrap_or(usize::MAX), what);
        let last = self.last_entry.map(|date| format!("last entry {}", date.format("%-d %b %Y")));
        [Some(counted(self.nights, "night")), Some(counted(self.records, "record")), last]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// How many rows each table has, and what that comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Inventory {
    rows: Vec<(String, i64)>,
    pub(super) tally: Tally,
}

impl Inventory {
    /// Counts a diary of any format.
    ///
    /// # Errors
    /// A [`StoreError`] when it cannot be read.
    pub(super) fn of(connection: &Connection, path: &Path) -> Result<Self, StoreError> {
        let rows = counts(connection, path)?;
        let rows_of = |table: &str| rows.iter().find(|(name, _)| name == table).map_or(0, |(_, count)| u64::try_from(*count).unwrap_or(0));
        let kinds = || RecordKind::ALL.iter().filter_map(|kind| kind.description()).filter(|of| of.rows == Rows::OnePerRecord);
        let nights = RecordKind::Night.description().map_or(0, |night| rows_of(night.table));
        let records = kinds().map(|kind| rows_of(kind.table)).sum();
        let dated = kinds().filter_map(|kind| Some((kind.table, kind.date?))).filter(|(table, _)| rows_of(table) > 0);
        let last = dated.map(|(table, date)| last_date(connection, table, date)).collect::<rusqlite::Result<Vec<_>>>();
        let last_entry = last.map_err(|error| StoreError::from_sqlite(error, path))?.into_iter().flatten().max();
        Ok(Self { rows, tally: Tally { nights, records, last_entry } })
    }
}

/// The last date in a table, which its index knows. Returns `None` if none can be read.
fn last_date(connection: &Connection, table: &str, date: &str) -> rusqlite::Result<Option<NaiveDate>> {
    let sql = format!("SELECT {date} AS date FROM {table} WHERE {date} <= '9999-12-31' ORDER BY {date} DESC");
    value::first_date(connection.prepare(&sql)?.query([])?, "date")
}

/// What a file that nobody changes holds, of any format.
///
/// # Errors
/// A [`StoreError`] if it cannot be read, or is no diary.
pub(super) fn tally_of(file: &Path) -> Result<Tally, StoreError> {
    let connection = connect_immutable(file).map_err(|error| StoreError::from_sqlite(error, file))?;
    match look(&connection, file)? {
        DatabaseState::Blank => Err(StoreError::NotADiary { path: file.to_owned() }),
        DatabaseState::Format(_) => Ok(Inventory::of(&connection, file)?.tally),
    }
}
