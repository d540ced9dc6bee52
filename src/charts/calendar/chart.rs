//! What a calendar answers: its table, its spots, its height.

use super::CalendarSpec;
use super::layout::{self, CalendarLayout};
use crate::charts::frame::{Frame, WORDS_ALONE};
use crate::charts::spot::{pixels, whole};
use crate::charts::{Cell, Chart, ChartTable, Spot};
use crate::domain::{Night, Severity, capitalised};
use crate::insights::{CalendarNight, CalendarYear};

impl Chart for CalendarSpec {
    fn title(&self) -> String {
        self.title.clone()
    }

    /// One row per night.
    fn table(&self) -> ChartTable {
        let mut table = ChartTable::with_columns(&["Night", "Said", "Cramps#", "Worst severity#"]);
        let row = |(night, state): (Night, CalendarNight)| {
            let (cramps, worst) = figures(state);
            let blank = if state == CalendarNight::NoCramps { Cell::nothing } else { Cell::empty };
            let cell = |figure: Option<usize>| figure.map_or_else(blank, Cell::count);
            vec![Cell::words(night.to_string()), Cell::words(said(state)), cell(cramps), cell(worst)]
        };
        table.rows = self.years.iter().flat_map(CalendarYear::iter).map(row).collect();
        table
    }

    /// One spot per night, the earliest first.
    fn spots(&self, size: (u32, u32), scale: f64) -> Vec<Spot> {
        let layout = CalendarLayout::new(self, size, scale);
        let nights = self.years.iter().enumerate().flat_map(|(index, year)| year.iter().map(move |(night, _)| (index, night)));
        let spot = |(place, (index, night)): (usize, (usize, Night))| {
            Some(Spot { rect: pixels(layout.square(index, night)?, scale), place, night: Some(night) })
        };
        nights.enumerate().filter_map(spot).collect()
    }

    fn spot_words(&self, place: usize) -> String {
        let found = self.years.iter().flat_map(CalendarYear::iter).nth(place);
        found.map_or_else(String::new, |(night, state)| format!("{}: {}", capitalised(&night.label_with_year()), said(state)))
    }

    fn least_height(&self, width: u32) -> u32 {
        let inner = if self.years.is_empty() { WORDS_ALONE } else { layout::LEAST_HIGH };
        whole(Frame::height(&self.around, f64::from(width), inner))
    }

    fn height_for(&self, width: u32) -> u32 {
        let width = f64::from(width);
        let inner = if self.years.is_empty() { WORDS_ALONE } else { layout::high(&self.years, width) };
        whole(Frame::height(&self.around, width, inner))
    }
}

/// How many cramps, and how bad the worst was, where that is known.
fn figures(state: CalendarNight) -> (Option<usize>, Option<usize>) {
    match state {
        CalendarNight::NotLogged | CalendarNight::NotDescribed => (None, None),
        CalendarNight::NoCramps => (Some(0), None),
        CalendarNight::Cramps { count, worst } => (Some(count), Some(usize::from(worst.get()))),
    }
}

fn said(state: CalendarNight) -> String {
    let worst = |worst: Severity| format!("{worst}, {}", worst.word());
    match state {
        CalendarNight::NotLogged => "not logged".to_owned(),
        CalendarNight::NoCramps => "no cramps".to_owned(),
        CalendarNight::NotDescribed => "had cramps, not described".to_owned(),
        CalendarNight::Cramps { count: 1, worst: severity } => format!("1 cramp, severity {}", worst(severity)),
        CalendarNight::Cramps { count, worst: severity } => format!("{count} cramps, worst severity {}", worst(severity)),
    }
}
