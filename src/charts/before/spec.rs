//! What "before this cramp" shows.

use crate::domain::{InWords, Night};
use crate::insights::{Before, BeforeRow, BeforeValue, DayBefore};

/// One row per measure: the two days before the cramps, and below them those before the cramp-free night.
#[derive(Debug, Clone, PartialEq)]
pub struct BeforeSpec {
    /// The night with cramps.
    pub night: Night,
    /// The cramp-free night; `None` if there is none.
    pub beside: Option<Night>,
    /// What the full marks are: "Full: before the night of Thu 19 to Fri 20 Nov, with 2 cramps".
    pub with_cramps: String,
    /// What the empty marks are, or why there are none.
    pub without: String,
    /// From top to bottom.
    pub rows: Vec<BeforeSpecRow>,
    /// One row per kind of entry that occurs on any of the days: its name, an empty cell for the unit, and one cell per day.
    pub(super) entries: Vec<Vec<String>>,
}

/// A measure on a scale of its own from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct BeforeSpecRow {
    /// Its name.
    pub label: String,
    /// The end of its scale; above 0.
    pub top: f64,
    /// One line before the cramps, then one before the cramp-free night where there is one: the day before, and the day.
    pub lines: Vec<[BeforeValue; 2]>,
    /// The figures behind it.
    pub(super) row: BeforeRow,
}

impl BeforeSpec {
    /// Makes the chart "Before this cramp" of these days.
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

    /// The night with cramps, and the one without where there is one.
    pub(super) fn nights(&self) -> impl Iterator<Item = Night> {
        [Some(self.night), self.beside].into_iter().flatten()
    }
}

impl BeforeSpecRow {
    fn new(row: BeforeRow) -> Self {
        let lines: Vec<_> = [Some(row.values), row.beside].into_iter().flatten().collect();
        let top = lines.iter().flatten().copied().filter_map(BeforeValue::number).fold(0.0, f64::max);
        let top = if top > 0.0 { top } else { 1.0 };
        Self { label: row.label(), top, lines, row }
    }
}

/// One row per entry kind that occurs on any of the days, one cell per day.
fn entries(before: &Before) -> Vec<Vec<String>> {
    let days: Vec<&DayBefore> = before.days.iter().chain(before.beside.iter().flat_map(|beside| &beside.days)).collect();
    let row = |(place, of_kind): (usize, &InWords)| {
        let words = days.iter().map(|day| day.entries.get(place).map(|of_kind| of_kind.words.join("; ")).unwrap_or_default());
        let row: Vec<_> = [format!("{}, entries", of_kind.heading), String::new()].into_iter().chain(words).collect();
        row[2..].iter().any(|words| !words.is_empty()).then_some(row)
    };
    before.days[0].entries.iter().enumerate().filter_map(row).collect()
}
