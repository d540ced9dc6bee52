//! What every chart draws with: text in the program's typefaces, lengths in units.

use super::spot::{pixel, units};
use super::{Palette, Rgb};
use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingAreaErrorKind, DrawingBackend, PathElement, RGBColor, Rectangle, ShapeStyle, Text, TextStyle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontStyle, IntoFont as _};
use std::sync::Once;

/// What a backend reports when it cannot draw.
pub(super) type DrawError<DB> = DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;

/// The one font family, registered from a crate so that pictures are the same everywhere.
const FONT: &str = "sans-serif";

/// Text sizes in pixels at scale 1, as plotters counts them: about 1.24 times the em.
pub(super) const TITLE: f64 = 16.0;
pub(super) const LABEL: f64 = 14.5;

/// What every stroke needs.
pub(super) struct Pen<'a, DB: DrawingBackend> {
    pub(super) area: &'a DrawingArea<DB, Shift>,
    pub(super) palette: &'a Palette,
    /// Pixels per unit.
    pub(super) scale: f64,
}

impl<'a, DB: DrawingBackend> Pen<'a, DB> {
    /// A pen over an area, at `scale` pixels per unit.
    pub(super) fn new(area: &'a DrawingArea<DB, Shift>, palette: &'a Palette, scale: f64) -> Self {
        register_fonts();
        Self { area, palette, scale }
    }

    /// Width and height of the area in units.
    pub(super) fn area_in_units(&self) -> (f64, f64) {
        units(self.area.dim_in_pixel(), self.scale)
    }

    pub(super) fn size(&self, words: &str, style: &TextStyle<'_>) -> Result<(i32, i32), DrawError<DB>> {
        let (width, height) = self.area.estimate_text_size(words, style)?;
        Ok((i32::try_from(width).unwrap_or(i32::MAX), i32::try_from(height).unwrap_or(i32::MAX)))
    }

    pub(super) fn text(&self, words: &str, at: (i32, i32), style: &TextStyle<'_>) -> Result<(), DrawError<DB>> {
        self.area.draw(&Text::new(words, at, style))
    }

    pub(super) fn label(&self, colour: Rgb, h: HPos, v: VPos) -> TextStyle<'static> {
        self.font(LABEL, FontStyle::Normal, colour).pos(Pos::new(h, v))
    }

    pub(super) fn font(&self, size: f64, style: FontStyle, colour: Rgb) -> TextStyle<'static> {
        let font = (FONT, size * self.scale).into_font().style(style);
        let mut text = TextStyle::from(font);
        text.color = colour.plain().to_backend_color();
        text
    }

    pub(super) fn px(&self, units: f64) -> i32 {
        pixel(units * self.scale)
    }

    /// A filled rectangle with a severity's colour and, where it is large enough, its mark: nothing for mild, one line of paper
    /// for moderate, two for severe; so that nobody needs to see the hue.
    pub(super) fn severity_bar(&self, rect: [i32; 4], severity: u8) -> Result<(), DrawError<DB>> {
        let [left, top, right, bottom] = rect;
        self.area.draw(&Rectangle::new([(left, top), (right, bottom)], self.palette.severity(severity).filled()))?;
        let (thick, apart) = (self.px(1.5).max(1), self.px(3.0).max(2));
        for line in 1..=Palette::marks(severity) {
            let y = top + apart * line + thick * (line - 1);
            if right - left >= 3 && y + thick + apart <= bottom {
                self.area.draw(&Rectangle::new([(left, y), (right, y + thick)], self.palette.paper.filled()))?;
            }
        }
        Ok(())
    }

    /// Thin slanted lines over a rectangle: nobody said anything here.
    pub(super) fn hatch(&self, rect: [i32; 4]) -> Result<(), DrawError<DB>> {
        self.slanted(rect, self.px(7.0).max(4), self.palette.hatch)
    }

    /// A rectangle in the colour of a nutrient, pale, hatched and with an edge: what came from supplements.
    pub(super) fn hatched_bar(&self, rect: [i32; 4], colour: Rgb) -> Result<(), DrawError<DB>> {
        let [left, top, right, bottom] = rect;
        let corners = [(left, top), (right, bottom)];
        self.area.draw(&Rectangle::new(corners, self.palette.paper.filled()))?;
        self.area.draw(&Rectangle::new(corners, colour.plain().mix(0.2).filled()))?;
        self.slanted(rect, self.px(4.0).max(3), colour)?;
        self.area.draw(&Rectangle::new(corners, colour.stroke(1)))
    }

    /// Lines of a pixel from below at the left to above at the right over a rectangle, `step` pixels apart.
    fn slanted(&self, rect: [i32; 4], step: i32, colour: Rgb) -> Result<(), DrawError<DB>> {
        let [left, top, right, bottom] = rect;
        let height = bottom - top;
        // Lines lie on one raster over the whole picture, so that neighbours join.
        let mut start = (left - height).div_euclid(step) * step;
        while start < right {
            let from = start.max(left);
            let to = (start + height).min(right);
            if from < to {
                let line = vec![(from, bottom - (from - start)), (to, bottom - (to - start))];
                self.area.draw(&PathElement::new(line, colour.stroke(1)))?;
            }
            start += step;
        }
        Ok(())
    }
}

impl Rgb {
    pub(super) fn plain(self) -> RGBColor {
        RGBColor(self.0, self.1, self.2)
    }

    pub(super) fn filled(self) -> ShapeStyle {
        self.plain().filled()
    }

    pub(super) fn stroke(self, width: u32) -> ShapeStyle {
        self.plain().stroke_width(width)
    }
}

/// Registers the program's typefaces with plotters, once.
fn register_fonts() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        for (style, bytes) in [(FontStyle::Normal, notosans::REGULAR_TTF), (FontStyle::Bold, notosans::BOLD_TTF)] {
            if plotters::style::register_font(FONT, style, bytes).is_err() {
                log::error!("a typeface of the program cannot be read; charts stay without text");
            }
        }
    });
}
