//! How answers whether a sign is gone lie in the diary file.

use crate::domain::{Day, SignGone, SignKind};
use crate::store::{Column, Columns, Holds, ListedAs, Table, Undated, Values, value};
use rusqlite::Row;

impl Columns for SignGone {
    const TABLE: &'static str = "sign_gone";
    const COLUMNS: &'static [Column] =
        &[Column::DAY, Column::new("kind", Holds::Key(SignKind::KEYS), "the sign"), Column::new("gone", Holds::YesNo, "it is gone")];

    fn values(&self) -> Values {
        let Self { day, kind, gone } = self;
        vec![("day", value::text(day)), ("kind", value::text(kind.key())), ("gone", (*gone).into())]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { day: Day::new(value::date(row, "day")?), kind: value::key(row, "kind")?, gone: row.get("gone")? })
    }
}

impl Table for SignGone {
    type When = Undated;

    const NOUN: &'static str = "answer whether a sign is gone";

    const LISTED: ListedAs<Self> = ListedAs::ByHand;

    const KEY: &'static [&'static str] = &["day", "kind"];

    fn when(&self) -> Undated {
        Undated
    }
}
