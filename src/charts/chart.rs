//! Every kind of chart behind one door: what it shows, as a table, where it can be pointed at, and drawing it.

use super::bars::draw_bars;
use super::before::draw_before;
use super::body::draw_body;
use super::calendar::draw_calendar;
use super::pen::Pen;
use super::relief::draw_relief;
use super::trends::draw_trends;
use super::{BarsSpec, BeforeSpec, BodySpec, CalendarSpec, DrawError, Palette, ReliefSpec, Table, TrendsLayout, TrendsSpec};
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
    /// Bars: by hour, weekday, month, duration or severity.
    Bars(BarsSpec),
    /// Where cramps come.
    Body(BodySpec),
    /// A calendar of years.
    Calendar(CalendarSpec),
    /// What relieved cramps.
    Relief(ReliefSpec),
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
            Self::Trends(spec) => spec.title(),
            Self::Bars(spec) => spec.title.clone(),
            Self::Body(spec) => spec.title(),
            Self::Calendar(spec) => spec.title(),
            Self::Relief(spec) => spec.title(),
        }
    }

    /// The same figures as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        match self {
            Self::Before(spec) => spec.table(),
            Self::Trends(spec) => spec.table(),
            Self::Bars(spec) => spec.table.clone(),
            Self::Body(spec) => spec.table(),
            Self::Calendar(spec) => spec.table(),
            Self::Relief(spec) => spec.table(),
        }
    }

    /// The places that can be pointed at, in the order in which the arrow keys walk.
    #[must_use]
    pub fn spots(&self, size: (u32, u32), scale: f64) -> Vec<Spot> {
        match self {
            Self::Before(spec) => spec.spots(size, scale),
            // Its nights are found by `TrendsLayout`, through all panels at once.
            Self::Trends(_) => Vec::new(),
            Self::Bars(spec) => spec.spots(size, scale),
            Self::Body(spec) => spec.spots(size, scale),
            Self::Calendar(spec) => spec.spots(size, scale),
            Self::Relief(spec) => spec.spots(size, scale),
        }
    }

    /// The height in pixels at scale 1 that shows everything at this width.
    #[must_use]
    pub fn height_for(&self, width: u32) -> u32 {
        match self {
            Self::Before(spec) => spec.height_for(width),
            Self::Trends(spec) => TrendsLayout::natural_height(spec, width),
            Self::Bars(spec) => spec.height_for(width),
            Self::Body(spec) => spec.height_for(width),
            Self::Calendar(spec) => spec.height_for(width),
            Self::Relief(spec) => spec.height_for(width),
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
        ChartSpec::Bars(spec) => draw_bars(&Pen::new(area, palette, scale), spec, scale),
        ChartSpec::Body(spec) => draw_body(&Pen::new(area, palette, scale), spec, scale),
        ChartSpec::Calendar(spec) => draw_calendar(&Pen::new(area, palette, scale), spec, scale),
        ChartSpec::Relief(spec) => draw_relief(&Pen::new(area, palette, scale), spec, scale),
    }
}
