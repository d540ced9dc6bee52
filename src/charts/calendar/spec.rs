//! What a calendar of years shows.

use crate::charts::Fill;
use crate::charts::count_words::{counted, of_nights};
use crate::charts::fill::severity_legend;
use crate::charts::frame::Around;
use crate::charts::ruler::length;
use crate::domain::grouped;
use crate::insights::{CalendarNight, CalendarYear, NightSlice, calendar};

/// A calendar of years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarSpec {
    /// What it shows, of which nights.
    pub title: String,
    /// The earliest first; none where nothing is logged.
    pub years: Vec<CalendarYear>,
    /// The texts around it.
    pub around: Around,
}

impl CalendarSpec {
    /// The calendar of these nights, from the year of the first logged one on.
    #[must_use]
    pub fn new(nights: NightSlice<'_>) -> Self {
        let (years, title) = (calendar(nights), of_nights("Calendar of nights", nights));
        if years.is_empty() {
            let missing = "No night is logged here yet. Each night becomes a square of this calendar, from the first logged one on.";
            return Self { title, years, around: Around { summary: missing.to_owned(), ..Around::default() } };
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
        Self { title, years, around }
    }
}

/// What the squares mean; outlines only where there are any.
fn legend(years: &[CalendarYear]) -> Vec<(Fill, String)> {
    let has = |state| years.iter().any(|year| year.nights.contains(&state));
    let others = [
        (CalendarNight::NotDescribed, Fill::NotDescribed, "cramps, not described"),
        (CalendarNight::NoCramps, Fill::NoCramps, "no cramps"),
        (CalendarNight::NotLogged, Fill::NotLogged, "not logged"),
    ];
    let others = others.into_iter().filter(|(state, ..)| has(*state)).map(|(_, fill, words)| (fill, words.to_owned()));
    severity_legend().into_iter().chain(others).collect()
}

/// What a square looks like.
pub(super) fn fill(state: CalendarNight) -> Fill {
    match state {
        CalendarNight::NotLogged => Fill::NotLogged,
        CalendarNight::NoCramps => Fill::NoCramps,
        CalendarNight::NotDescribed => Fill::NotDescribed,
        CalendarNight::Cramps { worst, .. } => Fill::Severity(worst),
    }
}
