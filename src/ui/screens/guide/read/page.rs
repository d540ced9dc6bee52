//! One page, made when it is opened and painted from then on.

use super::evidence::{Cited, claims_ui, evidence_ui, grades_ui};
use super::followed::{Followed, Mark};
use super::foods::FoodsPart;
use super::listed::{listed_ui, to_stretches_ui};
use super::prose::LinkedText;
use crate::charts::Look;
use crate::domain::Day;
use crate::guide::{
    Block, Claim, ListedGroup, Topic, claims, listed_alikes, listed_cautions, listed_classes, listed_flags, listed_numbers,
    listed_sick_days, listed_stretches, review_words, topics,
};
use crate::ui::action::Actions;
use crate::ui::screens::guide::view::GuideView;
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{Push, page_heading_ui, weak_label};
use egui::{CornerRadius, Label, Rect, RichText, Sense, Ui, pos2};
use egui_material_icons::icons::ICON_ARROW_FORWARD;

/// A page that is open.
#[derive(Debug)]
pub(super) struct TopicPage {
    topic: &'static Topic,
    made: Option<Made>,
    /// The block and the item of it that were asked for, which are marked.
    marked: Option<(usize, usize)>,
    /// Whether the marked item is scrolled into sight in the next frame.
    to_marked: bool,
    /// Whether the title takes the focus in the next frame, which goes on from there.
    to_title: bool,
}

/// The blocks of a page, ready to be painted.
#[derive(Debug)]
struct Made {
    made_for: (Look, Day, u64),
    parts: Vec<PagePart>,
}

/// A block, ready to be painted.
#[derive(Debug)]
enum PagePart {
    Heading(&'static str),
    Paragraph(LinkedText),
    List(Vec<LinkedText>),
    Evidence(Vec<Cited>),
    /// Claims, each with its topic where they are of several.
    Claims(Vec<(Option<&'static Topic>, &'static Claim)>),
    Foods(FoodsPart),
    Listed(Vec<ListedGroup>),
    Stretches(Vec<ListedGroup>),
    Grades,
}

impl TopicPage {
    pub(super) fn of(topic: &'static Topic) -> Self {
        Self { topic, made: None, marked: None, to_marked: false, to_title: false }
    }

    /// The page scrolled to an item of a block, which is marked; `None` for its beginning.
    pub(super) fn at(mut self, place: Option<(usize, usize)>, by_keyboard: bool) -> Self {
        (self.marked, self.to_marked, self.to_title) = (place, place.is_some(), by_keyboard);
        self
    }

    pub(super) fn topic(&self) -> &'static Topic {
        self.topic
    }

    /// Paints the page, and returns the link that was pressed.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: GuideView<'_>, actions: &mut Actions) -> Option<Followed> {
        let made_for = (theme::look(ui), view.day, view.version);
        let topic = self.topic;
        let made = match self.made.take() {
            Some(made) if made.made_for == made_for => made,
            _ => Made { made_for, parts: topic.page.iter().map(|block| made_of(block, ui, view)).collect() },
        };
        self.title_ui(ui);
        let mut followed = None;
        for (place, part) in made.parts.iter().enumerate() {
            if matches!(part, PagePart::Heading(_)) {
                ui.add_space(space::LARGE);
            }
            let wanted = self.marked.and_then(|(block, item)| (block == place).then_some(item));
            let mut mark = Mark::new(wanted);
            let pressed = ui.scope(|ui| part_ui(ui, part, &mut mark, actions)).inner;
            followed = followed.or(pressed);
            if let Some(at) = mark.at() {
                mark_ui(ui, at);
                if std::mem::take(&mut self.to_marked) {
                    ui.scroll_to_rect(at.expand(60.0), Some(egui::Align::TOP));
                }
            }
            ui.add_space(space::SMALL);
        }
        self.made = Some(made);
        ui.add_space(space::MEDIUM);
        weak_label(ui, review_words());
        let next = next_ui(ui, topic);
        followed.or(next)
    }

    fn title_ui(&mut self, ui: &mut Ui) {
        let c = theme::colours(ui);
        let title = page_heading_ui(ui, &self.topic.title, 2);
        if std::mem::take(&mut self.to_title) {
            title.request_focus();
        }
        if title.has_focus() || title.gained_focus() {
            // Only while it has the keyboard can the title have it: Tab goes on to what can be pressed.
            ui.interact(title.rect, title.id, Sense::focusable_noninteractive());
        }
        let lead = RichText::new(&self.topic.summary).font(egui::FontId::proportional(17.0)).line_height(Some(theme::READING_LINE));
        ui.add(Label::new(lead.color(colour(c.weak))).wrap());
        ui.add_space(space::MEDIUM);
    }

    /// Paints the way to the parts of the page.
    pub(super) fn contents_ui(&mut self, ui: &mut Ui) {
        let headings = || self.topic.page.iter().enumerate().filter_map(|(at, block)| heading(block).map(|words| (at, words)));
        if headings().nth(1).is_none() {
            return;
        }
        ui.add_space(space::LARGE);
        ui.spacing_mut().item_spacing.y = 2.0;
        page_heading_ui(ui, "On this page", 5);
        let mut to = None;
        for (at, words) in headings() {
            let item = Push::new(words).name(words).small().quiet().left_aligned().inset(0.0);
            if ui.add(item).clicked() {
                to = Some(at);
            }
        }
        if to.is_some() {
            (self.marked, self.to_marked) = (to.map(|at| (at, 0)), true);
        }
    }
}

