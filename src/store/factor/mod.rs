//! Factors of one's own.

use super::record::Parameters;
use super::{Change, Delta, Record, value};
use crate::domain::{Factor, Id};
use rusqlite::{Connection, Row};

impl Record for Factor {
    const TABLE: &'static str = "factor";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM factor";

    fn parameters(&self) -> Parameters<'_> {
        let Self { name, kind, unit, retired } = self;
        vec![
            (":name", Box::new(name.as_str())),
            (":kind", Box::new(kind.key())),
            (":unit", Box::new(unit)),
            (":retired", Box::new(retired)),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: value::own_name(row, "name")?,
            kind: value::key(row, "kind")?,
            unit: row.get("unit")?,
            retired: row.get("retired")?,
        })
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::Factor(Box::new(delta))
    }
}

/// On how many days a factor was answered.
pub(super) fn days_answered(connection: &Connection, factor: Id<Factor>) -> rusqlite::Result<u32> {
    let sql = "SELECT count(*) FROM factor_value WHERE factor = ?1";
    connection.prepare_cached(sql)?.query_row([factor.uuid().as_bytes()], |row| row.get(0))
}
