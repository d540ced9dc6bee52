//! Writing an import in one transaction. It is not in use until it is accepted.

use super::connect::connect_or_make;
use super::{ImportTarget, StoreError};
use crate::domain::{DataType, Import, ImportId, ImportPart, ImportedFood, Nutrient};
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{CachedStatement, Connection, Statement, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};

/// How long foods are kept after they went out of use, so that undo and redo find them.
const KEPT_FOR: TimeDelta = TimeDelta::days(1);

/// A file of imported foods, opened to write an import into it.
#[derive(Debug)]
pub struct Library {
    connection: Connection,
    path: PathBuf,
}

impl Library {
    /// Opens a file of imported foods. If there is none, it is made so that only its owner can read it.
    ///
    /// # Errors
    /// A [`StoreError`] if the file cannot be made, or is not a file of imported foods.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Ok(Self { connection: connect_or_make(path)?, path: path.to_owned() })
    }

    /// Writes an import that is not in use yet. Removes imports that were never accepted, and foods that went out of use more than a day
    /// ago.
    ///
    /// # Errors
    /// The first error that `foods` yields, or a [`StoreError`] if the file of imported foods cannot be written. That file is left as
    /// it was.
    pub fn write<E: From<StoreError>>(
        &mut self,
        target: &ImportTarget,
        source: &str,
        foods: impl Iterator<Item = Result<ImportedFood, E>>,
    ) -> Result<Import, E> {
        let path = self.path.clone();
        let words = |error| E::from(StoreError::from_library(error, &path));
        let sql = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(words)?;
        purge(&sql, target.made).map_err(words)?;
        let import = write_all(&sql, target, source, foods, &words)?;
        sql.commit().map_err(words)?;
        // The file is whole either way; where somebody reads, the log beside it shrinks another time.
        _ = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        Ok(import)
    }

    /// Removes the parts of an import that were never accepted. Parts that are or were in use stay.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be written.
    pub fn discard(&mut self, import: ImportId) -> Result<(), StoreError> {
        let mut discarded = || -> rusqlite::Result<()> {
            let sql = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            delete_parts(&sql, "import = ?1 AND switched_ms IS NULL AND NOT active", i64::from(import.0))?;
            sql.commit()
        };
        discarded().map_err(|error| StoreError::from_library(error, &self.path))
    }
}

/// Removes imports that were never accepted, and foods that went out of use more than [`KEPT_FOR`] before `now`.
fn purge(sql: &Connection, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let oldest = (now - KEPT_FOR).timestamp_millis();
    delete_parts(sql, "NOT active AND coalesce(switched_ms, 0) < ?1", oldest)
}

/// Deletes the parts that the condition `which` picks, and imports that have no part left.
fn delete_parts(sql: &Connection, which: &str, parameter: i64) -> rusqlite::Result<()> {
    sql.execute(&format!("DELETE FROM food WHERE part IN (SELECT number FROM part WHERE {which})"), [parameter])?;
    sql.execute(&format!("DELETE FROM part WHERE {which}"), [parameter])?;
    sql.execute("DELETE FROM import WHERE NOT EXISTS (SELECT 1 FROM part WHERE part.import = import.id)", [])?;
    Ok(())
}

/// Writes the import with all its foods.
fn write_all<E: From<StoreError>>(
    sql: &Transaction<'_>,
    target: &ImportTarget,
    source: &str,
    foods: impl Iterator<Item = Result<ImportedFood, E>>,
    words: &impl Fn(rusqlite::Error) -> E,
) -> Result<Import, E> {
    let insert = "INSERT INTO import (source, made_ms) VALUES (?1, ?2) RETURNING id";
    let id: u32 = sql.query_row(insert, (source, target.made.timestamp_millis()), |row| row.get(0)).map_err(words)?;
    let mut parts: Vec<(i64, ImportPart)> = Vec::new();
    let mut statement = insert_food(sql).map_err(words)?;
    for food in foods {
        let food = food?;
        let known = parts.iter_mut().find(|(_, part)| part.data_type == food.data_type);
        let part = if let Some((part, counted)) = known {
            counted.foods += 1;
            *part
        } else {
            let part = add_part(sql, id, food.data_type).map_err(words)?;
            parts.push((part, ImportPart { data_type: food.data_type, foods: 1, active: false }));
            part
        };
        put_food(&mut statement, part, &food).map_err(words)?;
    }
    for (number, part) in &parts {
        sql.execute("UPDATE part SET foods = ?2 WHERE number = ?1", (number, part.foods)).map_err(words)?;
    }
    let parts = parts.into_iter().map(|(_, part)| part).collect();
    Ok(Import { id: ImportId(id), source: source.to_owned(), made: target.made, parts })
}

/// Adds a part without foods. Returns its number.
fn add_part(sql: &Connection, import: u32, data_type: DataType) -> rusqlite::Result<i64> {
    let insert = "INSERT INTO part (import, data_type, foods, active) VALUES (?1, ?2, 0, 0) RETURNING number";
    sql.query_row(insert, (import, data_type.key()), |row| row.get(0))
}

/// How many columns come before the amounts of nutrients in a row of a food.
const BEFORE_AMOUNTS: usize = 7;

/// The statement that adds a food.
fn insert_food(sql: &Connection) -> rusqlite::Result<CachedStatement<'_>> {
    let columns: Vec<_> = Nutrient::ALL.iter().map(|nutrient| nutrient.column()).collect();
    let places = vec!["?"; BEFORE_AMOUNTS + columns.len()].join(", ");
    let columns = columns.join(", ");
    sql.prepare_cached(&format!("INSERT INTO food (fdc_id, part, name, brand, category, barcode, portions, {columns}) VALUES ({places})"))
}

/// Adds a food to a part, with the statement of [`insert_food`].
fn put_food(statement: &mut Statement<'_>, part: i64, food: &ImportedFood) -> rusqlite::Result<()> {
    let ImportedFood { fdc_id, data_type: _, name, brand, category, barcode, portions, per_100_g } = food;
    let pairs: Vec<_> = portions.iter().map(|portion| (&portion.label, portion.grams)).collect();
    let portions = (!pairs.is_empty()).then(|| serde_json::json!(pairs).to_string());
    statement.raw_bind_parameter(1, fdc_id)?;
    statement.raw_bind_parameter(2, part)?;
    statement.raw_bind_parameter(3, name)?;
    statement.raw_bind_parameter(4, brand)?;
    statement.raw_bind_parameter(5, category)?;
    statement.raw_bind_parameter(6, barcode.map(|barcode| barcode.get().cast_signed()))?;
    statement.raw_bind_parameter(7, portions)?;
    for (place, nutrient) in Nutrient::ALL.iter().enumerate() {
        statement.raw_bind_parameter(BEFORE_AMOUNTS + 1 + place, per_100_g.get(*nutrient))?;
    }
    statement.raw_execute().map(|_one| ())
}
