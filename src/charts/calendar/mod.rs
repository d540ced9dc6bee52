//! A calendar of years: a square a night, a column a week, Monday first.

mod draw;
mod layout;
#[cfg(test)]
mod tests;

pub(super) use draw::draw_calendar;

use super::bars::severity_legend;
use super::frame::{Around, Frame, WORDS_ALONE, pixels, whole};
use super::ruler::length;
use super::wording::counted;
use super::{Cell, Fill, Spot, Table};
use crate::domain::{Night, Severity, capitalised, grouped};
use crate::insights::{CalendarYear, NightState, Nights, calendar};
use chrono::Datelike as _;
use layout::CalendarLayout;

/// A calendar of years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarSpec {
    /// The earliest first; none where nothing is logged.
    pub years: Vec<CalendarYear>,
    /// The words around it.
    pub around: Around,
}

impl CalendarSpec {
    /// The calendar of these nights, from the year of the first logged one on.
    #[must_use]
    pub fn new(nights: Nights<'_>) -> Self {
        let years = calendar(nights);
        if years.is_empty() {
            let missing = "No night is logged here yet. Each night becomes a square of this calendar, from the first logged one on.";
            return Self { years, around: Around { summary: missing.to_owned(), ..Around::default() } };
        }
        let all = |count: fn(&CalendarYear) -> usize| years.iter().map(count).sum::<usize>();
        let (nights, logged, with) = (all(|year| year.nights.len()), all(CalendarYear::logged), all(CalendarYear::with_cramps));
        let summary = format!(
            "{} of {} logged, {} of them with cramps; squares show the worst cramp.",
            grouped(length(logged)),
            counted(nights, "night"),
            grouped(length(with))
        );
        let around = Around { summary, legend: legend(&years), note: String::new() };
        Self { years, around }
    }

    /// What it shows.
    #[must_use]
    pub fn title(&self) -> String {
        "Calendar of nights".to_owned()
    }

    /// A row a night.
    #[must_use]
    pub fn table(&self) -> Table {
        let mut table = Table::with_columns(&["Night", "Said", "Cramps#", "Worst severity#"]);
        let row = |(night, state): (Night, NightState)| {
            let (cramps, worst) = figures(state);
            let cell = |figure: Option<usize>| figure.map_or_else(Cell::empty, |figure| Cell::number(length(figure), figure.to_string()));
            vec![Cell::words(night.to_string()), Cell::words(said(state)), cell(cramps), cell(worst)]
        };
        table.rows = self.years.iter().flat_map(CalendarYear::iter).map(row).collect();
        table
    }

    /// One spot a night, the earliest first.
    #[must_use]
    pub fn spots(&self, size: (u32, u32), scale: f64) -> Vec<Spot> {
        let layout = CalendarLayout::new(self, size, scale);
        let of_year = |(index, year): (usize, &CalendarYear)| {
            let spot = |(night, state): (Night, NightState)| {
                let words = format!("{} {}: {}", capitalised(&night.label()), night.plus(1).date().year(), said(state));
                Some(Spot { rect: pixels(layout.square(index, night)?, scale), words, night: Some(night) })
            };
            year.iter().filter_map(spot).collect::<Vec<_>>()
        };
        self.years.iter().enumerate().flat_map(of_year).collect()
    }

    /// The height in units that shows every year at this width.
    #[must_use]
    pub fn height_for(&self, width: u32) -> u32 {
        let width = f64::from(width);
        let inner = if self.years.is_empty() { WORDS_ALONE } else { layout::high(&self.years, width) };
        whole(Frame::height(&self.around, width, inner))
    }
}

/// What the squares mean; outlines only where there are any.
fn legend(years: &[CalendarYear]) -> Vec<(Fill, String)> {
    let has = |state| years.iter().any(|year| year.nights.contains(&state));
    let others = [
        (NightState::NotDescribed, Fill::NotDescribed, "cramps, not described"),
        (NightState::NoCramps, Fill::NoCramps, "no cramps"),
        (NightState::NotLogged, Fill::NotLogged, "not logged"),
    ];
    let others = others.into_iter().filter(|(state, ..)| has(*state)).map(|(_, fill, words)| (fill, words.to_owned()));
    severity_legend().into_iter().chain(others).collect()
}

/// What a square looks like.
fn fill(state: NightState) -> Fill {
    match state {
        NightState::NotLogged => Fill::NotLogged,
        NightState::NoCramps => Fill::NoCramps,
        NightState::NotDescribed => Fill::NotDescribed,
        NightState::Cramps { worst, .. } => Fill::Severity(worst),
    }
}

/// How many cramps, and how bad the worst was, where that is known.
fn figures(state: NightState) -> (Option<usize>, Option<usize>) {
    match state {
        NightState::NotLogged | NightState::NotDescribed => (None, None),
        NightState::NoCramps => (Some(0), None),
        NightState::Cramps { count, worst } => (Some(count), Some(usize::from(worst.get()))),
    }
}

fn said(state: NightState) -> String {
    let worst = |worst: Severity| format!("{worst}, {}", worst.word());
    match state {
        NightState::NotLogged => "not logged".to_owned(),
        NightState::NoCramps => "no cramps".to_owned(),
        NightState::NotDescribed => "had cramps, not described".to_owned(),
        NightState::Cramps { count: 1, worst: severity } => format!("1 cramp, severity {}", worst(severity)),
        NightState::Cramps { count, worst: severity } => format!("{count} cramps, worst severity {}", worst(severity)),
    }
}
