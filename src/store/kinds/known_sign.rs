//! How answers about known signs lie in the diary file.

use crate::domain::{Day, KnownSign, Side, SignKind};
use crate::store::{Column, Columns, Holds, ListedAs, Table, Undated, Values, value};
use rusqlite::Row;

impl Columns for KnownSign {
    const TABLE: &'static str = "known_sign";
    const COLUMNS: &'static [Column] = &[
        Column::DAY,
        Column::new("kind", Holds::Key(SignKind::KEYS), "the sign"),
        Column::new("side", Holds::Key(Side::KEYS), "side").or_not_said(),
        Column::new("known", Holds::YesNo, "a doctor has seen it, and it is as it always is"),
    ];

    fn values(&self) -> Values {
        let Self { day, kind, side, known } = self;
        vec![
            ("day", value::text(day)),
            ("kind", value::text(kind.key())),
            ("side", value::optional_text(side.map(Side::key))),
            ("known", (*known).into()),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            day: Day::new(value::date(row, "day")?),
            kind: value::key(row, "kind")?,
            side: value::optional_key(row, "side")?,
            known: row.get("known")?,
        })
    }
}

impl Table for KnownSign {
    type When = Undated;

    const NOUN: &'static str = "answer about a sign";

    const LISTED: ListedAs<Self> = ListedAs::ByHand;

    const KEY: &'static [&'static str] = &["kind", "side"];

    fn when(&self) -> Undated {
        Undated
    }
}
