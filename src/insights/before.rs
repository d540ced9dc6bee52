//! "Before this cramp": the two days before a night with cramps, beside the same two days before a night without.

use super::{NightFigures, Panel};
use crate::domain::{Day, Factor, Id, InWords, Measure, Night};

/// How far back a cramp-free night is looked for: 26 weeks.
pub const WEEKS_BACK: i64 = 26;

/// The two days before a night with cramps, and those before the nearest earlier cramp-free night on the same weekday.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    /// The night with cramps.
    pub night: Night,
    /// How many cramps; `None` where that is not known.
    pub cramps: Option<usize>,
    /// The day before the night's own day, and that day itself.
    pub days: [DayBefore; 2],
    /// The nearest earlier cramp-free night on the same weekday, at most [`WEEKS_BACK`] weeks back; `None` if there is none.
    pub beside: Option<CrampFreeNight>,
    /// One's own factors.
    pub factors: Vec<(Id<Factor>, Factor)>,
}

/// A night without cramps, and its two days.
#[derive(Debug, Clone, PartialEq)]
pub struct CrampFreeNight {
    /// The night.
    pub night: Night,
    /// The day before the night's own day, and that day itself.
    pub days: [DayBefore; 2],
}

/// One day: its figures, and the entries behind them.
#[derive(Debug, Clone, PartialEq)]
pub struct DayBefore {
    /// Which day.
    pub day: Day,
    /// Its figures, and those of the night that follows it.
    pub figures: NightFigures,
    /// What was logged, in words, by kind. Every day has the same kinds in the same order.
    pub entries: Vec<InWords>,
}

/// One measure on the two days before the cramps, and on the two before the cramp-free night.
#[derive(Debug, Clone, PartialEq)]
pub struct BeforeRow {
    /// What is measured, with its unit.
    pub panel: Panel,
    /// Whether the values are the amount of a nutrient from supplements, rather than from food and drinks. `false` for other measures.
    pub from_supplements: bool,
    /// On the day before and the day itself.
    pub values: [BeforeValue; 2],
    /// On the two days before the cramp-free night; `None` where there is no such night.
    pub beside: Option<[BeforeValue; 2]>,
}

/// The value of a measure on one of the days of a [`Before`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BeforeValue {
    /// It lies after the two days: the night itself.
    NotBefore,
    /// Not logged.
    NotLogged,
    /// A number.
    Logged(f64),
    /// A number of a day whose food is not completely logged.
    SoFar(f64),
}

impl BeforeValue {
    /// The number; `None` where there is none.
    #[must_use]
    pub fn number(self) -> Option<f64> {
        match self {
            Self::NotBefore | Self::NotLogged => None,
            Self::Logged(value) | Self::SoFar(value) => Some(value),
        }
    }
}

impl Before {
    /// One row per measure with a known value on any of the days; a row of supplements only where some value is above 0.
    #[must_use]
    pub fn rows(&self) -> Vec<BeforeRow> {
        let plain = |measure| (measure, false);
        let nutrients = Measure::NUTRIENTS.map(Measure::Nutrient).into_iter().flat_map(|nutrient| [(nutrient, false), (nutrient, true)]);
        let own = self.factors.iter().map(|(factor, _)| plain(Measure::Own(*factor)));
        let rest = Measure::all().filter(|measure| measure.nutrient().is_none() && !FIRST.contains(measure));
        let rows = FIRST.into_iter().chain(rest).map(plain).chain(nutrients).chain(own);
        let rows = rows.map(|(measure, from_supplements)| self.row(measure, from_supplements));
        let says = |row: &BeforeRow, value: &BeforeValue| value.number().is_some_and(|number| number > 0.0 || !row.from_supplements);
        rows.filter(|row| row.values.iter().chain(row.beside.iter().flatten()).any(|value| says(row, value))).collect()
    }

    fn row(&self, measure: Measure, from_supplements: bool) -> BeforeRow {
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
                    Some(value) if is_food && !day.figures.food_complete => BeforeValue::SoFar(value),
                    Some(value) => BeforeValue::Logged(value),
                }
            };
            [value(before), if measure.is_of_the_night() { BeforeValue::NotBefore } else { value(day) }]
        };
        BeforeRow { panel, from_supplements, values: values(&self.days), beside: self.beside.as_ref().map(|beside| values(&beside.days)) }
    }
}

/// The measures of the first rows: what was drunk, what was done, and the night before. A measure that is not listed follows them,
/// above the nutrients and the person's own factors.
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
    use crate::domain::Nutrient;
    use chrono::NaiveDate;

    fn day(date: u32, figures: NightFigures) -> DayBefore {
        let day = Day::new(NaiveDate::from_ymd_opt(2026, 11, date).unwrap());
        DayBefore { day, figures, entries: Vec::new() }
    }

    fn night(date: u32) -> Night {
        Night::new(NaiveDate::from_ymd_opt(2026, 11, date).unwrap())
    }

    #[test]
    fn food_that_is_not_all_logged_is_so_far() {
        let ate = |mg, food_complete| {
            let figures = NightFigures { food_complete, ..NightFigures::default() };
            figures.with(Measure::Nutrient(Nutrient::Magnesium), mg).with_supplements(Nutrient::Magnesium, 100.0)
        };
        let days = [day(18, ate(80.0, false)), day(19, ate(320.0, true))];
        let before = Before { night: night(19), cramps: Some(1), days, beside: None, factors: Vec::new() };
        let found: Vec<_> = before.rows().iter().map(|row| row.values).collect();
        let (so_far, logged) = (BeforeValue::SoFar, BeforeValue::Logged);
        assert_eq!(found, [[so_far(80.0), logged(320.0)], [logged(100.0), logged(100.0)]]);
    }
}
