//! The values of each date: what panels show, and what the days before a cramp are compared by.

use super::{Figures, check};
use chrono::NaiveDate;
use cramp_diary::domain::{DrinkKind, Measure, Nutrient};
use cramp_diary::insights::Nights;
use cramp_diary::nutrition::drink_content;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Values by date.
type ByDate = BTreeMap<String, f64>;

/// Holds the value of each measure of each date against the rows.
#[track_caller]
pub(super) fn check_values(nights: Nights<'_>, file: &Connection, what: &str) {
    let swallowed = Swallowed::read(file);
    for measure in Measure::all() {
        let plain = plain(file, measure, &swallowed);
        let logged = |value: Option<&f64>| value.copied();
        let expected: Figures = dates(nights).map(|date| (date.clone(), logged(plain.get(&date)))).collect();
        let found: Figures = nights.iter().map(|(night, figures)| (night.to_string(), figures.value(measure))).collect();
        check(&found, &expected, &format!("{measure} of {what}"));
    }
    for nutrient in Measure::NUTRIENTS {
        let expected: Figures = dates(nights).map(|date| (date.clone(), swallowed.supplements(&date, nutrient))).collect();
        let found: Figures = nights.iter().map(|(night, figures)| (night.to_string(), figures.nutrient(nutrient).supplements)).collect();
        check(&found, &expected, &format!("{} from supplements of {what}", nutrient.key()));
    }
}

fn dates(nights: Nights<'_>) -> impl Iterator<Item = String> {
    nights.first.iter_days().take(nights.len()).map(|date: NaiveDate| date.to_string())
}

/// The values of a measure from the rows, by date.
pub(super) fn plain(file: &Connection, measure: Measure, swallowed: &Swallowed) -> ByDate {
    let sql = match measure {
        Measure::Cramps => {
            "SELECT night, (SELECT count(*) FROM cramp WHERE cramp.night = night.night) + 0.0 AS number FROM night
             WHERE answer = 'no_cramps' OR number > 0"
        }
        Measure::SleepDisturbed => "SELECT night, disturbed + 0.0 FROM night WHERE disturbed IS NOT NULL",
        Measure::Slept => "SELECT night, slept_h FROM night WHERE slept_h IS NOT NULL",
        Measure::Hydration => "SELECT day, total(volume_ml) FROM drink GROUP BY day",
        Measure::Stretching => {
            "SELECT day, total(minutes) FROM (SELECT day, coalesce(duration_min, sets * holds / 3.0) AS minutes FROM stretch
             UNION ALL SELECT day, 0 FROM no_stretching) GROUP BY day"
        }
        Measure::Exercise => "SELECT day, exercise_min + 0.0 FROM strain WHERE exercise_min IS NOT NULL",
        Measure::Standing => "SELECT day, standing_h FROM strain WHERE standing_h IS NOT NULL",
        Measure::Heat => "SELECT day, heat + 0.0 FROM strain WHERE heat IS NOT NULL",
        Measure::Own(_) => panic!("no factors here"),
        Measure::Nutrient(nutrient) => return swallowed.by_date(|day| day.nutrient(nutrient)),
        Measure::Caffeine => return swallowed.by_date(|day| Some(day.sum(Nutrient::Caffeine))),
        Measure::Alcohol => return swallowed.by_date(|day| Some(day.sum(Nutrient::Alcohol))),
    };
    let mut statement = file.prepare(sql).unwrap();
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}

/// What a food, drink or supplement held, by nutrient and unit as the file names them.
type Held = BTreeMap<String, f64>;

/// What was eaten and drunk on a day.
#[derive(Default)]
struct Day {
    foods: usize,
    /// Grams, and what 100 g hold.
    parts: Vec<(f64, Held)>,
    /// Doses, and what one holds.
    doses: Vec<(f64, Held)>,
}

/// Everything that was eaten, drunk and taken, by date.
pub(super) struct Swallowed(BTreeMap<String, Day>);

impl Swallowed {
    pub(super) fn read(file: &Connection) -> Self {
        let mut days = BTreeMap::<String, Day>::new();
        let mut statement = file.prepare("SELECT day, amount_g, contents FROM food").unwrap();
        let foods = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?))).unwrap();
        for (date, grams, contents) in foods.map(Result::unwrap) {
            let day: &mut Day = days.entry(date).or_default();
            day.foods += 1;
            day.parts.push((grams, serde_json::from_str(&contents).unwrap()));
        }
        let mut statement = file.prepare("SELECT day, volume_ml, kind FROM drink").unwrap();
        let drinks =
            statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, f64>(1)?, row.get::<_, String>(2)?))).unwrap();
        for (date, ml, kind) in drinks.map(Result::unwrap) {
            let kind: DrinkKind = kind.parse().unwrap();
            let day = days.entry(date).or_default();
            // Of "another drink" nothing but its volume is known.
            let Some(content) = drink_content(kind) else {
                day.parts.push((ml, Held::new()));
                continue;
            };
            let held = Nutrient::ALL.iter().filter_map(|nutrient| Some((name(*nutrient), content.per_100_g.get(*nutrient)?)));
            day.parts.push((ml * content.grams_per_100_ml / 100.0, held.collect()));
        }
        let mut statement = file.prepare("SELECT day, doses, contents FROM supplement_taken").unwrap();
        let taken = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?))).unwrap();
        for (date, doses, contents) in taken.map(Result::unwrap) {
            days.entry(date).or_default().doses.push((doses, serde_json::from_str(&contents).unwrap()));
        }
        Self(days)
    }

    /// What was eaten or drunk, on the days of which anything was logged.
    fn by_date(&self, value: impl Fn(&Day) -> Option<f64>) -> ByDate {
        let eaten = self.0.iter().filter(|(_, day)| !day.parts.is_empty());
        eaten.filter_map(|(date, day)| Some((date.clone(), value(day)?))).collect()
    }

    fn supplements(&self, date: &str, nutrient: Nutrient) -> Option<f64> {
        let day = self.0.get(date).filter(|day| !day.doses.is_empty())?;
        Some(day.doses.iter().map(|(doses, held)| doses * held.get(&name(nutrient)).unwrap_or(&0.0)).sum())
    }
}

impl Day {
    fn sum(&self, nutrient: Nutrient) -> f64 {
        self.parts.iter().map(|(grams, held)| grams / 100.0 * held.get(&name(nutrient)).unwrap_or(&0.0)).sum()
    }

    /// Nothing without food, or where more than half of the energy has no figure.
    fn nutrient(&self, nutrient: Nutrient) -> Option<f64> {
        let energy = |part: &(f64, Held)| part.0 / 100.0 * part.1.get("energy_kcal").unwrap_or(&0.0);
        let all: f64 = self.parts.iter().map(energy).sum();
        let without = self.parts.iter().filter(|(_, held)| !held.contains_key(&name(nutrient)));
        let unknown: f64 = without.map(energy).sum();
        (self.foods > 0 && unknown <= all / 2.0).then(|| self.sum(nutrient))
    }
}

/// The word that the file has for it.
fn name(nutrient: Nutrient) -> String {
    format!("{}_{}", nutrient.key(), nutrient.unit())
}
