//! Drawing a calendar on any plotters backend.

use super::CalendarSpec;
use super::layout::{CalendarLayout, HEADING};
use super::spec::fill;
use crate::charts::count_words::counted;
use crate::charts::frame::EDGE;
use crate::charts::pen::{DrawError, LABEL, Pen};
use crate::charts::ruler::{LINE, shortened, width};
use crate::charts::spot::pixels;
use crate::insights::CalendarYear;
use plotters::prelude::DrawingBackend;
use plotters::style::FontStyle;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// Draws the calendar over the pen's whole area.
pub(in crate::charts) fn draw_calendar<DB: DrawingBackend>(pen: &Pen<'_, DB>, spec: &CalendarSpec) -> Result<(), DrawError<DB>> {
    let layout = CalendarLayout::new(spec, pen.area.dim_in_pixel(), pen.scale);
    layout.frame.draw(pen)?;
    let faint = pen.label(pen.palette.faint_ink, HPos::Left, VPos::Top);
    for (index, year) in spec.years.iter().enumerate() {
        let Some((x, y)) = layout.corners[index] else { continue };
        heading(pen, year, (x, y), layout.across)?;
        for (left, month) in layout.months(year) {
            pen.text(&month, (pen.px(x + left), pen.px(y + HEADING)), &faint)?;
        }
        for (night, state) in year.iter() {
            let Some(square) = layout.square(index, night) else { continue };
            pen.surface(pixels(square, pen.scale), fill(state))?;
        }
        weekdays(pen, &layout, (x, y))?;
    }
    let left_out = layout.left_out();
    if left_out > 0 {
        let [left, _, right, bottom] = layout.frame.inner;
        let words = shortened(&format!("and {} before, for which there is no room here", counted(left_out, "year")), right - left);
        pen.text(&words, (pen.px(EDGE), pen.px(bottom - LINE)), &faint)?;
    }
    Ok(())
}

/// The year and its counts.
fn heading<DB: DrawingBackend>(pen: &Pen<'_, DB>, year: &CalendarYear, corner: (f64, f64), across: f64) -> Result<(), DrawError<DB>> {
    let (x, y) = corner;
    let name = year.year.to_string();
    let bold = pen.font(LABEL, FontStyle::Bold, pen.palette.ink).pos(Pos::new(HPos::Left, VPos::Top));
    pen.text(&name, (pen.px(x), pen.px(y)), &bold)?;
    let counts = format!("{} logged, {} with cramps", counted(year.logged(), "night"), year.with_cramps());
    // Bold letters are a little wider.
    let from = width(&name) * 1.1 + 10.0;
    let faint = pen.label(pen.palette.faint_ink, HPos::Left, VPos::Top);
    pen.text(&shortened(&counts, across - from), (pen.px(x + from), pen.px(y)), &faint)
}

fn weekdays<DB: DrawingBackend>(pen: &Pen<'_, DB>, layout: &CalendarLayout, corner: (f64, f64)) -> Result<(), DrawError<DB>> {
    let (x, y) = corner;
    let style = pen.label(pen.palette.faint_ink, HPos::Right, VPos::Center);
    for (place, name) in layout.named_weekdays() {
        let middle = y + HEADING + super::layout::MONTHS + (f64::from(*place) + 0.45) * layout.side;
        pen.text(name, (pen.px(x + layout.weekdays - 6.0), pen.px(middle)), &style)?;
    }
    Ok(())
}
