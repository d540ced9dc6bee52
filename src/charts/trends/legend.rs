//! What lines, marks and colours mean, above the panels in as many rows as that needs.

use super::draw::Drawing;
use super::{Tone, TrendsSpec};
use crate::charts::Fill;
use crate::charts::fill::severity_legend;
use crate::charts::measure_look::Hue;
use crate::charts::pen::DrawError;
use crate::charts::ruler::{LINE, shortened, width};
use crate::domain::Measure;
use plotters::prelude::{Circle, DrawingBackend, PathElement, Rectangle};
use plotters::style::text_anchor::{HPos, VPos};

/// What keeps explanations from the left, and from each other; all lengths are in units.
const EDGE: f64 = 2.0;
const APART: f64 = 14.0;
/// The width of a sample, and what keeps it from its words.
const SAMPLE: f64 = 18.0;
const GAP: f64 = 5.0;

/// What is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// A bar, where it is no night.
    Week,
    /// The thick line.
    Mean28,
    /// The thin line.
    Mean7,
    /// The colours of cramps.
    Severity(Fill),
    /// The hatched part.
    NotLogged,
    /// The dot at zero.
    Zero,
    /// The second part of a nutrient's bar.
    Supplements,
    /// The mark above the panels.
    Note,
    /// The pale bar of a nutrient.
    Partial,
}

/// An explanation with its place: left and top in units.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Meaning {
    sign: Sign,
    words: String,
    at: (f64, f64),
}

/// What is in a chart, with its words; the most important first.
pub(super) fn meanings(spec: &TrendsSpec) -> Vec<(Sign, String)> {
    let bars = || spec.panels.iter().flat_map(|panel| &panel.bars);
    let nutrients = spec.shows(|measure| measure.nutrient().is_some());
    let severities = if spec.shows(|measure| measure == Measure::Cramps) { severity_legend() } else { Vec::new() };
    let lines = [
        (spec.is_weekly(), Sign::Week, "a bar is a week"),
        (spec.panels.iter().any(|panel| !panel.means_28.is_empty()), Sign::Mean28, "mean of 28 nights"),
        (spec.panels.iter().any(|panel| !panel.means_7.is_empty()), Sign::Mean7, "mean of 7 nights"),
    ];
    let not_logged = if spec.is_weekly() { "too few nights" } else { "not logged" };
    let others = [
        (spec.panels.iter().any(|panel| !panel.gaps.is_empty()), Sign::NotLogged, not_logged),
        (bars().any(|bar| bar.to <= 0.0), Sign::Zero, "none"),
        (nutrients && bars().any(|bar| bar.tone == Tone::Supplement), Sign::Supplements, "from supplements"),
        (!spec.notes.is_empty(), Sign::Note, "note"),
        (bars().any(|bar| bar.tone == Tone::Partial), Sign::Partial, "food not all logged"),
    ];
    let there = |(is_there, sign, words): (bool, Sign, &str)| is_there.then(|| (sign, words.to_owned()));
    let severities = severities.into_iter().map(|(fill, words)| (Sign::Severity(fill), words));
    lines.into_iter().filter_map(there).chain(severities).chain(others.into_iter().filter_map(there)).collect()
}

/// Their places in a picture of this width in units, and how many rows they take.
pub(super) fn placed(meanings: &[(Sign, String)], room: f64) -> (Vec<Meaning>, u8) {
    let (mut placed, mut x, mut row) = (Vec::new(), EDGE, 0_u8);
    for (sign, words) in meanings {
        let words = shortened(words, room - EDGE - SAMPLE - GAP);
        let right = x + SAMPLE + GAP + width(&words);
        if x > EDGE && right > room {
            (x, row) = (EDGE, row + 1);
        }
        let at = (x, f64::from(row) * LINE + 3.0);
        x += SAMPLE + GAP + width(&words) + APART;
        placed.push(Meaning { sign: *sign, words, at });
    }
    (placed, row + 1)
}

impl<DB: DrawingBackend> Drawing<'_, DB> {
    /// The explanations of what is in the chart.
    pub(super) fn legend(&self) -> Result<(), DrawError<DB>> {
        let style = self.pen.label(self.pen.palette.faint_ink, HPos::Left, VPos::Top);
        for Meaning { sign, words, at: (x, y) } in &self.layout.legend {
            let sample = [*x, *y, x + SAMPLE, y + 13.0];
            self.sign(*sign, sample.map(|place| self.pen.px(place)))?;
            self.pen.text(words, (self.pen.px(x + SAMPLE + GAP), self.pen.px(*y)), &style)?;
        }
        Ok(())
    }

    /// A sample of it in a box.
    fn sign(&self, sign: Sign, [left, top, right, bottom]: [i32; 4]) -> Result<(), DrawError<DB>> {
        let (pen, (x, y)) = (&self.pen, (i32::midpoint(left, right), i32::midpoint(top, bottom)));
        let swatch = [(left + pen.px(3.0), top + pen.px(2.0)), (right - pen.px(3.0), bottom - pen.px(1.0))];
        match sign {
            Sign::Mean7 | Sign::Mean28 => {
                let width = u32::try_from(pen.px(if sign == Sign::Mean7 { 1.0 } else { 2.6 })).unwrap_or(1).max(1);
                pen.area.draw(&PathElement::new(vec![(left, y), (right, y)], pen.palette.mean.stroke(width)))
            }
            Sign::Severity(fill) => pen.surface([right - pen.px(12.0), top + pen.px(1.0), right - pen.px(1.0), top + pen.px(12.0)], fill),
            Sign::Week => pen.area.draw(&Rectangle::new(swatch, self.tone(Tone::Of(Hue::Plain)))),
            Sign::Zero => pen.area.draw(&Circle::new((x, y + pen.px(1.0)), pen.px(1.5).max(1), pen.palette.faint_ink.filled())),
            Sign::NotLogged => pen.hatch([left, top, right, bottom]),
            Sign::Supplements => pen.area.draw(&Rectangle::new(swatch, self.tone(Tone::Supplement))),
            Sign::Partial => pen.area.draw(&Rectangle::new(swatch, self.tone(Tone::Partial))),
            Sign::Note => self.note((x, y + pen.px(1.0))),
        }
    }
}
