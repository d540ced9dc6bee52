//! Where things stand in the trends chart, for drawing and for pointing alike.

use super::TrendsSpec;
use super::legend::{Meaning, placed};
use crate::charts::ruler::LINE;
use crate::charts::spot::pixel;
use crate::insights::Bar;

/// Widths and heights in pixels at scale 1.
const LEFT: f64 = 46.0;
const RIGHT: f64 = 12.0;
/// What the legend takes beside its rows.
const LEGEND: f64 = 5.0;
const NOTES: f64 = 12.0;
const HEADER: f64 = 24.0;
const GAP: f64 = 10.0;
const DATES: f64 = 26.0;
/// The height of a plot of weight 1 in a chart that is as high as it wants to be.
const PLOT: f64 = 72.0;
/// The height of a row of what was taken, and what keeps it from the next one.
const ROW: f64 = 19.0;
/// However much room there is, the panels are what the chart is about.
const MOST_ROWS: usize = 8;
/// What a panel keeps for its plot before rows get any room.
const LEAST_PLOT: f64 = 24.0;

/// Where the panels stand in a picture of a given size.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendsLayout {
    /// Pixels per layout unit: 1 on a plain screen and for 1x pictures.
    pub scale: f64,
    /// Left and right end of the axis of nights.
    pub across: (i32, i32),
    /// What explains the lines, marks and colours.
    pub(super) legend: Vec<Meaning>,
    /// Top and bottom of the marks of notes, in pixels; `None` if no night has a note.
    pub notes: Option<[i32; 2]>,
    /// For each panel: top of its header, top and bottom of its plot.
    pub panels: Vec<[i32; 3]>,
    /// Top and bottom of each row of what was taken; the last of them says how many more there are where they are fewer than
    /// the rows.
    pub rows: Vec<[i32; 2]>,
    /// Where the dates begin.
    pub dates: i32,
    nights: usize,
}

impl TrendsLayout {
    /// Lays out a chart in a picture of this width and height in pixels, of which `scale` are a unit.
    #[must_use]
    pub fn new(spec: &TrendsSpec, size: (u32, u32), scale: f64) -> Self {
        let (width, height) = size;
        let weights: f64 = spec.panels.iter().map(|panel| panel.weight).sum();
        let count = f64::from(u8::try_from(spec.panels.len()).unwrap_or(u8::MAX));
        let (legend, above) = above(spec, f64::from(width) / scale);
        let free = f64::from(height) / scale - above - DATES - count * (HEADER + GAP);
        let rows = rows_that_fit(spec.rows.len(), free - count * LEAST_PLOT);
        let plots = free - rows_height(rows);
        let mut panels = Vec::new();
        let mut top = above;
        for panel in &spec.panels {
            let plot = (plots * panel.weight / weights).max(8.0);
            panels.push([top, top + HEADER, top + HEADER + plot].map(|place| pixel(place * scale)));
            top += HEADER + plot + GAP;
        }
        let row = |place: u8| {
            let top = top + f64::from(place) * ROW;
            [top, top + ROW - 3.0].map(|place| pixel(place * scale))
        };
        let placed_rows = (0..rows).map(row).collect();
        top += rows_height(rows);
        Self {
            scale,
            across: (pixel(LEFT * scale), pixel(f64::from(width) - RIGHT * scale).max(pixel(LEFT * scale) + 1)),
            legend,
            notes: (!spec.notes.is_empty()).then(|| [above - NOTES, above].map(|place| pixel(place * scale))),
            panels,
            rows: placed_rows,
            dates: pixel((top - GAP) * scale),
            nights: spec.nights,
        }
    }

    /// The height at scale 1 in which, at this width, every panel can be read well and every row has its place.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a height of some panels")]
    pub fn natural_height(spec: &TrendsSpec, width: u32) -> u32 {
        let rows = u8::try_from(spec.rows.len().min(MOST_ROWS)).unwrap_or(u8::MAX);
        let panels: f64 = spec.panels.iter().map(|panel| HEADER + PLOT * panel.weight + GAP).sum();
        (above(spec, f64::from(width)).1 + panels + rows_height(rows) + DATES).ceil() as u32
    }

    /// The left and the right edge, in pixels, of the night with this index.
    #[must_use]
    pub fn night_edges(&self, night: usize) -> (i32, i32) {
        (self.edge(night), self.edge(night + 1))
    }

