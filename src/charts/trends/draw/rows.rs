//! Below the panels: a row for each medicine, supplement and stage of life.

use super::Drawing;
use crate::charts::pen::DrawError;
use crate::charts::ruler::shortened;
use crate::charts::trends::{SpanRow, Tone};
use plotters::prelude::{DrawingBackend, Rectangle, ShapeStyle};
use plotters::style::Color as _;
use plotters::style::text_anchor::{HPos, VPos};

impl<DB: DrawingBackend> Drawing<'_, DB> {
    /// The rows that there is room for; the last place says how many more there are.
    pub(super) fn rows(&self, rows: &[SpanRow]) -> Result<(), DrawError<DB>> {
        let places = &self.layout.rows;
        let shown = if rows.len() > places.len() { places.len().saturating_sub(1) } else { rows.len() };
        for (row, place) in rows[..shown].iter().zip(places) {
            self.row(row, *place)?;
        }
        let Some([top, bottom]) = places.get(shown) else { return Ok(()) };
        let style = self.pen.label(self.pen.palette.faint_ink, HPos::Left, VPos::Center);
        let words = format!("and {} more", rows.len() - shown);
        self.pen.text(&words, (self.layout.across.0 + self.pen.px(6.0), i32::midpoint(*top, *bottom)), &style)
    }

    /// Its runs, and its name where the first of them begins, or as far right as there is room for it.
    fn row(&self, row: &SpanRow, [top, bottom]: [i32; 2]) -> Result<(), DrawError<DB>> {
        for (first, last) in &row.runs {
            let (left, _) = self.layout.night_edges(*first);
            let (_, right) = self.layout.night_edges(*last);
            self.pen.area.draw(&Rectangle::new([(left, top), (right.max(left + 1), bottom)], self.pale(row.tone)))?;
        }
        let Some((first, _)) = row.runs.first() else { return Ok(()) };
        let style = self.pen.label(self.pen.palette.ink, HPos::Left, VPos::Center);
        let (left, right) = self.layout.across;
        let name = shortened(&row.label, f64::from(right - left) / self.layout.scale);
        let room = right - self.pen.size(&name, &style)?.0 - self.pen.px(6.0);
        let x = (self.layout.night_edges(*first).0 + self.pen.px(6.0)).min(room).max(left);
        self.pen.text(&name, (x, i32::midpoint(top, bottom)), &style)
    }

    /// Names stand on the runs, so these are pale.
    fn pale(&self, tone: Tone) -> ShapeStyle {
        ShapeStyle { color: self.tone(tone).color.mix(0.4), ..self.tone(tone) }
    }
}
