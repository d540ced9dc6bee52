//! What surfaces in charts of counts look like: each kind differs in more than its hue.

use super::pen::{DrawError, Pen};
use super::{Palette, Rgb};
use crate::domain::Severity;
use plotters::prelude::{Circle, DrawingBackend, Rectangle};
use plotters::style::Color as _;

/// What a square, bar or muscle of a chart stands for, which decides its colour and pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// Cramps of this severity.
    Severity(Severity),
    /// Cramps that nobody described: an outline.
    NotDescribed,
    /// A night without cramps: a dot.
    NoCramps,
    /// Not logged, or too little of it: thin slanted lines.
    NotLogged,
    /// A count or a rate.
    Count,
    /// A count of what is only roughly known: pale with an outline.
    About,
    /// A shade for a count, in percent of the greatest count of the chart.
    Level(u8),
    /// It helped.
    Helped,
    /// It helped a little: pale with an outline.
    HelpedLittle,
    /// It did not help: grey.
    NotHelped,
}

/// What the colours of severity mean: one severity of each step, with its label.
const SEVERITIES: [(u8, &str); 3] = [(2, "mild 1-3"), (5, "moderate 4-6"), (8, "severe 7-10")];

/// The legend of the three steps of severity.
pub(super) fn severity_legend() -> Vec<(Fill, String)> {
    let fill = |severity| Some(Fill::Severity(Severity::new(severity).ok()?));
    SEVERITIES.into_iter().filter_map(|(severity, words)| Some((fill(severity)?, words.to_owned()))).collect()
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    /// Draws a surface: left, top, right, bottom in pixels.
    pub(super) fn surface(&self, rect: [i32; 4], fill: Fill) -> Result<(), DrawError<DB>> {
        let [left, top, right, bottom] = rect;
        let shape = |style| self.area.draw(&Rectangle::new([(left, top), (right, bottom)], style));
        let p = self.palette;
        match fill {
            Fill::Severity(severity) => {
                let (wide, high) = (right - left, bottom - top);
                let is_small = high < self.px(20.0) || (high < self.px(36.0) && wide <= high);
                if is_small { self.severity_square(rect, severity.get()) } else { self.severity_bar(rect, severity.get()) }
            }
            Fill::NotDescribed => shape(p.moderate.stroke(1)),
            Fill::NoCramps => {
                let radius = (right - left).min(bottom - top) / 6;
                let middle = (i32::midpoint(left, right), i32::midpoint(top, bottom));
                self.area.draw(&Circle::new(middle, radius.clamp(1, self.px(2.5).max(1)), p.faint_ink.filled()))
            }
            Fill::NotLogged => {
                self.hatch(rect)?;
                shape(p.hatch.stroke(1))
            }
            Fill::Count => shape(p.reference.filled()),
            Fill::About => {
                shape(p.reference.plain().mix(0.3).filled())?;
                shape(p.reference.stroke(1))
            }
            Fill::Level(level) => shape(self.level(level).filled()),
            Fill::Helped => shape(p.stretch.filled()),
            Fill::HelpedLittle => {
                shape(p.stretch.plain().mix(0.3).filled())?;
                shape(p.stretch.stroke(1))
            }
            Fill::NotHelped => shape(p.not_helped.filled()),
        }
    }

    /// The shade of a count in percent of the greatest: stronger, the nearer it is; of none that of a muscle at rest.
    pub(super) fn level(&self, level: u8) -> Rgb {
        let p = self.palette;
        let rest = p.grid.towards(p.plain, 0.3);
        if level == 0 { rest } else { rest.towards(p.reference, 0.25 + 0.0075 * f64::from(level.min(100))) }
    }

    /// A severity where there is little height: its lines share it evenly, so that none is missing, and leave the sides, so that
    /// neighbours are not taken for more squares.
    fn severity_square(&self, [left, top, right, bottom]: [i32; 4], severity: u8) -> Result<(), DrawError<DB>> {
        self.area.draw(&Rectangle::new([(left, top), (right, bottom)], self.palette.severity(severity).filled()))?;
        let (high, marks) = (bottom - top, Palette::marks(severity));
        let (thick, aside) = ((high / 7).max(1), ((right - left) / 5).max(1));
        for line in (1..=marks).filter(|_| high >= 5) {
            let y = top + (high * line + marks / 2) / (marks + 1) - thick / 2;
            self.area.draw(&Rectangle::new([(left + aside, y), (right - aside, y + thick)], self.palette.paper.filled()))?;
        }
        Ok(())
    }
}

impl Rgb {
    /// The colour between this one and another; `share` is 0 for this one and 1 for the other.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two channels")]
    fn towards(self, other: Self, share: f64) -> Self {
        let channel = |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8;
        Self(channel(self.0, other.0), channel(self.1, other.1), channel(self.2, other.2))
    }
}
