//! Cards and headings.

use crate::ui::theme::{self, colour, space};
use egui::accesskit::Role;
use egui::{Align, CornerRadius, Frame, Label, Layout, Margin, Response, RichText, Stroke, TextStyle, Ui};

/// Paints `content` on a card, a framed area with rounded corners, as wide as the room that is left. Returns what `content` returns.
pub fn card_ui<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let c = theme::colours(ui);
    Frame::new()
        .fill(colour(c.surface))
        .stroke(Stroke::new(1.0, colour(c.border)))
        .corner_radius(CornerRadius::same(space::CARD_RADIUS))
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui)
        })
        .inner
}

/// Paints `content` on a single card in the middle of a page without navigation, at most `width` points wide. Returns what `content`
/// returns.
pub fn lone_card_ui<R>(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let width = width.min(ui.available_width());
    ui.vertical_centered(|ui| {
        ui.set_max_width(width);
        // Within a page that scrolls, the height has no end.
        ui.add_space((ui.available_height() * 0.12).clamp(space::LARGE, 130.0));
        card_ui(ui, |ui| ui.with_layout(Layout::top_down(Align::Min), content).inner)
    })
    .inner
}

/// Paints the name of a screen, which screen readers hear as a heading of level 1. It cannot be pressed.
pub fn title_ui(ui: &mut Ui, words: &str) -> Response {
    heading_in(ui, words, theme::screen_title(), 1)
}

/// Paints the name of a card, which screen readers hear as a heading of level 2. It cannot be pressed.
pub fn heading_ui(ui: &mut Ui, words: &str) -> Response {
    heading_in(ui, words, theme::card_title(), 2)
}

/// Paints the name of a part of a card, which screen readers hear as a heading of level 3. It cannot be pressed.
pub fn part_heading_ui(ui: &mut Ui, words: &str) -> Response {
    heading_in(ui, words, theme::strong(), 3)
}

/// Paints a heading inside a page of the guide, which screen readers hear as one of this level: from 2, the title of the page, to 5. It
/// cannot be pressed.
pub fn page_heading_ui(ui: &mut Ui, words: &str, level: usize) -> Response {
    heading_in(ui, words, theme::page_heading(level), level)
}

fn heading_in(ui: &mut Ui, words: &str, style: TextStyle, level: usize) -> Response {
    let response = ui.add(Label::new(RichText::new(words).text_style(style)).wrap());
    // A label speaks by its value, a heading by its name.
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(words);
        node.set_level(level);
        node.clear_value();
    });
    response
}

/// Paints a text in a paler colour, wrapped. It cannot be pressed.
pub fn weak_label(ui: &mut Ui, words: impl Into<String>) -> Response {
    let c = theme::colours(ui);
    ui.add(Label::new(RichText::new(words).color(colour(c.weak))).wrap())
}
