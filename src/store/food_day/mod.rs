//! Whether the food of a day is all there.

use super::record::Parameters;
use super::{Change, Dated, Delta, Record, value};
use crate::domain::{Day, FoodDay};
use chrono::NaiveDate;
use rusqlite::Row;

impl Record for FoodDay {
    const TABLE: &'static str = "food_day";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM food_day";

    fn parameters(&self) -> Parameters<'_> {
        let Self { day, complete } = self;
        vec![(":day", Box::new(day.to_string())), (":complete", Box::new(complete))]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { day: Day::new(value::date(row, "day")?), complete: row.get("complete")? })
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::FoodDay(delta)
    }
}

impl Dated for FoodDay {
    const DATE: &'static str = "day";

    fn date(&self) -> NaiveDate {
        self.day.date()
    }
}
