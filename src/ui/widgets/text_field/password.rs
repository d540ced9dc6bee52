//! A field for a password: dots stand for its letters.

use super::edit::{EditLook, edit_ui};
use egui::accesskit::Role;
use egui::{Key, Margin, Ui};
use std::fmt;

/// What a screen remembers of a password that is typed. It is saved nowhere, and `Debug` does not print it.
#[derive(Default)]
pub struct PasswordField {
    text: String,
    takes_keyboard: bool,
}

impl PasswordField {
    /// Paints the field, called `name` by a screen reader. Returns whether Enter was pressed in it.
    pub fn ui(&mut self, ui: &mut Ui, name: &str) -> bool {
        let margin = Margin::symmetric(8, 6);
        let look = EditLook { name, role: Role::PasswordInput, hint: "", width: 220.0, margin, salt: None, hidden: true };
        let response = edit_ui(ui, &mut self.text, look, |text, _changed| text.is_empty());
        if std::mem::take(&mut self.takes_keyboard) {
            response.request_focus();
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    }

    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Gives the field the focus when it is painted next.
    pub fn take_keyboard(&mut self) {
        self.takes_keyboard = true;
    }
}

impl fmt::Debug for PasswordField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordField(..)")
    }
}
