//! How supplements lie in the diary file.

use crate::domain::{Doses, Supplement};
use crate::store::{Column, Columns, Holds, ListedAs, Table, Undated, Values, contents, value};
use rusqlite::Row;

impl Columns for Supplement {
    const TABLE: &'static str = "supplement";
    const COLUMNS: &'static [Column] = &[
        Column::new("name", Holds::NAME, "name"),
        Column::new("dose", Holds::SOME_TEXT, "one dose in words"),
        Column::new("contents", Holds::Amounts, "what one dose holds"),
        Column::new("daily_doses", Holds::number(0.25, 20.0), "doses that are taken each day").or_not_said(),
        Column::new("prescribed", Holds::YesNo, "a doctor prescribed it"),
    ];

    fn values(&self) -> Values {
        let Self { name, dose, per_dose, daily, prescribed } = self;
        vec![
            ("name", value::text(name.as_str())),
            ("dose", value::text(dose)),
            ("contents", value::text(&contents::text(per_dose))),
            ("daily_doses", daily.map(Doses::get).into()),
            ("prescribed", (*prescribed).into()),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: value::own_name(row, "name")?,
            dose: row.get("dose")?,
            per_dose: contents::read(row)?,
            daily: value::optional_checked(row, "daily_doses", Doses::new)?,
            prescribed: row.get("prescribed")?,
        })
    }
}

impl Table for Supplement {
    type When = Undated;

    const NOUN: &'static str = "supplement";

    const LISTED: ListedAs<Self> = ListedAs::ByHand;

    fn when(&self) -> Undated {
        Undated
    }
}
