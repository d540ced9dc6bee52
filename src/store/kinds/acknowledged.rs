//! How acknowledgements of red flags lie in the diary file.

use crate::domain::{Acknowledged, Day, FlagKey};
use crate::store::{Column, Columns, Holds, ListedAs, Table, Undated, Values, value};
use rusqlite::Row;
use uuid::Uuid;

impl Columns for Acknowledged {
    const TABLE: &'static str = "acknowledged";
    const COLUMNS: &'static [Column] = &[
        Column::new("flag", Holds::at_most(4, 4), "the warning sign, by its key"),
        Column::DAY,
        Column::new("note", Holds::at_most(1, 10_000), "what the person does about it"),
        Column::new("causes", Holds::Ids, "the records that had raised it"),
    ];

    fn values(&self) -> Values {
        let Self { flag, day, note, causes } = self;
        vec![
            ("flag", value::text(flag.as_str())),
            ("day", value::text(day)),
            ("note", value::text(note)),
            ("causes", value::joined(causes.iter().map(|id| id.simple()))),
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
}

impl Table for Acknowledged {
    type When = Undated;

    const NOUN: &'static str = "note on a warning sign";

    const LISTED: ListedAs<Self> = ListedAs::ByHand;

    fn when(&self) -> Undated {
        Undated
    }
}
