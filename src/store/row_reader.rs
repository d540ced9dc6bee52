//! Reading rows so that one which cannot be read hides no other.

use super::{Column, Columns, SingleRow, Table, value};
use crate::domain::{Entry, Id};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, Statement};
use std::marker::PhantomData;

/// Reads the rows of a statement as records of a kind.
///
/// A row is refused for a value that its type cannot hold, and for one that its [`Column`] may not hold: both are damage, or the work of
/// another program.
pub(super) struct RowReader<T> {
    /// The columns whose range the type of the record does not check, each with its place in the row.
    ranged: Vec<(usize, &'static Column)>,
    of: PhantomData<T>,
}

impl<T: Columns> RowReader<T> {
    /// A reader of the rows of this statement.
    pub(super) fn of(statement: &Statement<'_>) -> rusqlite::Result<Self> {
        let ranged = T::COLUMNS.iter().filter(|column| column.is_ranged());
        let ranged = ranged.map(|column| Ok((statement.column_index(column.name)?, column))).collect::<rusqlite::Result<_>>()?;
        Ok(Self { ranged, of: PhantomData })
    }

    /// The value of a row.
    pub(super) fn value(&self, row: &Row<'_>) -> rusqlite::Result<T> {
        for (place, column) in &self.ranged {
            if !column.allows(row.get_ref(*place)?) {
                return Err(value::unreadable(column.name, "out of its range"));
            }
        }
        T::from_row(row)
    }
}

impl<T: Table> RowReader<T> {
    /// The whole entry of a row.
    pub(super) fn entry(&self, row: &Row<'_>) -> rusqlite::Result<Entry<T>> {
        Ok(Entry {
            id: Id::from_uuid(uuid::Uuid::from_bytes(row.get("id")?)),
            created: instant(row, "created_ms")?,
            changed: instant(row, "changed_ms")?,
            value: self.value(row)?,
        })
    }
}

/// What is read of the only row of a table.
pub(super) struct OnlyRow<T> {
    /// What it says. A column that cannot be read says what a new diary does.
    pub(super) value: T,
    /// The columns that cannot be read; empty for a sound row.
    pub(super) unreadable: Vec<&'static Column>,
    /// Whether all of it is as in a new diary, because the row is missing, or is no sense even without those columns.
    pub(super) is_lost: bool,
}

/// Reads the only row of a table.
pub(super) fn only_row<T: SingleRow + Default>(connection: &Connection) -> rusqlite::Result<OnlyRow<T>> {
    let mut statement = connection.prepare_cached(&format!("SELECT * FROM {}", T::TABLE))?;
    let reader = RowReader::<T>::of(&statement)?;
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else { return Ok(OnlyRow { value: T::default(), unreadable: Vec::new(), is_lost: true }) };
    match reader.value(row) {
        Err(error) if value::is_of_a_row(&error) => {}
        value => return Ok(OnlyRow { value: value?, unreadable: Vec::new(), is_lost: false }),
    }
    let mut unreadable = Vec::new();
    for column in T::COLUMNS {
        if !column.allows(row.get_ref(column.name)?) {
            unreadable.push(column);
        }
    }
    let without = without(connection, &unreadable)?;
    Ok(OnlyRow { is_lost: without.is_none(), value: without.unwrap_or_default(), unreadable })
}

/// The only row with what a new diary says in place of these columns. Returns `None` if it is no sense either way.
fn without<T: SingleRow + Default>(connection: &Connection, columns: &[&Column]) -> rusqlite::Result<Option<T>> {
    let mut replaced = T::default().values();
    replaced.retain(|(name, _)| columns.iter().any(|column| column.name == *name));
    let selected = |column: &Column| match replaced.iter().position(|(name, _)| *name == column.name) {
        Some(place) => format!("?{} AS {}", place + 1, column.name),
        None => column.name.to_owned(),
    };
    let selected: Vec<_> = T::COLUMNS.iter().map(selected).collect();
    let mut statement = connection.prepare(&format!("SELECT {} FROM {}", selected.join(", "), T::TABLE))?;
    let reader = RowReader::<T>::of(&statement)?;
    let read = statement.query_row(rusqlite::params_from_iter(replaced.iter().map(|(_, value)| value)), |row| reader.value(row));
    match read {
        Err(error) if value::is_of_a_row(&error) => Ok(None),
        read => read.map(Some),
    }
}

/// The moment in a column with milliseconds.
fn instant(row: &Row<'_>, column: &str) -> rusqlite::Result<DateTime<Utc>> {
    let ms: i64 = row.get(column)?;
    DateTime::from_timestamp_millis(ms).ok_or_else(|| value::unreadable(column, &ms.to_string()))
}
