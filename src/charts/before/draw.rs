//! Drawing "before this cramp" on any plotters backend.

use super::layout::{BeforeLayout, Paragraph};
use super::{BeforeSpec, BeforeSpecRow};
use crate::charts::measure_look::MeasureLook;
use crate::charts::pen::{DrawError, Pen};
use crate::charts::ruler::shortened;
use crate::charts::{Palette, Rgb};
use crate::insights::BeforeValue;
use plotters::prelude::{Circle, DrawingBackend, PathElement, Rectangle};
use plotters::style::TextStyle;
use plotters::style::text_anchor::{HPos, VPos};

/// Half of what a mark takes of its scale.
const HALF: f64 = 7.0;

/// Draws the chart over the pen's whole area.
pub(in crate::charts) fn draw_before<DB: DrawingBackend>(pen: Pen<'_, DB>, spec: &BeforeSpec) -> Result<(), DrawError<DB>> {
    let layout = BeforeLayout::new(spec, pen.area.dim_in_pixel(), pen.scale);
    let drawing = Drawing { pen, layout: &layout };
    drawing.heading(spec)?;
    if !layout.rows.is_empty() {
        drawing.columns()?;
    }
    for (row, lines) in spec.rows.iter().zip(&layout.rows) {
        drawing.row(row, lines)?;
    }
    let last = match layout.more {
        Some(top) => Some((top, format!("and {} more measures", spec.rows.len() - layout.rows.len()))),
        None if spec.rows.is_empty() => Some((layout.columns, "Nothing was logged of these days.".to_owned())),
        None => None,
    };
    last.map_or(Ok(()), |(top, words)| drawing.text(&words, (layout.left, top), &drawing.faint(HPos::Left)))
}

/// What every stroke needs.
struct Drawing<'a, DB: DrawingBackend> {
    pen: Pen<'a, DB>,
    layout: &'a BeforeLayout,
}

/// Which of the two days, which decides the shape: a square for the day before, a circle for the day.
#[derive(Clone, Copy)]
enum Which {
    DayBefore,
    Day,
}

