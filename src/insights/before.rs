//! "Before this cramp": the two days before a night with cramps, beside the same two days before a night without.

use super::{NightFigures, Panel};
use crate::domain::{Day, Factor, Id, Measure, Night};

/// How far back a cramp-free night is looked for, in weeks.
pub const WEEKS_BACK: i64 = 26;

/// What was before a night with cramps, and before the nearest earlier night without any that has the same weekday.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    /// The night with cramps.
    pub night: Night,
    /// How many cramps; nothing where that is not known.
    pub cramps: Option<usize>,
    /// The day before it, and the day that it follows.
    pub days: [DayBefore; 2],
    /// The same of the cramp-free night; nothing where none of that weekday was logged in [`WEEKS_BACK`] weeks.
    pub beside: Option<Beside>,
    /// One's own factors.
    pub factors: Vec<(Id<Factor>, Factor)>,
}

/// A night without cramps, and its two days.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// The night.
    pub night: Night,
    /// The day before it, and the day that it follows.
    pub days: [DayBefore; 2],
}

/// One day: its figures, and the entries behind them.
#[derive(Debug, Clone, PartialEq)]
pub struct DayBefore {
    /// Which day.
    pub day: Day,
    /// Its figures, and those of the night that follows it.
    pub figures: NightFigures,
    /// What was logged in words, in the order of [`EntryKind::ALL`]; empty where nothing was.
    pub entries: [Vec<String>; 8],
}

/// What entries are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// What was drunk.
    Drinks,
    /// What was eaten.
    Food,
    /// Stretching, or that there was none.
    Stretching,
    /// Exercise, standing, heat.
    Strain,
    /// What was taken of supplements.
    Supplements,
    /// Medicines whose dates hold the day.
    Medicines,
    /// Signs, illness among them.
    Signs,
    /// Factors of one's own.
    Own,
}

impl EntryKind {
    /// Each of them, in the order in which they are shown.
    pub const ALL: [Self; 8] =
        [Self::Drinks, Self::Food, Self::Stretching, Self::Strain, Self::Supplements, Self::Medicines, Self::Signs, Self::Own];

    /// Its heading.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Drinks => "Drinks",
            Self::Food => "Food",
            Self::Stretching => "Stretching",
            Self::Strain => "Strain",
            Self::Supplements => "Supplements",
            Self::Medicines => "Medicines",
            Self::Signs => "Signs",
            Self::Own => "Your factors",
        }
    }
}

/// A measure of the two days, and of the two beside them.
#[derive(Debug, Clone, PartialEq)]
pub struct BeforeRow {
    /// What is measured.
    pub measure: Measure,
    /// Of a nutrient: whether it is what supplements held, rather than food and drinks.
    pub from_supplements: bool,
    /// What stands at its left.
    pub label: String,
    /// The unit of the values.
    pub unit: String,
    /// On the day before and the day itself.
    pub values: [BeforeValue; 2],
    /// The same before the cramp-free night.
    pub beside: Option<[BeforeValue; 2]>,
}

/// A value of one day.
#[derive(Debug, Clone, PartialEq)]
pub enum BeforeValue {
    /// It lies after the two days: the night itself.
    NotBefore,
    /// Nobody said anything.
    NotLogged,
    /// A number, with its words.
    Logged(f64, String),
    /// The same of a day whose food is not completely logged: "80 mg so far".
    SoFar(f64, String),
}

impl BeforeValue {
    /// The number.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::NotBefore | Self::NotLogged => None,
            Self::Logged(value, _) | Self::SoFar(value, _) => Some(*value),
        }
    }

    /// The words: "1.2 L", "not logged", or none.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::NotBefore => "",
            Self::NotLogged => "not logged",
            Self::Logged(_, words) | Self::SoFar(_, words) => words,
        }
    }
}

impl Before {
    /// Every measure of which anything is known on one of the days; of supplements those that held any of it.
    #[must_use]
    pub fn rows(&self) -> Vec<BeforeRow> {
        let plain = |measure| (measure, false);
        let nutrients = Measure::NUTRIENTS.map(Measure::Nutrient).into_iter().flat_map(|nutrient| [(nutrient, false), (nutrient, true)]);
        let own = self.factors.iter().map(|(factor, _)| plain(Measure::Own(*factor)));
        let rest = Measure::all().filter(|measure| measure.nutrient().is_none() && !FIRST.contains(measure));
        let rows = FIRST.into_iter().chain(rest).map(plain).chain(nutrients).chain(own).map(|measured| self.row(measured));
        let says = |row: &BeforeRow, value: &BeforeValue| value.number().is_some_and(|number| number > 0.0 || !row.from_supplements);
        rows.filter(|row| row.values.iter().chain(row.beside.iter().flatten()).any(|value| says(row, value))).collect()
    }