fn heading(block: &'static Block) -> Option<&'static str> {
    if let Block::Heading(words) = block { Some(words) } else { None }
}

fn made_of(block: &'static Block, ui: &Ui, view: GuideView<'_>) -> PagePart {
    let (font, c) = (theme::reading().resolve(ui.style()), theme::colours(ui));
    let text = |prose| LinkedText::new(prose, &font, c);
    match block {
        Block::Heading(words) => PagePart::Heading(words),
        Block::Paragraph(prose) => PagePart::Paragraph(text(prose)),
        Block::List(items) => PagePart::List(items.iter().map(text).collect()),
        Block::Evidence(evidence) => PagePart::Evidence(evidence.iter().copied().map(Cited::new).collect()),
        Block::Claims(claims) => PagePart::Claims(claims.iter().map(|claim| (None, *claim)).collect()),
        Block::AllClaims => {
            let of = |claim: &'static Claim| (topics().iter().find(|topic| topic.id == claim.topic), claim);
            PagePart::Claims(claims().iter().map(of).collect())
        }
        Block::Foods(nutrient) => PagePart::Foods(FoodsPart::new(*nutrient, view)),
        Block::Cautions(with) => PagePart::Listed(listed_cautions(*with)),
        Block::Stretches(purpose) => PagePart::Stretches(listed_stretches(*purpose)),
        Block::Classes => PagePart::Listed(listed_classes()),
        Block::Flags => PagePart::Listed(listed_flags()),
        Block::Alikes => PagePart::Listed(listed_alikes(view.kitchen.profile.country)),
        Block::SickDays => {
            let medicines = view.safety.medicines.iter().map(|entry| &entry.value);
            PagePart::Listed(listed_sick_days(view.running, medicines))
        }
        Block::Numbers => PagePart::Listed(listed_numbers(view.kitchen.profile.country)),
        Block::Grades => PagePart::Grades,
    }
}

/// Paints a part, and returns the link that was pressed.
fn part_ui(ui: &mut Ui, part: &PagePart, mark: &mut Mark, actions: &mut Actions) -> Option<Followed> {
    match part {
        PagePart::Heading(words) => {
            let heading = page_heading_ui(ui, words, 3);
            mark.item(0, heading.rect);
            None
        }
        PagePart::Paragraph(text) => mark.around(ui, 0, |ui| text.ui(ui)),
        PagePart::List(items) => list_ui(ui, items, mark),
        PagePart::Evidence(evidence) => evidence_ui(ui, evidence, mark),
        PagePart::Claims(claims) => claims_ui(ui, claims, mark),
        PagePart::Foods(foods) => {
            foods.ui(ui, actions);
            None
        }
        PagePart::Listed(groups) => {
            listed_ui(ui, groups, mark);
            None
        }
        PagePart::Stretches(groups) => {
            listed_ui(ui, groups, mark);
            to_stretches_ui(ui, actions);
            None
        }
        PagePart::Grades => {
            grades_ui(ui, mark);
            None
        }
    }
}

fn list_ui(ui: &mut Ui, items: &[LinkedText], mark: &mut Mark) -> Option<Followed> {
    let mut followed = None;
    ui.spacing_mut().item_spacing.y = 5.0;
    for (place, item) in items.iter().enumerate() {
        let row = ui.horizontal_top(|ui| {
            ui.add_space(4.0);
            let (dot, _) = ui.allocate_exact_size(egui::vec2(8.0, theme::READING_LINE), Sense::hover());
            ui.painter().circle_filled(dot.center(), 2.5, colour(theme::colours(ui).weak));
            item.ui(ui)
        });
        mark.item(place, row.response.rect);
        followed = followed.or(row.inner);
    }
    followed
}

/// Paints a line beside the marked item.
fn mark_ui(ui: &Ui, rect: Rect) {
    let left = ui.max_rect().left() - 14.0;
    let line = Rect::from_min_max(pos2(left, rect.top()), pos2(left + 3.0, rect.bottom()));
    ui.painter().rect_filled(line, CornerRadius::same(2), colour(theme::colours(ui).accent));
}

/// The way to the next page in reading order.
fn next_ui(ui: &mut Ui, topic: &Topic) -> Option<Followed> {
    let next = topics().iter().skip_while(|other| other.id != topic.id).nth(1)?;
    ui.add_space(space::LARGE);
    ui.separator();
    let response = ui.add(Push::new(&format!("Next: {}", next.title)).icon(ICON_ARROW_FORWARD).small().quiet().inset(0.0));
    response.clicked().then(|| Followed::by(ui, &response, &next.id))
}
