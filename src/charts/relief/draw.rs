//! Drawing what relieved cramps on any plotters backend.

use super::ReliefSpec;
use super::layout::ReliefLayout;
use crate::charts::pen::{DrawError, Pen};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, VPos};

/// Draws the chart over the pen's whole area.
pub(in crate::charts) fn draw_relief<DB: DrawingBackend>(pen: &Pen<'_, DB>, spec: &ReliefSpec) -> Result<(), DrawError<DB>> {
    let layout = ReliefLayout::new(spec, pen.area_in_units());
    layout.frame.draw(pen)?;
    let name = pen.label(pen.palette.ink, HPos::Left, VPos::Center);
    let end = pen.label(pen.palette.faint_ink, HPos::Left, VPos::Center);
    for ((count, [left, top, _, bottom]), words) in spec.rows.iter().zip(&layout.rows).zip(&layout.ends) {
        let middle = pen.px(f64::midpoint(*top, *bottom));
        pen.text(count.relief.label(), (pen.px(*left), middle), &name)?;
        let air = ((bottom - top) * 0.18).max(1.0);
        for (fill, from, to) in layout.parts(*count) {
            // A pixel of paper keeps parts apart.
            let (from, to) = (pen.px(from), (pen.px(to) - 1).max(pen.px(from) + 1));
            pen.surface([from, pen.px(top + air), to, pen.px(bottom - air)], fill)?;
        }
        pen.text(words, (pen.px(layout.end(*count) + 8.0), middle), &end)?;
    }
    Ok(())
}
