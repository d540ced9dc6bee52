//! Recipes, with their ingredients in a table of its own.

use super::record::Parameters;
use super::{Change, Delta, Record, contents, value};
use crate::domain::{FoodId, Grams, Id, Ingredient, Recipe};
use rusqlite::{Connection, Row, named_params};
use serde::Deserialize;

impl Record for Recipe {
    const TABLE: &'static str = "recipe";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = include_str!("select.sql");

    fn parameters(&self) -> Parameters<'_> {
        let Self { name, ingredients: _, cooked_weight, portions } = self;
        vec![(":name", Box::new(name.as_str())), (":cooked_g", Box::new(cooked_weight.map(Grams::get))), (":portions", Box::new(portions))]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: value::own_name(row, "name")?,
            ingredients: ingredients_from_row(row)?,
            cooked_weight: value::optional_checked(row, "cooked_g", Grams::new)?,
            portions: value::checked(row, "portions", Self::portions)?,
        })
    }

    fn change(delta: Delta<Self>) -> Change {
        Change::Recipe(delta)
    }

    fn put_parts(&self, id: Id<Self>, connection: &Connection) -> rusqlite::Result<()> {
        let id = id.uuid().into_bytes();
        connection.prepare_cached("DELETE FROM recipe_ingredient WHERE recipe_id = ?1")?.execute([&id])?;
        let mut insert = connection.prepare_cached(include_str!("put_ingredient.sql"))?;
        for (place, Ingredient { food, name, amount, portion, per_100_g }) in (0_i64..).zip(&self.ingredients) {
            insert.execute(named_params! {
                ":recipe_id": id, ":place": place, ":food": food.as_str(), ":name": name, ":amount_g": amount.get(),
                ":portion": portion, ":contents": contents::text(per_100_g),
            })?;
        }
        Ok(())
    }
}

/// An ingredient in the JSON list that `select.sql` makes.
#[derive(Deserialize)]
struct Part {
    food: String,
    name: String,
    amount_g: f64,
    portion: String,
    contents: String,
}

fn ingredients_from_row(row: &Row<'_>) -> rusqlite::Result<Vec<Ingredient>> {
    let text: String = row.get("ingredients")?;
    let unreadable = || value::unreadable("ingredients", &text);
    let parts: Vec<Part> = serde_json::from_str(&text).map_err(|_not_a_list| unreadable())?;
    let ingredient = |Part { food, name, amount_g, portion, contents }| {
        let amount = Grams::new(amount_g).map_err(|_out_of_range| unreadable())?;
        Ok(Ingredient { food: FoodId::new(&food), name, amount, portion, per_100_g: contents::from_text(&contents)? })
    };
    parts.into_iter().map(ingredient).collect()
}
