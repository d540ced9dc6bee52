//! Drawing "before this cramp" on any plotters backend.

use super::layout::{BeforeLayout, RowPlace};
use super::{BeforeSpec, BeforeSpecRow};
use crate::charts::pen::{DrawError, Pen};
use crate::charts::{Palette, Rgb};
use crate::domain::Measure;
use crate::insights::BeforeValue;
use plotters::coord::Shift;
use plotters::prelude::{Circle, DrawingArea, DrawingBackend, PathElement, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontStyle, TextStyle};

/// Draws the chart over the whole area.
///
/// # Errors
/// What the backend reports.
pub(in crate::charts) fn draw_before<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    spec: &BeforeSpec,
    palette: &Palette,
    scale: f64,
) -> Result<(), DrawError<DB>> {
    let layout = BeforeLayout::new(spec, area.dim_in_pixel(), scale);
    let drawing = Drawing { pen: Pen::new(area, palette, scale), layout: &layout };
    drawing.heading(spec)?;
    for (row, place) in spec.rows.iter().zip(&layout.rows) {
        drawing.row(row, place)?;
    }
    let style = drawing.pen.label(palette.faint_ink, HPos::Left, VPos::Top);
    match layout.more {
        Some(top) => {
            let words = format!("and {} more measures", spec.rows.len() - layout.rows.len());
            drawing.pen.text(&words, (layout.left, top), &style)
        }
        None if spec.rows.is_empty() => drawing.pen.text("Nothing was logged of these days.", (layout.left, layout.columns), &style),
        None => Ok(()),
    }
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
    /// What the marks are, and what the columns of values are.
    fn heading(&self, spec: &BeforeSpec) -> Result<(), DrawError<DB>> {
        let BeforeLayout { left, heading: [full, empty, shapes], columns, values, .. } = self.layout;
        let ink = self.pen.palette.ink;
        let style = self.pen.label(ink, HPos::Left, VPos::Top);
        let after_mark = left + self.pen.px(32.0);
        for (words, top, filled) in [(&spec.with_cramps, full, true), (&spec.without, empty, false)] {
            if filled || spec.beside.is_some() {
                let middle = top + self.pen.px(7.0);
                self.mark(Which::DayBefore, (left + self.pen.px(6.0), middle), ink, filled)?;
                self.mark(Which::Day, (left + self.pen.px(20.0), middle), ink, filled)?;
            }
            self.pen.text(&self.fitting(words, &style, self.layout.right - after_mark)?, (after_mark, *top), &style)?;
        }
        let faint = self.pen.label(self.pen.palette.faint_ink, HPos::Left, VPos::Top);
        self.pen.text("Square: the day before. Circle: the day itself. Scales begin at 0.", (after_mark, *shapes), &faint)?;
        if spec.rows.is_empty() {
            return Ok(());
        }
        for (words, x) in ["Day before", "The day"].into_iter().zip(values) {
            self.pen.text(words, (*x, *columns), &self.pen.label(self.pen.palette.faint_ink, HPos::Right, VPos::Top))?;
        }
        Ok(())
    }

    fn row(&self, row: &BeforeSpecRow, place: &RowPlace) -> Result<(), DrawError<DB>> {
        let BeforeLayout { left, right, names, .. } = self.layout;
        let (Some([top, _]), Some([_, bottom])) = (place.lines.first(), place.lines.last()) else { return Ok(()) };
        let edge = top - self.pen.px(4.0);
        self.pen.area.draw(&PathElement::new(vec![(*left, edge), (*right, edge)], self.pen.palette.grid.stroke(1)))?;
        let style =
            self.pen.font(crate::charts::pen::LABEL, FontStyle::Normal, self.pen.palette.ink).pos(Pos::new(HPos::Left, VPos::Center));
        let name = self.fitting(&row.label, &style, *names)?;
        self.pen.text(&name, (*left, i32::midpoint(*top, *bottom)), &style)?;
        for (place, (line, filled)) in place.lines.iter().zip(row.lines.iter().zip([true, false])) {
            self.line(row, line, i32::midpoint(place[0], place[1]), filled)?;
        }
        Ok(())
    }

    /// The scale of a line with its two marks, and their values.
    fn line(&self, row: &BeforeSpecRow, line: &[BeforeValue; 2], y: i32, filled: bool) -> Result<(), DrawError<DB>> {
        let (from, to) = self.layout.scale;
        let half = self.pen.px(6.0);
        self.pen.area.draw(&PathElement::new(vec![(from, y), (to, y)], self.pen.palette.grid.stroke(1)))?;
        let colour = colour(self.pen.palette, row);
        for ((value, which), right) in line.iter().zip([Which::DayBefore, Which::Day]).zip(self.layout.values) {
            if let Some(number) = value.number() {
                let share = (number / row.top).clamp(0.0, 1.0);
                let x = from + half + crate::charts::pen::pixel(f64::from(to - from - 2 * half) * share);
                self.mark(which, (x, y), colour, filled)?;
            }
            let ink = if value.number().is_some() { self.pen.palette.ink } else { self.pen.palette.faint_ink };
            let style = self.pen.label(ink, HPos::Right, VPos::Center);
            if !value.words().is_empty() {
                let words = self.fitting(value.words(), &style, self.layout.values[1] - self.layout.values[0] - self.pen.px(6.0))?;
                self.pen.text(&words, (right, y), &style)?;
            }
        }
        Ok(())
    }

    /// The circle is small enough and keeps enough paper around it to be seen on a square at the same place.
    fn mark(&self, which: Which, (x, y): (i32, i32), colour: Rgb, filled: bool) -> Result<(), DrawError<DB>> {
        let (half, radius, thick) = (self.pen.px(5.0), self.pen.px(4.0), self.pen.px(1.5).max(1));
        let paper = self.pen.palette.paper.filled();
        match which {
            Which::DayBefore => {
                let square = |half: i32| [(x - half, y - half), (x + half, y + half)];
                self.pen.area.draw(&Rectangle::new(square(half), colour.filled()))?;
                if filled { Ok(()) } else { self.pen.area.draw(&Rectangle::new(square(half - thick), paper)) }
            }
            Which::Day => {
                let circle = |radius: i32, style| self.pen.area.draw(&Circle::new((x, y), radius, style));
                circle(radius + thick, paper)?;
                circle(radius, colour.filled())?;
                if filled { Ok(()) } else { circle(radius - thick, paper) }
            }
        }
    }

    /// The words, or their beginning where there is less room.
    fn fitting(&self, words: &str, style: &TextStyle<'_>, room: i32) -> Result<String, DrawError<DB>> {
        if self.pen.size(words, style)?.0 <= room {
            return Ok(words.to_owned());
        }
        let letters: Vec<char> = words.chars().collect();
        for kept in (1..letters.len()).rev() {
            let short: String = letters[..kept].iter().copied().chain(['…']).collect();
            if self.pen.size(&short, style)?.0 <= room {
                return Ok(short);
            }
        }
        Ok(String::new())
    }
}

fn colour(palette: &Palette, row: &BeforeSpecRow) -> Rgb {
    match row.measure {
        Measure::Nutrient(_) if row.from_supplements => palette.supplement,
        Measure::Hydration => palette.drink,
        Measure::Stretching | Measure::Exercise | Measure::Standing => palette.stretch,
        Measure::Nutrient(_) | Measure::Caffeine | Measure::Alcohol => palette.mineral,
        Measure::Cramps => palette.moderate,
        Measure::SleepDisturbed | Measure::Slept | Measure::Heat | Measure::Own(_) => palette.plain,
    }
}
