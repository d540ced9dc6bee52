//! Restoring a backup: the list, what one would change, and putting it in the place of the diary.

use super::view::{BackupList, BackupsView, RestoreStep};
use super::words::{held, of_backup};
use crate::store::{Backup, DiaryNow, RestorePreview};
use crate::ui::action::{Action, Actions};
use crate::ui::place::PlaceKind;
use crate::ui::place_field::{PlaceField, PlaceLook};
use crate::ui::screens::unlock::{UnlockAnswer, unlock_ui};
use crate::ui::theme::space;
use crate::ui::widgets::{PasswordField, Push, error_ui, part_heading_ui, weak_label};
use egui::{Label, Ui};
use egui_material_icons::icons::{ICON_EXPAND_LESS, ICON_EXPAND_MORE};
use std::path::Path;

/// The list of backups, and what is being typed in it.
#[derive(Debug, Default)]
pub struct RestorePart {
    is_unfolded: bool,
    other: PlaceField,
    secret: PasswordField,
}

impl RestorePart {
    /// Unfolds the list.
    pub fn unfold(&mut self) {
        self.is_unfolded = true;
    }

    /// Paints the list behind a button that unfolds it, and above it what the chosen one would change.
    pub fn ui(&mut self, ui: &mut Ui, view: BackupsView<'_>, actions: &mut Actions) {
        let icon = if self.is_unfolded { ICON_EXPAND_LESS } else { ICON_EXPAND_MORE };
        if ui.add(Push::new("Restore a backup").icon(icon).quiet()).clicked() {
            self.is_unfolded = !self.is_unfolded;
        }
        if self.is_unfolded {
            self.list_ui(ui, view, None, actions);
        }
    }

    /// Paints the list without a button that unfolds it, for a diary that is damaged: its newest backup that can be read is proposed.
    pub fn proposed_ui(&mut self, ui: &mut Ui, view: BackupsView<'_>, actions: &mut Actions) {
        part_heading_ui(ui, "Put a backup in its place");
        let known = if let BackupList::Known(backups) = view.list { backups } else { &[] };
        let newest = known.iter().filter(|backup| backup.holds.is_ok()).max_by_key(|backup| backup.at);
        self.list_ui(ui, view, newest.map(|newest| newest.path.as_path()), actions);
    }

    /// Paints the list, of which one backup may be proposed, and above it what the chosen one would change.
    fn list_ui(&mut self, ui: &mut Ui, view: BackupsView<'_>, proposed: Option<&Path>, actions: &mut Actions) {
        match view.restore {
            RestoreStep::NotAsked => {}
            RestoreStep::Reading => drop(weak_label(ui, "Reading the backup, and restoring it in a trial…")),
            RestoreStep::Refused(words) => error_ui(ui, words),
            RestoreStep::Locked(words) => {
                self.secret_ui(ui, words, actions);
                return;
            }
            RestoreStep::Ready(preview) => {
                self.secret = PasswordField::default();
                preview_ui(ui, preview, actions);
                return;
            }
        }
        let is_idle = !matches!(view.restore, RestoreStep::Reading);
        match view.list {
            BackupList::NotAsked => actions.push(Action::ListBackups),
            BackupList::Reading => drop(weak_label(ui, "Looking what there is…")),
            BackupList::Known([]) => drop(weak_label(ui, "There is no backup yet.")),
            BackupList::Known(backups) => {
                for backup in backups {
                    let restore = Push::new("Restore…").small().enabled(is_idle);
                    let is_proposed = proposed == Some(backup.path.as_path());
                    if row_ui(ui, backup, if is_proposed { restore.primary() } else { restore }) {
                        actions.push(Action::ReadBackup(backup.path.clone()));
                    }
                }
            }
        }
        self.other_ui(ui, is_idle, actions);
    }

    /// Asks for the password of an encrypted backup.
    fn secret_ui(&mut self, ui: &mut Ui, words: &str, actions: &mut Actions) {
        match unlock_ui(ui, words, &mut self.secret, Some("Leave everything as it is")) {
            Some(UnlockAnswer::Open(secret)) => actions.push(Action::UnlockBackup(secret)),
            Some(UnlockAnswer::Leave) => actions.push(Action::LeaveBackup),
            None => {}
        }
    }

    fn other_ui(&mut self, ui: &mut Ui, is_idle: bool, actions: &mut Actions) {
        ui.add_space(space::SMALL);
        let look = PlaceLook {
            name: "Another backup",
            hint: "A backup or diary that lies elsewhere",
            choose: "Choose another backup",
            title: "A backup to restore",
            kind: PlaceKind::File,
            endings: &[],
        };
        let is_entered = self.other.ui(ui, look).is_entered;
        let other = self.other.typed().filter(|_| is_idle);
        let is_pressed = ui.add(Push::new("Look what it would change").small().enabled(other.is_some())).clicked();
        if let Some(other) = other.filter(|_| is_pressed || is_entered) {
            actions.push(Action::ReadBackup(other));
        }
    }
}

/// Paints a backup, and the button that chooses it. Returns whether it was chosen.
fn row_ui(ui: &mut Ui, backup: &Backup, restore: Push<'_>) -> bool {
    ui.add_space(space::SMALL);
    let words = of_backup(backup);
    let is_chosen = ui.horizontal_wrapped(|ui| {
        ui.add(Label::new(&words).wrap());
        let can_be_read = backup.holds.is_ok() || backup.is_locked;
        can_be_read && ui.add(restore.name(&format!("Restore: {words}"))).clicked()
    });
    weak_label(ui, held(backup));
    is_chosen.inner
}

fn preview_ui(ui: &mut Ui, preview: &RestorePreview, actions: &mut Actions) {
    ui.add(Label::new(format!("The backup: {}.", preview.then.words())).wrap());
    match &preview.now {
        DiaryNow::Absent => {}
        DiaryNow::Unreadable(words) => error_ui(ui, &format!("Your diary now: {words}")),
        DiaryNow::Sound(tally) => drop(ui.add(Label::new(format!("Your diary now: {}.", tally.words())).wrap())),
    }
    for words in preview.words() {
        ui.add(Label::new(words).wrap());
    }
    ui.add_space(space::SMALL);
    ui.horizontal_wrapped(|ui| {
        if ui.add(Push::new("Put it in the place of my diary").small().primary()).clicked() {
            actions.push(Action::Restore);
        }
        if ui.add(Push::new("Leave everything as it is").small()).clicked() {
            actions.push(Action::LeaveBackup);
        }
    });
}
