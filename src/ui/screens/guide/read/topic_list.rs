//! What there is to read, and what was found in it as one types.

use super::followed::Followed;
use crate::guide::{Finding, Topic, TopicGroup, find, topics};
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{Push, SearchBox, SearchLook, focus_ring, page_heading_ui, weak_label};
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, CornerRadius, FontId, Response, ScrollArea, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2};

/// Height of a topic in the list, in points.
const ROW: f32 = 30.0;

const SEARCH: SearchLook<'_> =
    SearchLook { name: "Find in the guide", hint: "Find in the guide", key: "Keys: Ctrl and F, or /", margin: 10.0, escape_clears: true };

/// What is looked for.
#[derive(Debug, Default)]
pub(super) struct TopicList {
    search: SearchBox,
    /// The text that was searched for last, and what was found.
    found: (String, Vec<FoundTopic>),
}

/// Something found, ready to be laid out.
#[derive(Debug)]
struct FoundTopic {
    finding: Finding,
    excerpt: LayoutJob,
}

impl TopicList {
    /// Paints the search and below it the topics, or what was found; `open` is marked.
    pub(super) fn ui(&mut self, ui: &mut Ui, open: Option<&Topic>, to_search: bool) -> Option<Followed> {
        let entered = self.search.ui(ui, SEARCH, to_search);
        ui.add_space(space::SMALL);
        let searching = !self.search.words().is_empty();
        if self.found.0 != self.search.typed() {
            let found = find(self.search.typed()).into_iter().map(|finding| FoundTopic { excerpt: excerpt(ui, &finding), finding });
            self.found = (self.search.typed().to_owned(), found.collect());
        }
        let first = if entered { self.found.1.first() } else { None };
        let followed = first.map(|found| Followed { place: found.finding.place, by_keyboard: true, ..following(&found.finding) });
        let to_first = self.search.take_to_first();
        // What was found for other words begins at its beginning.
        let salt = if searching { self.search.typed() } else { "" };
        let pressed = ScrollArea::vertical().id_salt(("topics", salt)).auto_shrink([false, false]).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 10.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            if searching { self.found_ui(ui, to_first) } else { topics_ui(ui, open, to_first) }
        });
        followed.or(pressed.inner)
    }

    fn found_ui(&self, ui: &mut Ui, to_first: bool) -> Option<Followed> {
        let mut followed = None;
        if self.found.1.is_empty() {
            weak_label(ui, "No page of the guide has all of these words. Try fewer, or other ones.");
        }
        for (place, found) in self.found.1.iter().enumerate() {
            let response = found_row_ui(ui, found);
            if to_first && place == 0 {
                response.request_focus();
            }
            if response.clicked() {
                let pressed = Followed::by(ui, &response, &found.finding.topic.id);
                followed = Some(Followed { place: found.finding.place, ..pressed });
            }
        }
        followed
    }
}

fn following(finding: &Finding) -> Followed {
    Followed { topic: &finding.topic.id, place: finding.place, by_keyboard: false }
}

fn topics_ui(ui: &mut Ui, open: Option<&Topic>, to_first: bool) -> Option<Followed> {
    let mut followed = None;
    let mut to_first = to_first;
    for group in TopicGroup::ALL {
        if *group != TopicGroup::Start {
            ui.add_space(space::MEDIUM);
        }
        page_heading_ui(ui, group.label(), 5);
        for topic in topics().iter().filter(|topic| topic.group == *group) {
            let is_open = open.is_some_and(|open| open.id == topic.id);
            let item = Push::new(&topic.title).quiet().left_aligned().size(ui.available_width(), ROW).inset(10.0);
            let response = ui.add(if is_open { item.selected(true) } else { item });
            if std::mem::take(&mut to_first) {
                response.request_focus();
            }
            if response.clicked() {
                followed = Some(Followed::by(ui, &response, &topic.id));
            }
        }
    }
    followed
}

fn found_row_ui(ui: &mut Ui, found: &FoundTopic) -> Response {
    const INSET: f32 = 10.0;
    let c = theme::colours(ui);
    let FoundTopic { finding, excerpt } = found;
    let width = ui.available_width();
    let text = |words: &str, font: FontId| ui.painter().layout(words.to_owned(), font, Color32::PLACEHOLDER, width - 2.0 * INSET);
    let title = text(&finding.topic.title, theme::bold(15.0));
    let heading = finding.heading.map(|heading| text(heading, TextStyle::Small.resolve(ui.style())));
    let excerpt = {
        let mut job = excerpt.clone();
        job.wrap.max_width = width - 2.0 * INSET;
        ui.painter().layout_job(job)
    };
    let height = title.size().y + heading.as_ref().map_or(0.0, |heading| heading.size().y) + 3.0 + excerpt.size().y + 14.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| {
        let heading = finding.heading.map_or_else(String::new, |heading| format!("{heading}: "));
        WidgetInfo::labeled(Role::Button, true, format!("{}. {heading}{}", finding.topic.title, finding.excerpt))
    });
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(rect, CornerRadius::same(space::RADIUS), colour(c.control_hover));
        }
        let mut at = pos2(rect.left() + INSET, rect.top() + 7.0);
        for (galley, ink) in [(Some(title), c.accent), (heading, c.weak)] {
            let Some(galley) = galley else { continue };
            let height = galley.size().y;
            ui.painter().galley(at, galley, colour(ink));
            at.y += height;
        }
        ui.painter().galley(at + vec2(0.0, 3.0), excerpt, colour(c.text));
    }
    focus_ring(ui, &response, rect.shrink(1.0));
    response
}

/// The excerpt with the found words in bold.
fn excerpt(ui: &Ui, finding: &Finding) -> LayoutJob {
    let format = |font_id| TextFormat { font_id, color: Color32::PLACEHOLDER, ..TextFormat::default() };
    let size = TextStyle::Small.resolve(ui.style()).size;
    let (plain, bold) = (format(FontId::proportional(size)), format(theme::bold(size)));
    let (mut job, mut done) = (LayoutJob::default(), 0);
    for at in &finding.found {
        job.append(&finding.excerpt[done..at.start], 0.0, plain.clone());
        job.append(&finding.excerpt[at.clone()], 0.0, bold.clone());
        done = at.end;
    }
    job.append(&finding.excerpt[done..], 0.0, plain);
    job
}
