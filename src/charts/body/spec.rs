//! What the body map shows.

use super::words;
use crate::charts::Fill;
use crate::charts::count_words::{counted, is_or_are, known_nights, not_described, nothing_to_count, of_nights};
use crate::charts::fill::severity_legend;
use crate::charts::frame::Around;
use crate::domain::{Muscle, Severity, Side};
use crate::insights::{MIN_NIGHTS, NightSlice, PlaceCount, Places, places};

/// Which figure the shades of the body map show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyFigure {
    /// Nights with a cramp there.
    Nights,
    /// Cramps there.
    Cramps,
    /// The worst cramp there.
    Worst,
}

/// A body map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodySpec {
    /// What it shows, of which nights.
    pub title: String,
    /// Where cramps were.
    pub places: Places,
    /// What the shades show.
    pub figure: BodyFigure,
    /// The texts around it. Without cramps, its summary says what is missing and there is no figure.
    pub around: Around,
}

impl BodySpec {
    /// The body map of these nights, shaded by nights with cramps.
    #[must_use]
    pub fn new(nights: NightSlice<'_>) -> Self {
        let places = places(nights);
        let with = nights.iter().filter(|(_, figures)| !figures.cramps.is_empty()).count();
        let mut summary = format!("{} in {with} of {}.", counted(places.cramps(), "cramp"), counted(places.counted, "night"));
        if places.counted < MIN_NIGHTS {
            let known = known_nights(places.not_described);
            summary = format!("{summary} A share of nights needs {MIN_NIGHTS} {known}; there {}.", is_or_are(places.counted));
        }
        let both = match places.both() {
            0 => String::new(),
            both => format!("{} on both sides at once: counted left and right.", counted(both, "cramp")),
        };
        let note = [both, not_described(places.not_described)].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
        let around = match nothing_to_count(nights) {
            Some(missing) => Around { summary: missing, ..Around::default() },
            None => Around { summary, note, ..Around::default() },
        };
        let title = of_nights("Where cramps come", nights);
        Self { title, places, figure: BodyFigure::Nights, around }.shaded_by(BodyFigure::Nights)
    }

    /// This map, shaded by another figure.
    #[must_use]
    pub fn shaded_by(mut self, figure: BodyFigure) -> Self {
        self.figure = figure;
        if self.is_empty() {
            return self;
        }
        let most =
            |what: &str| vec![(Fill::Level(0), "none".to_owned()), (Fill::Level(100), format!("most: {}", counted(self.most(), what)))];
        self.around.legend = match figure {
            BodyFigure::Nights => most("night"),
            BodyFigure::Cramps => most("cramp"),
            BodyFigure::Worst => severity_legend(),
        };
        self
    }

    /// Whether there is no cramp to show.
    pub(super) fn is_empty(&self) -> bool {
        self.places.cramps() == 0
    }

    /// The cramps of a muscle on a side.
    pub(super) fn place(&self, muscle: Muscle, side: Side) -> PlaceCount {
        words::place_of(&self.places, muscle, side)
    }

    /// The most nights or cramps of any part of the body.
    fn most(&self) -> usize {
        let sides = self.places.muscles.iter().flat_map(|muscle| [muscle.left, muscle.right]);
        sides.map(|place| if self.figure == BodyFigure::Cramps { place.cramps } else { place.nights }).max().unwrap_or(0)
    }

    /// How a part of the body is shaded.
    pub(super) fn shade(&self, place: PlaceCount) -> Shade {
        let count = match self.figure {
            BodyFigure::Nights => place.nights,
            BodyFigure::Cramps => place.cramps,
            BodyFigure::Worst => return place.worst.map_or(Shade::Level(0), Shade::Severity),
        };
        Shade::Level(u8::try_from((count * 100).div_ceil(self.most().max(1))).unwrap_or(100))
    }
}

/// How a part of the body is shaded: by its share of the most in percent, or by a severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shade {
    Level(u8),
    Severity(Severity),
}

impl Shade {
    pub(super) fn fill(self) -> Fill {
        match self {
            Self::Level(level) => Fill::Level(level),
            Self::Severity(severity) => Fill::Severity(severity),
        }
    }
}
