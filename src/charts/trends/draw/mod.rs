//! Drawing the trends chart on any plotters backend.

mod header;
mod legend;
mod rows;

use crate::charts::pen::{DrawError, Pen};
use crate::charts::spot::pixel;
use crate::charts::trends::axis::{Every, Tick};
use crate::charts::trends::{BarPart, PanelBar, PanelSpec, Tone, TrendsLayout, TrendsSpec};
use plotters::prelude::{Circle, DrawingBackend, PathElement, Polygon, Rectangle, ShapeStyle};
use plotters::style::Color as _;
use plotters::style::text_anchor::{HPos, VPos};

/// Draws the trends over the pen's whole area.
pub(in crate::charts) fn draw_trends<DB: DrawingBackend>(pen: Pen<'_, DB>, spec: &TrendsSpec) -> Result<(), DrawError<DB>> {
    let layout = TrendsLayout::new(spec, pen.area.dim_in_pixel(), pen.scale);
    let drawing = Drawing { pen, layout: &layout };
    drawing.legend()?;
    drawing.notes(&spec.notes)?;
    for (panel, place) in spec.panels.iter().zip(&layout.panels) {
        drawing.panel(panel, *place)?;
    }
    drawing.rows(&spec.rows)?;
    drawing.dates(spec)
}

/// What every stroke needs.
struct Drawing<'a, DB: DrawingBackend> {
    pen: Pen<'a, DB>,
    layout: &'a TrendsLayout,
}

