//! The tab "Topics": at the left what there is to read and a search through it, at the right the page.

mod evidence;
mod followed;
mod foods;
mod history;
mod listed;
mod page;
mod prose;
mod topic_list;

use crate::guide::topic;
use crate::ui::action::Actions;
use crate::ui::screens::guide::view::GuideView;
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{Push, WIDE, part_ui};
use egui::{CornerRadius, Frame, Key, KeyboardShortcut, Margin, Modifiers, Rect, ScrollArea, Stroke, Ui, vec2};
use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_ARROW_FORWARD, ICON_LIST};
use followed::Followed;
use history::{PagePlace, ReadingHistory};
use page::TopicPage;
use topic_list::TopicList;

/// Width of the list, in points.
const LIST: f32 = 252.0;

/// Greatest width of a page with its margins, in points: about 70 letters.
const PAGE: f32 = 616.0;

/// Least width of the list of a page's parts, in points; without that room it is not shown.
const CONTENTS: f32 = 170.0;

/// Which topic is open, and what is looked for.
#[derive(Debug, Default)]
pub(super) struct ReadTab {
    topics: TopicList,
    history: ReadingHistory,
    page: Option<TopicPage>,
    /// Whether a narrow window shows the list rather than the page.
    list: bool,
    /// Whether the page was opened in the last frame, so that it is shown from its top.
    fresh: bool,
}

impl ReadTab {
    /// Opens a topic.
    pub(super) fn open(&mut self, id: &'static str) {
        self.follow(Followed { topic: id, place: None, by_keyboard: false });
    }

    fn follow(&mut self, followed: Followed) {
        let Some(topic) = topic(followed.topic) else { return };
        self.history.open(PagePlace { topic, place: followed.place });
        self.turned(followed.by_keyboard);
        self.fresh = true;
    }

    /// Makes the page that the history has open.
    fn turned(&mut self, by_keyboard: bool) {
        self.list = false;
        if let Some(PagePlace { topic, place }) = self.history.here() {
            let page = self.page.take().filter(|page| std::ptr::eq(page.topic(), topic)).unwrap_or_else(|| TopicPage::of(topic));
            self.page = Some(page.at(place, by_keyboard));
        }
    }

    /// Paints the tab in all the room that is left.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: GuideView<'_>, actions: &mut Actions) {
        if self.history.here().is_none() {
            // Whoever comes for the first time begins where the guide begins.
            self.history.begin();
            self.turned(false);
        }
        let mut area = ui.available_rect_before_wrap();
        area.max -= vec2(12.0, space::LARGE);
        let wide = area.width() >= WIDE;
        let to_search =
            pressed(ui, Modifiers::COMMAND, Key::F) || !ui.ctx().text_edit_focused() && pressed(ui, Modifiers::NONE, Key::Slash);
        self.list |= to_search;
        let mut followed = None;
        if wide {
            let (left, right) = area.split_left_right_at_x(area.left() + LIST);
            let right = right.with_min_x(right.left() + space::LARGE);
            part_ui(ui, left, |ui| followed = self.side_ui(ui, to_search));
            let pressed = self.right_ui(ui, right, view, actions);
            followed = followed.or(pressed);
        } else if self.list {
            part_ui(ui, area, |ui| followed = self.side_ui(ui, to_search));
        } else {
            followed = self.right_ui(ui, area, view, actions);
        }
        ui.advance_cursor_after_rect(area);
        if let Some(followed) = followed {
            self.follow(followed);
            ui.ctx().request_repaint();
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, to_search: bool) -> Option<Followed> {
        let open = self.history.here().map(|place| place.topic);
        self.topics.ui(ui, open, to_search)
    }

    /// The page, and beside it the way to its parts where there is room.
    fn right_ui(&mut self, ui: &mut Ui, area: Rect, view: GuideView<'_>, actions: &mut Actions) -> Option<Followed> {
        let narrow = area.left() < ui.max_rect().left() + 1.0;
        let (bar, below) = area.split_top_bottom_at_y(area.top() + 34.0);
        part_ui(ui, bar, |ui| self.bar_ui(ui, narrow));
        let below = below.with_min_y(below.top() + space::SMALL);
        let width = below.width().min(PAGE);
        let (middle, rest) = below.split_left_right_at_x(below.left() + width);
        let page = self.page.as_mut()?;
        let mut followed = None;
        part_ui(ui, middle, |ui| {
            let mut scroll = ScrollArea::vertical().id_salt(page.topic().id.as_str()).auto_shrink([false, false]);
            if std::mem::take(&mut self.fresh) {
                scroll = scroll.vertical_scroll_offset(0.0);
            }
            scroll.show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 10.0);
                keys_scroll(ui, below.height());
                sheet_ui(ui, |ui| followed = page.ui(ui, view, actions));
            });
        });
        if rest.width() >= CONTENTS + 2.0 * space::LARGE {
            let rest = rest.with_min_x(rest.left() + space::LARGE).with_max_x(rest.right().min(rest.left() + 300.0));
            part_ui(ui, rest, |ui| page.contents_ui(ui));
        }
        followed
    }

    /// Back and forward among what was read, and in a narrow window the way to the list.
    fn bar_ui(&mut self, ui: &mut Ui, narrow: bool) {
        ui.horizontal(|ui| {
            if narrow && ui.add(Push::new("All topics").icon(ICON_LIST).small()).clicked() {
                self.list = true;
            }
            let back = Push::new("Back").icon(ICON_ARROW_BACK).small().quiet().enabled(self.history.can_go_back());
            let back = ui.add(back).on_hover_text("Keys: Alt and left arrow").clicked();
            let forward = Push::new("Forward").icon(ICON_ARROW_FORWARD).small().quiet().enabled(self.history.can_go_forward());
            let forward = ui.add(forward).on_hover_text("Keys: Alt and right arrow").clicked();
            let (back_key, forward_key) = (pressed(ui, Modifiers::ALT, Key::ArrowLeft), pressed(ui, Modifiers::ALT, Key::ArrowRight));
            if (back || back_key) && self.history.go_back() || (forward || forward_key) && self.history.go_forward() {
                self.turned(back_key || forward_key);
                ui.ctx().request_repaint();
            }
        });
    }
}

/// A page on its own ground, with margins to rest the eye on.
fn sheet_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let c = theme::colours(ui);
    let margin = if ui.available_width() < 560.0 { 22 } else { 34 };
    Frame::new()
        .fill(colour(c.surface))
        .stroke(Stroke::new(1.0, colour(c.border)))
        .corner_radius(CornerRadius::same(space::CARD_RADIUS))
        .inner_margin(Margin::symmetric(margin, 26))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui);
        });
}

/// Scrolls by Page up and down, Home and End, while no text field has the focus.
fn keys_scroll(ui: &Ui, height: f32) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    for (key, by) in [(Key::PageDown, -0.9), (Key::PageUp, 0.9), (Key::End, -1000.0), (Key::Home, 1000.0)] {
        if pressed(ui, Modifiers::NONE, key) {
            ui.scroll_with_delta(vec2(0.0, by * height));
        }
    }
}

fn pressed(ui: &Ui, modifiers: Modifiers, key: Key) -> bool {
    ui.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)))
}
