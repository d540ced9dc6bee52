//! How opinions of suggested foods lie in the diary file.

use crate::domain::{FoodId, FoodOpinion, Opinion};
use crate::store::{Column, Columns, Holds, ListedAs, Table, Undated, Values, value};
use rusqlite::Row;

impl Columns for FoodOpinion {
    const TABLE: &'static str = "food_opinion";
    const COLUMNS: &'static [Column] = &[
        Column::new("food", Holds::SOME_TEXT, "the food, by its id"),
        Column::new("name", Holds::SOME_TEXT, "its name"),
        Column::new("opinion", Holds::Key(Opinion::KEYS), "what the person thinks of it"),
    ];

    fn values(&self) -> Values {
        let Self { food, name, opinion } = self;
        vec![("food", value::text(food.as_str())), ("name", value::text(name)), ("opinion", value::text(opinion.key()))]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { food: FoodId::new(row.get_ref("food")?.as_str()?), name: row.get("name")?, opinion: value::key(row, "opinion")? })
    }
}

impl Table for FoodOpinion {
    type When = Undated;

    const NOUN: &'static str = "opinion";

    const LISTED: ListedAs<Self> = ListedAs::ByHand;

    const KEY: &'static [&'static str] = &["food"];

    fn when(&self) -> Undated {
        Undated
    }
}
