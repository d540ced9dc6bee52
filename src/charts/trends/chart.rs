//! What the trends answer: their table, their height.

use super::{TrendsLayout, TrendsSpec};
use crate::charts::{Chart, ChartTable, Spot};
use crate::domain::capitalised;

/// By how much a panel can be lower than it wants to be, in pixels at scale 1.
const LESS_PANEL: u32 = 36;

impl Chart for TrendsSpec {
    /// Its dates: "90 nights, 22 Aug to 19 Nov 2026".
    fn title(&self) -> String {
        capitalised(&self.night(0).range_words(self.night(self.nights - 1)))
    }

    fn table(&self) -> ChartTable {
        self.as_table()
    }

    /// None: its nights are found by [`TrendsLayout::night_at`], through all panels at once.
    fn spots(&self, _size: (u32, u32), _scale: f64) -> Vec<Spot> {
        Vec::new()
    }

    fn spot_words(&self, _place: usize) -> String {
        String::new()
    }

    fn least_height(&self, width: u32) -> u32 {
        let panels = u32::try_from(self.panels.len()).unwrap_or(0);
        self.height_for(width).saturating_sub(panels * LESS_PANEL)
    }

    fn height_for(&self, width: u32) -> u32 {
        TrendsLayout::natural_height(self, width)
    }
}
