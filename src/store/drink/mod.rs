//! Drinks.

use super::record::Parameters;
use super::{Change, Dated, Delta, Record, value};
use crate::domain::{Day, Drink, DrinkKind, VolumeMl};
use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

/// A drink that the person often has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsualDrink {
    /// What.
    pub kind: DrinkKind,
    /// How much of it at once.
    pub volume: VolumeMl,
}

impl Record for Drink {
    const TABLE: &'static str = "drink";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM drink";

    fn parameters(&self) -> Parameters<'_> {
        let Self { day, kind, volume, time } = self;
        vec![
            (":day", Box::new(day.to_string())),
            (":kind", Box::new(kind.key())),
            (":volume_ml", Box::new(volume.get())),
            (":time_local", Box::new(value::wall(*time))),
            (":time_offset_s", Box::new(value::offset_s(*time))),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            day: Day::new(value::date(row, "day")?),
            kind: value::key(row, "kind")?,
            volume: value::checked(row, "volume_ml", VolumeMl::new)?,
            time: value::moment(row, "time_local", "time_offset_s")?,
        })
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::Drink(delta)
    }
}

impl Dated for Drink {
    const DATE: &'static str = "day";

    fn date(&self) -> NaiveDate {
        self.day.date()
    }
}

pub(super) fn usual(connection: &Connection, until: Day, at_most: u32) -> rusqlite::Result<Vec<UsualDrink>> {
    let mut statement = connection.prepare_cached(include_str!("usual.sql"))?;
    let parameters = named_params! { ":from": until.plus(-60).to_string(), ":until": until.to_string(), ":at_most": at_most };
    let read = |row: &Row<'_>| Ok(UsualDrink { kind: value::key(row, "kind")?, volume: value::checked(row, "volume_ml", VolumeMl::new)? });
    statement.query_map(parameters, read)?.collect()
}
