//! Foods that the person described.

use super::record::Parameters;
use super::{Change, Delta, Record, contents, value};
use crate::domain::{Grams, OwnFood};
use rusqlite::Row;

impl Record for OwnFood {
    const TABLE: &'static str = "own_food";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM own_food";

    fn parameters(&self) -> Parameters<'_> {
        let Self { name, portion, portion_weight, barcode, per_100_g } = self;
        vec![
            (":name", Box::new(name.as_str())),
            (":portion", Box::new(portion)),
            (":portion_g", Box::new(portion_weight.get())),
            (":barcode", Box::new(barcode)),
            (":contents", Box::new(contents::text(per_100_g))),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: value::own_name(row, "name")?,
            portion: row.get("portion")?,
            portion_weight: value::checked(row, "portion_g", Grams::new)?,
            barcode: row.get("barcode")?,
            per_100_g: contents::read(row)?,
        })
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::OwnFood(Box::new(delta))
    }
}
