//! What was said of a night.

use super::record::Parameters;
use super::{Change, Dated, Delta, Record, value};
use crate::domain::{Night, NightAnswer, NightNote};
use rusqlite::Row;

impl Record for NightNote {
    const TABLE: &'static str = "night";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM night";

    fn parameters(&self) -> Parameters<'_> {
        let Self { night, answer, note } = self;
        vec![(":night", Box::new(night.to_string())), (":answer", Box::new(answer.map(NightAnswer::key))), (":note", Box::new(note))]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { night: Night::new(value::date(row, "night")?), answer: value::optional_key(row, "answer")?, note: row.get("note")? })
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::Night(delta)
    }
}

impl Dated for NightNote {
    const DATE: &'static str = "night";
}
