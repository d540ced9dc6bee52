//! How doses of supplements that were taken lie in the diary file.

use crate::domain::{Day, Doses, Id, SupplementTaken};
use crate::store::{Column, Columns, Holds, ListedAs, Table, Values, contents, value};
use chrono::NaiveDate;
use rusqlite::{Connection, Row};
use std::ops::RangeInclusive;

impl Columns for SupplementTaken {
    const TABLE: &'static str = "supplement_taken";
    const COLUMNS: &'static [Column] = &[
        Column::DAY,
        Column::new("product", Holds::Id, "the supplement"),
        Column::new("name", Holds::SOME_TEXT, "its name when it was taken"),
        Column::new("dose", Holds::SOME_TEXT, "one dose in words"),
        Column::new("doses", Holds::number(0.25, 20.0), "how many doses"),
        Column::new("contents", Holds::Amounts, "what one dose held"),
        Column::TIME,
        Column::TIME_OFFSET,
    ];

    fn values(&self) -> Values {
        let Self { day, product, name, dose, doses, per_dose, time } = self;
        vec![
            ("day", value::text(day)),
            ("product", value::id(*product)),
            ("name", value::text(name)),
            ("dose", value::text(dose)),
            ("doses", doses.get().into()),
            ("contents", value::text(&contents::text(per_dose))),
            ("time_local", value::wall(*time)),
            ("time_offset_s", value::offset_s(*time)),
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
}

impl Table for SupplementTaken {
    type When = Day;

    const NOUN: &'static str = "dose";

    const LISTED: ListedAs<Self> = ListedAs::Under("Supplements", |taken| vec![taken.summary()]);

    fn when(&self) -> Day {
        self.day
    }
}

/// The names of the supplements that were taken on these dates, as they were then, each with its dates. Names and dates are sorted.
pub(in crate::store) fn days(
    connection: &Connection,
    dates: &RangeInclusive<NaiveDate>,
) -> rusqlite::Result<Vec<(String, Vec<NaiveDate>)>> {
    let sql = "SELECT DISTINCT name, day FROM supplement_taken WHERE day BETWEEN ?1 AND ?2 ORDER BY name, day";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([dates.start().to_string(), dates.end().to_string()])?;
    let mut products: Vec<(String, Vec<NaiveDate>)> = Vec::new();
    while let Some(row) = rows.next()? {
        let taken = || -> rusqlite::Result<(String, NaiveDate)> { Ok((row.get("name")?, value::date(row, "day")?)) };
        let (name, day) = match taken() {
            Err(error) if value::is_of_a_row(&error) => continue,
            taken => taken?,
        };
        match products.last_mut() {
            Some((last, days)) if *last == name => days.push(day),
            _ => products.push((name, vec![day])),
        }
    }
    Ok(products)
}
