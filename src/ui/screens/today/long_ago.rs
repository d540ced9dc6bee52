//! A date more than ten years back is asked about before anything can be logged on it: a slip in the calendar is likelier.

use crate::diary::Page;
use crate::domain::Night;
use crate::ui::action::{Action, Actions};
use crate::ui::theme::space;
use crate::ui::widgets::{Push, lone_card_ui, title_ui};
use egui::{Label, Ui};

/// Whether the date is asked about.
pub(super) fn is_long_ago(page: &Page) -> bool {
    page.day < page.today.long_ago()
}

/// Paints the question. Returns whether the person means the date.
pub(super) fn long_ago_ui(ui: &mut Ui, page: &Page, actions: &mut Actions) -> bool {
    let mut meant = false;
    lone_card_ui(ui, 560.0, |ui| {
        title_ui(ui, "Do you mean this date?");
        ui.add_space(space::SMALL);
        let night = Night::new(page.day.date()).label_with_year();
        ui.add(Label::new(format!("The {night} is more than ten years back.")).wrap());
        ui.add_space(space::MEDIUM);
        ui.horizontal_wrapped(|ui| {
            meant = ui.add(Push::new("Yes, show it").primary()).clicked();
            if ui.add(Push::new("No, back to the last date")).clicked() {
                actions.push(Action::GoHome);
            }
        });
    });
    meant
}
