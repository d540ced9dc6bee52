//! How marks on whether the food of a day is completely logged lie in the diary file.

use crate::domain::{Day, FoodDay};
use crate::store::{Column, Columns, Holds, ListedAs, Table, Values, value};
use rusqlite::Row;

impl Columns for FoodDay {
    const TABLE: &'static str = "food_day";
    const COLUMNS: &'static [Column] = &[Column::DAY, Column::new("complete", Holds::YesNo, "all food of the day is logged")];

    fn values(&self) -> Values {
        let Self { day, complete } = self;
        vec![("day", value::text(day)), ("complete", (*complete).into())]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { day: Day::new(value::date(row, "day")?), complete: row.get("complete")? })
    }
}

impl Table for FoodDay {
    type When = Day;

    const NOUN: &'static str = "mark";

    const LISTED: ListedAs<Self> = ListedAs::ByHand;

    const KEY: &'static [&'static str] = &["day"];

    fn when(&self) -> Day {
        self.day
    }
}
