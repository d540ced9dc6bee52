//! How foods that were eaten lie in the diary file, and the query for the last meal.

mod usual;

pub use usual::{UsualFood, UsualFoods};
pub(in crate::store) use usual::{frequent, usual};

use crate::domain::{Day, FoodEntry, FoodId, Grams, Meal};
use crate::store::{Column, Columns, Holds, ListedAs, Table, Values, contents, value};
use rusqlite::{Connection, Row, named_params};

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
