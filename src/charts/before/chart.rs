//! What "before this cramp" answers: its table, its spots, its height.

use super::BeforeSpec;
use super::layout::BeforeLayout;
use crate::charts::spot::{pixels, whole};
use crate::charts::{Cell, Chart, ChartTable, Spot, TableColumn};
use crate::domain::Day;
use crate::insights::BeforeValue;

impl Chart for BeforeSpec {
    fn title(&self) -> String {
        format!("Before the {}", self.night.label_with_year())
    }

    /// The figures, and below them the entries in words.
    fn table(&self) -> ChartTable {
        let mut table = ChartTable::with_columns(&["Measure", "Unit"]);
        let title = |day: Day, night: &str| TableColumn { title: format!("{}, {night}", day.label()), numeric: true };
        for (night, which) in [(Some(self.night), "before cramps"), (self.beside, "before a night without")] {
            table.columns.extend(night.iter().flat_map(|night| [night.plus(-1).day(), night.day()]).map(|day| title(day, which)));
        }
        for row in &self.rows {
            let cell = |value: &BeforeValue| value.number().map_or_else(Cell::empty, |number| Cell::number(number, row.row.words(*value)));
            let names = [Cell::words(row.label.clone()), Cell::words(row.row.panel.unit.clone())];
            table.rows.push(names.into_iter().chain(row.lines.iter().flatten().map(cell)).collect());
        }
        table.rows.extend(self.entries.iter().map(|row| row.iter().map(Cell::words).collect()));
        table
    }

    /// One spot for each line of each row; a click opens the night that it was before.
    fn spots(&self, size: (u32, u32), scale: f64) -> Vec<Spot> {
        let layout = BeforeLayout::new(self, size, scale);
        let mut spots = Vec::new();
        for lines in &layout.rows {
            for (night, [top, bottom]) in self.nights().zip(lines) {
                let rect = pixels([layout.left, *top, layout.right, *bottom], scale);
                spots.push(Spot { rect, place: spots.len(), night: Some(night) });
            }
        }
        spots
    }

    /// The text about a line of a row.
    fn spot_words(&self, place: usize) -> String {
        let lines = self.rows.iter().flat_map(|row| self.nights().zip(&row.lines).map(move |(night, line)| (row, night, line)));
        let Some((row, night, line)) = lines.into_iter().nth(place) else { return String::new() };
        let which = if night == self.night { "Before the cramps" } else { "Before the night without" };
        let said = |(day, value): (Day, &BeforeValue)| match value {
            BeforeValue::NotBefore => None,
            BeforeValue::NotLogged | BeforeValue::Logged(..) | BeforeValue::SoFar(..) => {
                Some(format!("{} {}", day.label(), row.row.words(*value)))
            }
        };
        let days = [night.plus(-1).day(), night.day()];
        let words: Vec<_> = days.into_iter().zip(line).filter_map(said).collect();
        format!("{}, {}: {}", which, row.label, words.join(", "))
    }

    /// It has no part that could be left out.
    fn least_height(&self, width: u32) -> u32 {
        self.height_for(width)
    }

    fn height_for(&self, width: u32) -> u32 {
        whole(BeforeLayout::height(self, width))
    }
}
