//! Bringing imports into use and out of it, within the transaction of a command.

use super::{ImportSwitch, Shelf, StoreError};
use crate::domain::{DataType, ImportId};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior};

/// The part of a transaction that writes to the file of imported foods. It begins with the first switch, so that logging never waits for
/// an import.
///
/// The two files are committed one after the other. That is safe because no command writes to both.
#[derive(Debug)]
pub(crate) struct Switches<'a> {
    shelf: Shelf<'a>,
    sql: Option<Transaction<'a>>,
}

impl<'a> Switches<'a> {
    /// A part of a transaction that has not begun.
    pub(crate) fn new(shelf: Shelf<'a>) -> Self {
        Self { shelf, sql: None }
    }

    /// The imported foods, to read from.
    pub(crate) fn shelf(&self) -> Shelf<'a> {
        self.shelf
    }

    /// Switches a part on or off; switching it on switches another part of its type off. Returns the changes in order, or `None` if
    /// there is no such part.
    pub(crate) fn switch(
        &mut self,
        import: ImportId,
        data_type: DataType,
        active: bool,
        at: DateTime<Utc>,
    ) -> Result<Option<Vec<ImportSwitch>>, StoreError> {
        let path = self.shelf.path;
        let words = |error| StoreError::from_library(error, path);
        let sql = self.begun().map_err(words)?;
        let Some(was) = is_active(sql, import, data_type).map_err(words)? else { return Ok(None) };
        let mut switched = Vec::new();
        if was != active {
            let mut set = |import, active| {
                switched.push(ImportSwitch { import, data_type, active });
                set_active(sql, import, data_type, active, at)
            };
            if active && let Some(other) = active_import(sql, data_type).map_err(words)? {
                set(other, false).map_err(words)?;
            }
            set(import, active).map_err(words)?;
        }
        Ok(Some(switched))
    }

    /// Commits the switches, if there were any.
    pub(crate) fn commit(self) -> Result<(), StoreError> {
        let path = self.shelf.path;
        self.sql.map_or(Ok(()), Transaction::commit).map_err(|error| StoreError::from_library(error, path))
    }

    /// The transaction, begun if it was not yet.
    fn begun(&mut self) -> rusqlite::Result<&Transaction<'a>> {
        let sql = match self.sql.take() {
            Some(sql) => sql,
            None => Transaction::new_unchecked(self.shelf.connection, TransactionBehavior::Immediate)?,
        };
        Ok(self.sql.insert(sql))
    }
}

/// Whether a part is in use. Returns `None` if there is no such part.
fn is_active(sql: &Connection, import: ImportId, data_type: DataType) -> rusqlite::Result<Option<bool>> {
    let select = "SELECT active FROM part WHERE import = ?1 AND data_type = ?2";
    sql.query_row(select, (import.0, data_type.key()), |row| row.get(0)).optional()
}

/// The import whose part of this type is in use. Returns `None` if there is none.
fn active_import(sql: &Connection, data_type: DataType) -> rusqlite::Result<Option<ImportId>> {
    let select = "SELECT import FROM part WHERE data_type = ?1 AND active = 1";
    sql.query_row(select, [data_type.key()], |row| row.get(0).map(ImportId)).optional()
}

fn set_active(sql: &Connection, import: ImportId, data_type: DataType, active: bool, at: DateTime<Utc>) -> rusqlite::Result<()> {
    let update = "UPDATE part SET active = ?3, switched_ms = ?4 WHERE import = ?1 AND data_type = ?2";
    sql.execute(update, (import.0, data_type.key(), active, at.timestamp_millis()))?;
    Ok(())
}
