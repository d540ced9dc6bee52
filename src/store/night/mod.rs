//! What was said of a night.

use super::record::Parameters;
use super::{Change, Dated, Delta, Record, value};
use crate::domain::{Disturbance, Hours, Night, NightAnswer, NightNote};
use chrono::NaiveDate;
use rusqlite::{Connection, Row};

/// The latest night with cramps up to and including one.
pub(super) fn latest_with_cramps(connection: &Connection, until: Night) -> rusqlite::Result<Option<Night>> {
    let sql = "SELECT max(night) AS night FROM night WHERE answer = 'had_cramps' AND night <= ?1";
    let mut statement = connection.prepare_cached(sql)?;
    statement.query_row([until.to_string()], |row| value::optional_date(row, "night")).map(|date| date.map(Night::new))
}

/// The first night of which cramps or none were said.
pub(super) fn first_answered(connection: &Connection) -> rusqlite::Result<Option<Night>> {
    let mut statement = connection.prepare_cached("SELECT min(night) AS night FROM night WHERE answer IS NOT NULL")?;
    statement.query_row([], |row| value::optional_date(row, "night")).map(|date| date.map(Night::new))
}

impl Record for NightNote {
    const TABLE: &'static str = "night";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM night";

    fn parameters(&self) -> Parameters<'_> {
        let Self { night, answer, disturbed, slept, note } = self;
        vec![
            (":night", Box::new(night.to_string())),
            (":answer", Box::new(answer.map(NightAnswer::key))),
            (":disturbed", Box::new(disturbed.map(Disturbance::get))),
            (":slept_h", Box::new(slept.map(Hours::get))),
            (":note", Box::new(note)),
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

    fn change(delta: Delta<Self>) -> Change {
        Change::Night(delta)
    }
}

impl Dated for NightNote {
    const DATE: &'static str = "night";

    fn date(&self) -> NaiveDate {
        self.night.date()
    }
}
