//! The figures of a range of nights, one series a panel.

use super::{Mean, NightFigures, Span, WINDOW_NIGHTS, mean, moving_mean};
use crate::domain::{Measure, Night, Nutrient};
use chrono::NaiveDate;

/// One panel's figures, a value a date.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What they measure.
    pub measure: Measure,
    /// The values; `None` is not logged.
    pub values: Vec<Option<f64>>,
    /// Mean over the logged ones of seven nights; `None` is a gap.
    pub means: Vec<Option<f64>>,
    /// Mean over the whole range.
    pub mean: Mean,
    /// The goal or reference, in the same unit.
    pub reference: Option<f64>,
}

/// What [`trends`] works from.
#[derive(Debug, Clone)]
pub struct TrendInput<'a> {
    /// The first date of `nights`.
    pub first: NaiveDate,
    /// A figure a date, beginning up to six dates before the range so that its first means are whole.
    pub nights: &'a [NightFigures],
    /// How many of `nights` lie before the range.
    pub lead: usize,
    /// What to drink a day, in ml.
    pub goal_ml: Option<f64>,
    /// Magnesium, potassium and calcium references, in mg a day.
    pub references_mg: [f64; 3],
    /// What was taken, by places in the range.
    pub spans: Vec<Span>,
}

/// The figures of a range of nights.
#[derive(Debug, Clone, PartialEq)]
pub struct Trends {
    /// The first date.
    pub first: NaiveDate,
    /// A figure a date.
    pub nights: Vec<NightFigures>,
    /// A series a panel, from top to bottom.
    pub series: Vec<Series>,
    /// What was taken, a row each.
    pub spans: Vec<Span>,
}

impl Trends {
    /// The night at a place in the range.
    #[must_use]
    pub fn night(&self, index: usize) -> Night {
        Night::new(self.first).plus(i64::try_from(index).unwrap_or(0))
    }
}

/// Puts a range of nights into series.
#[must_use]
pub fn trends(input: TrendInput<'_>) -> Trends {
    let TrendInput { first, nights, lead, goal_ml, references_mg, spans } = input;
    let lead = lead.min(nights.len()).min(WINDOW_NIGHTS - 1);
    let reference = |measure| match measure {
        Measure::Hydration => goal_ml,
        Measure::Nutrient(Nutrient::Magnesium) => Some(references_mg[0]),
        Measure::Nutrient(Nutrient::Potassium) => Some(references_mg[1]),
        Measure::Nutrient(Nutrient::Calcium) => Some(references_mg[2]),
        _ => None,
    };
    let series = Measure::USUAL.map(|measure| {
        let counted: Vec<_> = nights.iter().map(|night| night.counted(measure)).collect();
        Series {
            measure,
            values: nights[lead..].iter().map(|night| night.value(measure)).collect(),
            means: moving_mean(&counted).split_off(lead),
            mean: mean(&counted[lead..]),
            reference: reference(measure),
        }
    });
    let first = Night::new(first).plus(i64::try_from(lead).unwrap_or(0)).date();
    Trends { first, nights: nights[lead..].to_vec(), series: series.into(), spans }
}
