//! Which foods the person eats often, and how they were last logged.

use crate::domain::{Amounts, Day, FoodId, Grams, Meal};
use crate::store::{contents, value};
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Over how many days foods are counted.
const DAYS: i64 = 60;

/// A food that the person often eats, as it was last logged.
#[derive(Debug, Clone, PartialEq)]
pub struct UsualFood {
    /// The food.
    pub food: FoodId,
    /// The name of the food when it was last logged.
    pub name: String,
    /// The nutrients in 100 g when it was last logged; `None` in entries from before format 2.
    pub per_100_g: Option<Amounts>,
    /// The amount when it was last logged.
    pub amount: Grams,
    /// The household measure when it was last logged; empty if the amount was given in grams.
    pub portion: String,
}

/// The foods that the person often eats, the most frequent first.
#[derive(Debug, Clone, PartialEq)]
pub struct UsualFoods {
    /// Those at each meal of [`Meal::ALL`], each as it was last logged at that meal.
    pub at_meals: [Vec<UsualFood>; 4],
    /// Those at any meal or none.
    pub at_any: Vec<UsualFood>,
}

/// How often a food was logged, when last, and with which entry.
#[derive(Debug, Clone, Copy)]
struct Counted<'a> {
    food: &'a str,
    times: i64,
    last: &'a str,
    newest: i64,
}

/// A row of the query: a food at a meal.
struct AtMeal {
    food: String,
    meal: Option<String>,
    times: i64,
    last: String,
    newest: i64,
}

impl AtMeal {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            food: row.get("food")?,
            meal: row.get("meal")?,
            times: row.get("times")?,
            last: row.get("last")?,
            newest: row.get("newest")?,
        })
    }

    fn counted(&self) -> Counted<'_> {
        let Self { food, meal: _, times, last, newest } = self;
        Counted { food, times: *times, last, newest: *newest }
    }
}

/// The `at_most` foods that were logged most often at each meal in the 60 days up to `until`, and those that were at any.
pub(in crate::store) fn usual(connection: &Connection, until: Day, at_most: usize) -> rusqlite::Result<UsualFoods> {
    let mut statement = connection.prepare_cached(include_str!("usual.sql"))?;
    let (from, until) = (until.plus(-DAYS).to_string(), until.to_string());
    let rows = value::readable(statement.query_map(named_params! { ":from": from, ":until": until }, AtMeal::from_row)?)?;
    let at = |meal: Meal| {
        let counted = rows.iter().filter(|row| row.meal.as_deref() == Some(meal.key())).map(AtMeal::counted);
        as_logged(connection, counted.take(at_most))
    };
    let at_meals = [at(Meal::Breakfast)?, at(Meal::Lunch)?, at(Meal::Dinner)?, at(Meal::Snack)?];
    let at_any = as_logged(connection, at_any_meal(&rows).into_iter().take(at_most))?;
    Ok(UsualFoods { at_meals, at_any })
}

/// The foods at all meals together, the most frequent first.
fn at_any_meal(rows: &[AtMeal]) -> Vec<Counted<'_>> {
    let mut foods: BTreeMap<&str, Counted<'_>> = BTreeMap::new();
    for row in rows.iter().map(AtMeal::counted) {
        foods
            .entry(row.food)
            .and_modify(|known| {
                let newer = if known.last < row.last { row } else { *known };
                *known = Counted { times: known.times + row.times, ..newer };
            })
            .or_insert(row);
    }
    let mut counted: Vec<_> = foods.into_values().collect();
    // Those that are equal stay in the order of their ids.
    counted.sort_by_key(|food| Reverse((food.times, food.last)));
    counted
}

/// The foods as they were last logged, without those whose last entry cannot be read.
fn as_logged<'a>(connection: &Connection, counted: impl Iterator<Item = Counted<'a>>) -> rusqlite::Result<Vec<UsualFood>> {
    counted.filter_map(|food| entry(connection, food.newest).transpose()).collect()
}

/// The food of an entry. Returns `None` if the entry cannot be read.
fn entry(connection: &Connection, newest: i64) -> rusqlite::Result<Option<UsualFood>> {
    let read = |row: &Row<'_>| {
        Ok(UsualFood {
            food: FoodId::new(row.get_ref("food")?.as_str()?),
            name: row.get("name")?,
            per_100_g: contents::read_optional(row)?,
            amount: value::checked(row, "amount_g", Grams::new)?,
            portion: row.get("portion")?,
        })
    };
    let mut statement = connection.prepare_cached(include_str!("usual_entry.sql"))?;
    match statement.query_row(named_params! { ":newest": newest }, read).optional() {
        Err(error) if value::is_of_a_row(&error) => Ok(None),
        read => read,
    }
}

/// The `at_most` foods that were logged most often in the 60 days up to `until`, the most frequent first.
pub(in crate::store) fn frequent(connection: &Connection, until: Day, at_most: u32) -> rusqlite::Result<Vec<FoodId>> {
    let mut statement = connection.prepare_cached(include_str!("frequent.sql"))?;
    let (from, until) = (until.plus(-DAYS).to_string(), until.to_string());
    let parameters = named_params! { ":from": from, ":until": until, ":at_most": at_most };
    value::readable(statement.query_map(parameters, |row| Ok(FoodId::new(row.get_ref("food")?.as_str()?)))?)
}