impl<DB: DrawingBackend> Drawing<'_, DB> {
    /// What the marks are.
    fn heading(&self, spec: &BeforeSpec) -> Result<(), DrawError<DB>> {
        for (paragraph, lines) in &self.layout.heading {
            let style = match paragraph {
                Paragraph::Full | Paragraph::Empty => self.pen.label(self.pen.palette.ink, HPos::Left, VPos::Top),
                Paragraph::Shapes => self.faint(HPos::Left),
            };
            for (top, words) in lines {
                self.text(words, (self.layout.words, *top), &style)?;
            }
            let Some((top, _)) = lines.first() else { continue };
            match paragraph {
                Paragraph::Full => self.both_marks(*top, true)?,
                Paragraph::Empty if spec.beside.is_some() => self.both_marks(*top, false)?,
                Paragraph::Empty | Paragraph::Shapes => {}
            }
        }
        Ok(())
    }

    fn both_marks(&self, top: f64, filled: bool) -> Result<(), DrawError<DB>> {
        let (left, middle, ink) = (self.layout.left, top + 7.0, self.pen.palette.ink);
        self.mark(Which::DayBefore, (left + 8.0, middle), ink, filled)?;
        self.mark(Which::Day, (left + 22.0, middle), ink, filled)
    }

    fn columns(&self) -> Result<(), DrawError<DB>> {
        let style = self.faint(HPos::Right);
        ["Day before", "The day"]
            .into_iter()
            .zip(self.layout.values)
            .try_for_each(|(words, x)| self.text(words, (x, self.layout.columns), &style))
    }

    fn row(&self, row: &BeforeSpecRow, lines: &[[f64; 2]]) -> Result<(), DrawError<DB>> {
        let (Some([top, _]), Some([_, bottom])) = (lines.first(), lines.last()) else { return Ok(()) };
        self.rule(self.layout.left, self.layout.right, top - 4.0)?;
        let style = self.pen.label(self.pen.palette.ink, HPos::Left, VPos::Center);
        self.text(&shortened(&row.label, self.layout.names), (self.layout.left, f64::midpoint(*top, *bottom)), &style)?;
        for ([top, bottom], (values, filled)) in lines.iter().zip(row.lines.iter().zip([true, false])) {
            self.line(row, values, f64::midpoint(*top, *bottom), filled)?;
        }
        Ok(())
    }

    /// The scale of a line with its two marks, and their values.
    fn line(&self, row: &BeforeSpecRow, values: &[BeforeValue; 2], y: f64, filled: bool) -> Result<(), DrawError<DB>> {
        if let Some((from, to)) = self.layout.scale {
            self.rule(from, to, y)?;
        }
        let full = colour(self.pen.palette, row);
        for ((value, which), right) in values.iter().zip([Which::DayBefore, Which::Day]).zip(self.layout.values) {
            if let (Some(number), Some((from, to))) = (value.number(), self.layout.scale) {
                let share = (number / row.top).clamp(0.0, 1.0);
                let is_so_far = matches!(value, BeforeValue::SoFar(..));
                let colour = if is_so_far { pale(full, self.pen.palette.paper) } else { full };
                self.mark(which, (from + HALF + (to - from - 2.0 * HALF) * share, y), colour, filled)?;
            }
            let ink = if value.number().is_some() { self.pen.palette.ink } else { self.pen.palette.faint_ink };
            let words = shortened(&row.row.words(*value), self.layout.value);
            if !words.is_empty() {
                self.text(&words, (right, y), &self.pen.label(ink, HPos::Right, VPos::Center))?;
            }
        }
        Ok(())
    }

    fn text(&self, words: &str, at: (f64, f64), style: &TextStyle<'_>) -> Result<(), DrawError<DB>> {
        let (x, y) = at;
        self.pen.text(words, (self.pen.px(x), self.pen.px(y)), style)
    }

    fn faint(&self, h: HPos) -> TextStyle<'static> {
        self.pen.label(self.pen.palette.faint_ink, h, VPos::Top)
    }

    fn rule(&self, from: f64, to: f64, y: f64) -> Result<(), DrawError<DB>> {
        let ends = [from, to].map(|x| (self.pen.px(x), self.pen.px(y)));
        self.pen.area.draw(&PathElement::new(ends.to_vec(), self.pen.palette.grid.stroke(1)))
    }

    /// The circle is small enough and keeps enough paper around it to be seen on a square at the same place.
    fn mark(&self, which: Which, at: (f64, f64), colour: Rgb, filled: bool) -> Result<(), DrawError<DB>> {
        let (x, y) = (self.pen.px(at.0), self.pen.px(at.1));
        let (half, radius, thick) = (self.pen.px(6.0), self.pen.px(3.5), self.pen.px(1.5).max(1));
        let paper = self.pen.palette.paper.filled();
        match which {
            Which::DayBefore => {
                let square = |half: i32| [(x - half, y - half), (x + half, y + half)];
                self.pen.area.draw(&Rectangle::new(square(half), colour.filled()))?;
                if filled { Ok(()) } else { self.pen.area.draw(&Rectangle::new(square(half - thick), paper)) }
            }
            Which::Day => {
                let circle = |radius: i32, style| self.pen.area.draw(&Circle::new((x, y), radius, style));
                circle(radius + self.pen.px(1.0), paper)?;
                circle(radius, colour.filled())?;
                if filled { Ok(()) } else { circle(radius - thick, paper) }
            }
        }
    }
}

/// What is not all logged yet is pale, as in the trends.
fn pale(colour: Rgb, paper: Rgb) -> Rgb {
    let mixed = |of_colour: u8, of_paper: u8| {
        let mixed = (u32::from(of_colour) * 35 + u32::from(of_paper) * 65) / 100;
        u8::try_from(mixed).unwrap_or(of_colour)
    };
    Rgb(mixed(colour.0, paper.0), mixed(colour.1, paper.1), mixed(colour.2, paper.2))
}

fn colour(palette: &Palette, row: &BeforeSpecRow) -> Rgb {
    MeasureLook::of(row.row.panel.measure).hue.colour(palette)
}
