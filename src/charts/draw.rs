//! Drawing the trends chart on any plotters backend.

use super::layout::pixel;
use super::pen::{DrawError, Pen, TITLE};
use super::{Bar, Palette, PanelSpec, Row, Tone, TrendsLayout, TrendsSpec};
use plotters::coord::Shift;
use plotters::prelude::{Circle, DrawingArea, DrawingBackend, PathElement, Rectangle, ShapeStyle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontStyle};

/// Draws the chart over the whole area. The same function serves window, SVG and PNG.
///
/// # Errors
/// What the backend reports.
pub(super) fn draw_trends<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    spec: &TrendsSpec,
    palette: &Palette,
    scale: f64,
) -> Result<(), DrawError<DB>> {
    let layout = TrendsLayout::new(spec, area.dim_in_pixel(), scale);
    let drawing = Drawing { pen: Pen::new(area, palette, scale), layout: &layout };
    for (panel, place) in spec.panels.iter().zip(&layout.panels) {
        drawing.panel(panel, *place)?;
    }
    drawing.rows(&spec.rows)?;
    for tick in &spec.dates {
        let x = layout.night_middle(tick.night);
        let y = layout.dates + pixel(6.0 * scale);
        drawing.pen.text(&tick.label, (x, y), &drawing.pen.label(palette.faint_ink, HPos::Center, VPos::Top))?;
    }
    Ok(())
}

/// What every stroke needs.
struct Drawing<'a, DB: DrawingBackend> {
    pen: Pen<'a, DB>,
    layout: &'a TrendsLayout,
}

