//! Everything that a diary file holds, for comparing it before and after.

use super::support::raw;
use cramp_diary::store::library_beside;
use rusqlite::{Connection, Row, types::Value};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    path::Path,
};

/// The rows of a diary, and what it says was deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dump {
    /// The rows of each table but `tombstone`, sorted, as text, without the times at which they were changed: undo is a change too.
    pub(crate) rows: BTreeMap<String, Vec<String>>,
    /// Table and id of every row that has an id.
    pub(crate) ids: BTreeSet<(String, String)>,
    /// Table and id of what was deleted.
    pub(crate) tombstones: BTreeSet<(String, String)>,
    /// By table and id of every row that has an id: when it was made and changed, in ms, and the whole row.
    entries: BTreeMap<(String, String), (i64, i64, String)>,
}

impl Dump {
    /// Reads a file through a connection of its own.
    pub(crate) fn of(path: &Path) -> Self {
        let mut dump = Self::through(&raw(path));
        let library = library_beside(path);
        if library.exists() {
            dump.rows.insert("library.part".to_owned(), rows(&raw(&library), "SELECT import, data_type, foods, active FROM part"));
        }
        dump
    }

    /// Reads a file through a connection that looks behind the store's back.
    pub(crate) fn through(connection: &Connection) -> Self {
        let mut dump = Self { rows: BTreeMap::new(), ids: BTreeSet::new(), tombstones: BTreeSet::new(), entries: BTreeMap::new() };
        for table in tables(connection) {
            let rows = rows(connection, &format!("SELECT * FROM {table}"));
            if has_id(connection, &table) {
                dump.ids.extend(pairs(connection, &format!("SELECT '{table}', hex(id) FROM {table}")));
                dump.entries.extend(entries(connection, &table));
            }
            dump.rows.insert(table, rows);
        }
        dump.tombstones = pairs(connection, "SELECT kind, hex(id) FROM tombstone");
        dump
    }

    /// Checks that all rows are the same, and names those that are not.
    #[track_caller]
    pub(crate) fn check_rows(&self, expected: &Self, what: &str) {
        let lines = |dump: &Self| -> BTreeSet<String> {
            dump.rows.iter().flat_map(|(table, rows)| rows.iter().map(move |row| format!("{table}: {row}"))).collect()
        };
        let (found, expected) = (lines(self), lines(expected));
        let only = |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>().join("\n  ");
        assert!(
            found == expected,
            "{what}\nfound but not expected:\n  {}\nexpected but not found:\n  {}",
            only(&found, &expected),
            only(&expected, &found)
        );
    }

    /// Checks that every row that became different since `before` says that it was changed later, and was made when it was made.
    #[track_caller]
    pub(crate) fn check_changed(&self, before: &Self, what: &str) {
        for (id, (made, changed, row)) in &self.entries {
            let Some((made_before, changed_before, row_before)) = before.entries.get(id) else { continue };
            assert_eq!(made, made_before, "{what}: when {id:?} was made");
            assert_eq!(row != row_before, changed > changed_before, "{what}: when {id:?} was changed");
        }
    }

    /// Checks that there is a tombstone for everything that was ever there and is not now.
    #[track_caller]
    pub(crate) fn check_tombstones(&self, ever: &BTreeSet<(String, String)>, what: &str) {
        let gone: BTreeSet<_> = ever.difference(&self.ids).cloned().collect();
        assert_eq!(self.tombstones, gone, "tombstones after {what}");
    }
}

fn tables(connection: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'tombstone'";
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn has_id(connection: &Connection, table: &str) -> bool {
    let sql = "SELECT count(*) FROM pragma_table_info(?1) WHERE name = 'id'";
    connection.query_row(sql, [table], |row| row.get::<_, i64>(0)).unwrap() == 1
}

/// The rows of a table that has ids.
fn entries(connection: &Connection, table: &str) -> BTreeMap<(String, String), (i64, i64, String)> {
    let mut statement = connection.prepare(&format!("SELECT *, hex(id) AS hex FROM {table}")).unwrap();
    let entry = |row: &Row<'_>| {
        let times = (row.get("created_ms")?, row.get("changed_ms")?, line(row, |_| false));
        Ok(((table.to_owned(), row.get("hex")?), times))
    };
    statement.query_map([], entry).unwrap().map(Result::unwrap).collect()
}

fn pairs(connection: &Connection, sql: &str) -> BTreeSet<(String, String)> {
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}

/// The rows of a query as "column=value" lines, sorted.
pub(crate) fn rows(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    let mut rows: Vec<_> = statement.query_map([], |row| Ok(line(row, is_a_time_of_change))).unwrap().map(Result::unwrap).collect();
    rows.sort_unstable();
    rows
}

fn line(row: &Row<'_>, is_left_out: fn(&str) -> bool) -> String {
    let mut line = String::new();
    for (index, column) in row.as_ref().column_names().into_iter().enumerate() {
        let value: Value = row.get(index).unwrap();
        if is_left_out(column) {
            continue;
        }
        write!(line, "{column}={value:?} ").unwrap();
    }
    line
}

/// Whether a column says when something was changed.
fn is_a_time_of_change(column: &str) -> bool {
    ["changed_ms", "answer_ms", "disturbed_ms", "slept_ms", "note_marks", "panels_ms"].contains(&column)
}
