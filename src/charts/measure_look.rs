//! How each measure looks, in whichever chart it is drawn: its colour, and how far its axis reaches.

use super::{Palette, Rgb};
use crate::domain::{Measure, ValueKind};

/// What the colour of a measure stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hue {
    /// Cramps. Where their severity is known, its colour is used instead.
    Cramps,
    /// Drinks and nutrients from drinks; also medicines.
    Drink,
    /// Stretching, exercise, standing.
    Stretch,
    /// Nutrients from food.
    Food,
    /// Everything else: sleep, heat, factors of the person's own, stages of life.
    Plain,
}

impl Hue {
    /// Its colour in a palette.
    pub(super) fn colour(self, palette: &Palette) -> Rgb {
        match self {
            Self::Cramps => palette.moderate,
            Self::Drink => palette.drink,
            Self::Stretch => palette.stretch,
            Self::Food => palette.mineral,
            Self::Plain => palette.plain,
        }
    }
}

/// How a measure looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct MeasureLook {
    pub(super) hue: Hue,
    /// What a value axis of nights reaches to even where every value is less, in the unit of the values.
    pub(super) least_top: f64,
    /// What a value axis of weeks reaches to even where every value is less.
    pub(super) least_top_of_weeks: f64,
}

impl MeasureLook {
    /// The look of a measure: what its values ask for, unless it has a line of its own here.
    pub(super) fn of(measure: Measure) -> Self {
        let look = |hue, least_top| Self { hue, least_top, least_top_of_weeks: least_top };
        match measure {
            Measure::Cramps => Self { least_top_of_weeks: 7.0, ..look(Hue::Cramps, 3.0) },
            Measure::Stretching => look(Hue::Stretch, 5.0),
            Measure::Caffeine => look(Hue::Drink, 100.0),
            Measure::Alcohol => look(Hue::Drink, 10.0),
            Measure::Exercise => look(Hue::Stretch, 30.0),
            Measure::Standing => look(Hue::Stretch, 4.0),
            usual => match usual.values() {
                ValueKind::Count | ValueKind::YesNo | ValueKind::Own => look(Hue::Plain, 1.0),
                ValueKind::Hours => look(Hue::Plain, 8.0),
                ValueKind::Millilitres => look(Hue::Drink, 1000.0),
                ValueKind::Minutes => look(Hue::Plain, 30.0),
                ValueKind::Nutrient(_) => look(Hue::Food, 1.0),
                ValueKind::ZeroToTen => look(Hue::Plain, 10.0),
            },
        }
    }
}