    /// The middle, in pixels, of the night with this index.
    #[must_use]
    pub fn night_middle(&self, night: usize) -> i32 {
        let (left, right) = self.night_edges(night);
        i32::midpoint(left, right)
    }

    /// Left and right edge of the nights of a bar.
    pub(super) fn bar_edges(&self, bar: Bar) -> (i32, i32) {
        (self.edge(bar.from), self.edge(bar.last() + 1))
    }

    /// The index of the night at `x`; `None` if `x` is not on the axis.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the number of nights")]
    pub fn night_at(&self, x: f64) -> Option<usize> {
        let (left, right) = (f64::from(self.across.0), f64::from(self.across.1));
        if !(left..right).contains(&x) {
            return None;
        }
        let share = (x - left) / (right - left);
        Some(((share * self.nights_f64()) as usize).min(self.nights - 1))
    }

    fn edge(&self, night: usize) -> i32 {
        let (left, right) = (f64::from(self.across.0), f64::from(self.across.1));
        let night = f64::from(u32::try_from(night).unwrap_or(u32::MAX));
        pixel(left + (right - left) * night / self.nights_f64())
    }

    fn nights_f64(&self) -> f64 {
        f64::from(u32::try_from(self.nights).unwrap_or(u32::MAX))
    }
}

/// The legend at this width in units, and how much it and the marks of notes take above the first panel.
fn above(spec: &TrendsSpec, width: f64) -> (Vec<Meaning>, f64) {
    let (legend, rows) = placed(&spec.legend, width - RIGHT);
    let notes = if spec.notes.is_empty() { 0.0 } else { NOTES };
    (legend, f64::from(rows) * LINE + LEGEND + notes)
}

/// How many rows the panels leave room for.
fn rows_that_fit(rows: usize, room: f64) -> u8 {
    let rows = u8::try_from(rows.min(MOST_ROWS)).unwrap_or(u8::MAX);
    (0..=rows).rev().find(|rows| rows_height(*rows) <= room).unwrap_or(0)
}

fn rows_height(rows: u8) -> f64 {
    if rows == 0 { 0.0 } else { f64::from(rows) * ROW + GAP }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::NightRange;
    use crate::insights::{NightSlice, Panel, Span, SpanKind, trends};
    use chrono::{Days, NaiveDate};

    fn spec(nights: u64, panels: Vec<Panel>, spans: Vec<Span>) -> TrendsSpec {
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        TrendsSpec::new(trends(
            NightSlice { first, nights: &[] },
            NightRange::of_dates(first, first + Days::new(nights - 1)),
            panels,
            spans,
        ))
    }

    #[test]
    fn rows_stand_below_the_panels_and_give_way_in_a_low_picture() {
        let span = Span { kind: SpanKind::Medicine, name: "Ramipril".to_owned(), runs: vec![0..=3] };
        let spec = spec(14, Vec::new(), vec![span; 3]);
        let layout = TrendsLayout::new(&spec, (600, 400), 2.0);
        assert_eq!(layout.rows, [[44, 76], [82, 114], [120, 152]]);
        assert_eq!(layout.dates, 158);
        assert_eq!(TrendsLayout::new(&spec, (600, 80), 1.0).rows.len(), 1);
    }

    #[test]
    fn in_its_natural_height_every_panel_has_its_plot() {
        use crate::domain::Measure;
        let spec = spec(30, Measure::all().map(Panel::new).collect(), Vec::new());
        let layout = TrendsLayout::new(&spec, (900, TrendsLayout::natural_height(&spec, 900)), 1.0);
        let heights: Vec<_> = layout.panels.iter().map(|[_, top, bottom]| bottom - top).collect();
        assert_eq!((heights[0], heights[2], heights.len()), (108, 72, Measure::all().count()));
        assert!(heights.iter().all(|height| *height >= 36));
    }

    #[test]
    fn pointing_at_the_middle_of_a_night_finds_it() {
        for nights in [1, 14, 90, 365, 3650] {
            let layout = TrendsLayout::new(&spec(nights, Vec::new(), Vec::new()), (4_000, 900), 1.0);
            for night in 0..usize::try_from(nights).unwrap() {
                let middle = f64::midpoint(f64::from(layout.edge(night)), f64::from(layout.edge(night + 1)));
                assert!(
                    layout.night_at(middle).is_some_and(|found| found.abs_diff(night) <= usize::from(nights > 3000)),
                    "{night} of {nights}"
                );
            }
            assert_eq!(layout.night_at(0.0), None);
        }
    }
}
