//! The ids of records that are one a night, or one a day and something else. They are derived from what tells the record, so that two
//! computers, even two diaries that were begun apart, give one night one id.

use super::{Description, RecordKind, Table};
use crate::domain::Id;
use rusqlite::types::Value;
use rusqlite::{Connection, params};
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use uuid::{Builder, Uuid};

/// The id of a record that is told by its key. Returns `None` for a kind whose records have ids of their own.
#[must_use]
pub fn derived_id<T: Table>(record: &T) -> Option<Id<T>> {
    if T::KEY.is_empty() {
        return None;
    }
    let values = record.values();
    let key = T::KEY.iter().filter_map(|name| values.iter().find(|(column, _)| column == name)).map(|(_, value)| value);
    Some(Id::from_uuid(id_of(T::TABLE, key)))
}

/// The `UUIDv8` of a key: the first bits of the SHA-256 of the table and the values, each with its length, so that no two keys look alike.
pub(super) fn id_of<'a>(table: &str, key: impl Iterator<Item = &'a Value>) -> Uuid {
    let mut hash = Sha256::new();
    let mut add = |part: &[u8]| {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    };
    add(table.as_bytes());
    for value in key {
        match value {
            Value::Null => add(&[]),
            Value::Integer(number) => add(number.to_string().as_bytes()),
            Value::Real(number) => add(number.to_string().as_bytes()),
            Value::Text(text) => add(text.as_bytes()),
            Value::Blob(bytes) => add(bytes),
        }
    }
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(hash.finalize()).for_each(|(byte, hashed)| *byte = hashed);
    Builder::from_custom_bytes(bytes).into_uuid()
}

/// Gives derived ids to the records of a diary from before format 7, and to what acknowledgements of red flags say of them.
///
/// A row that breaks a rule of its table keeps its id, since nothing can be written into it.
pub(super) fn derive_ids(sql: &Connection) -> rusqlite::Result<()> {
    let mut renamed = HashMap::new();
    for description in RecordKind::ALL.iter().filter_map(|kind| kind.description()).filter(|of| !of.key.is_empty()) {
        rename(sql, &description, &mut renamed)?;
    }
    let mut acknowledged = sql.prepare("SELECT rowid, causes FROM acknowledged WHERE typeof(causes) = 'text'")?;
    let causes: Vec<(i64, String)> =
        acknowledged.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.filter_map(rusqlite::Result::ok).collect();
    for (row, causes) in causes {
        let name = |cause: &str| Uuid::try_parse(cause).ok().and_then(|id| renamed.get(&id)).map(|id: &Uuid| id.simple().to_string());
        let mut now: Vec<_> = causes.split('|').map(|cause| name(cause).unwrap_or_else(|| cause.to_owned())).collect();
        now.sort_unstable();
        let now = now.join("|");
        if now != causes {
            unless_refused(sql.execute("UPDATE acknowledged SET causes = ?1 WHERE rowid = ?2", params![now, row]))?;
        }
    }
    Ok(())
}

/// Dates what was chosen in a diary from before format 7, so that a merge with a diary in which nothing was chosen does not undo it.
pub(super) fn date_choices(sql: &Connection) -> rusqlite::Result<()> {
    let changed = [
        "UPDATE settings SET changed_ms = 1 WHERE (night_starts_hour, day_ends_hour, hydration_goal_ml, theme) IS NOT (12, 4, NULL, 'system')",
        "UPDATE settings SET panels_ms = 1 WHERE panels IS NOT NULL",
        "UPDATE profile SET changed_ms = 1 WHERE coalesce(birth_year, sex, pregnant_from, breastfeeding_from, region, country) IS NOT NULL
            OR (conditions, medicine_raises_potassium, diet, avoid) IS NOT ('', 0, 'everything', '')",
    ];
    changed.into_iter().try_for_each(|statement| unless_refused(sql.execute(statement, [])).map(|_is_written| ()))
}

/// Gives derived ids to the records of one table, and notes which id each had.
fn rename(sql: &Connection, description: &Description, renamed: &mut HashMap<Uuid, Uuid>) -> rusqlite::Result<()> {
    let Description { table, key, .. } = description;
    let mut read = sql.prepare(&format!("SELECT rowid, id, {} FROM {table}", key.join(", ")))?;
    let mut rows = read.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let values = (0..key.len()).map(|place| row.get::<_, Value>(place + 2)).collect::<rusqlite::Result<Vec<_>>>();
        // A text that is none has no key.
        if let (Ok(number), Ok(Value::Blob(id)), Ok(values)) = (row.get::<_, i64>(0), row.get::<_, Value>(1), values)
            && let Ok(id) = Uuid::from_slice(&id)
        {
            found.push((number, id, id_of(table, values.iter())));
        }
    }
    let mut write = sql.prepare(&format!("UPDATE {table} SET id = ?1 WHERE rowid = ?2"))?;
    for (number, before, after) in found {
        if before != after && unless_refused(write.execute(params![after.as_bytes(), number]))? {
            renamed.insert(before, after);
        }
    }
    Ok(())
}

/// Whether a row was written. Returns `false` if a rule of the table forbids it.
fn unless_refused(written: rusqlite::Result<usize>) -> rusqlite::Result<bool> {
    match written {
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => Ok(false),
        written => written.map(|_rows| true),
    }
}
