//! How signs lie in the diary file.

use crate::domain::{Day, Side, Sign, SignCourse, SignKind};
use crate::store::{Column, Columns, Holds, ListedAs, Table, Values, value};
use rusqlite::Row;

impl Columns for Sign {
    const TABLE: &'static str = "sign";
    const COLUMNS: &'static [Column] = &[
        Column::DAY,
        Column::new("kind", Holds::Key(SignKind::KEYS), "what was noticed"),
        Column::new("side", Holds::Key(Side::KEYS), "side").or_not_said(),
        Column::new("note", Holds::at_most(0, 10_000), "note"),
        Column::new("course", Holds::Key(SignCourse::KEYS), "known, worse or new").or_not_said(),
    ];

    fn values(&self) -> Values {
        let Self { day, kind, side, note, course } = self;
        vec![
            ("day", value::text(day)),
            ("kind", value::text(kind.key())),
            ("side", value::optional_text(side.map(Side::key))),
            ("note", value::text(note)),
            ("course", value::optional_text(course.map(SignCourse::key))),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            day: Day::new(value::date(row, "day")?),
            kind: value::key(row, "kind")?,
            side: value::optional_key(row, "side")?,
            note: row.get("note")?,
            course: value::optional_key(row, "course")?,
        })
    }
}

impl Table for Sign {
    type When = Day;

    const NOUN: &'static str = "sign";

    const LISTED: ListedAs<Self> = ListedAs::Under("Signs", |sign| vec![sign.with_note()]);

    const KEY: &'static [&'static str] = &["day", "kind"];

    fn when(&self) -> Day {
        self.day
    }
}
