//! Drawing bars on any plotters backend.

use super::layout::BarsLayout;
use super::{BarsSpec, Stack};
use crate::charts::Fill;
use crate::charts::pen::{DrawError, Pen};
use crate::charts::ruler::LINE;
use plotters::prelude::{DrawingBackend, PathElement};
use plotters::style::text_anchor::{HPos, VPos};

/// The height of the hatched mark that stands where too little is known for a bar.
const LACKING: f64 = 26.0;

/// Draws the chart over the pen's whole area.
pub(in crate::charts) fn draw_bars<DB: DrawingBackend>(pen: &Pen<'_, DB>, spec: &BarsSpec) -> Result<(), DrawError<DB>> {
    let layout = BarsLayout::new(spec, pen.area_in_units());
    layout.frame.draw(pen)?;
    let [left, _, right, foot] = layout.plot;
    if spec.bars.is_empty() || layout.height(1.0) >= foot {
        return Ok(());
    }
    let axis = pen.label(pen.palette.faint_ink, HPos::Right, VPos::Center);
    for (value, label) in &layout.values {
        let y = pen.px(layout.height(*value));
        let line = vec![(pen.px(left), y), (pen.px(right), y)];
        pen.area.draw(&PathElement::new(line, pen.palette.grid.stroke(1)))?;
        pen.text(label, (pen.px(left - 7.0), y), &axis)?;
    }
    for (index, stack) in spec.bars.iter().enumerate() {
        bar(pen, &layout, index, stack)?;
        labels(pen, &layout, index, stack)?;
    }
    Ok(())
}

fn bar<DB: DrawingBackend>(pen: &Pen<'_, DB>, layout: &BarsLayout, index: usize, stack: &Stack) -> Result<(), DrawError<DB>> {
    let ((left, right), foot) = (layout.across(index), layout.plot[3]);
    let (left, right) = (pen.px(left), pen.px(right).max(pen.px(left) + 1));
    if stack.lacks {
        return pen.surface([left, pen.px(foot - LACKING.min(foot - layout.plot[1])), right, pen.px(foot)], Fill::NotLogged);
    }
    let mut below = 0.0;
    for (value, fill) in &stack.parts {
        let (bottom, top) = (pen.px(layout.height(below)), pen.px(layout.height(below + value)));
        if top < bottom {
            pen.surface([left, top, right, bottom], *fill)?;
        }
        below += value;
    }
    if below <= 0.0 && !stack.says.is_empty() {
        let side = pen.px(8.0);
        let middle = i32::midpoint(left, right);
        pen.surface([middle - side, pen.px(foot) - side, middle + side, pen.px(foot)], Fill::NoCramps)?;
    }
    if layout.says && !stack.says.is_empty() {
        let style = pen.label(pen.palette.ink, HPos::Center, VPos::Bottom);
        let clear = if below <= 0.0 { 9.0 } else { 3.0 };
        pen.text(&stack.says, (i32::midpoint(left, right), pen.px(layout.height(below) - clear)), &style)?;
    }
    Ok(())
}

fn labels<DB: DrawingBackend>(pen: &Pen<'_, DB>, layout: &BarsLayout, index: usize, stack: &Stack) -> Result<(), DrawError<DB>> {
    let [left, _, right, foot] = layout.column(index);
    let middle = pen.px(f64::midpoint(left, right));
    let mut y = foot + 5.0;
    for (place, wordings, colour) in [(layout.label, &stack.label, pen.palette.ink), (layout.under, &stack.under, pen.palette.faint_ink)] {
        let Some((wording, every)) = place else { continue };
        if let Some(words) = wordings.get(wording).filter(|_| index.is_multiple_of(every)) {
            pen.text(words, (middle, pen.px(y)), &pen.label(colour, HPos::Center, VPos::Top))?;
        }
        y += LINE;
    }
    Ok(())
}
