//! The first page: what the program does, where the file is, and a way to look around.

use crate::ui::action::{Action, Actions, Route};
use crate::ui::theme::space;
use crate::ui::widgets::{Push, lone_card_ui, title_ui, weak_label};
use egui::{Label, Ui};
use egui_material_icons::icons::{ICON_BEDTIME, ICON_HEALING, ICON_SEARCH};
use std::path::Path;

/// Paints the first page.
pub fn welcome_ui(ui: &mut Ui, path: &Path, actions: &mut Actions) {
    lone_card_ui(ui, 560.0, |ui| {
        title_ui(ui, "Good morning.");
        ui.add_space(space::SMALL);
        ui.add(Label::new("Each morning, say whether your legs or feet cramped, and what you drank, ate and stretched the day before. After a week or two, charts show how it goes, beside foods for what you are short of.").wrap());
        ui.add_space(space::SMALL);
        ui.add(Label::new("Your diary is one file on this computer. No account, no network.").wrap());
        weak_label(ui, path.display().to_string());
        ui.add_space(space::LARGE);
        if ui.add(Push::new("Start my diary").icon(ICON_BEDTIME).primary().size(240.0, 44.0)).clicked() {
            actions.push(Action::Start);
        }
        if ui.add(Push::new("Look around with an example diary").icon(ICON_SEARCH).quiet().size(240.0, 40.0)).clicked() {
            actions.push(Action::OpenExample);
        }
        if ui.add(Push::new("It cramps now: relief (F1)").name("Relief now").icon(ICON_HEALING).quiet().size(240.0, 40.0)).clicked() {
            actions.push(Action::Go(Route::Relief));
        }
        ui.add_space(space::SMALL);
        weak_label(
            ui,
            "This is not a medical device: it cannot tell you why you have cramps. New weakness, a swollen or hot calf, or cramps that keep getting worse belong before a doctor.",
        );
    });
}
