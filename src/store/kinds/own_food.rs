//! How foods that the person described lie in the diary file.

use crate::domain::{Grams, OwnFood};
use crate::store::{Column, Columns, Holds, ListedAs, Table, Undated, Values, contents, value};
use rusqlite::Row;

impl Columns for OwnFood {
    const TABLE: &'static str = "own_food";
    const COLUMNS: &'static [Column] = &[
        Column::new("name", Holds::NAME, "name"),
        Column::new("portion", Holds::ANY_TEXT, "household measure"),
        Column::new("portion_g", Holds::number(0.1, 5000.0), "what that weighs").in_unit("g"),
        Column::new("barcode", Holds::at_most(1, 20), "bar code").or_not_said(),
        Column::new("contents", Holds::Amounts, "what 100 g of it hold"),
    ];

    fn values(&self) -> Values {
        let Self { name, portion, portion_weight, barcode, per_100_g } = self;
        vec![
            ("name", value::text(name.as_str())),
            ("portion", value::text(portion)),
            ("portion_g", portion_weight.get().into()),
            ("barcode", value::optional_text(barcode.as_ref())),
            ("contents", value::text(&contents::text(per_100_g))),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: value::own_name(row, "name")?,
            portion: row.get("portion")?,
            portion_weight: value::checked(row, "portion_g", Grams::new)?,
            barcode: row.get("barcode")?,
            per_100_g: contents::read(row)?,
        })
    }
}

impl Table for OwnFood {
    type When = Undated;

    const NOUN: &'static str = "food";

    const LISTED: ListedAs<Self> = ListedAs::ByHand;

    fn when(&self) -> Undated {
        Undated
    }
}
