//! The records that belong to one that cannot be read, as answers belong to a factor: without it they mean nothing.

use crate::domain::counted;
use crate::store::{Description, RecordKind};
use rusqlite::Connection;
use rusqlite::types::Value;

/// A table of records each of which belongs to one of another table.
pub(super) struct Referring {
    pub(super) kind: RecordKind,
    pub(super) description: Description,
    /// The column with the id of the other record.
    pub(super) column: String,
}

/// The tables of records that belong to those of `table`.
pub(super) fn referring(connection: &Connection, table: &str) -> rusqlite::Result<Vec<Referring>> {
    let mut found = Vec::new();
    let mut columns = connection.prepare_cached("SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE \"table\" = ?2")?;
    for &kind in RecordKind::ALL {
        let Some(description) = kind.description() else { continue };
        for column in columns.query_map([description.table, table], |row| row.get(0))? {
            found.push(Referring { kind, description, column: column? });
        }
    }
    Ok(found)
}

/// How many records belong to the one of `table` with this id, in words a kind: "3 answers".
pub(super) fn belonging(connection: &Connection, table: &str, id: &Value) -> rusqlite::Result<Vec<String>> {
    let mut found = Vec::new();
    for Referring { kind: _, description, column } in referring(connection, table)? {
        let sql = format!("SELECT count(*) FROM {} WHERE {column} IS ?1", description.table);
        match connection.query_row(&sql, [id], |row| row.get::<_, u32>(0))? {
            0 => {}
            count => found.push(counted(usize::try_from(count).unwrap_or(usize::MAX), description.noun)),
        }
    }
    Ok(found)
}
