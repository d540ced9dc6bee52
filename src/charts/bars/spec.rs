//! What a chart of bars shows.

use crate::charts::frame::Around;
use crate::charts::{ChartTable, Fill};

/// A chart of bars.
#[derive(Debug, Clone, PartialEq)]
pub struct BarsSpec {
    /// What it shows.
    pub title: String,
    /// The texts around it. Where there are no bars, its summary says what is missing.
    pub around: Around,
    /// From left to right; none where there is nothing to show.
    pub bars: Vec<Stack>,
    /// Its figures as a table, those included that are too few for a bar.
    pub table: ChartTable,
}

/// A bar, of parts that stand on each other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stack {
    /// What stands below it, from the longest wording to the shortest.
    pub label: Vec<String>,
    /// What stands below its label, from the longest wording to the shortest; empty for none.
    pub under: Vec<String>,
    /// How high each part is, from the bottom.
    pub parts: Vec<(f64, Fill)>,
    /// Text above the bar, normally its value; empty for none.
    pub says: String,
    /// Whether too little is known for a bar.
    pub lacks: bool,
    /// All that it says, for the card and for a screen reader.
    pub words: String,
}

impl Stack {
    /// How high all its parts are together.
    pub(super) fn height(&self) -> f64 {
        self.parts.iter().map(|(height, _)| height).sum()
    }
}
