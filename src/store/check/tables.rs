//! Which tables a diary file lacks, and which it has that no diary has.

use crate::store::{Column, RecordKind, Rows};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// The columns of every table of a diary by its name.
fn expected() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let names = |columns: &'static [Column]| columns.iter().map(|column| column.name);
    let mut tables: BTreeMap<_, BTreeSet<_>> = BTreeMap::from([("tombstone", BTreeSet::from(["id", "kind", "deleted_ms"]))]);
    for description in RecordKind::ALL.iter().filter_map(|kind| kind.description()) {
        let always: &[&str] = if description.rows == Rows::One { &["only_row"] } else { &["id", "created_ms", "changed_ms"] };
        let table = tables.entry(description.table).or_default();
        table.extend(always.iter().copied().chain(names(description.columns)));
        for parts in description.parts {
            tables.entry(parts.table).or_default().extend(names(parts.columns).chain([parts.owner]));
        }
    }
    tables
}

/// The tables and columns that the file lacks, in words.
pub(super) fn missing(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut missing = Vec::new();
    let mut of_table = connection.prepare_cached("SELECT name FROM pragma_table_info(?1)")?;
    for (table, columns) in expected() {
        let there: BTreeSet<String> = of_table.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?;
        if there.is_empty() {
            missing.push(format!("table {table} is missing"));
        } else {
            missing.extend(columns.iter().filter(|column| !there.contains(**column)).map(|column| format!("{table}.{column} is missing")));
        }
    }
    Ok(missing)
}

/// The tables, views and triggers that no diary has, by their names.
pub(super) fn foreign(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT type || ' ' || name FROM sqlite_schema
               WHERE type IN ('table', 'view', 'trigger') AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name";
    let names: Vec<String> = connection.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let expected = expected();
    let is_foreign = |name: &String| !name.strip_prefix("table ").is_some_and(|table| expected.contains_key(table));
    Ok(names.into_iter().filter(is_foreign).collect())
}
