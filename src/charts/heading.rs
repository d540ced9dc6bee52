//! The heading of a picture, which says what it shows, and the margins around its chart.

use super::pen::{DrawError, Pen, TITLE};
use super::ruler::wrapped_title;
use super::{ChartSpec, Palette, draw_chart};
use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingBackend};
use plotters::style::FontStyle;

/// What a picture keeps around its chart and its heading, in units.
const MARGIN: u16 = 14;
const ASIDE: u16 = 10;
/// A line of the heading, and what keeps the chart from it.
const LINE: u16 = 20;
const GAP: u16 = 6;

/// Draws a chart below its heading over the whole area, at `scale` pixels per unit.
///
/// # Errors
/// What the backend reports.
pub fn draw_picture<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    chart: &ChartSpec,
    palette: &Palette,
    scale: f64,
) -> Result<(), DrawError<DB>> {
    area.fill(&palette.paper.plain())?;
    let pen = Pen::new(area, palette, scale);
    let lines = heading(&chart.title(), f64::from(area.dim_in_pixel().0) / scale);
    let style = pen.font(TITLE, FontStyle::Bold, palette.ink);
    let mut top = MARGIN;
    for words in &lines {
        pen.text(words, (pen.px(MARGIN.into()), pen.px(top.into())), &style)?;
        top += LINE;
    }
    let [above, below, aside] = [top + GAP, MARGIN, ASIDE].map(|units| pen.px(units.into()));
    draw_chart(&area.margin(above, below, aside, aside), chart, palette, scale)
}

/// How wide the chart of a picture is.
pub(super) fn width_inside(width: u32) -> u32 {
    width.saturating_sub(2 * u32::from(ASIDE))
}

/// What heading and margins take of the height of a picture.
pub(super) fn height_around(title: &str, width: u32) -> u32 {
    let lines = u32::try_from(heading(title, width.into()).len()).unwrap_or(0);
    u32::from(MARGIN + GAP + MARGIN) + lines * u32::from(LINE)
}

/// The heading in as many lines as it needs.
fn heading(title: &str, width: f64) -> Vec<String> {
    wrapped_title(title, width - f64::from(2 * MARGIN))
}
