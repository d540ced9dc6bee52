//! Words with links between topics, laid out as one paragraph, so that lines break where they should.

use super::followed::Followed;
use crate::guide::Prose;
use crate::ui::theme::{self, Colours, colour};
use crate::ui::widgets::focus_ring;
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, CursorIcon, FontId, Galley, Pos2, Rect, Sense, Stroke, Ui, WidgetInfo, pos2};
use std::ops::Range;

/// A paragraph, ready to be laid out.
#[derive(Debug)]
pub(super) struct LinkedText {
    job: LayoutJob,
    letter_height: f32,
    links: Vec<LinkAt>,
}

/// A link, with where it stands in letters.
#[derive(Debug)]
struct LinkAt {
    letters: Range<usize>,
    words: String,
    topic: &'static str,
}

impl LinkedText {
    pub(super) fn new(prose: &Prose, font: &FontId, c: &Colours) -> Self {
        let plain = TextFormat {
            font_id: font.clone(),
            line_height: Some(theme::READING_LINE),
            color: Color32::PLACEHOLDER,
            ..TextFormat::default()
        };
        let linked = TextFormat { color: colour(c.accent), ..plain.clone() };
        let (mut job, mut done, mut links) = (LayoutJob::default(), 0, Vec::new());
        for link in &prose.links {
            let words = &prose.text[link.at.clone()];
            job.append(&prose.text[done..link.at.start], 0.0, plain.clone());
            job.append(words, 0.0, linked.clone());
            let from = prose.text[..link.at.start].chars().count();
            links.push(LinkAt { letters: from..from + words.chars().count(), words: words.to_owned(), topic: link.topic });
            done = link.at.end;
        }
        job.append(&prose.text[done..], 0.0, plain);
        Self { job, letter_height: font.size, links }
    }

    /// Paints the paragraph, and returns the link that was pressed.
    pub(super) fn ui(&self, ui: &mut Ui) -> Option<Followed> {
        let mut job = self.job.clone();
        job.wrap.max_width = ui.available_width();
        let galley = ui.painter().layout_job(job);
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &self.job.text));
        let mut followed = None;
        for (place, link) in self.links.iter().enumerate() {
            let areas = areas(&galley, &link.letters, rect.min);
            let Some(first) = areas.first() else { continue };
            let mut link_response = ui.interact(*first, response.id.with(place), Sense::click());
            link_response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &link.words));
            for (line, area) in areas.iter().enumerate() {
                if line > 0 {
                    // The rest of a link that goes on in the next line can be pressed, but is no link of its own.
                    link_response |= ui.interact(*area, response.id.with((place, line)), Sense::CLICK);
                }
            }
            for area in &areas {
                // Nearer to the letters than egui draws it where lines are far apart.
                let below = area.center().y + self.letter_height * 0.55;
                ui.painter().hline(area.x_range(), below, Stroke::new(1.0, colour(theme::colours(ui).accent)));
                focus_ring(ui, &link_response, *area);
            }
            if link_response.hovered() {
                ui.set_cursor_icon(CursorIcon::PointingHand);
            }
            if link_response.clicked() {
                followed = Some(Followed::by(ui, &link_response, link.topic));
            }
        }
        if ui.is_rect_visible(rect) {
            ui.painter().galley(rect.min, galley, colour(theme::colours(ui).text));
        }
        followed
    }
}

/// Where letters of a paragraph stand: an area for each line that they are in.
fn areas(galley: &Galley, letters: &Range<usize>, origin: Pos2) -> Vec<Rect> {
    let (mut areas, mut before) = (Vec::new(), 0);
    for row in &galley.rows {
        let glyphs = &row.glyphs;
        let (from, to) = (letters.start.max(before) - before, letters.end.min(before + glyphs.len()).saturating_sub(before));
        if from < to {
            let (first, last) = (&glyphs[from], &glyphs[to - 1]);
            let line = row.rect().translate(origin.to_vec2());
            let x = |within: f32| origin.x + row.pos.x + within;
            let area = Rect::from_min_max(pos2(x(first.pos.x), line.top()), pos2(x(last.pos.x + last.advance_width), line.bottom()));
            areas.push(area.shrink2(egui::vec2(0.0, 1.0)));
        }
        before += glyphs.len();
    }
    areas
}
