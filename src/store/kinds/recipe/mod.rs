//! How recipes lie in the diary file, with their ingredients in a table of their own.

use crate::domain::{FoodId, Grams, Id, Ingredient, Recipe};
use crate::store::{Column, Columns, Holds, ListedAs, Parts, Table, Undated, Values, contents, value};
use rusqlite::{Connection, Row, named_params};
use serde::Deserialize;

impl Columns for Recipe {
    const TABLE: &'static str = "recipe";
    const COLUMNS: &'static [Column] = &[
        Column::new("name", Holds::NAME, "name"),
        Column::new("cooked_g", Holds::number(0.1, 5000.0), "what all of it weighs when cooked").in_unit("g").or_not_said(),
        Column::new("portions", Holds::number(1.0, 100.0), "how many portions it makes"),
    ];

    fn values(&self) -> Values {
        let Self { name, ingredients: _, cooked_weight, portions } = self;
        vec![("name", value::text(name.as_str())), ("cooked_g", cooked_weight.map(Grams::get).into()), ("portions", (*portions).into())]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: value::own_name(row, "name")?,
            ingredients: ingredients_from_row(row)?,
            cooked_weight: value::optional_checked(row, "cooked_g", Grams::new)?,
            portions: value::checked(row, "portions", Self::portions)?,
        })
    }
}

impl Table for Recipe {
    type When = Undated;

    const NOUN: &'static str = "recipe";

    const LISTED: ListedAs<Self> = ListedAs::ByHand;
    const PARTS: &'static [Parts] = &[Parts {
        table: "recipe_ingredient",
        owner: "recipe_id",
        columns: &[
            Column::new("place", Holds::whole(0, i64::MAX), "place in the list, from 0"),
            Column::new("food", Holds::SOME_TEXT, "the food, by its id"),
            Column::new("name", Holds::SOME_TEXT, "its name"),
            Column::new("amount_g", Holds::number(0.1, 5000.0), "how much").in_unit("g"),
            Column::new("portion", Holds::ANY_TEXT, "the household measure, or empty"),
            Column::new("contents", Holds::Amounts, "what 100 g of it hold"),
        ],
    }];
    const SELECT: Option<&'static str> = Some(include_str!("select.sql"));

    fn when(&self) -> Undated {
        Undated
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
struct ListedIngredient {
    place: i64,
    food: String,
    name: String,
    amount_g: f64,
    portion: String,
    contents: String,
}

fn ingredients_from_row(row: &Row<'_>) -> rusqlite::Result<Vec<Ingredient>> {
    let text: String = row.get("ingredients")?;
    let unreadable = || value::unreadable("ingredients", &text);
    let parts: Vec<ListedIngredient> = serde_json::from_str(&text).map_err(|_not_a_list| unreadable())?;
    let ingredient = |ListedIngredient { place, food, name, amount_g, portion, contents }| {
        if place < 0 || food.is_empty() || name.is_empty() {
            return Err(unreadable());
        }
        let amount = Grams::new(amount_g).map_err(|_out_of_range| unreadable())?;
        Ok(Ingredient { food: FoodId::new(&food), name, amount, portion, per_100_g: contents::from_text(&contents)? })
    };
    parts.into_iter().map(ingredient).collect()
}
