//! Red flags that were read.

use super::record::Parameters;
use super::{Change, Delta, Record, value};
use crate::domain::{Acknowledged, Day, FlagKey};
use rusqlite::Row;
use uuid::Uuid;

impl Record for Acknowledged {
    const TABLE: &'static str = "acknowledged";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM acknowledged";

    fn parameters(&self) -> Parameters<'_> {
        let Self { flag, day, note, causes } = self;
        let causes = causes.iter().map(|id| id.simple().to_string()).collect::<Vec<_>>().join("|");
        vec![
            (":flag", Box::new(flag.as_str())),
            (":day", Box::new(day.to_string())),
            (":note", Box::new(note)),
            (":causes", Box::new(causes)),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let (flag, causes): (String, String) = (row.get("flag")?, row.get("causes")?);
        let id = |text: &str| Uuid::try_parse(text).map_err(|_not_an_id| value::unreadable("causes", text));
        Ok(Self {
            flag: FlagKey::new(&flag).map_err(|_out_of_range| value::unreadable("flag", &flag))?,
            day: Day::new(value::date(row, "day")?),
            note: row.get("note")?,
            causes: causes.split('|').filter(|text| !text.is_empty()).map(id).collect::<rusqlite::Result<_>>()?,
        })
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::Acknowledged(Box::new(delta))
    }
}
