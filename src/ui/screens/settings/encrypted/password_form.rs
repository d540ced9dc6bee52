//! A new password, typed twice.

use crate::sealed::Password;
use crate::ui::screens::settings::parts::quiet_ui;
use crate::ui::theme::space;
use crate::ui::widgets::{PasswordField, Push, error_ui, form_row_ui, note_ui};
use egui::Ui;

/// What the person is typing.
#[derive(Debug, Default)]
pub(super) struct PasswordForm {
    first: PasswordField,
    second: PasswordField,
    /// Why it was not taken.
    error: Option<String>,
}

/// What came of the form.
#[derive(Debug)]
pub(super) enum PasswordAnswer {
    Chosen(Password),
    Cancelled,
}

impl PasswordForm {
    pub(super) fn new() -> Self {
        let mut form = Self::default();
        form.first.take_keyboard();
        form
    }

    /// Paints the form; `go_on` is the button that takes the password. Returns `None` until something was decided.
    pub(super) fn ui(&mut self, ui: &mut Ui, go_on: &str) -> Option<PasswordAnswer> {
        const LABEL: f32 = 110.0;
        note_ui(
            ui,
            "Nobody can reset this password. Who has neither the password nor the recovery words can never open an encrypted copy.",
        );
        ui.add_space(space::SMALL);
        form_row_ui(ui, LABEL, "New password", |ui| {
            if self.first.ui(ui, "New password") {
                self.second.take_keyboard();
            }
        });
        let mut is_entered = false;
        form_row_ui(ui, LABEL, "Once more", |ui| is_entered = self.second.ui(ui, "New password once more"));
        quiet_ui(ui, "At least 8 characters. Four ordinary words that have nothing to do with each other are easy to remember.");
        if let Some(error) = &self.error {
            error_ui(ui, error);
        }
        ui.add_space(space::SMALL);
        let mut answer = None;
        ui.horizontal_wrapped(|ui| {
            if ui.add(Push::new(go_on).small().primary()).clicked() || is_entered {
                answer = self.chosen();
            }
            if ui.add(Push::new("Cancel").name("Cancel encrypting copies").small()).clicked() {
                answer = Some(PasswordAnswer::Cancelled);
            }
        });
        answer
    }

    fn chosen(&mut self) -> Option<PasswordAnswer> {
        match Password::new(self.first.text()) {
            Err(error) => self.error = Some(error.to_string()),
            Ok(_) if self.first.text().trim() != self.second.text().trim() => {
                self.error = Some("The two are not the same. Type the password once more.".to_owned());
                self.second = PasswordField::default();
                self.second.take_keyboard();
            }
            Ok(password) => return Some(PasswordAnswer::Chosen(password)),
        }
        None
    }
}
