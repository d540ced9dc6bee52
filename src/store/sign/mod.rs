//! Signs of a day.

use super::record::Parameters;
use super::{Change, Dated, Delta, Record, value};
use crate::domain::{Day, Side, Sign};
use chrono::NaiveDate;
use rusqlite::Row;

impl Record for Sign {
    const TABLE: &'static str = "sign";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM sign";

    fn parameters(&self) -> Parameters<'_> {
        let Self { day, kind, side, note } = self;
        vec![
            (":day", Box::new(day.to_string())),
            (":kind", Box::new(kind.key())),
            (":side", Box::new(side.map(Side::key))),
            (":note", Box::new(note)),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            day: Day::new(value::date(row, "day")?),
            kind: value::key(row, "kind")?,
            side: value::optional_key(row, "side")?,
            note: row.get("note")?,
        })
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::Sign(delta)
    }
}

impl Dated for Sign {
    const DATE: &'static str = "day";

    fn date(&self) -> NaiveDate {
        self.day.date()
    }
}