impl<DB: DrawingBackend> Drawing<'_, DB> {
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
        let y = y + self.pen.px(4.0);
        let title = self.pen.font(TITLE, FontStyle::Bold, self.pen.palette.ink).pos(Pos::new(HPos::Left, VPos::Top));
        self.pen.text(&panel.title, (self.pen.px(2.0), y), &title)?;
        let summary = self.pen.label(self.pen.palette.faint_ink, HPos::Right, VPos::Top);
        self.pen.text(&panel.summary, (right, y), &summary)?;
        let (title_width, _) = self.pen.size(&panel.title, &title)?;
        let (summary_width, _) = self.pen.size(&panel.summary, &summary)?;
        let (from, to) = (title_width + self.pen.px(18.0), right - summary_width - self.pen.px(6.0));
        if panel.shows_severity {
            self.severity_scale((from, y), to - from)?;
        }
        let Some((_, words)) = &panel.reference else { return Ok(false) };
        let style = self.pen.label(self.pen.palette.reference, HPos::Right, VPos::Top);
        let at = to - self.pen.px(12.0);
        let fits = at - self.pen.size(words, &style)?.0 >= from;
        if fits {
            self.pen.text(words, (at, y), &style)?;
        }
        Ok(fits)
    }

    /// The colours of severity with words, or only numbers where there is less room, or nothing.
    fn severity_scale(&self, (mut x, y): (i32, i32), room: i32) -> Result<(), DrawError<DB>> {
        let style = self.pen.label(self.pen.palette.faint_ink, HPos::Left, VPos::Top);
        let (side, gap) = (self.pen.px(10.0), self.pen.px(5.0));
        for words in [["mild 1-3", "moderate 4-6", "severe 7-10"], ["1-3", "4-6", "7-10"]] {
            let widths = words.map(|words| self.pen.size(words, &style).map(|(width, _)| side + gap + width + self.pen.px(9.0)));
            let [Ok(mild), Ok(moderate), Ok(severe)] = widths else { return Ok(()) };
            if mild + moderate + severe > room {
                continue;
            }
            let colours = [self.pen.palette.mild, self.pen.palette.moderate, self.pen.palette.severe];
            for ((colour, words), width) in colours.into_iter().zip(words).zip([mild, moderate, severe]) {
                self.pen
                    .area
                    .draw(&Rectangle::new([(x, y + self.pen.px(1.0)), (x + side, y + self.pen.px(1.0) + side)], colour.filled()))?;
                self.pen.text(words, (x + side + gap, y), &style)?;
                x += width;
            }
            return Ok(());
        }
        Ok(())
    }

    fn grid(&self, panel: &PanelSpec, height: impl Fn(f64) -> i32) -> Result<(), DrawError<DB>> {
        let (left, right) = self.layout.across;
        let style = self.pen.label(self.pen.palette.faint_ink, HPos::Right, VPos::Center);
        for (value, label) in &panel.values {
            let y = height(*value);
            self.pen.area.draw(&PathElement::new(vec![(left, y), (right, y)], self.pen.palette.grid.stroke(1)))?;
            self.pen.text(label, (left - self.pen.px(7.0), y), &style)?;
        }
        Ok(())
    }

    fn bar(&self, bar: &Bar, top: i32, bottom: i32) -> Result<(), DrawError<DB>> {
        let (left, right) = self.layout.night_edges(bar.night);
        if bar.value <= 0.0 {
            let radius = self.pen.px(1.5).clamp(1, (right - left).max(1));
            return self.pen.area.draw(&Circle::new(
                (self.layout.night_middle(bar.night), bottom - radius),
                radius,
                self.pen.palette.faint_ink.filled(),
            ));
        }
        // Neighbours keep a gap while there is room for one, and bars of a short range stay slim.
        let gap = match right - left {
            0..=2 => 0,
            3..=5 => 1,
            wide => (wide / 6).max((wide - self.pen.px(26.0)) / 2),
        };
        let corners = [(left + gap, top), ((right - gap).max(left + gap + 1), bottom)];
        if let Tone::Cramps(severity) = bar.tone {
            return self.pen.severity_bar([corners[0].0, top, corners[1].0, bottom], severity.get());
        }
        self.pen.area.draw(&Rectangle::new(corners, self.tone(bar.tone)))
    }

    fn tone(&self, tone: Tone) -> ShapeStyle {
        match tone {
            Tone::Cramps(severity) => self.pen.palette.severity(severity.get()).filled(),
            Tone::NotDescribed => self.pen.palette.moderate.stroke(1),
            Tone::Drink => self.pen.palette.drink.filled(),
            Tone::Stretch => self.pen.palette.stretch.filled(),
            Tone::Mineral => self.pen.palette.mineral.filled(),
            Tone::Partial => self.pen.palette.mineral.plain().mix(0.35).filled(),
            Tone::Medicine => self.pen.palette.drink.plain().mix(0.45).filled(),
            Tone::Supplement => self.pen.palette.mineral.plain().mix(0.45).filled(),
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
        let style = self.pen.label(self.pen.palette.faint_ink, HPos::Left, VPos::Center);
        let words = format!("and {} more", rows.len() - shown);
        self.pen.text(&words, (self.layout.across.0 + self.pen.px(6.0), i32::midpoint(*top, *bottom)), &style)
    }

    /// Its runs, and its name where the first of them begins, or as far right as there is room for it.
    fn row(&self, row: &Row, [top, bottom]: [i32; 2]) -> Result<(), DrawError<DB>> {
        for (first, last) in &row.runs {
            let (left, _) = self.layout.night_edges(*first);
            let (_, right) = self.layout.night_edges(*last);
            self.pen.area.draw(&Rectangle::new([(left, top), (right.max(left + 1), bottom)], self.tone(row.tone)))?;
        }
        let Some((first, _)) = row.runs.first() else { return Ok(()) };
        let style = self.pen.label(self.pen.palette.ink, HPos::Left, VPos::Center);
        let room = self.layout.across.1 - self.pen.size(&row.label, &style)?.0 - self.pen.px(6.0);
        let x = (self.layout.night_edges(*first).0 + self.pen.px(6.0)).min(room).max(self.layout.across.0);
        self.pen.text(&row.label, (x, i32::midpoint(top, bottom)), &style)
    }

    fn mean(&self, points: Vec<(i32, i32)>) -> Result<(), DrawError<DB>> {
        if let [only] = points.as_slice() {
            return self.pen.area.draw(&Circle::new(*only, self.pen.px(2.0), self.pen.palette.mean.filled()));
        }
        let width = u32::try_from(self.pen.px(2.0)).unwrap_or(2);
        self.pen.area.draw(&PathElement::new(points, self.pen.palette.mean.stroke(width)))
    }

    fn reference_line(&self, y: i32) -> Result<(), DrawError<DB>> {
        let (left, right) = self.layout.across;
        let (dash, style) = (self.pen.px(5.0).max(1), self.pen.palette.reference.stroke(1));
        let mut x = left;
        while x < right {
            self.pen.area.draw(&PathElement::new(vec![(x, y), ((x + dash).min(right), y)], style))?;
            x += dash * 2;
        }
        Ok(())
    }

    /// The words stand on a patch of paper, so that what is behind them does not take their contrast.
    fn reference_words(&self, y: i32, top: i32, words: &str) -> Result<(), DrawError<DB>> {
        let (_, right) = self.layout.across;
        // Near the top of the panel they stand below the line, clear of the heading.
        let style = self.pen.label(self.pen.palette.reference, HPos::Right, VPos::Bottom);
        let (width, height) = self.pen.size(words, &style)?;
        let fits_above = y - top >= height;
        let (x, y) = (right - self.pen.px(4.0), if fits_above { y - self.pen.px(3.0) } else { y + height + self.pen.px(5.0) });
        let patch = [(x - width - self.pen.px(3.0), y - height - self.pen.px(1.0)), (right, y + self.pen.px(1.0))];
        self.pen.area.draw(&Rectangle::new(patch, self.pen.palette.paper.plain().mix(0.85).filled()))?;
        self.pen.text(words, (x, y), &style)
    }
}
