//! How medicines lie in the diary file.

use crate::domain::{ClassKey, Day, Medicine};
use crate::store::{Column, Columns, Holds, ListedAs, Table, Undated, Values, value};
use rusqlite::Row;

impl Columns for Medicine {
    const TABLE: &'static str = "medicine";
    const COLUMNS: &'static [Column] = &[
        Column::new("name", Holds::NAME, "name"),
        Column::new("class", Holds::at_most(1, 40), "class that the person chose").or_not_said(),
        Column::new("dose", Holds::at_most(0, 200), "dose in words"),
        Column::new("from_day", Holds::Date, "first day").or_not_said(),
        Column::new("until_day", Holds::Date, "last day").or_not_said(),
        Column::new("note", Holds::at_most(0, 10_000), "note"),
        Column::new("prescribed", Holds::YesNo, "a doctor prescribed it").or_not_said(),
    ];

    fn values(&self) -> Values {
        let Self { name, class, dose, from, until, note, prescribed } = self;
        let date = |day: &Option<Day>| day.map(|day| day.to_string());
        vec![
            ("name", value::text(name.as_str())),
            ("class", value::optional_text(class.as_ref().map(ClassKey::as_str))),
            ("dose", value::text(dose)),
            ("from_day", value::optional_text(date(from))),
            ("until_day", value::optional_text(date(until))),
            ("note", value::text(note)),
            ("prescribed", (*prescribed).into()),
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
            prescribed: row.get("prescribed")?,
        })
    }
}

impl Table for Medicine {
    type When = Undated;

    const NOUN: &'static str = "medicine";

    const LISTED: ListedAs<Self> = ListedAs::ByHand;

    fn when(&self) -> Undated {
        Undated
    }
}
