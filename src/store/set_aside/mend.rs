//! Mending or deleting a row that cannot be read.

use super::SetAside;
use super::belonging::{Referring, referring};
use crate::domain;
use crate::store::kinds::every_kind;
use crate::store::{Change, Columns as _, Parts, RecordKind, Rows, StoreError, Tx};
use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension as _, named_params};

macro_rules! usual_values {
    (records { $($Kind:ident($Type:path))+ } single { $($One:ident($OneType:path))+ }) => {
        /// What a new diary says in the only row of a kind; empty for a kind of which there is any number.
        fn usual_values(kind: RecordKind) -> Vec<(&'static str, Value)> {
            match kind {
                $( RecordKind::$One => <$OneType>::default().values(), )+
                $( RecordKind::$Kind )|+ | RecordKind::Import => Vec::new(),
            }
        }
    };
}
every_kind!(usual_values);

impl Tx<'_> {
    /// Deletes a row that cannot be read with the records that belong to it, and leaves a tombstone for each that has an id. Returns whether
    /// the row was there and is still one that cannot be read; the only row of its kind is never deleted.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read or written.
    pub fn delete_set_aside(&mut self, found: &SetAside, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let Some(description) = found.kind.description().filter(|description| description.rows == Rows::OnePerRecord) else {
            return Ok(false);
        };
        if !self.is_still(found)? {
            return Ok(false);
        }
        let table = description.table;
        let deleted = || -> rusqlite::Result<Vec<RecordKind>> {
            let id = format!("SELECT id FROM {table} WHERE rowid = ?1");
            let id: Option<Value> = self.sql.query_row(&id, [found.row], |row| row.get(0)).optional()?;
            for Parts { table, owner, .. } in description.parts {
                self.sql.execute(&format!("DELETE FROM {table} WHERE {owner} IS ?1"), [&id])?;
            }
            let mut kinds = vec![found.kind];
            for Referring { kind, description, column } in referring(&self.sql, table)? {
                let (table, that) = (description.table, format!("WHERE {column} IS :owner"));
                let ids = format!("SELECT id, :kind, :deleted_ms FROM {table} {that} AND typeof(id) = 'blob' AND length(id) = 16");
                let tombstones = format!("INSERT OR REPLACE INTO tombstone (id, kind, deleted_ms) {ids}");
                self.sql.execute(&tombstones, named_params! { ":owner": id, ":kind": table, ":deleted_ms": at.timestamp_millis() })?;
                if self.sql.execute(&format!("DELETE FROM {table} {that}"), named_params! { ":owner": id })? > 0 {
                    kinds.push(kind);
                }
            }
            self.sql.execute(&format!("DELETE FROM {table} WHERE rowid = ?1"), [found.row])?;
            if let Some(Value::Blob(id)) = id.filter(|id| matches!(id, Value::Blob(id) if id.len() == 16)) {
                let tombstone = "INSERT OR REPLACE INTO tombstone (id, kind, deleted_ms) VALUES (:id, :kind, :deleted_ms)";
                self.sql.execute(tombstone, named_params! { ":id": id, ":kind": table, ":deleted_ms": at.timestamp_millis() })?;
            }
            Ok(kinds)
        };
        let kinds = deleted().map_err(|error| self.words(error))?;
        self.changes.extend(kinds.into_iter().map(Change::SetAside));
        Ok(true)
    }

    /// Has the columns at fault say nothing, or what a new diary says where they must say something. Returns whether the row was there, was
    /// still one that cannot be read, and can be read now.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read or written.
    pub fn mend_set_aside(&mut self, found: &SetAside) -> Result<bool, StoreError> {
        let Some(description) = found.kind.description() else { return Ok(false) };
        if !found.can_be_mended() || !self.is_still(found)? {
            return Ok(false);
        }
        let usual = usual_values(found.kind);
        let mended = || -> rusqlite::Result<()> {
            for column in &found.to_clear {
                let value = usual.iter().find(|(name, _)| *name == column.name).map_or(&Value::Null, |(_, value)| value);
                let sql = format!("UPDATE {} SET {} = ?1 WHERE rowid = ?2", description.table, column.name);
                self.sql.execute(&sql, rusqlite::params![value, found.row])?;
            }
            Ok(())
        };
        match mended() {
            // What else the row says does not go with a column that says nothing.
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => return Ok(false),
            mended => mended.map_err(|error| self.words(error))?,
        }
        let still = self.read().set_aside(found.kind.into())?;
        if still.iter().any(|other| other.row == found.row) {
            return Ok(false);
        }
        self.changes.push(Change::SetAside(found.kind));
        Ok(true)
    }

    /// Whether the row is still as it was found.
    fn is_still(&self, found: &SetAside) -> Result<bool, StoreError> {
        Ok(self.read().set_aside(found.kind.into())?.contains(found))
    }
}
