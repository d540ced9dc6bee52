//! The figures of a range of nights, one series a panel.

use super::{Mean, Span, WINDOW_NIGHTS, mean, moving_mean};
use crate::domain::{Night, Severity};
use chrono::NaiveDate;

/// What a panel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Cramps a night.
    Cramps,
    /// What was drunk a day, in ml.
    Hydration,
    /// Stretching a day, in minutes.
    Stretching,
    /// Magnesium from food and drink a day, in mg.
    Magnesium,
    /// Potassium from food and drink a day, in mg.
    Potassium,
    /// Calcium from food and drink a day, in mg.
    Calcium,
}

impl Measure {
    /// All of them, from top to bottom.
    pub const ALL: [Self; 6] = [Self::Cramps, Self::Hydration, Self::Stretching, Self::Magnesium, Self::Potassium, Self::Calcium];

    /// The heading of its panel.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Cramps => "Cramps",
            Self::Hydration => "Drinks",
            Self::Stretching => "Stretching",
            Self::Magnesium => "Magnesium",
            Self::Potassium => "Potassium",
            Self::Calcium => "Calcium",
        }
    }

    /// Its unit, with what it is counted per.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Self::Cramps => "a night",
            Self::Hydration => "ml a day",
            Self::Stretching => "min a day",
            Self::Magnesium | Self::Potassium | Self::Calcium => "mg a day",
        }
    }

    /// What its mean is taken over.
    #[must_use]
    pub fn counted(self) -> &'static str {
        match self {
            Self::Cramps => "nights",
            Self::Hydration | Self::Stretching => "days",
            Self::Magnesium | Self::Potassium | Self::Calcium => "full food days",
        }
    }
}

/// What is known of one date: its day, and the night after it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct NightFigures {
    /// Cramps of the night; nothing when not logged, or when only "had cramps" was said.
    pub cramps: Option<u32>,
    /// Cramps were there, but none is described.
    pub cramps_not_described: bool,
    /// The worst of them.
    pub worst: Option<Severity>,
    /// What was drunk, in ml.
    pub drunk_ml: Option<f64>,
    /// Stretching in minutes; 0 only when the person said so.
    pub stretch_min: Option<f64>,
    /// Magnesium, potassium and calcium from food and drink in mg, where food was logged and enough of it has a figure.
    pub minerals_mg: [Option<f64>; 3],
    /// Whether the food of the day looks completely logged.
    pub food_complete: bool,
}

impl NightFigures {
    /// The value of a measure.
    #[must_use]
    pub fn value(&self, measure: Measure) -> Option<f64> {
        match measure {
            Measure::Cramps => self.cramps.map(f64::from),
            Measure::Hydration => self.drunk_ml,
            Measure::Stretching => self.stretch_min,
            Measure::Magnesium => self.minerals_mg[0],
            Measure::Potassium => self.minerals_mg[1],
            Measure::Calcium => self.minerals_mg[2],
        }
    }

    /// The value of a measure where it counts for a mean: minerals only on completely logged days.
    fn counted(&self, measure: Measure) -> Option<f64> {
        match measure {
            Measure::Cramps | Measure::Hydration | Measure::Stretching => self.value(measure),
            Measure::Magnesium | Measure::Potassium | Measure::Calcium => self.value(measure).filter(|_| self.food_complete),
        }
    }
}

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
        Measure::Cramps | Measure::Stretching => None,
        Measure::Hydration => goal_ml,
        Measure::Magnesium => Some(references_mg[0]),
        Measure::Potassium => Some(references_mg[1]),
        Measure::Calcium => Some(references_mg[2]),
    };
    let series = Measure::ALL.map(|measure| {
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
