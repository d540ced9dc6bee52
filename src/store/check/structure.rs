//! What SQLite says of the structure of a diary file.

use crate::store::definitions::{Differing, unreadable};
use crate::store::{Store, StoreError};
use rusqlite::{Connection, ErrorCode};
use std::collections::BTreeSet;

/// How much of the structure is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Pages and trees: 0.2 s for ten years.
    Quick,
    /// Whether each index agrees with its table, too: 0.6 s for ten years.
    Whole,
}

/// What was found of the structure of a diary file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Structure {
    /// What is broken, so that nothing may be written; empty for a sound file. The lines are those of SQLite, for experts.
    pub broken: Vec<String>,
    /// What of the broken can be named in words for the person: "the definition of table cramp is garbled".
    pub named: Vec<String>,
    /// The indexes that do not agree with their tables. They hold nothing of their own, and can be rebuilt.
    pub indexes: BTreeSet<String>,
    /// The tables, and what else of the kind, that no diary has.
    pub foreign: Vec<String>,
}

/// What a line of SQLite's report is about.
enum Finding {
    Broken,
    Index(String),
    /// A single row, which is not a matter of structure.
    Row,
}

impl Store {
    /// Looks at the structure of the diary file. Nothing is changed.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read at all, because it is in use or the disk fails.
    pub fn structure(&self, depth: Depth) -> Result<Structure, StoreError> {
        match structure(&self.connection, depth) {
            // A file that is too broken to be looked at is broken.
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt) => {
                let named = unreadable(&self.connection);
                Ok(Structure { broken: vec![error.to_string()], named, ..Structure::default() })
            }
            found => found.map_err(|error| StoreError::from_sqlite(error, self.path())),
        }
    }
}

/// Looks at the structure through a connection.
pub(in crate::store) fn structure(connection: &Connection, depth: Depth) -> rusqlite::Result<Structure> {
    match looked_at(connection, depth) {
        // SQLite gives up comparing an index with its table when it cannot read the index. If all else is sound, each may be the one.
        Err(error) if depth == Depth::Whole && error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt) => {
            let mut found = looked_at(connection, Depth::Quick)?;
            if found.broken.is_empty() {
                let sql = "SELECT name FROM sqlite_schema WHERE type = 'index'";
                found.indexes = connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            }
            Ok(found)
        }
        found => found,
    }
}

fn looked_at(connection: &Connection, depth: Depth) -> rusqlite::Result<Structure> {
    // A value that breaks a CHECK is a matter of its row.
    connection.pragma_update(None, "ignore_check_constraints", true)?;
    let lines = report(connection, depth);
    connection.pragma_update(None, "ignore_check_constraints", false)?;
    let Differing { broken, foreign } = Differing::of(connection)?;
    let mut found = Structure { named: broken.clone(), broken, foreign, ..Structure::default() };
    for line in lines?.iter().flat_map(|lines| lines.lines()).filter(|line| *line != "ok" && !line.starts_with("*** in database")) {
        match finding(line) {
            Finding::Broken => found.broken.push(line.to_owned()),
            Finding::Index(index) => drop(found.indexes.insert(index)),
            Finding::Row => {}
        }
    }
    Ok(found)
}

fn report(connection: &Connection, depth: Depth) -> rusqlite::Result<Vec<String>> {
    let check = match depth {
        Depth::Quick => "PRAGMA quick_check(100)",
        Depth::Whole => "PRAGMA integrity_check(100)",
    };
    connection.prepare(check)?.query_map([], |row| row.get(0))?.collect()
}

/// What a line of the report is about; what is not known is taken for a broken structure.
fn finding(line: &str) -> Finding {
    let of_index =
        [" missing from index ", " values differ from index ", "wrong # of entries in index ", "non-unique entry in index ", " of index "];
    if let Some((_, index)) = of_index.iter().find_map(|words| line.split_once(words)) {
        return Finding::Index(index.to_owned());
    }
    let is_of_row =
        line.starts_with("CHECK constraint failed in ") || line.split_once(" value in ").is_some_and(|(what, _)| !what.contains(':'));
    if is_of_row { Finding::Row } else { Finding::Broken }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_about_the_structure_an_index_or_a_row() {
        let index = |line: &str| if let Finding::Index(name) = finding(line) { Some(name) } else { None };
        for line in [
            "row 3 missing from index drink_by_day",
            "row 3 values differ from index drink_by_day",
            "wrong # of entries in index drink_by_day",
            "non-unique entry in index drink_by_day",
            "rowid not at end-of-record for row 3 of index drink_by_day",
        ] {
            assert_eq!(index(line).as_deref(), Some("drink_by_day"), "{line}");
        }
        for line in [
            "NULL value in cramp.severity",
            "TEXT value in cramp.severity",
            "non-INTEGER value in cramp.severity",
            "CHECK constraint failed in cramp",
        ] {
            assert!(matches!(finding(line), Finding::Row), "{line}");
        }
        for line in [
            "Tree 5 page 5: btreeInitPage() returns error code 11",
            "Page 7: never used",
            "row not in PRIMARY KEY order for cramp_relief",
            "?",
        ] {
            assert!(matches!(finding(line), Finding::Broken), "{line}");
        }
    }
}
