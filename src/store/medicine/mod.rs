//! Medicines with their dates.

use super::record::Parameters;
use super::{Change, Delta, Record, value};
use crate::domain::{ClassKey, Day, Medicine};
use rusqlite::Row;

impl Record for Medicine {
    const TABLE: &'static str = "medicine";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM medicine";

    fn parameters(&self) -> Parameters<'_> {
        let Self { name, class, dose, from, until, note } = self;
        let date = |day: &Option<Day>| day.map(|day| day.to_string());
        vec![
            (":name", Box::new(name.as_str())),
            (":class", Box::new(class.as_ref().map(ClassKey::as_str))),
            (":dose", Box::new(dose)),
            (":from_day", Box::new(date(from))),
            (":until_day", Box::new(date(until))),
            (":note", Box::new(note)),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let class: Option<String> = row.get("class")?;
        let class = class.map(|key| ClassKey::new(&key).map_err(|_out_of_range| value::unreadable("class", &key))).transpose()?;
        Ok(Self {
            name: value::own_name(row, "name")?,
            class,
            dose: row.get("dose")?,
            from: value::optional_date(row, "from_day")?.map(Day::new),
            until: value::optional_date(row, "until_day")?.map(Day::new),
            note: row.get("note")?,
        })
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::Medicine(Box::new(delta))
    }
}
