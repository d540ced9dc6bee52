//! What lines and marks mean, in one row above the panels.

use super::draw::Drawing;
use super::{Tone, TrendsSpec};
use crate::charts::pen::DrawError;
use crate::domain::Measure;
use plotters::prelude::{Circle, DrawingBackend, PathElement, Rectangle};
use plotters::style::text_anchor::{HPos, VPos};

/// One explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// A bar, where it is no night.
    Week,
    /// The thin line.
    Mean7,
    /// The thick line.
    Mean28,
    /// The dot at zero.
    Zero,
    /// The hatched part.
    NotLogged,
    /// The second part of a nutrient's bar.
    Supplements,
    /// The pale bar of a nutrient.
    Partial,
    /// The mark above the panels.
    Note,
}

impl Sign {
    /// The most important first: where there is little room, the last ones are left out.
    const ALL: [Self; 8] =
        [Self::Week, Self::Mean28, Self::Mean7, Self::NotLogged, Self::Zero, Self::Supplements, Self::Note, Self::Partial];

    fn words(self, weekly: bool) -> &'static str {
        match self {
            Self::Week => "a bar is a week",
            Self::Mean7 => "mean of 7 nights",
            Self::Mean28 => "mean of 28 nights",
            Self::Zero => "none",
            Self::NotLogged if weekly => "too few nights",
            Self::NotLogged => "not logged",
            Self::Supplements => "from supplements",
            Self::Partial => "food not all logged",
            Self::Note => "note",
        }
    }

    /// Whether the chart has it.
    fn is_in(self, spec: &TrendsSpec) -> bool {
        let bars = || spec.panels.iter().flat_map(|panel| &panel.bars);
        match self {
            Self::Week => spec.is_weekly(),
            Self::Mean7 => spec.panels.iter().any(|panel| !panel.means_7.is_empty()),
            Self::Mean28 => spec.panels.iter().any(|panel| !panel.means_28.is_empty()),
            Self::Zero => bars().any(|bar| bar.to <= 0.0),
            Self::NotLogged => spec.panels.iter().any(|panel| !panel.gaps.is_empty()),
            Self::Supplements => {
                spec.shows(|measure| matches!(measure, Measure::Nutrient(_))) && bars().any(|bar| bar.tone == Tone::Supplement)
            }
            Self::Partial => bars().any(|bar| bar.tone == Tone::Partial),
            Self::Note => !spec.notes.is_empty(),
        }
    }
}

impl<DB: DrawingBackend> Drawing<'_, DB> {
    /// The explanations of what is in the chart, as many as there is room for.
    pub(super) fn legend(&self, spec: &TrendsSpec) -> Result<(), DrawError<DB>> {
        let style = self.pen.label(self.pen.palette.faint_ink, HPos::Left, VPos::Top);
        let (side, gap, (_, end)) = (self.pen.px(18.0), self.pen.px(5.0), self.layout.across);
        let (mut x, y) = (self.pen.px(2.0), self.layout.legend + self.pen.px(3.0));
        for sign in Sign::ALL.into_iter().filter(|sign| sign.is_in(spec)) {
            let words = sign.words(spec.is_weekly());
            let right = x + side + gap + self.pen.size(words, &style)?.0;
            if right > end {
                break;
            }
            self.sign(sign, [x, y, x + side, y + self.pen.px(13.0)])?;
            self.pen.text(words, (x + side + gap, y), &style)?;
            x = right + self.pen.px(14.0);
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
            Sign::Week => pen.area.draw(&Rectangle::new(swatch, self.tone(Tone::Plain))),
            Sign::Zero => pen.area.draw(&Circle::new((x, y + pen.px(1.0)), pen.px(1.5).max(1), pen.palette.faint_ink.filled())),
            Sign::NotLogged => pen.hatch([left, top, right, bottom]),
            Sign::Supplements => pen.area.draw(&Rectangle::new(swatch, self.tone(Tone::Supplement))),
            Sign::Partial => pen.area.draw(&Rectangle::new(swatch, self.tone(Tone::Partial))),
            Sign::Note => self.note((x, y + pen.px(1.0))),
        }
    }
}
