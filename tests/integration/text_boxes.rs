//! A backend that draws nothing and measures every word: where text stands, set in the program's typefaces.

use ab_glyph::{Font as _, FontRef, PxScale, ScaleFont as _};
use cramp_diary::charts::{ChartSpec, Look, Palette, draw_chart, draw_picture};
use plotters::prelude::IntoDrawingArea as _;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle};
use std::convert::Infallible;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Words and the box around their ink, in pixels.
#[derive(Debug, Clone)]
struct TextBox {
    words: String,
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl TextBox {
    /// How far two boxes reach into each other, the lesser of across and down.
    fn overlap(&self, other: &Self) -> f32 {
        let across = self.right.min(other.right) - self.left.max(other.left);
        let down = self.bottom.min(other.bottom) - self.top.max(other.top);
        across.min(down)
    }
}

/// Less than this is the air around letters.
const AIR: f32 = 1.5;

struct Measuring<'a> {
    size: (u32, u32),
    boxes: &'a mut Vec<TextBox>,
}

/// Em and width of words in a style, measured by the typeface itself.
fn measured(words: &str, style: &impl BackendTextStyle) -> (f32, f32) {
    let bold = matches!(style.style(), FontStyle::Bold);
    let face = FontRef::try_from_slice(if bold { notosans::BOLD_TTF } else { notosans::REGULAR_TTF }).unwrap();
    #[expect(clippy::cast_possible_truncation, reason = "a size of text")]
    let em = (style.size() / 1.24) as f32;
    let face = face.as_scaled(PxScale::from(em * face.height_unscaled() / face.units_per_em().unwrap()));
    let ids: Vec<_> = words.chars().map(|letter| face.glyph_id(letter)).collect();
    let kerned: f32 = ids.windows(2).map(|pair| face.kern(pair[0], pair[1])).sum();
    (em, ids.iter().map(|id| face.h_advance(*id)).sum::<f32>() + kerned)
}

impl DrawingBackend for Measuring<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, _: BackendCoord, _: BackendCoord, _: &S) -> Drawn {
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S, _: bool) -> Drawn {
        let reaches = |place: i32, size: u32| place >= -1 && i64::from(place) <= i64::from(size) + 1;
        let inside = [from, to].iter().all(|(x, y)| reaches(*x, self.size.0) && reaches(*y, self.size.1));
        assert!(inside, "a rectangle from {from:?} to {to:?} leaves {:?}", self.size);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, _: I, _: &S) -> Drawn {
        Ok(())
    }

    #[expect(clippy::cast_precision_loss, reason = "a place in a picture")]
    fn draw_text<S: BackendTextStyle>(&mut self, words: &str, style: &S, at: BackendCoord) -> Drawn {
        let (em, width) = measured(words, style);
        let (x, y) = (at.0 as f32, at.1 as f32);
        let left = match style.anchor().h_pos {
            HPos::Left => x,
            HPos::Center => x - width / 2.0,
            HPos::Right => x - width,
        };
        let baseline = match style.anchor().v_pos {
            VPos::Top => y + em * 0.76,
            VPos::Center => y + em * 0.27,
            VPos::Bottom => y - em * 0.27,
        };
        // From the top of capital letters to below the tail of a "g".
        let (top, bottom) = (baseline - em * 0.72, baseline + em * 0.22);
        self.boxes.push(TextBox { words: words.to_owned(), left, top, right: left + width, bottom });
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, words: &str, style: &S) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let (em, width) = measured(words, style);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size of text")]
        let size = (width.ceil() as u32, em.ceil() as u32);
        Ok(size)
    }
}

/// Checks that no two words of a chart touch, that nothing leaves the frame, and that every place to point at lies in it.
#[track_caller]
pub(crate) fn check_words(chart: &ChartSpec, size: (u32, u32), scale: f64, what: &str) {
    let mut boxes = Vec::new();
    let area = Measuring { size, boxes: &mut boxes }.into_drawing_area();
    draw_chart(&area, chart, &Palette::of(Look::Light), scale).unwrap();
    drop(area);
    check(&boxes, size, what);
    for spot in chart.spots(size, scale) {
        let ([left, top, right, bottom], wide, high) = (spot.rect, size.0.cast_signed(), size.1.cast_signed());
        let inside = 0 <= left && left < right && right <= wide && 0 <= top && top < bottom && bottom <= high;
        assert!(inside, "{what}, {size:?}: {spot:?}");
    }
}

/// The same of a picture with its heading.
#[track_caller]
pub(crate) fn check_picture(chart: &ChartSpec, size: (u32, u32), what: &str) {
    let mut boxes = Vec::new();
    let area = Measuring { size, boxes: &mut boxes }.into_drawing_area();
    draw_picture(&area, chart, &Palette::of(Look::Light), 1.0).unwrap();
    drop(area);
    check(&boxes, size, what);
}

#[track_caller]
fn check(boxes: &[TextBox], size: (u32, u32), what: &str) {
    #[expect(clippy::cast_precision_loss, reason = "a size of a picture")]
    let (width, height) = (size.0 as f32, size.1 as f32);
    assert!(!boxes.is_empty(), "{what}: no words at all");
    for (place, text) in boxes.iter().enumerate() {
        let inside = text.left >= -AIR && text.top >= -AIR && text.right <= width + AIR && text.bottom <= height + AIR;
        assert!(inside, "{what}: \"{}\" leaves the frame of {size:?}: {text:?}", text.words);
        for other in &boxes[place + 1..] {
            assert!(text.overlap(other) <= AIR, "{what}, {size:?}: \"{}\" and \"{}\" touch: {text:?}, {other:?}", text.words, other.words);
        }
    }
}
