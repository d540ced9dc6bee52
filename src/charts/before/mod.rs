//! "Before this cramp": two days before a night with cramps, above the same two days before a night without.

mod draw;
mod layout;
#[cfg(test)]
mod tests;

pub(super) use draw::draw_before;

use super::{Cell, Column, Spot, Table};
use crate::charts::frame::{pixels, whole};
use crate::domain::{Day, Measure, Night};
use crate::insights::{Before, BeforeRow, BeforeValue, DayBefore, EntryKind};
use layout::BeforeLayout;

/// A row a measure: the two days before the cramps, and below them those before the cramp-free night.
#[derive(Debug, Clone, PartialEq)]
pub struct BeforeSpec {
    /// The night with cramps.
    pub night: Night,
    /// The cramp-free night, where there is one.
    pub beside: Option<Night>,
    /// What the full marks are: "Full: before the night of Thu 19 to Fri 20 Nov, with 2 cramps".
    pub with_cramps: String,
    /// What the empty marks are, or why there are none.
    pub without: String,
    /// From top to bottom.
    pub rows: Vec<BeforeSpecRow>,
    entries: Vec<Vec<String>>,
}

/// A measure on a scale of its own from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct BeforeSpecRow {
    /// Its name.
    pub label: String,
    /// What is measured, which decides the colour.
    pub measure: Measure,
    /// Whether it is what supplements held.
    pub from_supplements: bool,
    /// The end of its scale; above 0.
    pub top: f64,
    /// One line before the cramps, then one before the cramp-free night where there is one: the day before, and the day.
    pub lines: Vec<[BeforeValue; 2]>,
    unit: String,
}

impl BeforeSpec {
    /// The chart of these days.
    #[must_use]
    pub fn new(before: &Before) -> Self {
        let cramps = match before.cramps {
            Some(1) => "1 cramp".to_owned(),
            Some(count) => format!("{count} cramps"),
            None => "cramps".to_owned(),
        };
        let beside = before.beside.as_ref();
        Self {
            night: before.night,
            beside: beside.map(|beside| beside.night),
            with_cramps: format!("Full: before the {}, with {cramps}", before.night.label_with_year()),
            without: beside
                .map_or_else(|| before.missing(), |beside| format!("Empty: before the {}, without", beside.night.label_with_year())),
            rows: before.rows().into_iter().map(BeforeSpecRow::new).collect(),
            entries: entries(before),
        }
    }

    pub(super) fn title(&self) -> String {
        format!("Before the {}", self.night.label_with_year())
    }

    /// The figures, and below them the entries in words.
    pub(super) fn table(&self) -> Table {
        let mut table = Table::with_columns(&["Measure", "Unit"]);
        let title = |day: Day, night: &str| Column { title: format!("{}, {night}", day.label()), numeric: true };
        for (night, which) in [(Some(self.night), "before cramps"), (self.beside, "before a night without")] {
            table.columns.extend(night.iter().flat_map(|night| [night.plus(-1).day(), night.day()]).map(|day| title(day, which)));
        }
        for row in &self.rows {
            let cell = |value: &BeforeValue| value.number().map_or_else(Cell::empty, |number| Cell::number(number, value.words()));
            let names = [Cell::words(row.label.clone()), Cell::words(row.unit.clone())];
            table.rows.push(names.into_iter().chain(row.lines.iter().flatten().map(cell)).collect());
        }
        table.rows.extend(self.entries.iter().map(|row| row.iter().map(Cell::words).collect()));
        table
    }

    /// A place for each line of each row, with its words; it opens the night that it was before.
    pub(super) fn spots(&self, size: (u32, u32), scale: f64) -> Vec<Spot> {
        let layout = BeforeLayout::new(self, size, scale);
        let mut spots = Vec::new();
        for (row, lines) in self.rows.iter().zip(&layout.rows) {
            for ((night, line), [top, bottom]) in [Some(self.night), self.beside].into_iter().flatten().zip(&row.lines).zip(lines) {
                let which = if night == self.night { "Before the cramps" } else { "Before the night without" };
                let said = |(day, value): (Day, &BeforeValue)| match value {
                    BeforeValue::NotBefore => None,
                    BeforeValue::NotLogged | BeforeValue::Logged(..) | BeforeValue::SoFar(..) => {
                        Some(format!("{} {}", day.label(), value.words()))
                    }
                };
                let days = [night.plus(-1).day(), night.day()];
                let words: Vec<_> = days.into_iter().zip(line).filter_map(said).collect();
                let words = format!("{}, {}: {}", which, row.label, words.join(", "));
                let rect = pixels([layout.left, *top, layout.right, *bottom], scale);
                spots.push(Spot { rect, words, night: Some(night) });
            }
        }
        spots
    }

    pub(super) fn height_for(&self, width: u32) -> u32 {
        whole(BeforeLayout::height(self, width))
    }
}

impl BeforeSpecRow {
    fn new(row: BeforeRow) -> Self {
        let lines: Vec<_> = [Some(row.values), row.beside].into_iter().flatten().collect();
        let top = lines.iter().flatten().filter_map(BeforeValue::number).fold(0.0, f64::max);
        let top = if top > 0.0 { top } else { 1.0 };
        let BeforeRow { label, measure, from_supplements, unit, .. } = row;
        Self { label, measure, from_supplements, top, lines, unit }
    }
}

/// A row a kind of entry that there is on any of the days, a cell a day.
fn entries(before: &Before) -> Vec<Vec<String>> {
    let days: Vec<&DayBefore> = before.days.iter().chain(before.beside.iter().flat_map(|beside| &beside.days)).collect();
    let row = |(place, kind): (usize, EntryKind)| {
        let words = days.iter().map(|day| day.entries[place].join("; "));
        let row: Vec<_> = [format!("{}, entries", kind.label()), String::new()].into_iter().chain(words).collect();
        row[2..].iter().any(|words| !words.is_empty()).then_some(row)
    };
    EntryKind::ALL.into_iter().enumerate().filter_map(row).collect()
}
