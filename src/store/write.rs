//! Writing records: only inside a transaction, and every change is recorded.

use super::library::{Shelf, Switches};
use super::noted::Noted;
use super::table::{put, update};
use super::{Change, Delta, Reader, Record, Replaced, SetAside, Single, StoreError, Values};
use crate::domain::{DataType, Entry, Id, ImportId};
use chrono::{DateTime, Utc};
use rusqlite::{ToSql, Transaction, named_params};
use std::path::Path;

/// A running transaction, which records every change that it makes; see [`super::Store::write`].
#[derive(Debug)]
pub struct Tx<'a> {
    pub(super) sql: Transaction<'a>,
    path: &'a Path,
    pub(super) changes: Vec<Change>,
    library: Option<Switches<'a>>,
    noted: &'a Noted,
}

impl<'a> Tx<'a> {
    /// A transaction on records alone, without imported foods.
    pub(super) fn new(sql: Transaction<'a>, path: &'a Path, noted: &'a Noted) -> Self {
        Self { sql, path, changes: Vec::new(), library: None, noted }
    }

    /// The transaction with imported foods, which it may switch; `None` for none.
    pub(super) fn with_library(self, library: Option<Shelf<'a>>) -> Self {
        Self { library: library.map(Switches::new), ..self }
    }

    /// Reads the records as they are, including what this transaction wrote so far.
    #[must_use]
    pub fn read(&self) -> Reader<'_> {
        Reader::new(&self.sql, self.path, self.noted).with_library(self.library.as_ref().map(Switches::shelf))
    }

    /// Adds a record, or replaces the one with its id.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be written.
    pub fn put<R: Record>(&mut self, entry: &Entry<R>) -> Result<(), StoreError> {
        let before = self.stored(entry.id)?;
        self.write_row(entry).map_err(|error| self.in_the_way::<R>(error))?;
        // As it stands in the file, where a moment has whole seconds: undo compares what it finds with this.
        let after = self.stored(entry.id)?;
        self.changes.push(R::change(Delta { before, after }));
        Ok(())
    }

    /// Deletes a record and leaves a tombstone. Returns whether the record was there.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be written.
    pub fn remove<R: Record>(&mut self, id: Id<R>, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let Some(before) = self.stored(id)? else { return Ok(false) };
        self.delete_row::<R>(id, at)?;
        self.changes.push(R::change(Delta { before: Some(before), after: None }));
        Ok(true)
    }

    /// Replaces the record of a kind of which the diary file has exactly one, such as the settings. An equal value is no change.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be written.
    pub fn put_single<S: Single>(&mut self, after: S) -> Result<(), StoreError> {
        let before = self.read().single::<S>()?;
        if after == before {
            return Ok(());
        }
        // What else stands in the row stays as it is, even if it cannot be read.
        let mut changed = after.values();
        changed.retain(|column| !before.values().contains(column));
        self.run(&update::<S>(&changed), &changed).map_err(|error| self.words(error))?;
        self.changes.push(S::change(Replaced { before, after }));
        Ok(())
    }

    /// Brings the foods of one type of an import into use (`active`) or out of it. Foods of that type from another import go out of use.
    /// Returns whether the import has such foods.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be written.
    pub fn switch_import(&mut self, import: ImportId, data_type: DataType, active: bool, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let Some(library) = &mut self.library else { return Ok(false) };
        let Some(switched) = library.switch(import, data_type, active, at)? else { return Ok(false) };
        self.changes.extend(switched.into_iter().map(Change::Import));
        Ok(true)
    }

    /// Commits the transaction. Returns the changes that it made, in order.
    pub(super) fn commit(self) -> Result<Vec<Change>, StoreError> {
        let Self { sql, path, changes, library, noted: _ } = self;
        library.map_or(Ok(()), Switches::commit)?;
        sql.commit().map_err(|error| StoreError::from_sqlite(error, path))?;
        Ok(changes)
    }

    /// The record with this id as it is now. Returns `None` if there is none.
    fn stored<R: Record>(&self, id: Id<R>) -> Result<Option<Entry<R>>, StoreError> {
        self.read().entry(id)
    }

    /// The error with the record that stands in the way, where that is one of its kind which cannot be read: it has the date already.
    fn in_the_way<R: Record>(&self, error: StoreError) -> StoreError {
        let StoreError::Overtaken { path } = error else { return error };
        match self.read().set_aside(R::KIND.into()) {
            Ok(found) if !found.is_empty() => StoreError::InTheWay { what: found.iter().map(SetAside::words).collect(), path },
            Ok(_) | Err(_) => StoreError::Overtaken { path },
        }
    }

    /// Writes the row and the parts of a record, and removes a tombstone of its id.
    fn write_row<R: Record>(&self, entry: &Entry<R>) -> Result<(), StoreError> {
        let written = || -> rusqlite::Result<()> {
            let mut values = entry.value.values();
            values.push(("id", entry.id.uuid().into_bytes().to_vec().into()));
            values.push(("created_ms", entry.created.timestamp_millis().into()));
            values.push(("changed_ms", entry.changed.timestamp_millis().into()));
            self.run(&put::<R>(), &values)?;
            entry.value.put_parts(entry.id, &self.sql)?;
            self.sql.prepare_cached("DELETE FROM tombstone WHERE id = ?1")?.execute([entry.id.uuid().as_bytes()])?;
            Ok(())
        };
        written().map_err(|error| self.words(error))
    }

    /// Deletes the row of a record and leaves a tombstone.
    fn delete_row<R: Record>(&self, id: Id<R>, at: DateTime<Utc>) -> Result<(), StoreError> {
        let id = id.uuid().into_bytes();
        let deleted = || -> rusqlite::Result<()> {
            self.sql.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", R::TABLE))?.execute([&id])?;
            let tombstone = "INSERT OR REPLACE INTO tombstone (id, kind, deleted_ms) VALUES (:id, :kind, :deleted_ms)";
            let parameters = named_params! { ":id": id, ":kind": R::TABLE, ":deleted_ms": at.timestamp_millis() };
            self.sql.prepare_cached(tombstone)?.execute(parameters)?;
            Ok(())
        };
        deleted().map_err(|error| self.words(error))
    }

    /// Runs a statement whose parameters have the names of the columns.
    fn run(&self, sql: &str, values: &Values) -> rusqlite::Result<()> {
        let names: Vec<_> = values.iter().map(|(name, _)| format!(":{name}")).collect();
        let parameters: Vec<(&str, &dyn ToSql)> =
            names.iter().map(String::as_str).zip(values.iter().map(|(_, value)| value as &dyn ToSql)).collect();
        self.sql.prepare_cached(sql)?.execute(parameters.as_slice())?;
        Ok(())
    }

    pub(super) fn words(&self, error: rusqlite::Error) -> StoreError {
        StoreError::from_sqlite(error, self.path)
    }
}
