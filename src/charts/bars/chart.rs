//! What a chart of bars answers: its table, its spots, its height.

use super::BarsSpec;
use super::layout::BarsLayout;
use crate::charts::frame::{Frame, WORDS_ALONE};
use crate::charts::spot::{pixels, units, whole};
use crate::charts::{Chart, ChartTable, Spot};

/// The height of the plot with its labels, in units.
const PLOT: f64 = 260.0;
/// The least height of the plot in which bars differ, in units.
const LEAST_PLOT: f64 = 120.0;

impl Chart for BarsSpec {
    fn title(&self) -> String {
        self.title.clone()
    }

    fn table(&self) -> ChartTable {
        self.table.clone()
    }

    /// One spot per bar, as high as the plot.
    fn spots(&self, size: (u32, u32), scale: f64) -> Vec<Spot> {
        let layout = BarsLayout::new(self, units(size, scale));
        (0..self.bars.len()).map(|place| Spot { rect: pixels(layout.column(place), scale), place, night: None }).collect()
    }

    fn spot_words(&self, place: usize) -> String {
        self.bars.get(place).map_or_else(String::new, |stack| stack.words.clone())
    }

    fn least_height(&self, width: u32) -> u32 {
        self.height_with(LEAST_PLOT, width)
    }

    fn height_for(&self, width: u32) -> u32 {
        self.height_with(PLOT, width)
    }
}

impl BarsSpec {
    /// The height with a plot of this height; without bars that of the texts alone.
    fn height_with(&self, plot: f64, width: u32) -> u32 {
        let inner = if self.bars.is_empty() { WORDS_ALONE } else { plot };
        whole(Frame::height(&self.around, f64::from(width), inner))
    }
}
