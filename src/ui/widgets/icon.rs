//! An icon beside words, for the eye alone.

use crate::charts::Rgb;
use crate::ui::theme::{self, colour};
use egui::{Label, RichText, Ui};
use egui_material_icons::MaterialIcon;

/// Paints an icon of `size` points, which a screen reader passes over. Words beside it must say what it means.
pub fn icon_ui(ui: &mut Ui, icon: MaterialIcon, size: f32, ink: Rgb) {
    let shown = ui.add(Label::new(RichText::new(icon.codepoint).font(theme::icons(size)).color(colour(ink))));
    ui.ctx().accesskit_node_builder(shown.id, egui::accesskit::Node::set_hidden);
}
