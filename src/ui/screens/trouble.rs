//! The diary cannot be opened: what happened, and ways on.

use crate::ui::action::{Action, Actions};
use crate::ui::theme::space;
use crate::ui::widgets::{Labelled, Push, TextField, lone_card_ui, text_field_ui, title_ui, weak_label};
use egui::{Label, Ui};
use std::path::{Path, PathBuf};

/// Why the diary did not open.
#[derive(Debug, Clone, Copy)]
pub struct TroubleView<'a> {
    /// What went wrong, in words for the person.
    pub message: &'a str,
    /// Whether opening it for reading only may work.
    pub can_read: bool,
    /// The file of the diary.
    pub path: &'a Path,
}

/// What is being typed on this page.
#[derive(Debug)]
pub struct TroubleScreen {
    other: TextField,
}

impl Default for TroubleScreen {
    fn default() -> Self {
        Self { other: TextField::adding("") }
    }
}

impl TroubleScreen {
    /// Paints what went wrong, and ways on.
    pub fn ui(&mut self, ui: &mut Ui, view: TroubleView<'_>, actions: &mut Actions) {
        let TroubleView { message, can_read, path } = view;
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
