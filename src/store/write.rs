//! Writing records: only inside a transaction, and every change is recorded.

use super::library::{Shelf, Switches};
use super::note_marks::MarkedNote;
use super::noted::Noted;
use super::table::{insert, replace, update};
use super::{Change, ColumnClock, Delta, Reader, Record, Replaced, SetAside, Single, StoreError, Times, Values};
use crate::domain::{DataType, Entry, Id, ImportId};
use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension as _, Row, ToSql, Transaction, named_params, params};
use std::path::Path;
use uuid::Uuid;

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

    /// Adds a record, or replaces the one with its id. Its time of change is at least a millisecond behind that of what it replaces, even of
    /// a deletion, so that a merge knows which came later whatever the clocks of two computers say.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be written.
    pub fn put<R: Record>(&mut self, entry: &Entry<R>) -> Result<(), StoreError> {
        let before = self.stored(entry.id)?;
        let deleted_ms = self.take_tombstone(entry.id.uuid())?;
        let earlier_ms = before.as_ref().map(|before| before.changed.timestamp_millis()).max(deleted_ms);
        let changed_ms = behind(earlier_ms, entry.changed);
        let times = WriteTimes { changed_ms, deleted_ms: deleted_ms.unwrap_or_default() };
        let sql = if before.is_some() { replace::<R>() } else { insert::<R>() };
        self.write_row(&sql, entry, times).map_err(|error| self.in_the_way::<R>(error))?;
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
        self.delete_row::<R>(id, before.changed.max(at).timestamp_millis())?;
        self.changes.push(R::change(Delta { before: Some(before), after: None }));
        Ok(true)
    }

    /// Replaces, at a time, the record of a kind of which the diary file has exactly one, such as the settings. An equal value is no change.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be written.
    pub fn put_single<S: Single>(&mut self, after: S, at: DateTime<Utc>) -> Result<(), StoreError> {
        let before = self.read().single::<S>()?;
        if after == before {
            return Ok(());
        }
        // What else stands in the row stays as it is, even if it cannot be read.
        let mut changed = after.values();
        changed.retain(|column| !before.values().contains(column));
        let sql = update::<S>(&changed);
        changed.push(("changed_ms", at.timestamp_millis().into()));
        self.run(&sql, &changed).map_err(|error| self.words(error))?;
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
    pub(super) fn stored<R: Record>(&self, id: Id<R>) -> Result<Option<Entry<R>>, StoreError> {
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

    /// Adds a record as it was, time of change included.
    pub(super) fn put_again<R: Record>(&self, entry: &Entry<R>) -> Result<(), StoreError> {
        self.write_row(&insert::<R>(), entry, WriteTimes { changed_ms: entry.changed.timestamp_millis(), deleted_ms: 0 })
    }

    /// Removes the tombstone of an id. Returns when the record was deleted, in milliseconds since 1970; `None` if there is no tombstone.
    pub(super) fn take_tombstone(&self, id: Uuid) -> Result<Option<i64>, StoreError> {
        let sql = "DELETE FROM tombstone WHERE id = ?1 RETURNING deleted_ms";
        let taken = || self.sql.prepare_cached(sql)?.query_row([id.as_bytes()], |row| row.get(0)).optional();
        taken().map_err(|error| self.words(error))
    }

    /// Writes the row, by this statement, and the parts of a record.
    fn write_row<R: Record>(&self, sql: &str, entry: &Entry<R>, times: WriteTimes) -> Result<(), StoreError> {
        let written = || -> rusqlite::Result<()> {
            let marks = marks_after(&self.sql, entry, times)?;
            let mut values = entry.value.values();
            values.push(("id", entry.id.uuid().into_bytes().to_vec().into()));
            values.push(("created_ms", entry.created.timestamp_millis().into()));
            values.push(("changed_ms", times.changed_ms.into()));
            if sql.contains(":deleted_ms") {
                values.push(("deleted_ms", times.deleted_ms.into()));
            }
            self.run(sql, &values)?;
            for (column, marks) in marks {
                let sql = format!("UPDATE {} SET {column} = ?1 WHERE id = ?2", R::TABLE);
                self.sql.prepare_cached(&sql)?.execute(params![marks, entry.id.uuid().as_bytes()])?;
            }
            entry.value.put_parts(entry.id, &self.sql)
        };
        written().map_err(|error| self.words(error))
    }

    /// Deletes the row of a record and leaves a tombstone of that time, in milliseconds since 1970.
    pub(super) fn delete_row<R: Record>(&self, id: Id<R>, deleted_ms: i64) -> Result<(), StoreError> {
        let id = id.uuid().into_bytes();
        let deleted = || -> rusqlite::Result<()> {
            self.sql.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", R::TABLE))?.execute([&id])?;
            let tombstone = "INSERT OR REPLACE INTO tombstone (id, kind, deleted_ms) VALUES (:id, :kind, :deleted_ms)";
            let parameters = named_params! { ":id": id, ":kind": R::TABLE, ":deleted_ms": deleted_ms };
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

/// The times that go with a write, in milliseconds since 1970.
#[derive(Debug, Clone, Copy)]
struct WriteTimes {
    /// When the record was changed.
    changed_ms: i64,
    /// When an earlier record with its id was deleted; 0 if none was.
    deleted_ms: i64,
}

/// A moment, or the millisecond behind `earlier_ms` if the moment does not come after it; in milliseconds since 1970.
fn behind(earlier_ms: Option<i64>, at: DateTime<Utc>) -> i64 {
    let at_ms = at.timestamp_millis();
    earlier_ms.map_or(at_ms, |earlier_ms| at_ms.max(earlier_ms.saturating_add(1)))
}

/// The times of the lines of each text of a record that has some, as they are after the record is written; without those that stay.
fn marks_after<R: Record>(sql: &Connection, entry: &Entry<R>, times: WriteTimes) -> rusqlite::Result<Vec<(&'static str, String)>> {
    let mut found = Vec::new();
    for ColumnClock { of, column, .. } in R::CLOCKS.iter().filter(|clock| clock.times == Times::Lines) {
        let text = entry.value.values().into_iter().find(|(name, _)| name == of);
        let Some((_, Value::Text(text))) = text else { continue };
        let known = format!("SELECT {of}, {column}, changed_ms FROM {} WHERE id = ?1", R::TABLE);
        let read = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?, row.get::<_, i64>(2)?));
        let known = sql.prepare_cached(&known)?.query_row([entry.id.uuid().as_bytes()], read).optional()?;
        let marks = match known {
            Some((before, Some(_), _)) if before == text => continue,
            Some((before, marks, ms)) => MarkedNote::new(&before, marks.as_deref(), ms).edited(&text, times.changed_ms).marks(),
            None if times.deleted_ms == 0 => MarkedNote::new(&text, None, times.changed_ms).marks(),
            None => MarkedNote::new("", None, 0).cleared(times.deleted_ms).edited(&text, times.changed_ms).marks(),
        };
        if !marks.is_empty() {
            found.push((*column, marks));
        }
    }
    Ok(found)
}
