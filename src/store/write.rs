//! The writing half of the store: only inside a transaction, and everything is recorded.

use super::library::{Shelf, Switches};
use super::record::entry_from_row;
use super::{Change, Delta, ImportSwitch, Reader, Record, StoreError, panels, profile, settings};
use crate::domain::{DataType, Entry, Id, ImportId, Measure, Profile, Settings};
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, Transaction, named_params};
use std::path::Path;

/// A running transaction; see [`super::Store::write`].
#[derive(Debug)]
pub struct Tx<'a> {
    sql: Transaction<'a>,
    path: &'a Path,
    changes: Vec<Change>,
    library: Option<Switches<'a>>,
}

impl<'a> Tx<'a> {
    pub(super) fn new(sql: Transaction<'a>, path: &'a Path) -> Self {
        Self { sql, path, changes: Vec::new(), library: None }
    }

    /// The same with the imported foods, if there are any.
    pub(super) fn with_library(self, library: Option<Shelf<'a>>) -> Self {
        Self { library: library.map(Switches::new), ..self }
    }

    /// Reads what is saved, including what this transaction wrote so far.
    #[must_use]
    pub fn read(&self) -> Reader<'_> {
        Reader::new(&self.sql, self.path).with_library(self.library.as_ref().map(Switches::shelf))
    }

    /// Adds an entry, or replaces the one with the same id.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be written.
    pub fn put<R: Record>(&mut self, entry: &Entry<R>) -> Result<(), StoreError> {
        let before = self.stored(entry.id)?;
        self.write_row(entry)?;
        self.changes.push(R::change(Delta { before, after: Some(entry.clone()) }));
        Ok(())
    }

    /// Removes an entry and leaves a tombstone. Returns whether it was there.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be written.
    pub fn remove<R: Record>(&mut self, id: Id<R>, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let Some(before) = self.stored(id)? else { return Ok(false) };
        self.delete_row::<R>(id, at)?;
        self.changes.push(R::change(Delta { before: Some(before), after: None }));
        Ok(true)
    }

    /// Replaces the settings; the same ones again are no change.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be written.
    pub fn put_settings(&mut self, after: Settings) -> Result<(), StoreError> {
        let before = self.read().settings()?;
        if after == before {
            return Ok(());
        }
        settings::write(&self.sql, after).map_err(|error| self.words(error))?;
        self.changes.push(Change::Settings { before, after });
        Ok(())
    }

    /// Replaces the profile; the same one again is no change.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be written.
    pub fn put_profile(&mut self, after: &Profile) -> Result<(), StoreError> {
        let before = self.read().profile()?;
        if *after == before {
            return Ok(());
        }
        profile::write(&self.sql, after).map_err(|error| self.words(error))?;
        self.changes.push(Change::Profile { before: Box::new(before), after: Box::new(after.clone()) });
        Ok(())
    }

    /// Replaces the choice of panels; `None` goes back to those that everybody begins with. The same again is no change.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be written.
    pub fn put_panels(&mut self, after: Option<&[Measure]>) -> Result<(), StoreError> {
        let before = self.read().panels()?;
        if after == before.as_deref() {
            return Ok(());
        }
        panels::write(&self.sql, after).map_err(|error| self.words(error))?;
        self.changes.push(Change::Panels { before, after: after.map(<[Measure]>::to_vec) });
        Ok(())
    }

    /// Brings the foods of one type of an import into use or out of it. Those of another import that are in use
    /// give way. Returns whether the import has such foods.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be written.
    pub fn switch_import(&mut self, import: ImportId, data_type: DataType, active: bool, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let Some(library) = &mut self.library else { return Ok(false) };
        let Some(switched) = library.switch(import, data_type, active, at)? else { return Ok(false) };
        self.changes.extend(switched.into_iter().map(Change::Import));
        Ok(true)
    }

    /// Takes one change back, which is itself a recorded change: redo falls out of undo.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be written.
    pub fn revert(&mut self, change: &Change, at: DateTime<Utc>) -> Result<(), StoreError> {
        match change {
            Change::Acknowledged(delta) => self.revert_delta(delta, at),
            Change::Cramp(delta) => self.revert_delta(delta, at),
            Change::Drink(delta) => self.revert_delta(delta, at),
            Change::Factor(delta) => self.revert_delta(delta, at),
            Change::FactorValue(delta) => self.revert_delta(delta, at),
            Change::Food(delta) => self.revert_delta(delta, at),
            Change::FoodDay(delta) => self.revert_delta(delta, at),
            Change::FoodOpinion(delta) => self.revert_delta(delta, at),
            Change::Import(switch) => self.revert_switch(*switch, at),
            Change::Medicine(delta) => self.revert_delta(delta, at),
            Change::Night(delta) => self.revert_delta(delta, at),
            Change::NoStretching(delta) => self.revert_delta(delta, at),
            Change::OwnFood(delta) => self.revert_delta(delta, at),
            Change::Panels { before, after: _ } => self.put_panels(before.as_deref()),
            Change::Profile { before, after: _ } => self.put_profile(before),
            Change::Recipe(delta) => self.revert_delta(delta, at),
            Change::Sign(delta) => self.revert_delta(delta, at),
            Change::Strain(delta) => self.revert_delta(delta, at),
            Change::Stretch(delta) => self.revert_delta(delta, at),
            Change::Supplement(delta) => self.revert_delta(delta, at),
            Change::SupplementTaken(delta) => self.revert_delta(delta, at),
            Change::Settings { before, after: _ } => self.put_settings(*before),
        }
    }

    pub(super) fn commit(self) -> Result<Vec<Change>, StoreError> {
        let Self { sql, path, changes, library } = self;
        library.map_or(Ok(()), Switches::commit)?;
        sql.commit().map_err(|error| StoreError::from_sqlite(error, path))?;
        Ok(changes)
    }

    /// What is not kept any more cannot come back; that it went out of use needs no undoing.
    fn revert_switch(&mut self, switch: ImportSwitch, at: DateTime<Utc>) -> Result<(), StoreError> {
        let ImportSwitch { import, data_type, active } = switch;
        if self.switch_import(import, data_type, !active, at)? || active { Ok(()) } else { Err(StoreError::ImportGone { import }) }
    }

    fn revert_delta<R: Record>(&mut self, delta: &Delta<R>, at: DateTime<Utc>) -> Result<(), StoreError> {
        match (&delta.before, &delta.after) {
            (Some(before), _) => self.put(before),
            (None, Some(after)) => self.remove(after.id, at).map(|_was_there| ()),
            (None, None) => Ok(()),
        }
    }

    fn stored<R: Record>(&self, id: Id<R>) -> Result<Option<Entry<R>>, StoreError> {
        self.read().entry(id)
    }

    fn write_row<R: Record>(&self, entry: &Entry<R>) -> Result<(), StoreError> {
        let written = || -> rusqlite::Result<()> {
            let mut parameters = entry.value.parameters();
            parameters.push((":id", Box::new(entry.id.uuid().into_bytes())));
            parameters.push((":created_ms", Box::new(entry.created.timestamp_millis())));
            parameters.push((":changed_ms", Box::new(entry.changed.timestamp_millis())));
            let named: Vec<_> = parameters.iter().map(|(name, value)| (*name, value.as_ref())).collect();
            self.sql.prepare_cached(R::PUT)?.execute(named.as_slice())?;
            entry.value.put_parts(entry.id, &self.sql)?;
            self.sql.prepare_cached("DELETE FROM tombstone WHERE id = ?1")?.execute([entry.id.uuid().as_bytes()])?;
            Ok(())
        };
        written().map_err(|error| self.words(error))
    }

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

    fn words(&self, error: rusqlite::Error) -> StoreError {
        StoreError::from_sqlite(error, self.path)
    }
}

/// Reads one entry by its id.
pub(super) fn entry_by_id<R: Record>(connection: &rusqlite::Connection, id: Id<R>) -> rusqlite::Result<Option<Entry<R>>> {
    let sql = format!("{} WHERE {}.id = ?1", R::SELECT, R::TABLE);
    connection.prepare_cached(&sql)?.query_row([id.uuid().as_bytes()], entry_from_row).optional()
}
