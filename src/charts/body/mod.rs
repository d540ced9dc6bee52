//! A body map: both legs from behind and from the front, and boxes for hands and everything else.

mod draw;
mod layout;
mod leg;
#[cfg(test)]
mod tests;
mod words;

pub(super) use draw::draw_body;
pub use leg::{LEG_BACK, LEG_FRONT, LegBand, leg_edge};

use super::fill::severity_legend;
use super::frame::{Around, Box4, Frame, WORDS_ALONE, pixels, units, whole};
use super::wording::{counted, is_or_are, known_nights, not_described, nothing_to_count, of_nights, percent};
use super::{Cell, Fill, Spot, Table};
use crate::domain::{Muscle, Severity, Side};
use crate::insights::{MIN_NIGHTS, MusclePlaces, Nights, PlaceCount, Places, places};
use layout::BodyLayout;

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
    /// The words around it. Without cramps, its summary says what is missing and there is no figure.
    pub around: Around,
}

impl BodySpec {
    /// The body map of these nights, shaded by nights with cramps.
    #[must_use]
    pub fn new(nights: Nights<'_>) -> Self {
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

    /// The same map with shades of another figure.
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

    /// A row for each muscle and side, and one for both sides together.
    #[must_use]
    pub fn table(&self) -> Table {
        let mut table = Table::with_columns(&["Muscle", "Side", "Cramps#", "Nights#", "Share of nights#", "Worst severity#"]);
        let row = |muscle: Muscle, side: &str, place: PlaceCount| {
            let share = self.places.share(place).map_or_else(Cell::too_few, |share| Cell::number(share, percent(share)));
            let worst = place.worst.map_or_else(Cell::nothing, |worst| Cell::count(usize::from(worst.get())));
            vec![Cell::words(muscle.label()), Cell::words(side), Cell::count(place.cramps), Cell::count(place.nights), share, worst]
        };
        let rows = |places: &MusclePlaces| {
            [("left", places.left), ("right", places.right), ("any", places.all)].map(|(side, place)| row(places.muscle, side, place))
        };
        table.rows = if self.is_empty() { Vec::new() } else { self.places.muscles.iter().flat_map(rows).collect() };
        table
    }

    /// One spot for each muscle and side.
    #[must_use]
    pub fn spots(&self, size: (u32, u32), scale: f64) -> Vec<Spot> {
        if self.is_empty() {
            return Vec::new();
        }
        let layout = BodyLayout::new(self, units(size, scale));
        let spot = |(place, (_, _, rect)): (usize, (Muscle, Side, Box4))| Spot { rect: pixels(rect, scale), place, night: None };
        layout.places().into_iter().enumerate().map(spot).collect()
    }

    pub(super) fn spot_words(&self, place: usize) -> String {
        layout::places().nth(place).map_or_else(String::new, |place| words::spot(&self.places, place))
    }

    /// The height in units below which its parts would no longer be told apart.
    pub(super) fn least_height(&self, width: u32) -> u32 {
        let inner = if self.is_empty() { WORDS_ALONE } else { layout::least_high(f64::from(width)) };
        whole(Frame::height(&self.around, f64::from(width), inner))
    }

    /// The height in units that shows everything at this width.
    #[must_use]
    pub fn height_for(&self, width: u32) -> u32 {
        let width = f64::from(width);
        let inner = if self.is_empty() { WORDS_ALONE } else { layout::high(width) };
        whole(Frame::height(&self.around, width, inner))
    }

    fn is_empty(&self) -> bool {
        self.places.cramps() == 0
    }

    /// The cramps of a muscle on a side.
    fn place(&self, muscle: Muscle, side: Side) -> PlaceCount {
        words::place_of(&self.places, (muscle, side))
    }

    /// The most nights or cramps at any place.
    fn most(&self) -> usize {
        let sides = self.places.muscles.iter().flat_map(|muscle| [muscle.left, muscle.right]);
        sides.map(|place| if self.figure == BodyFigure::Cramps { place.cramps } else { place.nights }).max().unwrap_or(0)
    }

    fn shade(&self, place: PlaceCount) -> Shade {
        let count = match self.figure {
            BodyFigure::Nights => place.nights,
            BodyFigure::Cramps => place.cramps,
            BodyFigure::Worst => return place.worst.map_or(Shade::Level(0), Shade::Severity),
        };
        Shade::Level(u8::try_from((count * 100).div_ceil(self.most().max(1))).unwrap_or(100))
    }
}

/// How a place is shaded: a share of the most in percent, or a severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shade {
    Level(u8),
    Severity(Severity),
}

impl Shade {
    fn fill(self) -> Fill {
        match self {
            Self::Level(level) => Fill::Level(level),
            Self::Severity(severity) => Fill::Severity(severity),
        }
    }
}
