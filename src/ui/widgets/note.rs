//! Something to know, said calmly where it belongs.

use super::icon::icon_ui;
use crate::charts::Rgb;
use crate::guide::{CautionLevel, Warning, cited};
use crate::ui::theme::{self, colour, space};
use egui::{CornerRadius, Frame, Label, Margin, RichText, Ui};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{ICON_INFO, ICON_WARNING};

/// Paints a text that is worth knowing, on a soft ground with the sign of information.
pub fn note_ui(ui: &mut Ui, words: &str) {
    let c = theme::colours(ui);
    on_ground_ui(ui, Ground { fill: c.accent_soft, ink: c.accent, icon: ICON_INFO }, |ui| {
        _ = ui.add(Label::new(RichText::new(words).color(colour(c.text))).wrap());
    });
}

/// Paints a text that must not be overlooked, in bold on a ground in the colour of danger with a warning sign. It looks urgent, but
/// interrupts nobody: a screen reader says it when it gets there.
pub fn alarm_ui(ui: &mut Ui, words: &str) {
    let c = theme::colours(ui);
    let words = RichText::new(words).text_style(theme::strong()).color(colour(c.text));
    on_ground_ui(ui, Ground { fill: c.danger_soft, ink: c.danger, icon: ICON_WARNING }, |ui| _ = ui.add(Label::new(words).wrap()));
}

/// Paints what went wrong, or cannot be read, in the colour of errors.
pub fn error_ui(ui: &mut Ui, words: &str) {
    let c = theme::colours(ui);
    ui.add(Label::new(RichText::new(words).color(colour(c.danger))).wrap());
}

/// Paints what does not go with a medicine. What to avoid stands out from what to ask about.
pub fn warning_ui(ui: &mut Ui, warning: &Warning) {
    let c = theme::colours(ui);
    let ground = match warning.advice {
        CautionLevel::Avoid => Ground { fill: c.danger_soft, ink: c.danger, icon: ICON_WARNING },
        CautionLevel::Apart { .. } | CautionLevel::Ask | CautionLevel::Counts | CautionLevel::Steady => {
            Ground { fill: c.accent_soft, ink: c.accent, icon: ICON_INFO }
        }
    };
    on_ground_ui(ui, ground, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(Label::new(RichText::new(&warning.title).text_style(theme::strong()).color(colour(c.text))).wrap());
        let words = ui.add(Label::new(RichText::new(&warning.words).color(colour(c.text))).wrap());
        if !warning.sources.is_empty() {
            words.on_hover_ui(|ui| {
                ui.label(cited(&warning.sources));
            });
        }
    });
}

/// The colours of a note, and the sign at its left.
#[derive(Clone, Copy)]
struct Ground {
    fill: Rgb,
    ink: Rgb,
    icon: MaterialIcon,
}

fn on_ground_ui(ui: &mut Ui, ground: Ground, content: impl FnOnce(&mut Ui)) {
    let frame = Frame::new().fill(colour(ground.fill)).corner_radius(CornerRadius::same(space::RADIUS));
    frame.inner_margin(Margin::symmetric(10, 7)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            icon_ui(ui, ground.icon, 17.0, ground.ink);
            ui.vertical(content);
        });
    });
}
