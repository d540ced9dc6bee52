//! The form for an import: which file, what it would change, and taking it in.

use super::view::{FilePreview, ImportStep};
use crate::domain::counted;
use crate::ui::action::{Action, Actions};
use crate::ui::place::{AskedPlace, PlaceChoice, PlaceKind};
use crate::ui::screens::settings::parts::quiet_ui;
use crate::ui::screens::unlock::{UnlockAnswer, unlock_ui};
use crate::ui::theme::space;
use crate::ui::widgets::{PasswordField, Push, SearchField, error_ui, weak_label};
use egui::{Key, Label, Ui};
use std::path::PathBuf;

/// What stays free beside the field for the buttons that open the system's window, in points.
const CHOOSE_WIDTH: f32 = 190.0;

/// How many lines of a list are shown.
const SHOWN: usize = 20;

/// What is being typed about an import.
#[derive(Debug, Default)]
pub(super) struct ImportForm {
    is_unfolded: bool,
    from: String,
    file: PlaceChoice,
    folder: PlaceChoice,
    secret: PasswordField,
}

impl ImportForm {
    pub(super) fn ui(&mut self, ui: &mut Ui, step: ImportStep<'_>, actions: &mut Actions) {
        if ui.add(Push::new("Import…").small()).clicked() {
            self.is_unfolded = !self.is_unfolded;
        }
        match step {
            ImportStep::TakingIn => return drop(weak_label(ui, "Making a backup, and taking it in…")),
            ImportStep::Locked(words) => return self.secret_ui(ui, words, actions),
            ImportStep::Ready(preview) => {
                self.secret = PasswordField::default();
                return preview_ui(ui, preview, actions);
            }
            ImportStep::Reading => drop(weak_label(ui, "Reading it, and comparing it with your diary…")),
            ImportStep::Refused(words) => error_ui(ui, words),
            ImportStep::NotAsked => {}
        }
        if self.is_unfolded {
            self.place_ui(ui, !matches!(step, ImportStep::Reading), actions);
        }
    }

    /// Asks for what opens an encrypted file.
    fn secret_ui(&mut self, ui: &mut Ui, words: &str, actions: &mut Actions) {
        match unlock_ui(ui, words, &mut self.secret, Some("Leave it")) {
            Some(UnlockAnswer::Open(secret)) => actions.push(Action::UnlockFile(secret)),
            Some(UnlockAnswer::Leave) => actions.push(Action::LeaveFile),
            None => {}
        }
    }

    fn place_ui(&mut self, ui: &mut Ui, is_idle: bool, actions: &mut Actions) {
        quiet_ui(ui, "An export, a folder of tables, or another diary. You see first what it would change.");
        let mut is_entered = false;
        ui.horizontal(|ui| {
            let width = ui.available_width() - CHOOSE_WIDTH;
            let field = SearchField::new("What to import", "Where it is").no_search().width(width).ui(ui, &mut self.from);
            is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let typed = PathBuf::from(self.from.trim());
            let asked = |kind| AskedPlace { title: "What to import", kind, endings: &[], typed: typed.clone() };
            let file = self.file.button_ui(ui, "File…", "Choose a file to import", || asked(PlaceKind::File));
            let folder = self.folder.button_ui(ui, "Folder…", "Choose a folder of tables to import", || asked(PlaceKind::Folder));
            if let Some(place) = file.or(folder) {
                self.from = place.display().to_string();
            }
        });
        self.file.words_ui(ui);
        self.folder.words_ui(ui);
        let from = self.from.trim();
        let is_possible = is_idle && !from.is_empty();
        let is_pressed = ui.add(Push::new("Look what would come").small().enabled(is_possible)).clicked();
        if (is_pressed || is_entered) && is_possible {
            actions.push(Action::ReadFile(PathBuf::from(from)));
        }
    }
}

/// What would come, and the ways on.
fn preview_ui(ui: &mut Ui, preview: &FilePreview, actions: &mut Actions) {
    let FilePreview { what, is_new, counts, details, left_out, left_out_count, unknown, .. } = preview;
    ui.add_space(space::SMALL);
    let words = if *is_new { format!("Nothing was changed yet. This would come: {what}.") } else { format!("{what}.") };
    ui.add(Label::new(words).wrap());
    list_ui(ui, counts, counts.len());
    list_ui(ui, details, details.len());
    if *left_out_count > 0 {
        ui.add(Label::new("Left out:").wrap());
        list_ui(ui, left_out, *left_out_count);
    }
    if !unknown.is_empty() {
        ui.add(Label::new("Not known to this version, and left out:").wrap());
        list_ui(ui, unknown, unknown.len());
    }
    ui.add_space(space::SMALL);
    ui.horizontal_wrapped(|ui| {
        if *is_new && ui.add(Push::new("Take it in").small().primary()).clicked() {
            actions.push(Action::TakeFileIn);
        }
        if ui.add(Push::new("Leave it").small()).clicked() {
            actions.push(Action::LeaveFile);
        }
    });
}

/// The first lines of a list, and how many more there are.
fn list_ui(ui: &mut Ui, lines: &[String], count: usize) {
    lines.iter().take(SHOWN).for_each(|words| drop(weak_label(ui, words)));
    let more = count.saturating_sub(lines.len().min(SHOWN));
    if more > 0 {
        weak_label(ui, format!("and {}", counted(more, "more line")));
    }
}
