//! The one seam between charts and window: a plotters backend that makes egui shapes.
//!
//! It draws in the screen's own pixels, so that lines are sharp at any scale.

use crate::charts::{ChartSpec, Palette, TEXT_PER_EM, draw_chart};
use crate::ui::theme::{self, BOLD};
use egui::{Align2, Color32, FontFamily, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};
use plotters::drawing::IntoDrawingArea as _;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle};
use std::convert::Infallible;

/// A part of a drawn chart, in points from its top left corner.
///
/// Text is kept as words: laid-out text must not outlive egui's font atlas.
#[derive(Debug, Clone)]
pub enum ChartShape {
    /// A shape.
    Shape(Shape),
    /// Words.
    Text {
        /// The point at which the anchor of the text lies, in points.
        at: Pos2,
        /// The corner or side of the text that is at `at`.
        anchor: Align2,
        /// The text itself.
        words: String,
        /// The typeface and its size.
        font: FontId,
        /// The colour.
        colour: Color32,
    },
}

/// Paints a drawn chart with its top left corner at `origin`.
pub fn paint(painter: &Painter, drawn: &[ChartShape], origin: Pos2) {
    for item in drawn {
        match item {
            ChartShape::Shape(shape) => {
                let mut shape = shape.clone();
                shape.translate(origin.to_vec2());
                painter.add(shape);
            }
            ChartShape::Text { at, anchor, words, font, colour } => {
                painter.text(*at + origin.to_vec2(), *anchor, words, font.clone(), *colour);
            }
        }
    }
}

/// A plotters backend over a painter.
#[expect(missing_debug_implementations, reason = "painters have none")]
pub struct EguiBackend<'a> {
    painter: &'a Painter,
    size: (u32, u32),
    pixels_per_point: f32,
    drawn: &'a mut Vec<ChartShape>,
}

impl<'a> EguiBackend<'a> {
    /// A backend of `size` pixels that adds what is drawn to `drawn`. The painter is only asked how wide words are.
    pub fn new(painter: &'a Painter, size: (u32, u32), drawn: &'a mut Vec<ChartShape>) -> Self {
        Self { painter, size, pixels_per_point: painter.ctx().pixels_per_point(), drawn }
    }

    /// The position in points of `pixel`, which is in pixels of the picture.
    #[expect(clippy::cast_precision_loss, reason = "a screen has fewer pixels than an f32 counts")]
    fn point(&self, pixel: BackendCoord) -> Pos2 {
        let (x, y) = pixel;
        pos2(x as f32, y as f32) / self.pixels_per_point
    }

    fn length(&self, pixels: u32) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a screen has fewer pixels than an f32 counts")]
        let pixels = pixels as f32;
        pixels / self.pixels_per_point
    }

    fn stroke(&self, style: &impl BackendStyle) -> Stroke {
        Stroke::new(self.length(style.stroke_width().max(1)), colour(style.color()))
    }

    #[expect(clippy::unnecessary_wraps, reason = "what every method of the trait returns")]
    fn add(&mut self, shape: impl Into<Shape>) -> Result<(), DrawingErrorKind<Infallible>> {
        self.drawn.push(ChartShape::Shape(shape.into()));
        Ok(())
    }

    fn font(&self, style: &impl BackendTextStyle) -> FontId {
        #[expect(clippy::cast_possible_truncation, reason = "a size of text")]
        let size = (style.size() / TEXT_PER_EM) as f32 / self.pixels_per_point * 1.07;
        match style.style() {
            FontStyle::Bold => FontId::new(size, FontFamily::Name(BOLD.into())),
            FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => FontId::proportional(size),
        }
    }
}

fn colour(colour: BackendColor) -> Color32 {
    let (r, g, b) = colour.rgb;
    #[expect(clippy::cast_possible_truncation, reason = "an opacity from 0 to 1")]
    theme::colour(crate::charts::Rgb(r, g, b)).gamma_multiply(colour.alpha as f32)
}

impl DrawingBackend for EguiBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result<(), DrawingErrorKind<Infallible>> {
        let side = self.length(1);
        self.add(Shape::rect_filled(Rect::from_min_size(self.point(point), vec2(side, side)), 0.0, colour(color)))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Result<(), DrawingErrorKind<Infallible>> {
        let (half, stroke) = (self.length(1) / 2.0, self.stroke(style));
        let middle = vec2(half, half);
        self.add(Shape::line_segment([self.point(from) + middle, self.point(to) + middle], stroke))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let rect = Rect::from_two_pos(self.point(from), self.point(to));
        if fill {
            return self.add(Shape::rect_filled(rect, 0.0, colour(style.color())));
        }
        self.add(Shape::rect_stroke(rect, 0.0, self.stroke(style), StrokeKind::Inside))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let half = self.length(1) / 2.0;
        let points: Vec<_> = path.into_iter().map(|point| self.point(point) + vec2(half, half)).collect();
        let stroke = self.stroke(style);
        self.add(Shape::line(points, stroke))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let (centre, radius) = (self.point(centre), self.length(radius));
        if fill {
            return self.add(Shape::circle_filled(centre, radius, colour(style.color())));
        }
        self.add(Shape::circle_stroke(centre, radius, self.stroke(style)))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let points: Vec<_> = path.into_iter().map(|point| self.point(point)).collect();
        self.add(Shape::convex_polygon(points, colour(style.color()), Stroke::NONE))
    }

    fn draw_text<S: BackendTextStyle>(&mut self, words: &str, style: &S, at: BackendCoord) -> Result<(), DrawingErrorKind<Infallible>> {
        let h = match style.anchor().h_pos {
            HPos::Left => egui::Align::LEFT,
            HPos::Center => egui::Align::Center,
            HPos::Right => egui::Align::RIGHT,
        };
        let v = match style.anchor().v_pos {
            VPos::Top => egui::Align::TOP,
            VPos::Center => egui::Align::Center,
            VPos::Bottom => egui::Align::BOTTOM,
        };
        // egui's lines of text carry more air above and below than plotters'.
        let font = self.font(style);
        let air = match style.anchor().v_pos {
            VPos::Top => -font.size * 0.18,
            VPos::Center => 0.0,
            VPos::Bottom => font.size * 0.18,
        };
        let text = ChartShape::Text {
            at: self.point(at) + vec2(0.0, air),
            anchor: Align2([h, v]),
            words: words.to_owned(),
            font,
            colour: colour(style.color()),
        };
        self.drawn.push(text);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, words: &str, style: &S) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let font = self.font(style);
        let height = font.size;
        let width = self.painter.layout_no_wrap(words.to_owned(), font, Color32::WHITE).size().x;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size of text")]
        let pixels = |points: f32| (points * self.pixels_per_point).ceil() as u32;
        Ok((pixels(width), pixels(height)))
    }
}

/// Draws a chart of `size` pixels, and returns its parts.
#[must_use]
pub fn record_chart(painter: &Painter, chart: &ChartSpec, palette: &Palette, size: (u32, u32)) -> Vec<ChartShape> {
    let mut drawn = Vec::new();
    let scale = f64::from(painter.ctx().pixels_per_point());
    let area = EguiBackend::new(painter, size, &mut drawn).into_drawing_area();
    if let Err(error) = draw_chart(&area, chart, palette, scale) {
        log::error!("a chart could not be drawn: {error}");
    }
    drop(area);
    drawn
}
