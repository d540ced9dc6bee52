//! What stands around a chart of counts: what it says in a sentence and what its surfaces mean above, notes below.

use super::Fill;
use super::pen::{DrawError, Pen};
use super::ruler::{LINE, length, shortened, width, wrapped};
use super::spot::Box4;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, VPos};

/// The gap between texts and the sides, and between groups.
pub(super) const EDGE: f64 = 2.0;
const GAP: f64 = 8.0;
const SWATCH: f64 = 11.0;

/// The texts around a chart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Around {
    /// What the chart says, in a sentence; or what is missing for it.
    pub summary: String,
    /// What each colour or pattern of the chart means.
    pub legend: Vec<(Fill, String)>,
    /// A note below the chart; empty for none.
    pub note: String,
}

/// Where they stand in a picture of a given size, and what they leave.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Frame {
    summary: Vec<String>,
    legend: Vec<(f64, f64, Fill, String)>,
    note: Vec<String>,
    note_top: f64,
    /// The room for the chart itself.
    pub(super) inner: Box4,
}

impl Frame {
    /// Lays out the texts in a picture of this width and height in units.
    pub(super) fn new(around: &Around, size: (f64, f64)) -> Self {
        let (wide, high) = size;
        let room = (wide - 2.0 * EDGE).max(0.0);
        let summary = wrapped(&around.summary, room);
        let note = wrapped(&around.note, room);
        let mut y = if summary.is_empty() { 0.0 } else { length(summary.len()) * LINE + GAP };
        let (legend, legend_lines) = legend(&around.legend, room, y);
        y += if legend_lines == 0 { 0.0 } else { length(legend_lines) * LINE + GAP };
        let note_top = if note.is_empty() { high } else { high - length(note.len()) * LINE };
        let bottom = if note.is_empty() { high } else { note_top - GAP };
        // In a very low picture the note gives way to what stands above.
        let note = if note_top < y { Vec::new() } else { note };
        Self { summary, legend, note, note_top, inner: [EDGE, y, (wide - EDGE).max(EDGE), bottom.max(y)] }
    }

    /// Moves the note up to where the chart ends, so that both stand together in a high picture.
    pub(super) fn ending_at(mut self, bottom: f64) -> Self {
        self.note_top = self.note_top.min(bottom + GAP);
        self
    }

    /// The height that leaves `inner` units for the chart itself.
    pub(super) fn height(around: &Around, wide: f64, inner: f64) -> f64 {
        let probe = Self::new(around, (wide, 10_000.0));
        inner + 10_000.0 - (probe.inner[3] - probe.inner[1])
    }

    /// Draws the texts.
    pub(super) fn draw<DB: DrawingBackend>(&self, pen: &Pen<'_, DB>) -> Result<(), DrawError<DB>> {
        let style = pen.label(pen.palette.faint_ink, HPos::Left, VPos::Top);
        let lines = |lines: &[String], top: f64| {
            let places = (0..lines.len()).map(|line| top + length(line) * LINE);
            lines.iter().zip(places).try_for_each(|(words, y)| pen.text(words, (pen.px(EDGE), pen.px(y)), &style))
        };
        let ink = pen.label(pen.palette.ink, HPos::Left, VPos::Top);
        for (line, words) in self.summary.iter().enumerate() {
            pen.text(words, (pen.px(EDGE), pen.px(length(line) * LINE)), &ink)?;
        }
        for (x, y, fill, words) in &self.legend {
            pen.surface([*x, y + 1.0, x + SWATCH, y + 1.0 + SWATCH].map(|place| pen.px(place)), *fill)?;
            pen.text(words, (pen.px(x + SWATCH + 5.0), pen.px(*y)), &style)?;
        }
        lines(&self.note, self.note_top)
    }
}

/// The legend from left to right, in as many lines as it needs.
fn legend(meanings: &[(Fill, String)], room: f64, top: f64) -> (Vec<(f64, f64, Fill, String)>, usize) {
    let (mut placed, mut x, mut line) = (Vec::new(), EDGE, 0);
    for (fill, words) in meanings {
        let words = shortened(words, room - SWATCH - 5.0);
        let wide = SWATCH + 5.0 + width(&words);
        if x > EDGE && x + wide > room + EDGE {
            (x, line) = (EDGE, line + 1);
        }
        placed.push((x, top + length(line) * LINE, *fill, words));
        x += wide + 16.0;
    }
    (placed, if meanings.is_empty() { 0 } else { line + 1 })
}

/// The height of a chart that has nothing to draw, below its texts, in units.
pub(super) const WORDS_ALONE: f64 = 12.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_the_frame_at_any_width() {
        let meanings = ["exact", "about that time, give or take half an hour", "not logged"];
        let around = Around {
            summary: "45 cramps with a time, most of them between 02:00 and 03:00.".to_owned(),
            legend: meanings.map(|words| (Fill::Count, words.to_owned())).to_vec(),
            note: "12 cramps have no time. A night with a cramp that nobody described stands nowhere.".to_owned(),
        };
        for wide in [60.0, 300.0, 560.0, 2000.0] {
            let high = Frame::height(&around, wide, 100.0);
            let frame = Frame::new(&around, (wide, high));
            assert!((frame.inner[3] - frame.inner[1] - 100.0).abs() < 1e-6);
            assert!(frame.summary.iter().chain(&frame.note).all(|line| width(line) <= wide), "{frame:?}");
            for (x, y, _, words) in &frame.legend {
                assert!(x + SWATCH + 5.0 + width(words) <= wide && y + LINE <= frame.inner[1], "{wide}: {frame:?}");
            }
        }
    }
}
