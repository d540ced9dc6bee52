//! Days on which the person said that they did not stretch.

use super::record::Parameters;
use super::{Change, Dated, Delta, Record, value};
use crate::domain::{Day, NoStretching};
use chrono::NaiveDate;
use rusqlite::Row;

impl Record for NoStretching {
    const TABLE: &'static str = "no_stretching";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM no_stretching";

    fn parameters(&self) -> Parameters<'_> {
        vec![(":day", Box::new(self.day.to_string()))]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { day: Day::new(value::date(row, "day")?) })
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::NoStretching(delta)
    }
}

impl Dated for NoStretching {
    const DATE: &'static str = "day";

    fn date(&self) -> NaiveDate {
        self.day.date()
    }
}
