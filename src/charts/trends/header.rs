//! Above each panel: what it shows, its mean, and the goal or reference.

use super::PanelSpec;
use super::draw::Drawing;
use crate::charts::fill::SEVERITIES;
use crate::charts::pen::{DrawError, TITLE};
use plotters::prelude::{DrawingBackend, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontStyle, TextStyle};

impl<DB: DrawingBackend> Drawing<'_, DB> {
    /// Title, mean and reference; returns whether there was room for the reference.
    pub(super) fn header(&self, panel: &PanelSpec, y: i32) -> Result<bool, DrawError<DB>> {
        let (_, right) = self.layout.across;
        let (left, y, apart) = (self.pen.px(2.0), y + self.pen.px(4.0), self.pen.px(18.0));
        let title = self.pen.font(TITLE, FontStyle::Bold, self.pen.palette.ink).pos(Pos::new(HPos::Left, VPos::Top));
        let label = self.pen.label(self.pen.palette.faint_ink, HPos::Right, VPos::Top);

        let (title_width, _) = self.pen.size(&panel.title, &title)?;
        let summary = self.first_that_fits(&panel.summary, &label, right - left - title_width - apart)?;
        let (summary_width, _) = self.pen.size(summary, &label)?;
        let words = self.shortened(&panel.title, &title, right - left - summary_width - apart)?;
        self.pen.text(&words, (left, y), &title)?;
        self.pen.text(summary, (right, y), &label)?;

        let (title_width, _) = self.pen.size(&words, &title)?;
        let (from, to) = (left + title_width + apart, right - summary_width - self.pen.px(6.0));
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
        let (side, gap) = (self.pen.px(11.0), self.pen.px(5.0));
        for words in [SEVERITIES.map(|(_, words, _)| words), SEVERITIES.map(|(.., words)| words)] {
            let mut widths = [0; 3];
            for (width, words) in widths.iter_mut().zip(words) {
                *width = side + gap + self.pen.size(words, &style)?.0 + self.pen.px(9.0);
            }
            if widths.iter().sum::<i32>() > room {
                continue;
            }
            for ((severity, words), width) in SEVERITIES.map(|(severity, ..)| severity).into_iter().zip(words).zip(widths) {
                let top = y + self.pen.px(1.0);
                self.pen.severity_bar([x, top, x + side, top + side], severity)?;
                self.pen.text(words, (x + side + gap, y), &style)?;
                x += width;
            }
            return Ok(());
        }
        Ok(())
    }

    /// The words stand on a patch of paper, so that what is behind them does not take their contrast.
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

    /// The first of these, from the longest wording to the shortest, that there is room for, or the last.
    fn first_that_fits<'w>(&self, wordings: &'w [String], style: &TextStyle<'_>, room: i32) -> Result<&'w str, DrawError<DB>> {
        for words in wordings {
            if self.pen.size(words, style)?.0 <= room {
                return Ok(words);
            }
        }
        Ok(wordings.last().map_or("", String::as_str))
    }

    /// The words, or as much of their beginning as there is room for.
    pub(super) fn shortened(&self, words: &str, style: &TextStyle<'_>, room: i32) -> Result<String, DrawError<DB>> {
        let mut short = words.to_owned();
        let mut letters: Vec<char> = words.chars().collect();
        while self.pen.size(&short, style)?.0 > room && letters.pop().is_some() {
            short = format!("{}…", letters.iter().collect::<String>().trim_end());
        }
        Ok(short)
    }
}
