//! The rows of a diary file within two dates, asked by SQL.

use chrono::NaiveDate;
use rusqlite::{Connection, types::FromSql};
use std::collections::BTreeMap;

/// A logged night whose number of cramps is known: free of cramps, or with cramps that are described.
pub(super) const KNOWN: &str = "(night.answer = 'no_cramps' OR EXISTS (SELECT 1 FROM cramp WHERE cramp.night = night.night))";

/// The rows from one date to another, both included.
pub(super) struct Rows<'a> {
    file: &'a Connection,
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
}

impl<'a> Rows<'a> {
    pub(super) fn new(file: &'a Connection, first: NaiveDate, last: NaiveDate) -> Self {
        Self { file, first, last }
    }

    /// The same of other dates.
    pub(super) fn between(&self, first: NaiveDate, last: NaiveDate) -> Self {
        Rows { first, last, ..*self }
    }

    /// One value; ?1 and ?2 are the two dates.
    #[track_caller]
    pub(super) fn one<T: FromSql>(&self, sql: &str) -> T {
        self.file.query_row(sql, [self.first.to_string(), self.last.to_string()], |row| row.get(0)).unwrap()
    }

    /// Numbers, a row each.
    pub(super) fn all<const N: usize>(&self, sql: &str) -> Vec<[Option<f64>; N]> {
        let mut statement = self.file.prepare(sql).unwrap();
        let row = |row: &rusqlite::Row<'_>| {
            let mut values = [None; N];
            for (place, value) in values.iter_mut().enumerate() {
                *value = row.get(place)?;
            }
            Ok(values)
        };
        statement.query_map([self.first.to_string(), self.last.to_string()], row).unwrap().map(Result::unwrap).collect()
    }

    /// Two numbers a date, which stands before them.
    pub(super) fn by_date(&self, sql: &str) -> BTreeMap<String, (Option<f64>, Option<f64>)> {
        let mut statement = self.file.prepare(sql).unwrap();
        let dates = [self.first.to_string(), self.last.to_string()];
        statement.query_map(dates, |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?)))).unwrap().map(Result::unwrap).collect()
    }

    /// How many nights are logged and meet a condition.
    pub(super) fn nights(&self, condition: &str) -> f64 {
        self.one(&format!("SELECT count(*) + 0.0 FROM night WHERE answer IS NOT NULL AND night BETWEEN ?1 AND ?2 AND {condition}"))
    }

    /// How many cramps meet a condition.
    pub(super) fn cramps(&self, condition: &str) -> f64 {
        self.one(&format!("SELECT count(*) + 0.0 FROM cramp WHERE night BETWEEN ?1 AND ?2 AND {condition}"))
    }

    /// The middle value of a column of cramps.
    pub(super) fn median(&self, column: &str) -> Option<f64> {
        self.one(&format!(
            "WITH given AS (SELECT {column} AS value FROM cramp WHERE night BETWEEN ?1 AND ?2 AND {column} IS NOT NULL)
             SELECT avg(value + 0.0) FROM (SELECT value FROM given ORDER BY value
             LIMIT 2 - (SELECT count(*) FROM given) % 2 OFFSET (SELECT max(count(*) - 1, 0) / 2 FROM given))"
        ))
    }
}
