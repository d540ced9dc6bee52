//! What days asked of the legs.

use super::record::Parameters;
use super::{Change, Dated, Delta, Record, value};
use crate::domain::{Day, Effort, Exercise, Hours, Strain};
use chrono::NaiveDate;
use rusqlite::Row;

impl Record for Strain {
    const TABLE: &'static str = "strain";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM strain";

    fn parameters(&self) -> Parameters<'_> {
        let Self { day, exercise, standing, heat } = self;
        vec![
            (":day", Box::new(day.to_string())),
            (":exercise_min", Box::new(exercise.map(Exercise::minutes))),
            (":effort", Box::new(exercise.and_then(Exercise::effort).map(Effort::key))),
            (":standing_h", Box::new(standing.map(Hours::get))),
            (":heat", Box::new(heat)),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let effort = value::optional_key(row, "effort")?;
        Ok(Self {
            day: Day::new(value::date(row, "day")?),
            exercise: value::optional_checked(row, "exercise_min", |minutes| Exercise::new(minutes, effort))?,
            standing: value::optional_checked(row, "standing_h", Hours::new)?,
            heat: row.get("heat")?,
        })
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::Strain(delta)
    }
}

impl Dated for Strain {
    const DATE: &'static str = "day";

    fn date(&self) -> NaiveDate {
        self.day.date()
    }
}
