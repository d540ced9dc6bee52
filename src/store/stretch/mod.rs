//! Stretching sessions.

use super::record::Parameters;
use super::{Change, Dated, Delta, Record, value};
use crate::domain::{Day, Dose, Minutes, Stretch, StretchName};
use chrono::NaiveDate;
use rusqlite::Row;

impl Record for Stretch {
    const TABLE: &'static str = "stretch";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM stretch";

    fn parameters(&self) -> Parameters<'_> {
        let Self { day, name, dose, time } = self;
        let (minutes, sets, holds) = match *dose {
            Dose::Time(minutes) => (Some(minutes.get()), None, None),
            Dose::Holds { sets, holds } => (None, Some(sets), Some(holds)),
        };
        vec![
            (":day", Box::new(day.to_string())),
            (":name", Box::new(name.as_str())),
            (":duration_min", Box::new(minutes)),
            (":sets", Box::new(sets)),
            (":holds", Box::new(holds)),
            (":time", Box::new(time.key())),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let name: String = row.get("name")?;
        Ok(Self {
            day: Day::new(value::date(row, "day")?),
            name: StretchName::new(&name).map_err(|_out_of_range| value::unreadable("name", &name))?,
            dose: dose_from_row(row)?,
            time: value::key(row, "time")?,
        })
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::Stretch(delta)
    }
}

impl Dated for Stretch {
    const DATE: &'static str = "day";

    fn date(&self) -> NaiveDate {
        self.day.date()
    }
}

fn dose_from_row(row: &Row<'_>) -> rusqlite::Result<Dose> {
    if let Some(minutes) = value::optional_checked(row, "duration_min", Minutes::new)? {
        return Ok(Dose::Time(minutes));
    }
    let holds: u32 = row.get("holds")?;
    value::checked(row, "sets", |sets: u32| Dose::holds(sets, holds))
}
