//! A field in which a path can be typed, with a button that chooses it in the system's own window.

use super::place::{AskedPlace, PlaceChoice, PlaceKind};
use super::widgets::SearchField;
use egui::{Key, Ui};
use std::path::{Path, PathBuf};

/// What stays free beside the field for the button, in points.
const CHOOSE_WIDTH: f32 = 120.0;

/// What is typed in the field, and the question that its button asked.
#[derive(Debug, Default)]
pub struct PlaceField {
    text: String,
    choice: PlaceChoice,
}

/// How a place is asked for.
#[derive(Debug, Clone, Copy)]
pub struct PlaceLook {
    /// What the field is called.
    pub name: &'static str,
    /// What stands in it while it is empty.
    pub hint: &'static str,
    /// What a screen reader says of the button.
    pub choose: &'static str,
    /// The title of the system's window.
    pub title: &'static str,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// The endings of files that are offered, without the dot. Empty for all files.
    pub endings: &'static [&'static str],
}

/// What happened to a field in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceAsked {
    /// Whether Enter was pressed in it.
    pub is_entered: bool,
    /// Whether a place was chosen by the button and stands in it now.
    pub is_chosen: bool,
}

impl PlaceField {
    /// Paints the field, its button, and below them what to do if no place was chosen.
    pub fn ui(&mut self, ui: &mut Ui, look: PlaceLook) -> PlaceAsked {
        let PlaceLook { name, hint, choose, title, kind, endings } = look;
        let mut happened = PlaceAsked { is_entered: false, is_chosen: false };
        ui.horizontal(|ui| {
            let width = ui.available_width() - CHOOSE_WIDTH;
            let field = SearchField::new(name, hint).no_search().width(width).ui(ui, &mut self.text);
            happened.is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let typed = PathBuf::from(self.text.trim());
            let asked = || AskedPlace { title, kind, endings, typed };
            if let Some(place) = self.choice.button_ui(ui, "Choose…", choose, asked) {
                self.put(&place);
                happened.is_chosen = true;
            }
        });
        self.choice.words_ui(ui);
        happened
    }

    /// The path in the field. Returns `None` if it is empty.
    #[must_use]
    pub fn typed(&self) -> Option<PathBuf> {
        let text = self.text.trim();
        (!text.is_empty()).then(|| PathBuf::from(text))
    }

    /// Puts a path into the field.
    pub fn put(&mut self, place: &Path) {
        self.text = place.display().to_string();
    }
}
