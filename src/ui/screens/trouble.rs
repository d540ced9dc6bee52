//! The diary cannot be opened: what happened, and ways on.

use crate::ui::action::{Action, Actions};
use crate::ui::theme::space;
use crate::ui::widgets::{Labelled, Push, TextField, lone_card_ui, text_field_ui, title_ui, weak_label};
use egui::{Label, Ui};
use std::path::{Path, PathBuf};

/// What is being typed on this page.
#[derive(Debug, Default)]
pub struct TroubleScreen {
    other: TextField,
}

impl TroubleScreen {
    /// Paints what went wrong with the diary at `path`.
    pub fn ui(&mut self, ui: &mut Ui, (message, can_read): (&str, bool), path: &Path, actions: &mut Actions) {
        lone_card_ui(ui, 620.0, |ui| {
            title_ui(ui, "Your diary did not open");
            ui.add_space(space::SMALL);
            ui.add(Label::new(message).wrap());
            ui.add_space(space::MEDIUM);
            ui.horizontal_wrapped(|ui| {
                if ui.add(Push::new("Try again").primary()).clicked() {
                    actions.push(Action::OpenFile(path.to_owned()));
                }
                if can_read && ui.add(Push::new("Open for reading only")).clicked() {
                    actions.push(Action::OpenReadOnly);
                }
                if ui.add(Push::new("Look around with an example diary").quiet()).clicked() {
                    actions.push(Action::OpenExample);
                }
            });
            ui.add_space(space::MEDIUM);
            self.other.follow(&path.display().to_string());
            let file_width = ui.available_width() - 110.0;
            if let Some(other) = text_field_ui(ui, &mut self.other, Labelled::new("Another file").width(file_width), |text| {
                Ok::<_, String>(PathBuf::from(text))
            }) {
                actions.push(Action::OpenFile(other));
            }
            weak_label(ui, "Press Enter to open it. Nothing in the file named above was changed.");
        });
    }
}
