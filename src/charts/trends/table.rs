//! The trends as a table: one row per night, or per week where bars are weeks.

use super::TrendsSpec;
use super::words::night_words;
use crate::charts::{Cell, ChartTable};
use crate::domain::{FactorKind, Measure, Severity};
use crate::insights::{Bar, NightFigures, Series, Window};

impl TrendsSpec {
    /// One row per night, or per week where bars are weeks.
    pub(super) fn as_table(&self) -> ChartTable {
        let weekly = self.is_weekly();
        let mut titles = vec![if weekly { "Week from" } else { "Night" }.to_owned()];
        if weekly {
            titles.push("Logged nights#".to_owned());
        }
        for series in &self.trends.series {
            titles.extend(if weekly { week_titles(series) } else { night_titles(series) });
        }
        titles.extend(["Worst severity#".to_owned(), if weekly { "Nights with a note#" } else { "Note" }.to_owned()]);
        let mut table = ChartTable::with_columns(&titles.iter().map(String::as_str).collect::<Vec<_>>());
        table.rows = self.trends.bars.iter().enumerate().map(|(place, bar)| self.row(place, *bar)).collect();
        table
    }

    fn row(&self, place: usize, bar: Bar) -> Vec<Cell> {
        let (weekly, nights) = (self.is_weekly(), bar.of(&self.trends.nights));
        let mut row = vec![Cell::words(self.night(bar.from).date().to_string())];
        if weekly {
            row.push(count(nights.iter().filter(|night| night.is_logged()).count()));
        }
        for series in &self.trends.series {
            row.extend(if weekly { week_cells(series, place) } else { night_cells(series, place, &nights[0]) });
        }
        let free = nights.iter().any(NightFigures::is_logged) && nights.iter().all(|night| night.had_cramps() != Some(true));
        let blank = if free { Cell::nothing } else { Cell::empty };
        row.push(self.trends.worst(bar).map_or_else(blank, |worst: Severity| Cell::number(worst.get().into(), worst.to_string())));
        let notes = nights.iter().filter(|night| night.has_note).count();
        row.push(match (weekly, notes) {
            (true, notes) => count(notes),
            (false, 0) => Cell::nothing(),
            (false, _) => Cell::words("yes"),
        });
        row
    }
}

/// Titles of the columns of a series where bars are nights, with "#" where numbers stand below them: the value, what supplements
/// held, and the means of 7 and 28 nights up to the night.
fn night_titles(series: &Series) -> Vec<String> {
    let (name, unit) = (name(series), unit(series));
    let supplements = (!series.supplements.is_empty()).then(|| supplements_title(series));
    let means = [Window::SHORT, Window::LONG].map(|window| mean_title(series, &name, window));
    [format!("{name}{unit}#")].into_iter().chain(supplements).chain(means).collect()
}

/// Titles of the columns of a series where bars are weeks: the mean of the week, the nights or days behind it, what supplements held,
/// and the mean of 28 nights.
fn week_titles(series: &Series) -> Vec<String> {
    let measure = series.panel.measure;
    let is_cramps = measure == Measure::Cramps;
    let name = if is_cramps { "Cramps a week".to_owned() } else { name(series) };
    let counted = if is_cramps { "Nights counted#".to_owned() } else { format!("{name}, {}#", measure.counted()) };
    let mut titles = vec![format!("{name}{}#", unit(series)), counted];
    if !series.supplements.is_empty() {
        titles.extend([supplements_title(series), format!("{} from supplements, days#", series.panel.label)]);
    }
    titles.push(mean_title(series, &name, Window::LONG));
    titles
}

fn name(series: &Series) -> String {
    let label = &series.panel.label;
    if series.supplements.is_empty() { label.clone() } else { format!("{label} from food") }
}

fn unit(series: &Series) -> String {
    match (series.panel.kind, series.panel.unit.as_str()) {
        (FactorKind::Scale, _) => ", 0 to 10".to_owned(),
        (FactorKind::YesNo | FactorKind::Number, "") => String::new(),
        (FactorKind::YesNo | FactorKind::Number, unit) => format!(", {unit}"),
    }
}

fn supplements_title(series: &Series) -> String {
    format!("{} from supplements{}#", series.panel.label, unit(series))
}

fn mean_title(series: &Series, name: &str, window: Window) -> String {
    let nights = if series.panel.measure.is_of_the_night() { "nights" } else { "days" };
    format!("{name}, mean of {} {nights}{}#", window.nights, unit(series))
}

/// A cell for what is known without a number has a text.
fn night_cells(series: &Series, place: usize, figures: &NightFigures) -> Vec<Cell> {
    let panel = &series.panel;
    let value = match figures.value(panel.measure) {
        Some(value) => {
            let so_far = panel.measure.nutrient().is_some() && !figures.food_complete;
            let words = panel.written(value);
            Cell::number(value, if so_far { format!("{words} so far") } else { words })
        }
        None if panel.measure == Measure::Cramps && figures.is_not_described() => Cell::words(night_words(series, figures)),
        None => Cell::empty(),
    };
    let amount = |amount: f64| Cell::number(amount, series.panel.mean_written(amount));
    let supplements = series.supplements.get(place).map(|taken| taken.map_or_else(Cell::empty, amount));
    let means = [&series.means_7, &series.means_28].map(|means| mean(series, means[place]));
    [value].into_iter().chain(supplements).chain(means).collect()
}

fn week_cells(series: &Series, place: usize) -> Vec<Cell> {
    let mut cells = vec![mean(series, series.values[place]), count(series.logged[place])];
    if let (Some(amount), Some(days)) = (series.supplements.get(place), series.supplements_logged.get(place)) {
        cells.extend([mean(series, *amount), count(*days)]);
    }
    cells.push(mean(series, series.means_28[place]));
    cells
}

fn mean(series: &Series, value: Option<f64>) -> Cell {
    value.map_or_else(Cell::too_few, |value| Cell::number(value, series.panel.mean_written(value)))
}

fn count(count: usize) -> Cell {
    Cell::number(f64::from(u32::try_from(count).unwrap_or(u32::MAX)), count.to_string())
}
