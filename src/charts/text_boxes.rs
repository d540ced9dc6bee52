//! A backend for tests that remembers where words stand, as wide as the window sets them.

use super::typeset::{Line, face};
use super::{ChartSpec, Look, Palette, draw_chart};
use plotters::drawing::IntoDrawingArea as _;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use std::convert::Infallible;

/// Words and where they stand: left, top, right, bottom.
pub(super) type TextBox = (String, [f32; 4]);

struct Recorder<'a> {
    size: (u32, u32),
    boxes: &'a mut Vec<TextBox>,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Recorder<'_> {
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

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S, _: bool) -> Drawn {
        let inside =
            |(x, y): BackendCoord| x >= 0 && y >= 0 && i64::from(x) <= i64::from(self.size.0) && i64::from(y) <= i64::from(self.size.1);
        assert!(inside(from) && inside(to), "a rectangle from {from:?} to {to:?} leaves {:?}", self.size);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, words: &str, style: &S, at: BackendCoord) -> Drawn {
        let Some(face) = face(style.style()) else { return Ok(()) };
        let line = Line::new(words, style, face);
        let (left, baseline) = line.start(style, at);
        let more = line.width * 0.07;
        let (left, right) = match style.anchor().h_pos {
            HPos::Left => (left, left + line.width + more),
            HPos::Center => (left - more / 2.0, left + line.width + more / 2.0),
            HPos::Right => (left - more, left + line.width),
        };
        self.boxes.push((words.to_owned(), [left, baseline - line.em * 0.76, right, baseline + line.em * 0.24]));
        Ok(())
    }
}

/// Where the words of a chart stand.
pub(super) fn text_boxes(chart: &ChartSpec, size: (u32, u32), scale: f64) -> Vec<TextBox> {
    let mut boxes = Vec::new();
    let area = Recorder { size, boxes: &mut boxes }.into_drawing_area();
    draw_chart(&area, chart, &Palette::of(Look::Light), scale).unwrap();
    drop(area);
    boxes
}

/// Asserts that no words overlap or leave the picture, and that every spot lies in it, at its own height and at a given one.
#[track_caller]
#[expect(clippy::cast_precision_loss, reason = "a picture has fewer pixels than an f32 counts")]
pub(super) fn assert_tidy(chart: &ChartSpec) {
    for (wide, scale) in [(300, 1.0), (420, 1.0), (560, 1.0), (700, 1.25), (1000, 1.0), (1400, 2.0), (2000, 1.0)] {
        let width = (f64::from(wide) / scale).round();
        let own = f64::from(chart.height_for(super::frame::whole(width))) * scale;
        for high in [super::frame::whole(own), 300, 620] {
            let boxes = text_boxes(chart, (wide, high), scale);
            for (index, (words, [left, top, right, bottom])) in boxes.iter().enumerate() {
                let inside = *left >= -0.5 && *top >= -0.5 && *right <= wide as f32 + 0.5 && *bottom <= high as f32 + 0.5;
                assert!(inside, "{wide} x {high}: \"{words}\" at {:?} leaves the picture", [left, top, right, bottom]);
                for (other, [l, t, r, b]) in &boxes[..index] {
                    let overlaps = left < r && l < right && top < b && t < bottom;
                    assert!(!overlaps, "{wide} x {high}: \"{words}\" and \"{other}\" overlap");
                }
            }
            for spot in chart.spots((wide, high), scale) {
                let [left, top, right, bottom] = spot.rect;
                let (wide, high) = (i32::try_from(wide).unwrap(), i32::try_from(high).unwrap());
                let inside = 0 <= left && left < right && right <= wide && 0 <= top && top < bottom && bottom <= high;
                assert!(inside, "{wide} x {high}: {spot:?}");
                assert!(!spot.words.is_empty());
            }
        }
    }
}
