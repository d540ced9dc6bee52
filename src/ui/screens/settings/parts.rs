//! What every card of the settings is made of: questions, quiet words, and answers to press.

use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::Push;
use egui::{Label, RichText, Ui};

/// A question in bold, and in one quiet line why it is asked.
pub(super) fn question_ui(ui: &mut Ui, question: &str, why: &str) {
    ui.add_space(space::SMALL);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.add(Label::new(RichText::new(question).text_style(theme::strong())).wrap());
        quiet_ui(ui, why);
    });
}

/// Paints a small text in a paler colour.
pub(super) fn quiet_ui(ui: &mut Ui, words: &str) {
    ui.add(Label::new(RichText::new(words).small().color(colour(theme::colours(ui).weak))).wrap());
}

/// Paints one of several answers. Returns whether it was pressed.
pub(super) fn chip_ui(ui: &mut Ui, words: &str, name: &str, chosen: bool) -> bool {
    ui.add(Push::new(words).name(name).small().selected(chosen)).clicked()
}