    /// Why there is nothing beside; empty where there is.
    #[must_use]
    pub fn missing(&self) -> String {
        if self.beside.is_some() {
            return String::new();
        }
        let weekday = self.night.date().format("%A");
        format!("No {weekday} night without cramps was logged in the {WEEKS_BACK} weeks before, so there is nothing to compare with.")
    }

    fn row(&self, (measure, from_supplements): (Measure, bool)) -> BeforeRow {
        let factor = self.factors.iter().find(|(id, _)| measure == Measure::Own(*id)).map(|(_, factor)| factor);
        let panel = factor.map_or_else(|| Panel::new(measure), |factor| Panel::own(measure, factor));
        let values = |days: &[DayBefore; 2]| {
            let [before, day] = days;
            let value = |day: &DayBefore| {
                let is_food = measure.nutrient().is_some() && !from_supplements;
                let value = match measure {
                    Measure::Nutrient(nutrient) if from_supplements => day.figures.nutrient(nutrient).supplements,
                    _ => day.figures.value(measure),
                };
                match value {
                    None => BeforeValue::NotLogged,
                    Some(value) if is_food && !day.figures.food_complete => {
                        BeforeValue::SoFar(value, format!("{} so far", panel.written(value)))
                    }
                    Some(value) => BeforeValue::Logged(value, panel.written(value)),
                }
            };
            [value(before), if measure.is_of_the_night() { BeforeValue::NotBefore } else { value(day) }]
        };
        let more = if measure.is_of_the_night() { ", night before" } else { "" };
        let more = if from_supplements { ", supplements" } else { more };
        let name = if measure == Measure::SleepDisturbed { "Sleep disturbed" } else { panel.label.as_str() };
        BeforeRow {
            measure,
            from_supplements,
            label: format!("{name}{more}"),
            values: values(&self.days),
            beside: self.beside.as_ref().map(|beside| values(&beside.days)),
            unit: panel.unit,
        }
    }
}

/// The measures of the first rows: what was drunk, what was done, and the night before. A measure that is not listed follows them,
/// above the nutrients and one's own factors.
const FIRST: [Measure; 10] = [
    Measure::Hydration,
    Measure::Caffeine,
    Measure::Alcohol,
    Measure::Stretching,
    Measure::Exercise,
    Measure::Standing,
    Measure::Heat,
    Measure::Slept,
    Measure::Cramps,
    Measure::SleepDisturbed,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{FactorKind, Nutrient, OwnName};
    use chrono::NaiveDate;

    fn day(date: u32, figures: NightFigures) -> DayBefore {
        let day = Day::new(NaiveDate::from_ymd_opt(2026, 11, date).unwrap());
        DayBefore { day, figures, entries: std::array::from_fn(|_| Vec::new()) }
    }

    fn night(date: u32) -> Night {
        Night::new(NaiveDate::from_ymd_opt(2026, 11, date).unwrap())
    }

    fn words(row: &BeforeRow) -> Vec<&str> {
        row.values.iter().chain(row.beside.iter().flatten()).map(BeforeValue::words).collect()
    }

    #[test]
    fn food_that_is_not_all_logged_is_so_far() {
        let ate = |mg, food_complete| {
            let figures = NightFigures { food_complete, ..NightFigures::default() };
            figures.with(Measure::Nutrient(Nutrient::Magnesium), mg).with_supplements(Nutrient::Magnesium, 100.0)
        };
        let days = [day(18, ate(80.0, false)), day(19, ate(320.0, true))];
        let before = Before { night: night(19), cramps: Some(1), days, beside: None, factors: Vec::new() };
        let found: Vec<_> = before.rows().iter().map(|row| row.values.clone()).collect();
        let (so_far, logged) =
            (|mg, words: &str| BeforeValue::SoFar(mg, words.to_owned()), |mg, words: &str| BeforeValue::Logged(mg, words.to_owned()));
        assert_eq!(found, [[so_far(80.0, "80 mg so far"), logged(320.0, "320 mg")], [logged(100.0, "100 mg"), logged(100.0, "100 mg")]]);
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
            beside: Some(Beside { night: night(12), days: [day(11, NightFigures::default()), day(12, drank(900.0))] }),
            factors: vec![(walked, factor)],
        };
        let rows = before.rows();
        let found: Vec<_> = rows.iter().map(|row| (row.label.as_str(), words(row))).collect();
        let expected: [(&str, Vec<&str>); 3] = [
            ("Drinks", vec!["1,250 ml", "1,250 ml", "not logged", "900 ml"]),
            ("Slept, night before", vec!["6.5 h", "", "not logged", ""]),
            ("Walked", vec!["12 km", "12 km", "not logged", "not logged"]),
        ];
        assert_eq!(found, expected);
        assert_eq!(before.missing(), "");
        before.beside = None;
        assert_eq!(words(&before.rows()[0]), ["1,250 ml", "1,250 ml"]);
        assert!(before.missing().starts_with("No Thursday night without cramps"));
    }
}
