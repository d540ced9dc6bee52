//! What the chart of relief answers: its table, its spots, its height.

use super::ReliefSpec;
use super::layout::{LEAST_ROW, ROW, ReliefLayout};
use super::words::words;
use crate::charts::count_words::percent;
use crate::charts::frame::{Frame, WORDS_ALONE};
use crate::charts::ruler::length;
use crate::charts::spot::{pixels, units, whole};
use crate::charts::{Cell, Chart, ChartTable, Spot};
use crate::domain::Helped;
use crate::insights::ReliefCount;

impl Chart for ReliefSpec {
    fn title(&self) -> String {
        self.title.clone()
    }

    /// A row for each thing that was tried.
    fn table(&self) -> ChartTable {
        let titles = ["Tried", "Times#", "Helped#", "A little#", "Did not#", "Not said#", "Share helped#", "Share a little#"];
        let mut table = ChartTable::with_columns(&titles);
        let row = |count: &ReliefCount| {
            let counts = [count.tried(), count.yes, count.some, count.no, count.not_said];
            let share = |helped| count.share(helped).map_or_else(Cell::too_few, |share| Cell::number(share, percent(share)));
            let mut cells = vec![Cell::words(count.relief.label())];
            cells.extend(counts.map(Cell::count));
            cells.extend([share(Helped::Yes), share(Helped::Some)]);
            cells
        };
        table.rows = self.rows.iter().map(row).collect();
        table
    }

    /// One spot per row.
    fn spots(&self, size: (u32, u32), scale: f64) -> Vec<Spot> {
        let layout = ReliefLayout::new(self, units(size, scale));
        let spot = |(place, row)| Spot { rect: pixels(row, scale), place, night: None };
        layout.rows.into_iter().enumerate().map(spot).collect()
    }

    fn spot_words(&self, place: usize) -> String {
        self.rows.get(place).map_or_else(String::new, |count| words(*count))
    }

    fn least_height(&self, width: u32) -> u32 {
        self.height_with(LEAST_ROW, width)
    }

    fn height_for(&self, width: u32) -> u32 {
        self.height_with(ROW, width)
    }
}

impl ReliefSpec {
    /// The height with rows of this height; without rows that of the texts alone.
    fn height_with(&self, row: f64, width: u32) -> u32 {
        let inner = if self.rows.is_empty() { WORDS_ALONE } else { length(self.rows.len()) * row };
        whole(Frame::height(&self.around, f64::from(width), inner))
    }
}
