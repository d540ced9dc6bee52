//! Supplements taken.

use super::record::Parameters;
use super::{Change, Dated, Delta, Record, contents, value};
use crate::domain::{Day, Doses, Id, SupplementTaken};
use chrono::NaiveDate;
use rusqlite::{Connection, Row};
use std::ops::RangeInclusive;

impl Record for SupplementTaken {
    const TABLE: &'static str = "supplement_taken";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM supplement_taken";

    fn parameters(&self) -> Parameters<'_> {
        let Self { day, product, name, dose, doses, per_dose, time } = self;
        vec![
            (":day", Box::new(day.to_string())),
            (":product", Box::new(product.uuid().into_bytes())),
            (":name", Box::new(name)),
            (":dose", Box::new(dose)),
            (":doses", Box::new(doses.get())),
            (":contents", Box::new(contents::text(per_dose))),
            (":time_local", Box::new(value::wall(*time))),
            (":time_offset_s", Box::new(value::offset_s(*time))),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            day: Day::new(value::date(row, "day")?),
            product: Id::from_uuid(uuid::Uuid::from_bytes(row.get("product")?)),
            name: row.get("name")?,
            dose: row.get("dose")?,
            doses: value::checked(row, "doses", Doses::new)?,
            per_dose: contents::read(row)?,
            time: value::moment(row, "time_local", "time_offset_s")?,
        })
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::SupplementTaken(Box::new(delta))
    }
}

impl Dated for SupplementTaken {
    const DATE: &'static str = "day";

    fn date(&self) -> NaiveDate {
        self.day.date()
    }
}

/// The days on which each product was taken, by its name then.
pub(super) fn days(connection: &Connection, dates: &RangeInclusive<NaiveDate>) -> rusqlite::Result<Vec<(String, Vec<NaiveDate>)>> {
    let sql = "SELECT DISTINCT name, day FROM supplement_taken WHERE day BETWEEN ?1 AND ?2 ORDER BY name, day";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([dates.start().to_string(), dates.end().to_string()])?;
    let mut products: Vec<(String, Vec<NaiveDate>)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (name, day): (String, NaiveDate) = (row.get("name")?, value::date(row, "day")?);
        match products.last_mut() {
            Some((last, days)) if *last == name => days.push(day),
            _ => products.push((name, vec![day])),
        }
    }
    Ok(products)
}
