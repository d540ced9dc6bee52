//! A second, plain computation of what is known of each date, from the rows of the file: as a person with a pencil would.

use chrono::{Days, NaiveDate};
use cramp_diary::{
    domain::{FoodId, Measure, Nutrient},
    nutrition::{catalogue, drink_content},
};
use rusqlite::Connection;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Something eaten or drunk: what it weighed, and what was in it.
struct Part {
    grams: f64,
    is_food: bool,
    amounts: BTreeMap<Nutrient, f64>,
}

/// The rows of a file, by date.
pub(crate) struct Plain {
    figures: BTreeMap<(String, String), f64>,
    parts: BTreeMap<String, Vec<Part>>,
    taken: BTreeMap<String, BTreeMap<Nutrient, f64>>,
    complete: BTreeMap<String, bool>,
    not_described: BTreeSet<String>,
    answered: BTreeSet<String>,
}

impl Plain {
    pub(crate) fn of(connection: &Connection) -> Self {
        let mut plain = Self {
            figures: BTreeMap::new(),
            parts: BTreeMap::new(),
            taken: BTreeMap::new(),
            complete: by_date(connection, "SELECT day, complete + 0.0 FROM food_day").map(|(date, said)| (date, said > 0.5)).collect(),
            not_described: by_date(connection, "SELECT night, 1.0 FROM night WHERE answer = 'had_cramps'").map(|(date, _)| date).collect(),
            answered: by_date(connection, "SELECT night, 1.0 FROM night WHERE answer IS NOT NULL").map(|(date, _)| date).collect(),
        };
        for (measure, sql) in [
            (Measure::Cramps, "SELECT night, 0.0 FROM night WHERE answer = 'no_cramps'"),
            (Measure::Cramps, "SELECT night, count(*) + 0.0 FROM cramp GROUP BY night"),
            (Measure::SleepDisturbed, "SELECT night, disturbed + 0.0 FROM night WHERE disturbed IS NOT NULL"),
            (Measure::Slept, "SELECT night, slept_h FROM night WHERE slept_h IS NOT NULL"),
            (Measure::Hydration, "SELECT day, sum(volume_ml) + 0.0 FROM drink GROUP BY day"),
            (Measure::Stretching, "SELECT day, 0.0 FROM no_stretching"),
            (Measure::Stretching, "SELECT day, sum(coalesce(duration_min, sets * holds * 20 / 60.0)) FROM stretch GROUP BY day"),
            (Measure::Exercise, "SELECT day, exercise_min + 0.0 FROM strain WHERE exercise_min IS NOT NULL"),
            (Measure::Standing, "SELECT day, standing_h FROM strain WHERE standing_h IS NOT NULL"),
            (Measure::Heat, "SELECT day, heat + 0.0 FROM strain WHERE heat IS NOT NULL"),
        ] {
            for (date, figure) in by_date(connection, sql) {
                plain.figures.insert((date, measure.to_string()), figure);
            }
        }
        let mut own = connection.prepare("SELECT day, lower(hex(factor)), value FROM factor_value").unwrap();
        for row in own.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?))).unwrap() {
            let (day, factor, value) = row.unwrap();
            plain.figures.insert((day, factor), value);
        }
        plain.swallow(connection);
        plain
    }

    fn swallow(&mut self, connection: &Connection) {
        let mut foods = connection.prepare("SELECT day, food, amount_g, contents FROM food").unwrap();
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, f64>(2)?, row.get(3)?));
        for row in foods.query_map([], read).unwrap() {
            let (day, food, grams, contents): (String, _, _, Option<String>) = row.unwrap();
            let per_100_g = match contents {
                Some(contents) => amounts(&contents),
                None => catalogue().food(&FoodId::new(&food)).unwrap().per_100_g.known().collect(),
            };
            let amounts = per_100_g.into_iter().map(|(nutrient, amount)| (nutrient, amount / 100.0 * grams)).collect();
            self.parts.entry(day).or_default().push(Part { grams, is_food: true, amounts });
        }
        let mut drinks = connection.prepare("SELECT day, kind, volume_ml FROM drink").unwrap();
        for row in drinks.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, f64>(2)?))).unwrap() {
            let (day, kind, ml): (String, _, _) = row.unwrap();
            let content = drink_content(kind.parse().unwrap());
            let grams = content.map_or(ml, |content| ml / 100.0 * content.grams_per_100_ml);
            let amounts =
                content.iter().flat_map(|content| content.per_100_g.known()).map(|(nutrient, amount)| (nutrient, amount / 100.0 * grams));
            let amounts = amounts.collect();
            self.parts.entry(day).or_default().push(Part { grams, is_food: false, amounts });
        }
        let mut taken = connection.prepare("SELECT day, doses, contents FROM supplement_taken").unwrap();
        for row in taken.query_map([], |row| Ok((row.get(0)?, row.get::<_, f64>(1)?, row.get::<_, String>(2)?))).unwrap() {
            let (day, doses, contents): (String, _, _) = row.unwrap();
            let sums = self.taken.entry(day).or_default();
            for (nutrient, amount) in amounts(&contents) {
                *sums.entry(nutrient).or_default() += doses * amount;
            }
        }
    }

    /// The value of a date, and whether it stands in means.
    pub(crate) fn value(&self, date: NaiveDate, measure: Measure) -> (Option<f64>, bool) {
        let date = date.to_string();
        match measure {
            Measure::Nutrient(nutrient) => (self.in_food(&date, nutrient), self.is_complete(&date)),
            Measure::Caffeine => (self.said_to_be_swallowed(&date, Nutrient::Caffeine), true),
            Measure::Alcohol => (self.said_to_be_swallowed(&date, Nutrient::Alcohol), true),
            Measure::SleepDisturbed => (self.figures.get(&(date.clone(), measure.to_string())).copied(), self.answered.contains(&date)),
            Measure::Own(factor) => (self.figures.get(&(date, factor.to_string().replace('-', ""))).copied(), true),
            other => (self.figures.get(&(date, other.to_string())).copied(), true),
        }
    }

    pub(crate) fn in_supplements(&self, date: NaiveDate, nutrient: Nutrient) -> Option<f64> {
        self.taken.get(&date.to_string()).map(|sums| sums.get(&nutrient).copied().unwrap_or(0.0))
    }

    pub(crate) fn is_not_described(&self, date: NaiveDate) -> bool {
        self.not_described.contains(&date.to_string()) && self.value(date, Measure::Cramps).0.is_none()
    }

    fn swallowed(&self, date: &str, nutrient: Nutrient) -> Option<f64> {
        let parts = self.parts.get(date)?;
        Some(parts.iter().filter_map(|part| part.amounts.get(&nutrient)).sum())
    }

    /// Nothing where no drink is logged, unless the food of the day is whole.
    fn said_to_be_swallowed(&self, date: &str, nutrient: Nutrient) -> Option<f64> {
        let drank = self.parts.get(date)?.iter().any(|part| !part.is_food);
        self.swallowed(date, nutrient).filter(|_| drank || self.is_complete(date))
    }

    /// Nothing where no food is logged, and where more than half of the energy has no figure.
    fn in_food(&self, date: &str, nutrient: Nutrient) -> Option<f64> {
        let parts = self.parts.get(date).filter(|parts| parts.iter().any(|part| part.is_food))?;
        let known: Vec<_> = parts.iter().filter_map(|part| Some((part.amounts.get(&Nutrient::Energy)?, part.grams))).collect();
        let (kcal, grams): (f64, f64) = (known.iter().map(|(kcal, _)| **kcal).sum(), known.iter().map(|(_, grams)| grams).sum());
        let weight = |part: &Part| {
            if kcal <= 0.0 || grams <= 0.0 {
                part.grams
            } else {
                part.amounts.get(&Nutrient::Energy).copied().unwrap_or(part.grams * kcal / grams)
            }
        };
        let all: f64 = parts.iter().map(weight).sum();
        let unknown: f64 = parts.iter().filter(|part| !part.amounts.contains_key(&nutrient)).map(weight).sum();
        (all <= 0.0 || unknown <= all / 2.0).then(|| self.swallowed(date, nutrient).unwrap_or(0.0))
    }

    fn is_complete(&self, date: &str) -> bool {
        let parts = self.parts.get(date).map_or([].as_slice(), Vec::as_slice);
        let foods = parts.iter().filter(|part| part.is_food).count();
        let looks = foods >= 3 && self.swallowed(date, Nutrient::Energy).unwrap_or(0.0) >= 1000.0;
        self.complete.get(date).copied().unwrap_or(looks)
    }
}

/// So many days after a date.
pub(crate) fn plus(date: NaiveDate, days: usize) -> NaiveDate {
    date + Days::new(u64::try_from(days).unwrap())
}

/// Figures by date, from the rows of a query whose first column is the date and the second a number.
fn by_date(connection: &Connection, sql: &str) -> impl Iterator<Item = (String, f64)> {
    let mut statement = connection.prepare(sql).unwrap();
    let rows: Vec<_> = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
    rows.into_iter()
}

/// What a text such as `{"magnesium_mg":27.0}` gives.
fn amounts(text: &str) -> BTreeMap<Nutrient, f64> {
    let Value::Object(columns) = serde_json::from_str(text).unwrap() else { panic!("{text}") };
    let nutrient = |column: &str| Nutrient::ALL.iter().copied().find(|nutrient| nutrient.column() == column).unwrap();
    columns.into_iter().map(|(column, amount)| (nutrient(&column), amount.as_f64().unwrap())).collect()
}
