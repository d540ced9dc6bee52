//! What the store must know of a kind of record.

use super::{Change, Delta};
use crate::domain::{Entry, Id};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, Row, ToSql};

/// The names and values of a statement's parameters.
pub(crate) type Parameters<'a> = Vec<(&'static str, Box<dyn ToSql + 'a>)>;

/// A kind of record: how it lies in its table.
///
/// Every table has `id`, `created_ms` and `changed_ms` besides the columns of the record itself.
pub trait Record: Clone + PartialEq + Sized {
    /// The table, which is also the word in tombstones.
    const TABLE: &'static str;

    /// `INSERT … ON CONFLICT (id) DO UPDATE …` over all columns.
    const PUT: &'static str;

    /// `SELECT … FROM …` without `WHERE`, with all columns that [`Record::from_row`] reads.
    const SELECT: &'static str;

    /// The parameters of [`Record::PUT`] for the record's own columns.
    fn parameters(&self) -> Parameters<'_>;

    /// Reads the record's own columns, by name.
    ///
    /// # Errors
    /// A conversion failure that names the value.
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self>;

    /// Wraps a change of this kind.
    fn change(delta: Delta<Self>) -> Change;

    /// Writes what lies in other tables; most records have nothing there.
    ///
    /// # Errors
    /// What SQLite reports.
    fn put_parts(&self, id: Id<Self>, connection: &Connection) -> rusqlite::Result<()> {
        _ = (id, connection);
        Ok(())
    }
}

/// A record that belongs to one date.
pub trait Dated: Record {
    /// The column with the date.
    const DATE: &'static str;

    /// The date.
    fn date(&self) -> NaiveDate;
}

/// Reads a whole entry.
pub(super) fn entry_from_row<R: Record>(row: &Row<'_>) -> rusqlite::Result<Entry<R>> {
    Ok(Entry {
        id: Id::from_uuid(uuid::Uuid::from_bytes(row.get("id")?)),
        created: instant(row, "created_ms")?,
        changed: instant(row, "changed_ms")?,
        value: R::from_row(row)?,
    })
}

fn instant(row: &Row<'_>, column: &str) -> rusqlite::Result<DateTime<Utc>> {
    let ms: i64 = row.get(column)?;
    DateTime::from_timestamp_millis(ms).ok_or_else(|| super::value::unreadable(column, &ms.to_string()))
}
