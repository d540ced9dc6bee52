//! Writing the rows of a damaged diary into a new one.

use super::shapes::{as_sql, described};
use crate::salvage::{RawValue, Salvaged, SalvagedTable, Shape};
use crate::store::derived_ids::derive_ids;
use crate::store::set_aside::said;
use crate::store::{RecordKind, schema, value};
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, Error, ErrorCode, Statement, Transaction, ffi, params_from_iter};
use std::collections::{BTreeMap, BTreeSet};

/// What became of the rows of a table.
#[derive(Debug, Default)]
pub(super) struct TableWritten {
    /// How many rows were written.
    pub(super) rows: usize,
    /// How many rows there are without the row that they belong to; they are not written if they are parts of it.
    pub(super) alone: usize,
    /// How many rows came from the copy, because those that belong to them were alone.
    pub(super) from_copy: usize,
}

/// What became of the rows of a damaged diary.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// By the name of the table.
    pub(super) tables: BTreeMap<String, TableWritten>,
    /// The rows that no diary can hold, with what is wrong, in words.
    pub(super) not_kept: Vec<String>,
}

/// What is written into a new diary.
#[derive(Debug, Clone, Copy)]
pub(super) struct FoundRows<'r, 's, 'a> {
    /// The format of the damaged diary.
    pub(super) format: i64,
    /// Its rows.
    pub(super) own: &'r Salvaged<'s, 'a>,
    /// The rows of its newest copy; `None` if there is none.
    pub(super) of_copy: Option<&'r Salvaged<'s, 'a>>,
}

/// Makes a diary of a format in an empty database, writes the rows into it, and brings it to the newest format, all in one transaction.
///
/// A row with a value that its column may not have is written all the same: it is passed over by whoever reads, until the person mends or
/// deletes it.
pub(super) fn write(connection: &mut Connection, found: FoundRows<'_, '_, '_>) -> rusqlite::Result<Written> {
    let FoundRows { format, own, of_copy } = found;
    // The file is new, and goes away if anything fails.
    connection.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF")?;
    let sql = connection.transaction()?;
    schema::make_format(&sql, format)?;
    sql.execute_batch("PRAGMA ignore_check_constraints = ON")?;
    let mut written = Written::default();
    for table in &own.tables {
        let rows = write_table(&sql, table, &mut written.not_kept)?;
        written.tables.entry(table.shape.table.clone()).or_default().rows = rows;
    }
    settle_alone(&sql, of_copy, &mut written)?;
    sql.execute_batch("PRAGMA ignore_check_constraints = OFF")?;
    schema::migrate(&sql, format)?;
    // If the format was guessed, records may still have the ids of an older one.
    derive_ids(&sql)?;
    sql.commit()?;
    Ok(written)
}

/// Writes the rows of a table. Returns how many there are then.
fn write_table(sql: &Transaction<'_>, table: &SalvagedTable<'_, '_>, not_kept: &mut Vec<String>) -> rusqlite::Result<usize> {
    let mut insert = insert(sql, table.shape)?;
    let mut count = 0;
    for row in table.rows() {
        match put(&mut insert, &row)? {
            Put::Written => count += 1,
            Put::There => {}
            Put::Refused => not_kept.push(named(table.shape, &row)),
        }
    }
    Ok(count)
}

/// The statement that adds a row. A table of one row has one already, which is replaced.
fn insert<'c>(sql: &'c Connection, shape: &Shape) -> rusqlite::Result<Statement<'c>> {
    let add = if shape.rowid_column.is_some() { "INSERT OR REPLACE" } else { "INSERT" };
    let places = vec!["?"; shape.columns.len()].join(", ");
    sql.prepare(&format!("{add} INTO {} VALUES ({places})", shape.table))
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Put {
    Written,
    /// There is one with its key already.
    There,
    /// No such table can hold it.
    Refused,
}

