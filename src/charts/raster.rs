//! PNG pictures: plotters' bitmap with text set at fractions of a pixel.
//!
//! plotters itself puts each glyph on a whole pixel, which leaves words of this size with an uneven baseline
//! and uneven gaps, and it leaves the bold face out.

use super::typeset::{Line, face};
use ab_glyph::{ScaleFont as _, point};
use plotters::prelude::BitMapBackend;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

type Drawn<'a> = Result<(), DrawingErrorKind<<BitMapBackend<'a> as DrawingBackend>::ErrorType>>;

/// A bitmap backend with better text.
pub(super) struct Raster<'a>(pub(super) BitMapBackend<'a>);

impl<'a> DrawingBackend for Raster<'a> {
    type ErrorType = <BitMapBackend<'a> as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.0.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn<'a> {
        self.0.ensure_prepared()
    }

    fn present(&mut self) -> Drawn<'a> {
        self.0.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn<'a> {
        self.0.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn<'a> {
        self.0.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn<'a> {
        self.0.draw_rect(from, to, style, fill)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, words: &str, style: &S, at: BackendCoord) -> Drawn<'a> {
        let Some(face) = face(style.style()) else { return Ok(()) };
        let line = Line::new(words, style, face);
        let (left, baseline) = line.start(style, at);
        for (id, offset) in &line.glyphs {
            // Whole pixels upwards keep horizontal strokes sharp; fractions sideways keep the gaps even.
            let glyph = id.with_scale_and_position(line.face.scale(), point(left + offset, baseline.round()));
            let Some(outline) = line.face.outline_glyph(glyph) else { continue };
            let corner = outline.px_bounds().min;
            let mut result = Ok(());
            outline.draw(|column, row, cover| {
                #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "a place in the picture")]
                let pixel = (corner.x as i32 + column as i32, corner.y as i32 + row as i32);
                if result.is_ok() && cover > 0.0 {
                    result = self.0.draw_pixel(pixel, style.color().mix(f64::from(cover.min(1.0))));
                }
            });
            result?;
        }
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, words: &str, style: &S) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let Some(face) = face(style.style()) else { return Ok((0, 0)) };
        Ok(Line::new(words, style, face).size())
    }
}
