//! What the body map answers: its table, its spots, its height.

use super::layout::{self, BodyLayout};
use super::{BodySpec, words};
use crate::charts::count_words::percent;
use crate::charts::frame::{Frame, WORDS_ALONE};
use crate::charts::spot::{Box4, pixels, units, whole};
use crate::charts::{Cell, Chart, ChartTable, Spot};
use crate::domain::{Muscle, Side};
use crate::insights::{MusclePlaces, PlaceCount};

impl Chart for BodySpec {
    fn title(&self) -> String {
        self.title.clone()
    }

    /// A row for each muscle and side, and one for both sides together.
    fn table(&self) -> ChartTable {
        let mut table = ChartTable::with_columns(&["Muscle", "Side", "Cramps#", "Nights#", "Share of nights#", "Worst severity#"]);
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
    fn spots(&self, size: (u32, u32), scale: f64) -> Vec<Spot> {
        if self.is_empty() {
            return Vec::new();
        }
        let layout = BodyLayout::new(self, units(size, scale));
        let spot = |(place, (_, _, rect)): (usize, (Muscle, Side, Box4))| Spot { rect: pixels(rect, scale), place, night: None };
        layout.places().into_iter().enumerate().map(spot).collect()
    }

    fn spot_words(&self, place: usize) -> String {
        layout::places().nth(place).map_or_else(String::new, |(muscle, side)| words::spot(&self.places, muscle, side))
    }

    fn least_height(&self, width: u32) -> u32 {
        self.height_with(layout::least_high(f64::from(width)), width)
    }

    fn height_for(&self, width: u32) -> u32 {
        self.height_with(layout::high(f64::from(width)), width)
    }
}

impl BodySpec {
    /// The height with this much for legs and boxes; without cramps that of the texts alone.
    fn height_with(&self, inner: f64, width: u32) -> u32 {
        let inner = if self.is_empty() { WORDS_ALONE } else { inner };
        whole(Frame::height(&self.around, f64::from(width), inner))
    }
}
