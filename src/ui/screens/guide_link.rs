//! The way from a nutrient to its page in the guide, so that its grade is one press away from every figure and every food.

use crate::domain::Nutrient;
use crate::guide::topic_about;
use crate::ui::action::{Action, Actions};
use crate::ui::widgets::Push;
use egui::Ui;
use egui_material_icons::icons::ICON_MENU_BOOK;

/// Paints a button that opens the guide's page about a nutrient. Paints nothing for a nutrient without a page.
pub(super) fn guide_link_ui(ui: &mut Ui, nutrient: Nutrient, actions: &mut Actions) {
    let Some(topic) = topic_about(nutrient) else { return };
    let words = format!("What is known about {}", nutrient.in_a_sentence());
    if ui.add(Push::new(&words).icon(ICON_MENU_BOOK).tiny().inset(0.0)).clicked() {
        actions.push(Action::ReadTopic(&topic.id));
    }
}
