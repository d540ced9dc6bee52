//! "Before this cramp" in words.

use crate::domain::Measure;
use crate::insights::{Before, BeforeRow, BeforeValue, WEEKS_BACK};

impl Before {
    /// Why there is nothing beside; empty where there is.
    #[must_use]
    pub fn missing(&self) -> String {
        if self.beside.is_some() {
            return String::new();
        }
        let weekday = self.night.date().format("%A");
        format!("No {weekday} night without cramps was logged in the {WEEKS_BACK} weeks before, so there is nothing to compare with.")
    }
}

impl BeforeRow {
    /// What stands at its left: "Drinks", "Slept, night before", "Magnesium, supplements".
    #[must_use]
    pub fn label(&self) -> String {
        let measure = self.panel.measure;
        let name = if measure == Measure::SleepDisturbed { "Sleep disturbed" } else { self.panel.label.as_str() };
        let more = if measure.is_of_the_night() { ", night before" } else { "" };
        let more = if self.from_supplements { ", supplements" } else { more };
        format!("{name}{more}")
    }

    /// A value of the row: "1.2 L", "80 mg so far", "not logged", or empty for the night itself.
    #[must_use]
    pub fn words(&self, value: BeforeValue) -> String {
        match value {
            BeforeValue::NotBefore => String::new(),
            BeforeValue::NotLogged => "not logged".to_owned(),
            BeforeValue::Logged(value) => self.panel.written(value),
            BeforeValue::SoFar(value) => format!("{} so far", self.panel.written(value)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Day, Factor, FactorKind, Id, Night, OwnName};
    use crate::insights::{CrampFreeNight, DayBefore, NightFigures};
    use chrono::NaiveDate;

    fn day(date: u32, figures: NightFigures) -> DayBefore {
        let day = Day::new(NaiveDate::from_ymd_opt(2026, 11, date).unwrap());
        DayBefore { day, figures, entries: Vec::new() }
    }

    fn night(date: u32) -> Night {
        Night::new(NaiveDate::from_ymd_opt(2026, 11, date).unwrap())
    }

    fn words(row: &BeforeRow) -> Vec<String> {
        row.values.iter().chain(row.beside.iter().flatten()).map(|value| row.words(*value)).collect()
    }

    #[test]
    fn a_measure_shows_where_anything_is_known_and_says_what_is_not() {
        let walked = Id::from_uuid(uuid::Uuid::from_u128(7));
        let drank = |ml| NightFigures::default().with(Measure::Hydration, ml);
        let slept = NightFigures { own: vec![(walked, 12.0)], ..drank(1_250.0).with(Measure::Slept, 6.5) };
        let factor = Factor { unit: "km".to_owned(), ..Factor::new(OwnName::new("Walked").unwrap(), FactorKind::Number) };
        let mut before = Before {
            night: night(19),
            cramps: Some(2),
            days: [day(18, slept.clone()), day(19, slept)],
            beside: Some(CrampFreeNight { night: night(12), days: [day(11, NightFigures::default()), day(12, drank(900.0))] }),
            factors: vec![(walked, factor)],
        };
        let rows = before.rows();
        let found: Vec<_> = rows.iter().map(|row| (row.label(), words(row))).collect();
        let expected = [
            ("Drinks", ["1,250 ml", "1,250 ml", "not logged", "900 ml"]),
            ("Slept, night before", ["6.5 h", "", "not logged", ""]),
            ("Walked", ["12 km", "12 km", "not logged", "not logged"]),
        ];
        assert_eq!(found, expected.map(|(label, values)| (label.to_owned(), values.map(str::to_owned).to_vec())));
        let so_far = before.rows()[0].words(BeforeValue::SoFar(80.0));
        assert_eq!(so_far, "80 ml so far");
        assert_eq!(before.missing(), "");
        before.beside = None;
        assert_eq!(words(&before.rows()[0]), ["1,250 ml", "1,250 ml"]);
        assert!(before.missing().starts_with("No Thursday night without cramps"));
    }
}
