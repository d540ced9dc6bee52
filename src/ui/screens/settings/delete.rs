//! Deleting the diary for good, behind a typed word.

use super::parts::quiet_ui;
use super::view::FileView;
use crate::machine::DiaryNotes;
use crate::store::BackupPlace;
use crate::ui::action::{Action, Actions};
use crate::ui::theme::space;
use crate::ui::widgets::{Push, SearchField, alarm_ui, tick_ui};
use egui::{Label, Ui};

/// What is to be typed.
const WORD: &str = "delete";

/// What is being typed about deleting the diary.
#[derive(Debug, Default)]
pub(super) struct DeletePart {
    is_unfolded: bool,
    typed: String,
    with_backups: bool,
}

impl DeletePart {
    pub(super) fn ui(&mut self, ui: &mut Ui, view: FileView<'_>, actions: &mut Actions) {
        if ui.add(Push::new("Delete my diary…").quiet()).clicked() {
            *self = Self { is_unfolded: !self.is_unfolded, ..Self::default() };
        }
        if !self.is_unfolded {
            return;
        }
        alarm_ui(ui, "Everything you logged is gone then, and cannot be brought back by undo.");
        ui.add(Label::new(format!("Will be deleted: {}, with the imported foods beside it.", view.path.display())).wrap());
        let backups = BackupPlace::beside(view.path);
        if backups.folder().is_dir() {
            let words = format!("Delete its backups in {} too", backups.folder().display());
            if tick_ui(ui, self.with_backups, &words).clicked() {
                self.with_backups = !self.with_backups;
            }
        }
        for words in remaining(view.backups.notes, self.with_backups) {
            quiet_ui(ui, &words);
        }
        ui.add_space(space::SMALL);
        ui.horizontal_wrapped(|ui| {
            let name = format!("Type the word {WORD}");
            SearchField::new(&name, &name).no_search().width(200.0).ui(ui, &mut self.typed);
            let is_meant = self.typed.trim().eq_ignore_ascii_case(WORD);
            if ui.add(Push::new("Delete it for good").small().enabled(is_meant)).clicked() {
                actions.push(Action::DeleteDiary { with_backups: self.with_backups });
                *self = Self::default();
            }
        });
    }
}

/// Where copies remain, a sentence each.
fn remaining(notes: &DiaryNotes, with_backups: bool) -> Vec<String> {
    let beside = (!with_backups).then(|| "Backups beside it remain, and can be restored.".to_owned());
    let elsewhere = notes.second_place.as_ref().map(|folder| format!("Backups in {} remain.", folder.display()));
    let machines = notes.sync_folder.as_ref().map(|folder| format!("What other computers have remains, and so does {}.", folder.display()));
    let by_hand = "Copies that you or other programs made remain, and so do copies from before an update beside it.".to_owned();
    [beside, elsewhere, machines, Some(by_hand)].into_iter().flatten().collect()
}
