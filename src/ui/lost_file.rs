//! The notice across the page while the open diary has lost its file: what happened to which file, and the ways on.

use super::action::{Action, Actions};
use super::place::{AskedPlace, PlaceChoice, PlaceKind};
use super::theme::{self, colour, space};
use super::widgets::{Push, SearchField, StripLook, strip_ui};
use crate::diary::has_backups;
use crate::domain::Day;
use crate::machine::Machine;
use crate::store::{FileLook, StoreError, holds_diary};
use egui::accesskit::Live;
use egui::{Key, Label, RichText, Ui};
use egui_material_icons::icons::ICON_SAVE;
use std::path::{Path, PathBuf};

/// How high the field for the path is, in points. What stands beside it is centred on it.
const FIELD_HEIGHT: f32 = 36.0;

/// What stays free beside the field for the button that opens the system's window, in points.
const CHOOSE_WIDTH: f32 = 130.0;

/// What became of the file of the open diary.
#[derive(Debug, Default)]
pub(super) struct LostFile {
    found: Option<Found>,
}

#[derive(Debug)]
struct Found {
    /// What happened, in words for the person.
    words: String,
    /// What is at the path now; `None` for nothing.
    there: Option<FileLook>,
    /// Whether that is a diary other than the open one.
    can_open: bool,
    /// Whether there is a backup to get the diary back from.
    has_backups: bool,
    /// Where the copy is to go, as it is typed.
    copy_to: String,
    /// Where a copy was saved last.
    copied: Option<PathBuf>,
    choice: PlaceChoice,
    /// How high the notice was in the last frame, in points.
    height: f32,
}

impl LostFile {
    /// Takes in that the diary at the path, of which this computer knows, has lost its file.
    pub(super) fn lost(&mut self, error: &StoreError, path: &Path, machine: &Machine, today: Day) {
        let (words, there) = (error.to_string(), FileLook::of(path));
        if self.found.as_ref().is_some_and(|found| found.words == words && found.there == there) {
            return;
        }
        let is_there = matches!(error, StoreError::MadeReadOnly { .. });
        let (can_open, has_backups) = (!is_there && holds_diary(path), !is_there && has_backups(path, machine));
        self.found = Some(match self.found.take() {
            Some(before) => Found { words, there, can_open, has_backups, ..before },
            None => Found {
                words,
                there,
                can_open,
                has_backups,
                copy_to: proposed(path, today).display().to_string(),
                copied: None,
                choice: PlaceChoice::default(),
                height: 0.0,
            },
        });
    }

    /// Takes in that the file is as it was left, or that another diary is open.
    pub(super) fn is_fine(&mut self) {
        self.found = None;
    }

    /// Whether the diary has lost its file.
    pub(super) fn is_lost(&self) -> bool {
        self.found.is_some()
    }

    /// Takes in that a copy of the diary at the path was saved.
    pub(super) fn copied(&mut self, to: &Path, path: &Path, today: Day) {
        if let Some(found) = &mut self.found {
            found.copied = Some(to.to_owned());
            found.copy_to = proposed(path, today).display().to_string();
        }
    }

    /// How high the notice was in the last frame, in points; 0 without one.
    pub(super) fn height(&self) -> f32 {
        self.found.as_ref().map_or(0.0, |found| found.height)
    }

    /// Paints the notice. Paints nothing while the file is as it was left.
    pub(super) fn ui(&mut self, ui: &mut Ui, actions: &mut Actions) {
        let Some(found) = &mut self.found else { return };
        let c = theme::colours(ui);
        let height = strip_ui(ui, StripLook { id: "lost file", fill: colour(c.danger_soft), margin: 10 }, |ui| {
            let label = ui.add(Label::new(RichText::new(&found.words).color(colour(c.danger))).wrap());
            ui.ctx().accesskit_node_builder(label.id, |node| {
                node.set_live(Live::Assertive);
            });
            ui.add_space(space::SMALL);
            found.ways_on_ui(ui, actions);
            if let Some(copied) = &found.copied {
                ui.add_space(space::SMALL);
                ui.add(Label::new(format!("A copy of what is open was saved: {}", copied.display())).wrap());
            }
        });
        found.height = height;
    }
}

impl Found {
    fn ways_on_ui(&mut self, ui: &mut Ui, actions: &mut Actions) {
        if self.there.is_none() && ui.add(Push::new("Save it at its place again").icon(ICON_SAVE).small().primary()).clicked() {
            actions.push(Action::SaveThereAgain);
        }
        if self.can_open && ui.add(Push::new("Open what is there now").small()).clicked() {
            actions.push(Action::OpenWhatIsThere);
        }
        if self.has_backups && ui.add(Push::new("Get it back from a backup").small()).clicked() {
            actions.push(Action::ShowDiaryFile);
        }
        ui.spacing_mut().interact_size.y = FIELD_HEIGHT;
        ui.horizontal_wrapped(|ui| {
            let pressed = ui.add(Push::new("Save a copy of what is open").icon(ICON_SAVE).small()).clicked();
            let width = (ui.available_size_before_wrap().x - CHOOSE_WIDTH).clamp(160.0, 460.0);
            let field = SearchField::new("Where the copy goes", "A new file").no_search().width(width).ui(ui, &mut self.copy_to);
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let asked = || AskedPlace {
                title: "Where the copy goes",
                kind: PlaceKind::NewFile,
                endings: &[],
                typed: PathBuf::from(self.copy_to.trim()),
            };
            if let Some(place) = self.choice.button_ui(ui, "Choose…", "Choose where the copy goes", asked) {
                self.copy_to = place.display().to_string();
            }
            let path = self.copy_to.trim();
            if (pressed || entered) && !path.is_empty() {
                actions.push(Action::SaveCopy(PathBuf::from(path)));
            }
        });
        self.choice.words_ui(ui);
    }
}

/// A new name beside the diary: "diary-copy-2026-11-30.sqlite". If its folder is gone too, in the nearest one above that is there.
fn proposed(path: &Path, today: Day) -> PathBuf {
    let folder = path.ancestors().skip(1).find(|folder| folder.is_dir()).unwrap_or_else(|| Path::new(""));
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let named = |number: u32| {
        let number = if number == 1 { String::new() } else { format!("-{number}") };
        folder.join(format!("{stem}-copy-{today}{number}")).with_extension(&*ending)
    };
    (1..1000).map(named).find(|name| name.symlink_metadata().is_err()).unwrap_or_else(|| named(1000))
}
