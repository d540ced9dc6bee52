//! Painting the legend.

use super::Drawing;
use crate::charts::measure_look::Hue;
use crate::charts::pen::DrawError;
use crate::charts::trends::Tone;
use crate::charts::trends::legend::{GAP, Meaning, SAMPLE, Symbol};
use plotters::prelude::{Circle, DrawingBackend, PathElement, Rectangle};
use plotters::style::text_anchor::{HPos, VPos};

impl<DB: DrawingBackend> Drawing<'_, DB> {
    /// The explanations of what is in the chart.
    pub(super) fn legend(&self) -> Result<(), DrawError<DB>> {
        let style = self.pen.label(self.pen.palette.faint_ink, HPos::Left, VPos::Top);
        for Meaning { sign, words, at: (x, y) } in &self.layout.legend {
            let sample = [*x, *y, x + SAMPLE, y + 13.0];
            self.sign(*sign, sample.map(|place| self.pen.px(place)))?;
            self.pen.text(words, (self.pen.px(x + SAMPLE + GAP), self.pen.px(*y)), &style)?;
        }
        Ok(())
    }

    /// A sample of it in a box.
    fn sign(&self, sign: Symbol, [left, top, right, bottom]: [i32; 4]) -> Result<(), DrawError<DB>> {
        let (pen, (x, y)) = (&self.pen, (i32::midpoint(left, right), i32::midpoint(top, bottom)));
        let swatch = [(left + pen.px(3.0), top + pen.px(2.0)), (right - pen.px(3.0), bottom - pen.px(1.0))];
        match sign {
            Symbol::Mean7 | Symbol::Mean28 => {
                let width = u32::try_from(pen.px(if sign == Symbol::Mean7 { 1.0 } else { 2.6 })).unwrap_or(1).max(1);
                pen.area.draw(&PathElement::new(vec![(left, y), (right, y)], pen.palette.mean.stroke(width)))
            }
            Symbol::Severity(fill) => pen.surface([right - pen.px(12.0), top + pen.px(1.0), right - pen.px(1.0), top + pen.px(12.0)], fill),
            Symbol::Week => pen.area.draw(&Rectangle::new(swatch, self.tone(Tone::Of(Hue::Plain)))),
            Symbol::Zero => pen.area.draw(&Circle::new((x, y + pen.px(1.0)), pen.px(1.5).max(1), pen.palette.faint_ink.filled())),
            Symbol::NotLogged => pen.hatch([left, top, right, bottom]),
            Symbol::Supplements => {
                let [(left, top), (right, bottom)] = swatch;
                pen.hatched_bar([left, top, right, bottom], pen.palette.mineral)
            }
            Symbol::Partial => pen.area.draw(&Rectangle::new(swatch, self.tone(Tone::Partial))),
            Symbol::Note => self.note((x, y + pen.px(1.0))),
        }
    }
}
