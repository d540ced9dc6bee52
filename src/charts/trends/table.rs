//! The trends as a table: a row a night, or a week where bars are weeks.

use super::TrendsSpec;
use super::words::night_words;
use crate::charts::{Cell, Table};
use crate::domain::{FactorKind, Measure, Severity};
use crate::insights::{Bar, NightFigures, Series};

impl TrendsSpec {
    /// The same figures as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let weekly = self.is_weekly();
        let mut titles = vec![if weekly { "Week from" } else { "Night" }.to_owned()];
        if weekly {
            titles.push("Logged nights#".to_owned());
        }
        for series in &self.trends.series {
            titles.extend(column_titles(series, weekly));
        }
        titles.extend(["Worst severity#".to_owned(), if weekly { "Nights with a note#" } else { "Note" }.to_owned()]);
        let mut table = Table::with_columns(&titles.iter().map(String::as_str).collect::<Vec<_>>());
        table.rows = self.trends.bars.iter().enumerate().map(|(place, bar)| self.row(place, *bar)).collect();
        table
    }

    /// Whether a bar is a week.
    pub(super) fn is_weekly(&self) -> bool {
        self.trends.is_weekly()
    }

    fn row(&self, place: usize, bar: Bar) -> Vec<Cell> {
        let (weekly, nights) = (self.is_weekly(), bar.of(&self.trends.nights));
        let mut row = vec![Cell::words(self.night(bar.from).date().to_string())];
        if weekly {
            row.push(count(nights.iter().filter(|night| night.is_logged()).count()));
        }
        for series in &self.trends.series {
            row.push(if weekly { week_cell(series, series.values[place]) } else { night_cell(series, &nights[0]) });
            if let Some(amount) = series.supplements.get(place) {
                row.push(amount.map_or_else(Cell::empty, |amount| Cell::number(amount, series.panel.mean_written(amount))));
            }
        }
        row.push(self.trends.worst(bar).map_or_else(Cell::empty, |worst: Severity| Cell::number(worst.get().into(), worst.to_string())));
        let notes = nights.iter().filter(|night| night.has_note).count();
        row.push(match (weekly, notes) {
            (true, notes) => count(notes),
            (false, 0) => Cell::empty(),
            (false, _) => Cell::words("yes"),
        });
        row
    }
}

/// A title, with "#" where numbers stand below it; a nutrient has two.
fn column_titles(series: &Series, weekly: bool) -> Vec<String> {
    let panel = &series.panel;
    let unit = if panel.unit.is_empty() { String::new() } else { format!(", {}", panel.unit) };
    match panel.measure {
        Measure::Cramps if weekly => vec!["Cramps a week#".to_owned()],
        Measure::Nutrient(_) => ["food", "supplements"].map(|from| format!("{} from {from}{unit}#", panel.label)).into(),
        _ if panel.kind == FactorKind::Scale => vec![format!("{}, 0 to 10#", panel.label)],
        _ => vec![format!("{}{unit}#", panel.label)],
    }
}

/// Nothing in an empty cell stands for "not logged"; what is known without a number is said in words.
fn night_cell(series: &Series, figures: &NightFigures) -> Cell {
    match figures.value(series.panel.measure) {
        Some(value) => {
            let so_far = matches!(series.panel.measure, Measure::Nutrient(_)) && !figures.food_complete;
            let words = series.panel.written(value);
            Cell::number(value, if so_far { format!("{words} so far") } else { words })
        }
        None if series.panel.measure == Measure::Cramps && figures.is_not_described() => Cell::words(night_words(series, figures)),
        None => Cell::empty(),
    }
}

fn week_cell(series: &Series, value: Option<f64>) -> Cell {
    value.map_or_else(Cell::empty, |value| Cell::number(value, series.panel.mean_written(value)))
}

fn count(count: usize) -> Cell {
    Cell::number(f64::from(u32::try_from(count).unwrap_or(u32::MAX)), count.to_string())
}
