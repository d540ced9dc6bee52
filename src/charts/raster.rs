//! PNG pictures: plotters' bitmap with text set at fractions of a pixel.
//!
//! plotters itself puts each glyph on a whole pixel, which leaves words of this size with an uneven baseline
//! and uneven gaps, and it leaves the bold face out.

use ab_glyph::{Font as _, FontRef, PxScale, ScaleFont as _, point};
use plotters::prelude::BitMapBackend;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle};

type Drawn<'a> = Result<(), DrawingErrorKind<<BitMapBackend<'a> as DrawingBackend>::ErrorType>>;

/// plotters counts text 1.24 times as large as its em; the SVG backend divides by the same number.
const TEXT_PER_EM: f64 = 1.24;

/// Where the baseline is below the anchor, in ems, as the SVG backend has it.
const BELOW_TOP: f32 = 0.76;
const BELOW_CENTRE: f32 = 0.27;

/// A bitmap backend with better text.
pub(super) struct Raster<'a>(pub(super) BitMapBackend<'a>);

/// Words in a face and size, with the place of each glyph.
struct Line<'a> {
    face: ab_glyph::PxScaleFont<&'a FontRef<'static>>,
    em: f32,
    glyphs: Vec<(ab_glyph::GlyphId, f32)>,
    width: f32,
}

impl<'a> Line<'a> {
    fn new(words: &str, style: &impl BackendTextStyle, face: &'a FontRef<'static>) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "a size of text")]
        let em = (style.size() / TEXT_PER_EM) as f32;
        // ab_glyph scales by the height from ascent to descent.
        let height = em * face.height_unscaled() / face.units_per_em().unwrap_or(1000.0);
        let face = face.into_scaled(PxScale::from(height));
        let (mut x, mut before, mut glyphs) = (0.0, None, Vec::new());
        for id in words.chars().map(|letter| face.glyph_id(letter)) {
            x += before.map_or(0.0, |before| face.kern(before, id));
            glyphs.push((id, x));
            x += face.h_advance(id);
            before = Some(id);
        }
        Self { face, em, glyphs, width: x }
    }
}

fn face(style: FontStyle) -> Option<FontRef<'static>> {
    let bytes = match style {
        FontStyle::Bold => notosans::BOLD_TTF,
        FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => notosans::REGULAR_TTF,
    };
    FontRef::try_from_slice(bytes).ok()
}

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
        let line = Line::new(words, style, &face);
        #[expect(clippy::cast_precision_loss, reason = "a picture has at most 10,000 pixels a side")]
        let (x, y) = (at.0 as f32, at.1 as f32);
        let left = match style.anchor().h_pos {
            HPos::Left => x,
            HPos::Center => x - line.width / 2.0,
            HPos::Right => x - line.width,
        };
        let baseline = match style.anchor().v_pos {
            VPos::Top => y + line.em * BELOW_TOP,
            VPos::Center => y + line.em * BELOW_CENTRE,
            VPos::Bottom => y - line.em * BELOW_CENTRE,
        };
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
        let line = Line::new(words, style, &face);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size of text")]
        let size = (line.width.ceil() as u32, line.em.ceil() as u32);
        Ok(size)
    }
}
