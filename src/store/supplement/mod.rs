//! Supplements that the person has.

use super::record::Parameters;
use super::{Change, Delta, Record, contents, value};
use crate::domain::{Doses, Supplement};
use rusqlite::Row;

impl Record for Supplement {
    const TABLE: &'static str = "supplement";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM supplement";

    fn parameters(&self) -> Parameters<'_> {
        let Self { name, dose, per_dose, daily } = self;
        vec![
            (":name", Box::new(name.as_str())),
            (":dose", Box::new(dose)),
            (":contents", Box::new(contents::text(per_dose))),
            (":daily_doses", Box::new(daily.map(Doses::get))),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: value::own_name(row, "name")?,
            dose: row.get("dose")?,
            per_dose: contents::read(row)?,
            daily: value::optional_checked(row, "daily_doses", Doses::new)?,
        })
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::Supplement(Box::new(delta))
    }
}