fn put(insert: &mut Statement<'_>, row: &[RawValue<'_>]) -> rusqlite::Result<Put> {
    let values = row.iter().map(|value| match value {
        // What is left of a text is better than none of it.
        RawValue::Garbled(bytes) => ToSqlOutput::Owned(Value::Text(String::from_utf8_lossy(bytes).into_owned())),
        value => ToSqlOutput::Borrowed(as_sql(value).unwrap_or(ValueRef::Null)),
    });
    match insert.execute(params_from_iter(values)) {
        Ok(_one) => Ok(Put::Written),
        Err(Error::SqliteFailure(error, _)) if error.code == ErrorCode::ConstraintViolation => {
            let is_there = [ffi::SQLITE_CONSTRAINT_UNIQUE, ffi::SQLITE_CONSTRAINT_PRIMARYKEY].contains(&error.extended_code);
            Ok(if is_there { Put::There } else { Put::Refused })
        }
        Err(error) => Err(error),
    }
}

/// Finds the rows that refer to others which are not there. The others are taken from the copy if they are in it: what refers to them shows
/// that they were not deleted. Else parts of a record go, since they say nothing without it.
fn settle_alone(sql: &Transaction<'_>, copy: Option<&Salvaged<'_, '_>>, written: &mut Written) -> rusqlite::Result<()> {
    let parts: BTreeSet<&str> =
        RecordKind::ALL.iter().filter_map(|kind| kind.description()).flat_map(|of| of.parts).map(|parts| parts.table).collect();
    for (table, column, other) in references(sql)? {
        let alone = format!("{column} NOT IN (SELECT id FROM {other})");
        let mut statement = sql.prepare(&format!("SELECT DISTINCT {column} FROM {table} WHERE {alone}"))?;
        let missing = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<BTreeSet<Vec<u8>>>>();
        // An id that is no bytes is a matter of its row.
        let missing = missing.unwrap_or_default();
        if let Some(of_copy) = copy.and_then(|copy| copy.tables.iter().find(|of| of.shape.table == other)) {
            let back = write_chosen(sql, of_copy, &missing)?;
            let others = written.tables.entry(other).or_default();
            others.rows += back;
            others.from_copy += back;
        }
        let left = if parts.contains(table.as_str()) {
            sql.execute(&format!("DELETE FROM {table} WHERE {alone}"), [])?
        } else {
            sql.query_row(&format!("SELECT count(*) FROM {table} WHERE {alone}"), [], |row| row.get::<_, u32>(0))?
                .try_into()
                .unwrap_or(usize::MAX)
        };
        written.tables.entry(table).or_default().alone = left;
    }
    Ok(())
}

/// Which columns refer to the id of a record of another table: the table, the column, and the other table.
fn references(sql: &Connection) -> rusqlite::Result<Vec<(String, String, String)>> {
    let listed =
        "SELECT made.name, refers.\"from\", refers.\"table\" FROM sqlite_schema AS made, pragma_foreign_key_list(made.name) AS refers
        WHERE made.type = 'table' ORDER BY made.rowid";
    let mut statement = sql.prepare(listed)?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
}

/// Writes the rows of the copy with these ids. Returns how many there are.
fn write_chosen(sql: &Transaction<'_>, of_copy: &SalvagedTable<'_, '_>, ids: &BTreeSet<Vec<u8>>) -> rusqlite::Result<usize> {
    let mut insert = insert(sql, of_copy.shape)?;
    let mut count = 0;
    for row in of_copy.rows() {
        let is_chosen = matches!(row.first(), Some(RawValue::Blob(id)) if ids.contains(*id));
        if is_chosen && put(&mut insert, &row)? == Put::Written {
            count += 1;
        }
    }
    Ok(count)
}

/// What a row is that no diary can hold, and what of it cannot be held: "a cramp of 2026-11-19, muscle is missing".
fn named(shape: &Shape, row: &[RawValue<'_>]) -> String {
    let noun = RecordKind::ALL
        .iter()
        .filter_map(|kind| kind.description())
        .find(|of| of.table == shape.table || of.parts.iter().any(|parts| parts.table == shape.table));
    let date = row.iter().filter_map(RawValue::as_text).find(|text| value::parse_date(text).is_some());
    let wrong = shape.columns.iter().zip(row).filter(|(column, value)| !(column.allows)(value)).map(|(column, value)| {
        let shown = as_sql(value).and_then(|value| described(&shape.table, &column.name).map(|column| said(column, value)));
        shown.unwrap_or_else(|| format!("{} cannot be read", column.name))
    });
    let of_date = date.map(|date| format!(" of {date}")).unwrap_or_default();
    let wrong: Vec<String> = wrong.take(2).collect();
    format!("a {}{of_date}: {}", noun.map_or("record", |of| of.noun), wrong.join(", "))
}
