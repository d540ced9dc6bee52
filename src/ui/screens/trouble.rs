//! The diary cannot be opened: what happened, and ways on.

use crate::ui::action::{Action, Actions};
use crate::ui::place::{AskedPlace, PlaceChoice, PlaceKind};
use crate::ui::screens::backups::{BackupsView, RestorePart};
use crate::ui::theme::space;
use crate::ui::widgets::{Labelled, Push, TextField, bare_text_field_ui, lone_card_ui, title_ui, weak_label};
use egui::{Label, Ui};
use std::path::{Path, PathBuf};

/// Why the diary did not open.
#[derive(Debug, Clone, Copy)]
pub struct TroubleView<'a> {
    /// What went wrong, in words for the person.
    pub message: &'a str,
    /// Whether opening it for reading only may work.
    pub can_read: bool,
    /// Whether the file is broken: then its backups come first.
    pub is_damaged: bool,
    /// The file of the diary.
    pub path: &'a Path,
    /// The backups of the diary.
    pub backups: BackupsView<'a>,
}

/// Says that a backup is taking the place of the diary.
pub fn restoring_ui(ui: &mut Ui) {
    lone_card_ui(ui, 620.0, |ui| {
        title_ui(ui, "Restoring a backup");
        ui.add_space(space::SMALL);
        ui.add(
            Label::new("Your diary of now becomes a backup, and the one that you chose takes its place. This takes a few seconds.").wrap(),
        );
    });
}

/// What is being typed on this page.
#[derive(Debug)]
pub struct TroubleScreen {
    other: TextField,
    choice: PlaceChoice,
    restore: RestorePart,
}

impl Default for TroubleScreen {
    fn default() -> Self {
        Self { other: TextField::in_form(""), choice: PlaceChoice::default(), restore: RestorePart::default() }
    }
}

impl TroubleScreen {
    /// Paints what went wrong, and ways on.
    pub fn ui(&mut self, ui: &mut Ui, view: TroubleView<'_>, actions: &mut Actions) {
        let TroubleView { message, path, backups, .. } = view;
        lone_card_ui(ui, 620.0, |ui| {
            title_ui(ui, "Your diary did not open");
            ui.add_space(space::SMALL);
            ui.add(Label::new(message).wrap());
            ui.add_space(space::MEDIUM);
            if view.is_damaged {
                self.restore.proposed_ui(ui, backups, actions);
                ui.add_space(space::MEDIUM);
                ways_ui(ui, view, actions);
            } else {
                ways_ui(ui, view, actions);
                ui.add_space(space::SMALL);
                self.restore.ui(ui, backups, actions);
            }
            ui.add_space(space::MEDIUM);
            self.other.follow(&path.display().to_string());
            let file_width = ui.available_width() - 210.0;
            ui.horizontal(|ui| {
                bare_text_field_ui(ui, &mut self.other, Labelled::new("Another file").width(file_width), |text| {
                    Ok::<_, String>(text.to_owned())
                });
                if self.other.was_entered() && !self.other.text().is_empty() {
                    actions.push(Action::OpenFile(PathBuf::from(self.other.text())));
                }
                let typed = PathBuf::from(self.other.text());
                let asked = || AskedPlace { title: "Open another diary", kind: PlaceKind::File, endings: &[], typed };
                if let Some(place) = self.choice.button_ui(ui, "Choose…", "Choose another file", asked) {
                    self.other.put(place.display().to_string());
                    self.other.take_keyboard();
                }
            });
            self.choice.words_ui(ui);
            weak_label(ui, "Press Enter to open it. Nothing in the file named above was changed.");
        });
    }
}

/// The ways on that need no backup.
fn ways_ui(ui: &mut Ui, view: TroubleView<'_>, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        let again = Push::new("Try again");
        if ui.add(if view.is_damaged { again } else { again.primary() }).clicked() {
            actions.push(Action::OpenFile(view.path.to_owned()));
        }
        if view.can_read && ui.add(Push::new("Open for reading only")).clicked() {
            actions.push(Action::OpenReadOnly);
        }
        if ui.add(Push::new("Look around with an example diary").quiet()).clicked() {
            actions.push(Action::OpenExample);
        }
    });
}
