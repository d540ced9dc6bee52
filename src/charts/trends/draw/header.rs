//! Above each panel: what it shows, its mean, and the goal or reference.

use super::Drawing;
use crate::charts::pen::{DrawError, TITLE};
use crate::charts::ruler::{first_that_fits, shortened, width};
use crate::charts::trends::PanelSpec;
use plotters::prelude::{DrawingBackend, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontStyle};

/// How much wider a text is in the larger, bold letters of a title than in those of a label.
const TITLE_WIDER: f64 = 1.22;

/// The gap between the texts of a header.
const APART: f64 = 18.0;

impl<DB: DrawingBackend> Drawing<'_, DB> {
    /// Title, mean and reference; returns whether there was room for the reference.
    pub(super) fn header(&self, panel: &PanelSpec, y: i32) -> Result<bool, DrawError<DB>> {
        let (left, y) = (self.pen.px(2.0), y + self.pen.px(4.0));
        let right = self.layout.across.1;
        let title = self.pen.font(TITLE, FontStyle::Bold, self.pen.palette.ink).pos(Pos::new(HPos::Left, VPos::Top));
        let label = self.pen.label(self.pen.palette.faint_ink, HPos::Right, VPos::Top);

        let room = f64::from(right - left) / self.layout.scale;
        let summary = match first_that_fits(&panel.summary, room - width(&panel.title) * TITLE_WIDER - APART) {
            "" => panel.summary.last().map_or("", String::as_str),
            summary => summary,
        };
        let words = shortened(&panel.title, (room - width(summary) - APART) / TITLE_WIDER);
        self.pen.text(&words, (left, y), &title)?;
        self.pen.text(summary, (right, y), &label)?;

        let Some((_, reference)) = &panel.reference else { return Ok(false) };
        let fits = width(&words) * TITLE_WIDER + width(reference) + width(summary) + 2.0 * APART <= room;
        if fits {
            let style = self.pen.label(self.pen.palette.reference, HPos::Right, VPos::Top);
            self.pen.text(reference, (right - self.pen.px(width(summary) + APART), y), &style)?;
        }
        Ok(fits)
    }

    /// The text stands on a patch of paper, so that what is behind it does not take its contrast.
    pub(super) fn reference_words(&self, y: i32, top: i32, words: &str) -> Result<(), DrawError<DB>> {
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
