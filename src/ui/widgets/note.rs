//! Something to know, said calmly where it belongs.

use crate::ui::theme::{self, colour, space};
use egui::{CornerRadius, FontFamily, FontId, Frame, Label, Margin, RichText, Ui};
use egui_material_icons::icons::ICON_INFO;

/// Words on a soft ground.
pub fn note_ui(ui: &mut Ui, words: &str) {
    let c = theme::colours(ui);
    let frame = Frame::new().fill(colour(c.accent_soft)).corner_radius(CornerRadius::same(space::RADIUS));
    frame.inner_margin(Margin::symmetric(10, 7)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let icon = FontId::new(17.0, FontFamily::Name(egui_material_icons::FONT_FAMILY.into()));
            let shown = ui.add(Label::new(RichText::new(ICON_INFO.codepoint).font(icon).color(colour(c.accent))));
            // The sign says nothing that the words do not say.
            ui.ctx().accesskit_node_builder(shown.id, egui::accesskit::Node::set_hidden);
            ui.vertical(|ui| ui.add(Label::new(RichText::new(words).color(colour(c.text))).wrap()));
        });
    });
}
