//! What was said of one's own factors on days.

use super::record::Parameters;
use super::{Change, Dated, Delta, Record, value};
use crate::domain::{Day, FactorValue, Id};
use chrono::NaiveDate;
use rusqlite::Row;

impl Record for FactorValue {
    const TABLE: &'static str = "factor_value";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM factor_value";

    fn parameters(&self) -> Parameters<'_> {
        vec![
            (":day", Box::new(self.day.to_string())),
            (":factor", Box::new(self.factor.uuid().into_bytes())),
            (":value", Box::new(self.value())),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let day = Day::new(value::date(row, "day")?);
        let factor = Id::from_uuid(uuid::Uuid::from_bytes(row.get("factor")?));
        value::checked(row, "value", |number| Self::of_any_kind(day, factor, number))
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::FactorValue(delta)
    }
}

impl Dated for FactorValue {
    const DATE: &'static str = "day";

    fn date(&self) -> NaiveDate {
        self.day.date()
    }
}
