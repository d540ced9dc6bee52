//! The heading of a kind of record of the day, with "as the day before" always at its right end.

use super::context::day_words;
use crate::diary::{Command, DayCommand, Page, Repeat};
use crate::ui::action::Actions;
use crate::ui::widgets::{Push, heading_ui, weak_label};
use egui::{Align, Layout, Ui};
use egui_material_icons::icons::ICON_CONTENT_COPY;

/// A heading on Today.
#[derive(Debug, Clone, Copy)]
pub(super) struct DayHeading {
    /// What stands in it: "Drinks".
    pub(super) words: &'static str,
    /// The letter that goes there; `None` if none does.
    pub(super) key: Option<&'static str>,
    /// What can be copied from the day before.
    pub(super) repeats: Repeat,
}

/// Paints a heading with the date, and at its right end the way to log what was logged for the day before, while the day has nothing of it.
pub(super) fn day_heading_ui(ui: &mut Ui, heading: DayHeading, page: &Page, actions: &mut Actions) {
    let DayHeading { words, key, repeats } = heading;
    ui.horizontal(|ui| {
        let response = heading_ui(ui, words);
        if let Some(key) = key {
            response.on_hover_text(format!("Key: {key}"));
        }
        weak_label(ui, day_words(page));
        if page.repeatable().contains(&repeats) {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let name = format!("Same {} as the day before", repeats.label());
                let copy = Push::new("As the day before").name(&name).icon(ICON_CONTENT_COPY).small().quiet();
                if ui.add(copy).clicked() {
                    actions.run(Command::Day(DayCommand::Repeat { from: page.day.plus(-1), to: page.day, what: repeats }));
                }
            });
        }
    });
}
