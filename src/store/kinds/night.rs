//! How the records of nights lie in the diary file, and queries over them.

use crate::domain::{Disturbance, Hours, Measure, Night, NightAnswer, NightNote};
use crate::store::{Column, ColumnClock, Columns, FiguresOf, Holds, ListedAs, Table, Times, Values, value};
use rusqlite::{Connection, Row};

/// The latest night with cramps up to `until`, included. Returns `None` if there is none.
pub(in crate::store) fn latest_with_cramps(connection: &Connection, until: Night) -> rusqlite::Result<Option<Night>> {
    let sql = "SELECT night FROM night WHERE answer = 'had_cramps' AND night <= ?1 ORDER BY night DESC";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(value::first_date(statement.query([until.to_string()])?, "night")?.map(Night::new))
}

/// The first night for which "had cramps" or "no cramps" is logged. Returns `None` if there is none.
pub(in crate::store) fn first_answered(connection: &Connection) -> rusqlite::Result<Option<Night>> {
    let mut statement = connection.prepare_cached("SELECT night FROM night WHERE answer IS NOT NULL ORDER BY night")?;
    Ok(value::first_date(statement.query([])?, "night")?.map(Night::new))
}

impl Columns for NightNote {
    const TABLE: &'static str = "night";
    const COLUMNS: &'static [Column] = &[
        Column::NIGHT,
        Column::new("answer", Holds::Key(NightAnswer::KEYS), "cramps, or none").or_not_said(),
        Column::new("disturbed", Holds::whole(0, 10), "how much cramps disturbed the sleep, 0 to 10").or_not_said(),
        Column::new("slept_h", Holds::number(0.0, 24.0), "how long the person slept").in_unit("h").or_not_said(),
        Column::new("note", Holds::ANY_TEXT, "note"),
    ];

    fn values(&self) -> Values {
        let Self { night, answer, disturbed, slept, note } = self;
        vec![
            ("night", value::text(night)),
            ("answer", value::optional_text(answer.map(NightAnswer::key))),
            ("disturbed", disturbed.map(Disturbance::get).into()),
            ("slept_h", slept.map(Hours::get).into()),
            ("note", value::text(note)),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            night: Night::new(value::date(row, "night")?),
            answer: value::optional_key(row, "answer")?,
            disturbed: value::optional_checked(row, "disturbed", Disturbance::new)?,
            slept: value::optional_checked(row, "slept_h", Hours::new)?,
            note: row.get("note")?,
        })
    }
}

impl Table for NightNote {
    type When = Night;

    const NOUN: &'static str = "night";

    const LISTED: ListedAs<Self> = ListedAs::ByHand;

    const KEY: &'static [&'static str] = &["night"];

    const CLOCKS: &'static [ColumnClock] = &[
        ColumnClock { of: "answer", column: "answer_ms", times: Times::Value },
        ColumnClock { of: "disturbed", column: "disturbed_ms", times: Times::Value },
        ColumnClock { of: "slept_h", column: "slept_ms", times: Times::Value },
        ColumnClock { of: "note", column: "note_marks", times: Times::Lines },
    ];

    const FIGURES: FiguresOf<Self> = &[
        (Measure::SleepDisturbed, |said| said.disturbed.map(Disturbance::get).map(f64::from)),
        (Measure::Slept, |said| said.slept.map(Hours::get)),
    ];

    fn when(&self) -> Night {
        self.night
    }
}
