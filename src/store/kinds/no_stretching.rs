//! How days on which the person did not stretch lie in the diary file.

use crate::domain::{Day, Measure, NoStretching};
use crate::store::{Column, Columns, FiguresOf, ListedAs, Table, Values, value};
use rusqlite::Row;

impl Columns for NoStretching {
    const TABLE: &'static str = "no_stretching";
    const COLUMNS: &'static [Column] = &[Column::DAY];

    fn values(&self) -> Values {
        vec![("day", value::text(&self.day))]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { day: Day::new(value::date(row, "day")?) })
    }
}

impl Table for NoStretching {
    type When = Day;

    const NOUN: &'static str = "mark";

    const LISTED: ListedAs<Self> = ListedAs::ByHand;

    const KEY: &'static [&'static str] = &["day"];

    const FIGURES: FiguresOf<Self> = &[(Measure::Stretching, |_none| Some(0.0))];

    fn when(&self) -> Day {
        self.day
    }
}
