//! What the person thinks of suggested foods.

use super::record::Parameters;
use super::{Change, Delta, Record, value};
use crate::domain::{FoodId, FoodOpinion};
use rusqlite::Row;

impl Record for FoodOpinion {
    const TABLE: &'static str = "food_opinion";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = "SELECT * FROM food_opinion";

    fn parameters(&self) -> Parameters<'_> {
        let Self { food, name, opinion } = self;
        vec![(":food", Box::new(food.as_str())), (":name", Box::new(name)), (":opinion", Box::new(opinion.key()))]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { food: FoodId::new(row.get_ref("food")?.as_str()?), name: row.get("name")?, opinion: value::key(row, "opinion")? })
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::FoodOpinion(delta)
    }
}
