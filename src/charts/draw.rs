//! Drawing the trends chart on any plotters backend.

use super::layout::pixel;
use super::{Bar, Palette, PanelSpec, Rgb, Row, Tone, TrendsLayout, TrendsSpec};
use plotters::coord::Shift;
use plotters::prelude::{
    Circle, DrawingArea, DrawingAreaErrorKind, DrawingBackend, PathElement, RGBColor, Rectangle, ShapeStyle, Text, TextStyle,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontStyle, IntoFont as _};
use std::sync::Once;

/// What a backend reports when it cannot draw.
pub type DrawError<DB> = DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;

/// The one font family, registered from a crate so that pictures are the same everywhere.
const FONT: &str = "sans-serif";

/// Text sizes in pixels at scale 1, as plotters counts them: about 1.24 times the em.
const TITLE: f64 = 16.0;
const LABEL: f64 = 14.5;

/// Draws the chart over the whole area. The same function serves window, SVG and PNG.
///
/// # Errors
/// What the backend reports.
pub fn draw_trends<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    spec: &TrendsSpec,
    palette: &Palette,
    scale: f64,
) -> Result<(), DrawError<DB>> {
    register_fonts();
    let layout = TrendsLayout::new(spec, area.dim_in_pixel(), scale);
    let pen = Pen { area, layout: &layout, palette };
    for (panel, place) in spec.panels.iter().zip(&layout.panels) {
        pen.panel(panel, *place)?;
    }
    pen.rows(&spec.rows)?;
    for tick in &spec.dates {
        let x = layout.night_middle(tick.night);
        let y = layout.dates + pixel(6.0 * scale);
        pen.text(&tick.label, (x, y), &pen.label(palette.faint_ink, HPos::Center, VPos::Top))?;
    }
    Ok(())
}

