//! Where the diary lies, whether it is sound, what of it cannot be read, its backups, other computers that keep it, exports and imports.

use super::computers::ComputersPart;
use super::delete::DeletePart;
use super::encrypted::EncryptedPart;
use super::own_files::OwnFilesPart;
use super::parts::quiet_ui;
use super::view::{CheckState, FileView};
use crate::domain::capitalised;
use crate::store::SetAside;
use crate::ui::action::{Action, Actions};
use crate::ui::screens::backups::{RestorePart, SavedPart};
use crate::ui::theme::space;
use crate::ui::widgets::{Push, card_ui, heading_ui, weak_label};
use egui::{Align, Label, Ui};
use std::path::Path;

/// The card about the diary file.
#[derive(Debug, Default)]
pub(super) struct FileCard {
    /// The record about whose deletion the person is asked, by its key.
    asked: Option<String>,
    /// Whether the card is to be brought into view.
    to_be_seen: bool,
    saved: SavedPart,
    restore: RestorePart,
    pub(super) encrypted: EncryptedPart,
    computers: ComputersPart,
    files: OwnFilesPart,
    delete: DeletePart,
}

impl FileCard {
    /// Brings the card into view, in the next frame, with its backups if they are wanted.
    pub(super) fn show(&mut self, with_backups: bool) {
        self.to_be_seen = true;
        if with_backups {
            self.restore.unfold();
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, view: FileView<'_>, actions: &mut Actions) {
        card_ui(ui, |ui| {
            let heading = heading_ui(ui, "Your diary");
            if std::mem::take(&mut self.to_be_seen) {
                heading.scroll_to_me(Some(Align::TOP));
            }
            if view.path == Path::new(":memory:") {
                weak_label(ui, "The example is only in memory and goes when you leave it.");
                return;
            }
            ui.add(Label::new(view.path.display().to_string()).wrap().selectable(true));
            quiet_ui(ui, "Everything is in this one file on this computer. Nothing is sent anywhere.");
            ui.add_space(space::SMALL);
            check_ui(ui, view.check, actions);
            self.left_out_ui(ui, view.left_out, actions);
            ui.add_space(space::MEDIUM);
            self.saved.ui(ui, view.backups, actions);
            self.restore.ui(ui, view.backups, actions);
            ui.add_space(space::MEDIUM);
            self.encrypted.ui(ui, view.sealed, actions);
            ui.add_space(space::MEDIUM);
            self.computers.ui(ui, view.computers, view.backups.now, actions);
            ui.add_space(space::MEDIUM);
            self.files.ui(ui, view.files, actions);
            ui.add_space(space::MEDIUM);
            self.delete.ui(ui, view, actions);
        });
    }

    /// The records that cannot be read.
    fn left_out_ui(&mut self, ui: &mut Ui, left_out: &[SetAside], actions: &mut Actions) {
        if left_out.is_empty() {
            return;
        }
        ui.add_space(space::SMALL);
        ui.add(Label::new("These records cannot be read. They are left out of everything, and stay as they are until you decide:").wrap());
        for found in left_out {
            self.record_ui(ui, found, actions);
        }
    }

    /// A record that cannot be read, and what can be done about it.
    fn record_ui(&mut self, ui: &mut Ui, found: &SetAside, actions: &mut Actions) {
        ui.add_space(space::SMALL);
        ui.add(Label::new(capitalised(&found.words())).wrap());
        let name = |verb: &str| format!("{verb} {}", found.named);
        if self.asked.as_ref() == Some(&found.key()) {
            let with = if found.belonging.is_empty() { String::new() } else { format!(", with its {}", found.belonging.join(" and ")) };
            quiet_ui(ui, &format!("It is gone then{with}, and cannot be brought back."));
            ui.horizontal_wrapped(|ui| {
                if ui.add(Push::new("Delete it").name(&name("Really delete")).small()).clicked() {
                    self.asked = None;
                    actions.push(Action::DeleteSetAside(Box::new(found.clone())));
                }
                if ui.add(Push::new("Keep it").name(&name("Keep")).small()).clicked() {
                    self.asked = None;
                }
            });
            return;
        }
        if found.can_be_mended() {
            quiet_ui(ui, "Taking out what cannot be read keeps the rest, and cannot be taken back.");
        }
        ui.horizontal_wrapped(|ui| {
            let mend = "Take out what cannot be read";
            if found.can_be_mended() && ui.add(Push::new(mend).name(&name("Mend")).small()).clicked() {
                actions.push(Action::MendSetAside(Box::new(found.clone())));
            }
            if found.can_be_deleted() && ui.add(Push::new("Delete this record").name(&name("Delete")).small()).clicked() {
                self.asked = Some(found.key());
            }
        });
    }
}

/// The button that checks the diary, and what the last check found.
fn check_ui(ui: &mut Ui, check: CheckState<'_>, actions: &mut Actions) {
    let is_running = matches!(check, CheckState::Running);
    if ui.add(Push::new("Check the diary").small().enabled(!is_running)).clicked() {
        actions.push(Action::CheckDiary);
    }
    match check {
        CheckState::NotAsked => {}
        CheckState::Running => quiet_ui(ui, "Checking…"),
        CheckState::Failed(words) => drop(ui.add(Label::new(words).wrap())),
        CheckState::Done(report) => {
            ui.add(Label::new(report.sentence()).wrap());
            for words in &report.rules {
                quiet_ui(ui, words);
            }
            if !report.structure.broken.is_empty() && ui.add(Push::new("Get back what can be read…").small()).clicked() {
                actions.push(Action::LeaveDamaged);
            }
            if !report.structure.foreign.is_empty() {
                quiet_ui(ui, &format!("No part of a diary, and left alone: {}", report.structure.foreign.join(", ")));
            }
        }
    }
}
