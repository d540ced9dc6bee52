//! What is kept of the diary: the last trial, and the second place.

use super::view::BackupsView;
use super::words::{elsewhere, rehearsal, too_long_alone};
use crate::ui::action::{Action, Actions};
use crate::ui::place::PlaceKind;
use crate::ui::place_field::{PlaceField, PlaceLook};
use crate::ui::theme::space;
use crate::ui::widgets::{Push, error_ui, note_ui, part_heading_ui, weak_label};
use egui::{Label, Ui};
use egui_material_icons::icons::ICON_SAVE;

/// The folder elsewhere that is being typed.
#[derive(Debug, Default)]
pub struct SavedPart {
    is_asking: bool,
    folder: PlaceField,
}

impl SavedPart {
    /// Paints what is kept, with the buttons that keep more.
    pub fn ui(&mut self, ui: &mut Ui, view: BackupsView<'_>, actions: &mut Actions) {
        let BackupsView { notes, now, is_making, .. } = view;
        part_heading_ui(ui, "Backups");
        match &notes.last_rehearsal {
            None => drop(weak_label(ui, "No backup was made yet. The first is made by itself once something is logged.")),
            Some(note) if note.failed.is_some() => error_ui(ui, &rehearsal(note, now)),
            Some(note) => drop(ui.add(Label::new(rehearsal(note, now)).wrap())),
        }
        ui.add(Label::new(elsewhere(notes, now)).wrap());
        if let Some(words) = too_long_alone(notes, now) {
            note_ui(ui, &words);
        }
        ui.horizontal_wrapped(|ui| {
            if ui.add(Push::new("Save a backup now").icon(ICON_SAVE).small().enabled(!is_making)).clicked() {
                actions.push(Action::BackUp);
            }
            if notes.second_place.is_none() && ui.add(Push::new("Save elsewhere too…").small().enabled(!is_making)).clicked() {
                self.is_asking = !self.is_asking;
            }
        });
        if is_making {
            weak_label(ui, "Making a backup, and restoring it in a trial…");
        }
        if let Some(folder) = &notes.second_place {
            ui.add_space(space::SMALL);
            ui.add(Label::new(format!("Backups also go to {}, whenever it is there.", folder.display())).wrap());
            if ui.add(Push::new("Save there no more").small()).clicked() {
                actions.push(Action::UseSecondPlace(None));
            }
        } else if self.is_asking {
            self.folder_ui(ui, actions);
        }
    }

    fn folder_ui(&mut self, ui: &mut Ui, actions: &mut Actions) {
        ui.add_space(space::SMALL);
        weak_label(
            ui,
            "A folder on a stick or another disk, or one that a program of yours copies elsewhere. It gets a backup now and then once a day.",
        );
        let look = PlaceLook {
            name: "A folder elsewhere",
            hint: "Where it is",
            choose: "Choose a folder elsewhere",
            title: "A folder elsewhere for backups",
            kind: PlaceKind::Folder,
            endings: &[],
        };
        let is_entered = self.folder.ui(ui, look).is_entered;
        let folder = self.folder.typed();
        let is_pressed = ui.add(Push::new("Save backups there too").small().enabled(folder.is_some())).clicked();
        if (is_pressed || is_entered) && folder.is_some() {
            actions.push(Action::UseSecondPlace(folder));
            self.is_asking = false;
        }
    }
}