/// What every stroke needs.
struct Pen<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
    layout: &'a TrendsLayout,
    palette: &'a Palette,
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    fn panel(&self, panel: &PanelSpec, [header, top, bottom]: [i32; 3]) -> Result<(), DrawError<DB>> {
        let height = |value: f64| bottom - pixel(f64::from(bottom - top) * (value / panel.top).min(1.0));
        let says_reference = self.header(panel, header)?;
        self.grid(panel, height)?;
        for bar in &panel.bars {
            self.bar(bar, height(bar.value), bottom)?;
        }
        if let Some((value, _)) = &panel.reference {
            self.reference_line(height(*value))?;
        }
        for piece in &panel.means {
            let points = piece.iter().map(|(night, mean)| (self.layout.night_middle(*night), height(*mean)));
            self.mean(points.collect())?;
        }
        if let Some((value, words)) = panel.reference.as_ref().filter(|_| !says_reference) {
            self.reference_words(height(*value), top, words)?;
        }
        Ok(())
    }

    /// Title, mean and reference; returns whether there was room for the reference.
    fn header(&self, panel: &PanelSpec, y: i32) -> Result<bool, DrawError<DB>> {
        let (_, right) = self.layout.across;
        let y = y + self.px(4.0);
        let title = self.font(TITLE, FontStyle::Bold, self.palette.ink).pos(Pos::new(HPos::Left, VPos::Top));
        self.text(&panel.title, (self.px(2.0), y), &title)?;
        let summary = self.label(self.palette.faint_ink, HPos::Right, VPos::Top);
        self.text(&panel.summary, (right, y), &summary)?;
        let (title_width, _) = self.size(&panel.title, &title)?;
        let (summary_width, _) = self.size(&panel.summary, &summary)?;
        let (from, to) = (title_width + self.px(18.0), right - summary_width - self.px(6.0));
        if panel.shows_severity {
            self.severity_scale((from, y), to - from)?;
        }
        let Some((_, words)) = &panel.reference else { return Ok(false) };
        let style = self.label(self.palette.reference, HPos::Right, VPos::Top);
        let at = to - self.px(12.0);
        let fits = at - self.size(words, &style)?.0 >= from;
        if fits {
            self.text(words, (at, y), &style)?;
        }
        Ok(fits)
    }

    /// The colours of severity with words, or only numbers where there is less room, or nothing.
    fn severity_scale(&self, (mut x, y): (i32, i32), room: i32) -> Result<(), DrawError<DB>> {
        let style = self.label(self.palette.faint_ink, HPos::Left, VPos::Top);
        let (side, gap) = (self.px(10.0), self.px(5.0));
        for words in [["mild 1-3", "moderate 4-6", "severe 7-10"], ["1-3", "4-6", "7-10"]] {
            let widths = words.map(|words| self.size(words, &style).map(|(width, _)| side + gap + width + self.px(9.0)));
            let [Ok(mild), Ok(moderate), Ok(severe)] = widths else { return Ok(()) };
            if mild + moderate + severe > room {
                continue;
            }
            let colours = [self.palette.mild, self.palette.moderate, self.palette.severe];
            for ((colour, words), width) in colours.into_iter().zip(words).zip([mild, moderate, severe]) {
                self.area.draw(&Rectangle::new([(x, y + self.px(1.0)), (x + side, y + self.px(1.0) + side)], colour.filled()))?;
                self.text(words, (x + side + gap, y), &style)?;
                x += width;
            }
            return Ok(());
        }
        Ok(())
    }

    fn grid(&self, panel: &PanelSpec, height: impl Fn(f64) -> i32) -> Result<(), DrawError<DB>> {
        let (left, right) = self.layout.across;
        let style = self.label(self.palette.faint_ink, HPos::Right, VPos::Center);
        for (value, label) in &panel.values {
            let y = height(*value);
            self.area.draw(&PathElement::new(vec![(left, y), (right, y)], self.palette.grid.stroke(1)))?;
            self.text(label, (left - self.px(7.0), y), &style)?;
        }
        Ok(())
    }

    fn bar(&self, bar: &Bar, top: i32, bottom: i32) -> Result<(), DrawError<DB>> {
        let (left, right) = self.layout.night_edges(bar.night);
        if bar.value <= 0.0 {
            let radius = self.px(1.5).clamp(1, (right - left).max(1));
            return self.area.draw(&Circle::new(
                (self.layout.night_middle(bar.night), bottom - radius),
                radius,
                self.palette.faint_ink.filled(),
            ));
        }
        // Neighbours keep a gap while there is room for one, and bars of a short range stay slim.
        let gap = match right - left {
            0..=2 => 0,
            3..=5 => 1,
            wide => (wide / 6).max((wide - self.px(26.0)) / 2),
        };
        let corners = [(left + gap, top), ((right - gap).max(left + gap + 1), bottom)];
        self.area.draw(&Rectangle::new(corners, self.tone(bar.tone)))
    }

    fn tone(&self, tone: Tone) -> ShapeStyle {
        match tone {
            Tone::Cramps(severity) => self.palette.severity(severity.get()).filled(),
            Tone::NotDescribed => self.palette.moderate.stroke(1),
            Tone::Drink => self.palette.drink.filled(),
            Tone::Stretch => self.palette.stretch.filled(),
            Tone::Mineral => self.palette.mineral.filled(),
            Tone::Partial => self.palette.mineral.plain().mix(0.35).filled(),
            Tone::Medicine => self.palette.drink.plain().mix(0.45).filled(),
            Tone::Supplement => self.palette.mineral.plain().mix(0.45).filled(),
        }
    }

    /// The rows that there is room for; the last place says how many more there are.
    fn rows(&self, rows: &[Row]) -> Result<(), DrawError<DB>> {
        let places = &self.layout.rows;
        let shown = if rows.len() > places.len() { places.len().saturating_sub(1) } else { rows.len() };
        for (row, place) in rows[..shown].iter().zip(places) {
            self.row(row, *place)?;
        }
        let Some([top, bottom]) = places.get(shown) else { return Ok(()) };
        let style = self.label(self.palette.faint_ink, HPos::Left, VPos::Center);
        let words = format!("and {} more", rows.len() - shown);
        self.text(&words, (self.layout.across.0 + self.px(6.0), i32::midpoint(*top, *bottom)), &style)
    }

    /// Its runs, and its name where the first of them begins, or as far right as there is room for it.
    fn row(&self, row: &Row, [top, bottom]: [i32; 2]) -> Result<(), DrawError<DB>> {
        for (first, last) in &row.runs {
            let (left, _) = self.layout.night_edges(*first);
            let (_, right) = self.layout.night_edges(*last);
            self.area.draw(&Rectangle::new([(left, top), (right.max(left + 1), bottom)], self.tone(row.tone)))?;
        }
        let Some((first, _)) = row.runs.first() else { return Ok(()) };
        let style = self.label(self.palette.ink, HPos::Left, VPos::Center);
        let room = self.layout.across.1 - self.size(&row.label, &style)?.0 - self.px(6.0);
        let x = (self.layout.night_edges(*first).0 + self.px(6.0)).min(room).max(self.layout.across.0);
        self.text(&row.label, (x, i32::midpoint(top, bottom)), &style)
    }

    fn mean(&self, points: Vec<(i32, i32)>) -> Result<(), DrawError<DB>> {
        if let [only] = points.as_slice() {
            return self.area.draw(&Circle::new(*only, self.px(2.0), self.palette.mean.filled()));
        }
        let width = u32::try_from(self.px(2.0)).unwrap_or(2);
        self.area.draw(&PathElement::new(points, self.palette.mean.stroke(width)))
    }

    fn reference_line(&self, y: i32) -> Result<(), DrawError<DB>> {
        let (left, right) = self.layout.across;
        let (dash, style) = (self.px(5.0).max(1), self.palette.reference.stroke(1));
        let mut x = left;
        while x < right {
            self.area.draw(&PathElement::new(vec![(x, y), ((x + dash).min(right), y)], style))?;
            x += dash * 2;
        }
        Ok(())
    }

    /// The words stand on a patch of paper, so that what is behind them does not take their contrast.
    fn reference_words(&self, y: i32, top: i32, words: &str) -> Result<(), DrawError<DB>> {
        let (_, right) = self.layout.across;
        // Near the top of the panel they stand below the line, clear of the heading.
        let style = self.label(self.palette.reference, HPos::Right, VPos::Bottom);
        let (width, height) = self.size(words, &style)?;
        let fits_above = y - top >= height;
        let (x, y) = (right - self.px(4.0), if fits_above { y - self.px(3.0) } else { y + height + self.px(5.0) });
        let patch = [(x - width - self.px(3.0), y - height - self.px(1.0)), (right, y + self.px(1.0))];
        self.area.draw(&Rectangle::new(patch, self.palette.paper.plain().mix(0.85).filled()))?;
        self.text(words, (x, y), &style)
    }

    fn size(&self, words: &str, style: &TextStyle<'_>) -> Result<(i32, i32), DrawError<DB>> {
        let (width, height) = self.area.estimate_text_size(words, style)?;
        Ok((i32::try_from(width).unwrap_or(i32::MAX), i32::try_from(height).unwrap_or(i32::MAX)))
    }

    fn text(&self, words: &str, at: (i32, i32), style: &TextStyle<'_>) -> Result<(), DrawError<DB>> {
        self.area.draw(&Text::new(words, at, style))
    }

    fn label(&self, colour: Rgb, h: HPos, v: VPos) -> TextStyle<'static> {
        self.font(LABEL, FontStyle::Normal, colour).pos(Pos::new(h, v))
    }

    fn font(&self, size: f64, style: FontStyle, colour: Rgb) -> TextStyle<'static> {
        let font = (FONT, size * self.layout.scale).into_font().style(style);
        let mut text = TextStyle::from(font);
        text.color = colour.plain().to_backend_color();
        text
    }

    fn px(&self, units: f64) -> i32 {
        pixel(units * self.layout.scale)
    }
}

impl Rgb {
    fn plain(self) -> RGBColor {
        RGBColor(self.0, self.1, self.2)
    }

    fn filled(self) -> ShapeStyle {
        self.plain().filled()
    }

    fn stroke(self, width: u32) -> ShapeStyle {
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
