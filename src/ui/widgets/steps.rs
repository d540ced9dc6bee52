//! What to do, one thing after the other.

use crate::ui::theme::{self, colour};
use egui::{Label, RichText, Ui};

/// Paints steps below each other, numbered from 1, with letters of `size` points. Without a step it paints nothing.
pub fn steps_ui(ui: &mut Ui, steps: &[String], size: f32) {
    let c = theme::colours(ui);
    for (place, step) in steps.iter().enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = size * 0.5;
            ui.label(RichText::new((place + 1).to_string()).font(theme::bold(size)).color(colour(c.accent)));
            ui.add(Label::new(RichText::new(step).size(size).color(colour(c.text))).wrap());
        });
    }
}
