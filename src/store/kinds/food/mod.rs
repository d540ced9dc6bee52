//! How foods that were eaten lie in the diary file, and the queries for usual foods and meals.

use crate::domain::{Amounts, Day, FoodEntry, FoodId, Grams, Meal};
use crate::store::{Column, Columns, Holds, ListedAs, Table, Values, contents, value};
use rusqlite::{Connection, Row, named_params};

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

impl Columns for FoodEntry {
    const TABLE: &'static str = "food";
    const COLUMNS: &'static [Column] = &[
        Column::DAY,
        Column::new("food", Holds::SOME_TEXT, "the food, by its id"),
        Column::new("name", Holds::SOME_TEXT, "its name when it was eaten"),
        Column::new("contents", Holds::Amounts, "what 100 g of it held").or_not_said(),
        Column::new("amount_g", Holds::number(0.1, 5000.0), "how much was eaten").in_unit("g"),
        Column::new("portion", Holds::ANY_TEXT, "the household measure, or empty"),
        Column::new("meal", Holds::Key(Meal::KEYS), "meal").or_not_said(),
        Column::TIME,
        Column::TIME_OFFSET,
    ];

    fn values(&self) -> Values {
        let Self { day, food, name, per_100_g, amount, portion, meal, time } = self;
        vec![
            ("day", value::text(day)),
            ("food", value::text(food.as_str())),
            ("name", value::text(name)),
            ("contents", value::optional_text(per_100_g.as_ref().map(contents::text))),
            ("amount_g", amount.get().into()),
            ("portion", value::text(portion)),
            ("meal", value::optional_text(meal.map(Meal::key))),
            ("time_local", value::wall(*time)),
            ("time_offset_s", value::offset_s(*time)),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            day: Day::new(value::date(row, "day")?),
            food: FoodId::new(row.get_ref("food")?.as_str()?),
            name: row.get("name")?,
            per_100_g: contents::read_optional(row)?,
            amount: value::checked(row, "amount_g", Grams::new)?,
            portion: row.get("portion")?,
            meal: value::optional_key(row, "meal")?,
            time: value::moment(row, "time_local", "time_offset_s")?,
        })
    }
}

impl Table for FoodEntry {
    type When = Day;

    const NOUN: &'static str = "food";

    const LISTED: ListedAs<Self> = ListedAs::Under("Food", |food| vec![food.summary()]);

    fn when(&self) -> Day {
        self.day
    }
}

/// The latest day before `before` on which the meal was logged. Returns `None` if there is none within 60 days.
pub(in crate::store) fn last_meal(connection: &Connection, meal: Meal, before: Day) -> rusqlite::Result<Option<Day>> {
    let mut statement = connection.prepare_cached(include_str!("last_meal.sql"))?;
    let (from, before) = (before.plus(-60).to_string(), before.to_string());
    let parameters = named_params! { ":meal": meal.key(), ":before": before, ":from": from };
    Ok(value::first_date(statement.query(parameters)?, "day")?.map(Day::new))
}

/// The `at_most` foods that were logged most often at `meal`, or at any with `None`, in the 60 days up to `until`, the most frequent first.
pub(in crate::store) fn usual(connection: &Connection, until: Day, meal: Option<Meal>, at_most: u32) -> rusqlite::Result<Vec<UsualFood>> {
    let mut statement = connection.prepare_cached(include_str!("usual.sql"))?;
    let (from, until) = (until.plus(-60).to_string(), until.to_string());
    let parameters = named_params! { ":from": from, ":until": until, ":meal": meal.map(Meal::key), ":at_most": at_most };
    let read = |row: &Row<'_>| {
        Ok(UsualFood {
            food: FoodId::new(row.get_ref("food")?.as_str()?),
            name: row.get("name")?,
            per_100_g: contents::read_optional(row)?,
            amount: value::checked(row, "amount_g", Grams::new)?,
            portion: row.get("portion")?,
        })
    };
    value::readable(statement.query_map(parameters, read)?)
}
