//! Which tables and indexes a diary file lacks, which it defines otherwise than its migrations do, and which it has that no diary has.
//!
//! SQLite finds some of it only in a file that it opened to write: to read, it leaves the CHECKs out.

use super::file::connect_in_memory;
use super::schema;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use std::collections::BTreeMap;

/// How the tables, indexes, views and triggers of a file are defined, each by its kind and name: "table cramp". What SQLite makes by itself
/// is left out.
#[derive(Debug, PartialEq)]
struct Definitions(BTreeMap<String, Definition>);

/// How one of them is defined.
#[derive(Debug, PartialEq)]
struct Definition {
    /// The table that it belongs to; a table belongs to itself.
    table: Vec<u8>,
    /// Its words, as bytes because they may be garbled.
    sql: Vec<u8>,
}

impl Definitions {
    fn of(connection: &Connection) -> rusqlite::Result<Self> {
        let sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name IS NULL OR name NOT LIKE 'sqlite~_%' ESCAPE '~'";
        let named = |row: &Row<'_>| {
            let name = [bytes(row, 0)?, bytes(row, 1)?].map(|word| String::from_utf8_lossy(&word).into_owned()).join(" ");
            Ok((name, Definition { table: bytes(row, 2)?, sql: bytes(row, 3)? }))
        };
        connection.prepare_cached(sql)?.query_map([], named)?.collect::<rusqlite::Result<_>>().map(Self)
    }

    /// Those of a new diary. An older one that was brought to the newest format has equal ones, since the migrations edit their words alike.
    fn expected() -> rusqlite::Result<Self> {
        let made = connect_in_memory()?;
        schema::migrate(&made, 0)?;
        Self::of(&made)
    }
}

/// What stands in a column; empty if it is no text.
fn bytes(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<u8>> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.to_vec(),
        ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => Vec::new(),
    })
}

/// How the definitions of a file differ from those of a diary.
#[derive(Debug)]
pub(super) struct Differing {
    /// What is missing or garbled, in words.
    pub(super) broken: Vec<String>,
    /// What no diary has, by its kind and name.
    pub(super) foreign: Vec<String>,
}

impl Differing {
    /// Compares the definitions of a file of the newest format.
    pub(super) fn of(connection: &Connection) -> rusqlite::Result<Self> {
        let (Definitions(expected), Definitions(found)) = (Definitions::expected()?, Definitions::of(connection)?);
        let broken = expected.iter().filter_map(|(name, definition)| match found.get(name) {
            None => Some(format!("{name} is missing")),
            Some(other) if other != definition => Some(format!("the definition of {name} is garbled")),
            Some(_) => None,
        });
        let foreign = found.keys().filter(|name| !expected.contains_key(*name));
        Ok(Self { broken: broken.collect(), foreign: foreign.cloned().collect() })
    }
}

/// What is missing or garbled in a file whose definitions SQLite refuses to read; empty where that cannot be told, and in an older format.
pub(super) fn unreadable(connection: &Connection) -> Vec<String> {
    let differing = || {
        // SQLite takes the definitions as they are then.
        connection.pragma_update(None, "writable_schema", true)?;
        let format: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if format == schema::NEWEST { Differing::of(connection).map(|differing| differing.broken) } else { Ok(Vec::new()) }
    };
    let named: rusqlite::Result<Vec<String>> = differing();
    // If it is refused, nothing can be read of the file anyway.
    _ = connection.execute_batch("PRAGMA writable_schema = RESET");
    named.unwrap_or_default()
}
