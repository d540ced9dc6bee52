//! Every kind of chart behind one door. A new kind adds a variant, and a line to each of the two matches of this file.

use super::bars::draw_bars;
use super::before::draw_before;
use super::body::draw_body;
use super::calendar::draw_calendar;
use super::pen::{DrawError, Pen};
use super::relief::draw_relief;
use super::trends::draw_trends;
use super::{BarsSpec, BeforeSpec, BodySpec, CalendarSpec, Chart, ChartTable, Palette, ReliefSpec, Spot, TrendsSpec};
use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingBackend};

/// A chart of any kind, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum ChartSpec {
    /// The days before a night with cramps, beside those before one without.
    Before(BeforeSpec),
    /// Measures over time, such as cramps and magnesium: a panel each, above each other on one axis of nights.
    Trends(TrendsSpec),
    /// Bars of cramps by hour, weekday, month, duration or severity.
    Bars(BarsSpec),
    /// A map of the legs: which muscles cramped, left and right.
    Body(BodySpec),
    /// A calendar of years with a square for each night: not logged, without cramps, or coloured by the worst of its cramps.
    Calendar(CalendarSpec),
    /// What was tried against cramps, and how often it helped.
    Relief(ReliefSpec),
}

impl ChartSpec {
    /// The chart itself, of whichever kind it is.
    #[must_use]
    pub fn chart(&self) -> &dyn Chart {
        match self {
            Self::Before(spec) => spec,
            Self::Trends(spec) => spec,
            Self::Bars(spec) => spec,
            Self::Body(spec) => spec,
            Self::Calendar(spec) => spec,
            Self::Relief(spec) => spec,
        }
    }

    /// [`Chart::title`].
    #[must_use]
    pub fn title(&self) -> String {
        self.chart().title()
    }

    /// [`Chart::table`].
    #[must_use]
    pub fn table(&self) -> ChartTable {
        self.chart().table()
    }

    /// [`Chart::spots`].
    #[must_use]
    pub fn spots(&self, size: (u32, u32), scale: f64) -> Vec<Spot> {
        self.chart().spots(size, scale)
    }

    /// [`Chart::spot_words`] at one of its spots.
    #[must_use]
    pub fn spot_words(&self, spot: &Spot) -> String {
        self.chart().spot_words(spot.place)
    }

    /// [`Chart::least_height`].
    #[must_use]
    pub fn least_height(&self, width: u32) -> u32 {
        self.chart().least_height(width)
    }

    /// [`Chart::height_for`].
    #[must_use]
    pub fn height_for(&self, width: u32) -> u32 {
        self.chart().height_for(width)
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
    let pen = Pen::new(area, palette, scale);
    match chart {
        ChartSpec::Before(spec) => draw_before(pen, spec),
        ChartSpec::Trends(spec) => draw_trends(pen, spec),
        ChartSpec::Bars(spec) => draw_bars(&pen, spec),
        ChartSpec::Body(spec) => draw_body(&pen, spec),
        ChartSpec::Calendar(spec) => draw_calendar(&pen, spec),
        ChartSpec::Relief(spec) => draw_relief(&pen, spec),
    }
}
