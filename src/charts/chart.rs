//! Every kind of chart behind one door: what it shows, as a table, where it can be pointed at, and drawing it.

use super::before::draw_before;
use super::draw::draw_trends;
use super::{BeforeSpec, DrawError, Palette, Table, TrendsSpec};
use crate::domain::Night;
use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingBackend};

/// A chart, ready to be drawn: values and words.
#[derive(Debug, Clone, PartialEq)]
pub enum ChartSpec {
    /// The days before a night with cramps, beside those before one without.
    Before(BeforeSpec),
    /// Panels above each other on one axis of nights.
    Trends(TrendsSpec),
}

/// A place in a drawn chart that can be pointed at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Left, top, right, bottom in pixels.
    pub rect: [i32; 4],
    /// What is said there, for the card and for a screen reader: "Calf, left: 12 cramps in 8 of 60 nights".
    pub words: String,
    /// The night that a click opens.
    pub night: Option<Night>,
}

impl ChartSpec {
    /// What it shows, in a few words: the heading of a picture and the name for a screen reader.
    #[must_use]
    pub fn title(&self) -> String {
        match self {
            Self::Before(spec) => spec.title(),
            Self::Trends(spec) => format!("{} nights", spec.nights),
        }
    }

    /// The same figures as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        match self {
            Self::Before(spec) => spec.table(),
            Self::Trends(_) => Table::default(),
        }
    }

    /// The places that can be pointed at, in the order in which the arrow keys walk.
    #[must_use]
    pub fn spots(&self, size: (u32, u32), scale: f64) -> Vec<Spot> {
        match self {
            Self::Before(spec) => spec.spots(size, scale),
            // Its nights are found by `TrendsLayout`, through all panels at once.
            Self::Trends(_) => Vec::new(),
        }
    }

    /// The height in pixels at scale 1 that shows everything at this width.
    #[must_use]
    pub fn height_for(&self, width: u32) -> u32 {
        _ = width;
        match self {
            Self::Before(spec) => spec.height_for(),
            Self::Trends(_) => 1100,
        }
    }
}

/// Draws a chart over the whole area, at `scale` pixels per unit. The same function serves window, SVG and PNG.
///
/// # Errors
/// What the backend reports.
pub fn draw_chart<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    chart: &ChartSpec,
    palette: &Palette,
    scale: f64,
) -> Result<(), DrawError<DB>> {
    match chart {
        ChartSpec::Before(spec) => draw_before(area, spec, palette, scale),
        ChartSpec::Trends(spec) => draw_trends(area, spec, palette, scale),
    }
}
