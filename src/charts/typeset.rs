//! Words set in the program's typefaces, for pictures that do not rely on the fonts of a machine.

use ab_glyph::{Font as _, FontRef, GlyphId, PxScale, PxScaleFont, ScaleFont as _};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendCoord, BackendTextStyle, FontStyle};
use std::sync::OnceLock;

/// plotters counts text 1.24 times as large as its em; the SVG backend divides by the same number.
pub const TEXT_PER_EM: f64 = 1.24;

/// Where the baseline is below the anchor, in ems, as the SVG backend has it.
const BELOW_TOP: f32 = 0.76;
const BELOW_CENTRE: f32 = 0.27;

/// A line of text in a typeface and size, with the position of each glyph.
pub(super) struct Line {
    pub(super) face: PxScaleFont<&'static FontRef<'static>>,
    /// The size of the letters in pixels.
    pub(super) em: f32,
    /// Each glyph with where it begins, in pixels from the left end of the text.
    pub(super) glyphs: Vec<(GlyphId, f32)>,
    pub(super) width: f32,
}

impl Line {
    /// Sets a text on one line, with kerning.
    pub(super) fn new(words: &str, style: &impl BackendTextStyle, face: &'static FontRef<'static>) -> Self {
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

    /// The left end and the baseline of the text for an anchor.
    pub(super) fn start(&self, style: &impl BackendTextStyle, at: BackendCoord) -> (f32, f32) {
        #[expect(clippy::cast_precision_loss, reason = "a picture has at most 20,000 pixels a side")]
        let (x, y) = (at.0 as f32, at.1 as f32);
        let left = match style.anchor().h_pos {
            HPos::Left => x,
            HPos::Center => x - self.width / 2.0,
            HPos::Right => x - self.width,
        };
        let baseline = match style.anchor().v_pos {
            VPos::Top => y + self.em * BELOW_TOP,
            VPos::Center => y + self.em * BELOW_CENTRE,
            VPos::Bottom => y - self.em * BELOW_CENTRE,
        };
        (left, baseline)
    }

    /// Width and height in whole pixels.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size of text")]
    pub(super) fn size(&self) -> (u32, u32) {
        (self.width.ceil() as u32, self.em.ceil() as u32)
    }
}

/// The typeface of a style, read once; `None` only if the bytes of the crate were no font.
pub(super) fn face(style: FontStyle) -> Option<&'static FontRef<'static>> {
    static REGULAR: OnceLock<Option<FontRef<'static>>> = OnceLock::new();
    static BOLD: OnceLock<Option<FontRef<'static>>> = OnceLock::new();
    let read = |bytes| FontRef::try_from_slice(bytes).ok();
    match style {
        FontStyle::Bold => BOLD.get_or_init(|| read(notosans::BOLD_TTF)).as_ref(),
        FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => REGULAR.get_or_init(|| read(notosans::REGULAR_TTF)).as_ref(),
    }
}
