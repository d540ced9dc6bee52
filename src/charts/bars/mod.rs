//! Bars beside each other: cramps by hour, weekday, month, duration and severity.

mod draw;
mod kinds;
mod layout;
mod rates;
#[cfg(test)]
mod tests;

pub(super) use draw::draw_bars;

use super::frame::{Around, Frame, WORDS_ALONE, pixels, units, whole};
use super::{Fill, Spot, Table};
use layout::BarsLayout;

/// A chart of bars.
#[derive(Debug, Clone, PartialEq)]
pub struct BarsSpec {
    /// What it shows.
    pub title: String,
    /// The words around it. Where there are no bars, its summary says what is missing.
    pub around: Around,
    /// From left to right; none where there is nothing to show.
    pub bars: Vec<Stack>,
    /// The same as a table; also what is too little for a bar.
    pub table: Table,
}

/// A bar, of parts that stand on each other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stack {
    /// What stands below it, from the longest wording to the shortest.
    pub label: Vec<String>,
    /// What stands below that, likewise; empty where nothing does.
    pub under: Vec<String>,
    /// How high each part is, from the bottom.
    pub parts: Vec<(f64, Fill)>,
    /// Its number; empty where none is needed.
    pub says: String,
    /// Whether too little is known for a bar.
    pub lacks: bool,
    /// All that it says, for the card and for a screen reader.
    pub words: String,
}

impl Stack {
    fn height(&self) -> f64 {
        self.parts.iter().map(|(height, _)| height).sum()
    }
}

/// The height of the plot with its labels.
const PLOT: f64 = 260.0;
/// And the least of it in which bars differ.
const LEAST_PLOT: f64 = 120.0;

impl BarsSpec {
    /// One spot a bar, as high as the plot.
    #[must_use]
    pub fn spots(&self, size: (u32, u32), scale: f64) -> Vec<Spot> {
        let layout = BarsLayout::new(self, units(size, scale));
        (0..self.bars.len()).map(|place| Spot { rect: pixels(layout.column(place), scale), place, night: None }).collect()
    }

    /// The height in units below which its parts would no longer be told apart.
    pub(super) fn least_height(&self, width: u32) -> u32 {
        let inner = if self.bars.is_empty() { WORDS_ALONE } else { LEAST_PLOT };
        whole(Frame::height(&self.around, f64::from(width), inner))
    }

    /// The height in units that shows everything at this width.
    #[must_use]
    pub fn height_for(&self, width: u32) -> u32 {
        let inner = if self.bars.is_empty() { WORDS_ALONE } else { PLOT };
        whole(Frame::height(&self.around, f64::from(width), inner))
    }
}
