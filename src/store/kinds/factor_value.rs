//! How answers to the person's own factors lie in the diary file.

use crate::domain::{Day, FactorValue, Id};
use crate::store::{Column, Columns, Holds, ListedAs, Table, Values, value};
use rusqlite::Row;

impl Columns for FactorValue {
    const TABLE: &'static str = "factor_value";
    const COLUMNS: &'static [Column] = &[
        Column::DAY,
        Column::new("factor", Holds::Id, "the factor"),
        Column::new("value", Holds::number(0.0, 1_000_000.0), "the answer; yes is 1"),
    ];

    fn values(&self) -> Values {
        vec![("day", value::text(&self.day)), ("factor", value::id(self.factor)), ("value", self.value().into())]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let day = Day::new(value::date(row, "day")?);
        let factor = Id::from_uuid(uuid::Uuid::from_bytes(row.get("factor")?));
        value::checked(row, "value", |number| Self::of_any_kind(day, factor, number))
    }
}

impl Table for FactorValue {
    type When = Day;

    const NOUN: &'static str = "answer";

    const LISTED: ListedAs<Self> = ListedAs::ByHand;

    const KEY: &'static [&'static str] = &["day", "factor"];

    fn when(&self) -> Day {
        self.day
    }
}