impl<DB: DrawingBackend> Drawing<'_, DB> {
    fn panel(&self, panel: &PanelSpec, place: [i32; 3]) -> Result<(), DrawError<DB>> {
        let [header, top, bottom] = place;
        let height = |value: f64| bottom - pixel(f64::from(bottom - top) * (value / panel.top).min(1.0));
        let says_reference = self.header(panel, header)?;
        for (first, last) in &panel.gaps {
            let (left, right) = (self.layout.night_edges(*first).0, self.layout.night_edges(*last).1);
            self.pen.hatch([left, top, right, bottom])?;
        }
        self.grid(panel, height)?;
        for bar in &panel.bars {
            self.bar(bar, height(bar.to), height(bar.from))?;
        }
        if let Some((value, _)) = &panel.reference {
            self.reference_line(height(*value))?;
        }
        for (pieces, width) in [(&panel.means_7, 1.0), (&panel.means_28, 2.6)] {
            for piece in pieces {
                let points = piece.iter().map(|(night, mean)| (self.layout.night_middle(*night), height(*mean)));
                self.mean(points.collect(), width)?;
            }
        }
        if let Some((value, words)) = panel.reference.as_ref().filter(|_| !says_reference) {
            self.reference_words(height(*value), top, words)?;
        }
        Ok(())
    }

    /// Lines of the grid, and as many of their labels as do not touch.
    fn grid(&self, panel: &PanelSpec, height: impl Fn(f64) -> i32) -> Result<(), DrawError<DB>> {
        let (left, right) = self.layout.across;
        let style = self.pen.label(self.pen.palette.faint_ink, HPos::Right, VPos::Center);
        let mut above = i32::MAX;
        for (value, label) in &panel.values {
            let y = height(*value);
            self.pen.area.draw(&PathElement::new(vec![(left, y), (right, y)], self.pen.palette.grid.stroke(1)))?;
            if y <= above {
                self.pen.text(label, (left - self.pen.px(7.0), y), &style)?;
                above = y - self.pen.px(15.0);
            }
        }
        Ok(())
    }

    fn bar(&self, bar: &PanelBar, top: i32, bottom: i32) -> Result<(), DrawError<DB>> {
        let (left, right) = self.layout.bar_edges(bar.nights);
        if bar.to <= 0.0 {
            let radius = self.pen.px(1.5).clamp(1, (right - left).max(1));
            let middle = i32::midpoint(left, right);
            return self.pen.area.draw(&Circle::new((middle, bottom - radius), radius, self.pen.palette.faint_ink.filled()));
        }
        // Neighbours keep a gap while there is room for one, and bars of a short range stay slim.
        let gap = match right - left {
            0..=2 => 0,
            3..=5 => 1,
            wide => (wide / 6).max((wide - self.pen.px(26.0)) / 2),
        };
        let (left, right) = (left + gap, (right - gap).max(left + gap + 1));
        let divide = left + (right - left) * 2 / 3;
        let (left, right, bottom) = match bar.part {
            // Where there is no room for two, only the end of the second is marked, so that it does not hide the first.
            BarPart::Right if right - left < 4 => (left, right, bottom.min(top + self.pen.px(2.0))),
            BarPart::Left if right - left >= 4 => (left, divide, bottom),
            BarPart::Whole | BarPart::Left => (left, right, bottom),
            BarPart::Right => (divide, right, bottom),
        };
        match bar.tone {
            Tone::Cramps(severity) => self.pen.severity_bar([left, top, right, bottom], severity.get()),
            Tone::Supplement => self.pen.hatched_bar([left, top, right, bottom], self.pen.palette.mineral),
            tone => self.pen.area.draw(&Rectangle::new([(left, top), (right, bottom)], self.tone(tone))),
        }
    }

    fn tone(&self, tone: Tone) -> ShapeStyle {
        let palette = self.pen.palette;
        match tone {
            Tone::Cramps(severity) => palette.severity(severity.get()).filled(),
            Tone::NotDescribed => palette.moderate.stroke(1),
            Tone::Of(hue) => hue.colour(palette).filled(),
            Tone::Partial => palette.mineral.plain().mix(0.35).filled(),
            Tone::Supplement => palette.mineral.filled(),
        }
    }

    /// A line on a rim of paper, so that it can be seen on bars of any colour.
    fn mean(&self, points: Vec<(i32, i32)>, width: f64) -> Result<(), DrawError<DB>> {
        let palette = self.pen.palette;
        let stroke = |width: f64| u32::try_from(self.pen.px(width)).unwrap_or(1).max(1);
        if let [only] = points.as_slice() {
            return self.pen.area.draw(&Circle::new(*only, self.pen.px(1.0 + width / 3.0).max(1), palette.mean.filled()));
        }
        let rim = palette.paper.plain().mix(0.7).stroke_width(stroke(width + 2.0));
        self.pen.area.draw(&PathElement::new(points.clone(), rim))?;
        self.pen.area.draw(&PathElement::new(points, palette.mean.stroke(stroke(width))))
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

    /// A small mark above the panels for each night with a note; where they are many, those that can be told apart.
    fn notes(&self, nights: &[usize]) -> Result<(), DrawError<DB>> {
        let Some([top, bottom]) = self.layout.notes else { return Ok(()) };
        let mut last = i32::MIN;
        for x in nights.iter().map(|night| self.layout.night_middle(*night)) {
            if x >= last.saturating_add(self.pen.px(2.0)) {
                self.note((x, i32::midpoint(top, bottom)))?;
                last = x;
            }
        }
        Ok(())
    }

    /// A mark that points down.
    fn note(&self, at: (i32, i32)) -> Result<(), DrawError<DB>> {
        let (x, y) = at;
        let side = self.pen.px(3.0).max(2);
        let corners = vec![(x - side, y - side), (x + side, y - side), (x, y + side)];
        self.pen.area.draw(&Polygon::new(corners, self.pen.palette.faint_ink.filled()))
    }

    /// The most labels that fit, each with its tick; none leaves the frame or touches its neighbour.
    fn dates(&self, spec: &TrendsSpec) -> Result<(), DrawError<DB>> {
        let style = self.pen.label(self.pen.palette.faint_ink, HPos::Left, VPos::Top);
        let mut fewest = Vec::new();
        for every in Every::ALL {
            let placed = self.placed(every.ticks(spec.first(), spec.nights))?;
            if placed.is_empty() {
                continue;
            }
            let keep_apart = placed.windows(2).all(|pair| self.are_apart(&pair[0], &pair[1]));
            fewest = placed;
            if keep_apart {
                break;
            }
        }
        let mut last: Option<&Placed> = None;
        for placed in &fewest {
            if last.is_some_and(|last| !self.are_apart(last, placed)) {
                continue;
            }
            let (x, y) = (self.layout.night_middle(placed.tick.night), self.layout.dates);
            self.pen.area.draw(&PathElement::new(vec![(x, y), (x, y + self.pen.px(4.0))], self.pen.palette.faint_ink.stroke(1)))?;
            self.pen.text(&placed.tick.label, (placed.left, y + self.pen.px(7.0)), &style)?;
            last = Some(placed);
        }
        Ok(())
    }

    fn are_apart(&self, before: &Placed, after: &Placed) -> bool {
        after.left >= before.right + self.pen.px(9.0)
    }

    /// Each label around its night, moved into the frame where it would leave it.
    fn placed(&self, ticks: Vec<Tick>) -> Result<Vec<Placed>, DrawError<DB>> {
        let style = self.pen.label(self.pen.palette.faint_ink, HPos::Left, VPos::Top);
        let (width, _) = self.pen.area.dim_in_pixel();
        let frame = i32::try_from(width).unwrap_or(i32::MAX) - self.pen.px(1.0);
        let place = |tick: Tick| {
            let (width, _) = self.pen.size(&tick.label, &style)?;
            let left = (self.layout.night_middle(tick.night) - width / 2).min(frame - width).max(0);
            Ok(Placed { tick, left, right: left + width })
        };
        ticks.into_iter().map(place).collect()
    }
}

/// A label with its left and right end.
struct Placed {
    tick: Tick,
    left: i32,
    right: i32,
}
