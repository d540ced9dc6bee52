//! Asking for what opens an encrypted file.

use crate::sealed::Secret;
use crate::ui::widgets::{PasswordField, Push};
use egui::{Label, Ui};

/// What the person answered.
#[derive(Debug)]
pub(in crate::ui::screens) enum UnlockAnswer {
    /// What may open it.
    Open(Box<Secret>),
    /// To leave it closed.
    Leave,
}

/// Says why the secret is needed, and asks for it. `leave` stands on the button that leaves the file closed; without it
/// there is none. Returns `None` until an answer was given.
pub(in crate::ui::screens) fn unlock_ui(ui: &mut Ui, words: &str, secret: &mut PasswordField, leave: Option<&str>) -> Option<UnlockAnswer> {
    ui.add(Label::new(words).wrap());
    let is_entered = secret.ui(ui, "Password or recovery words");
    let mut answer = None;
    ui.horizontal_wrapped(|ui| {
        if (ui.add(Push::new("Open it").small().primary()).clicked() || is_entered)
            && let Ok(typed) = Secret::typed(secret.text())
        {
            answer = Some(UnlockAnswer::Open(Box::new(typed)));
        }
        if let Some(leave) = leave
            && ui.add(Push::new(leave).small()).clicked()
        {
            *secret = PasswordField::default();
            answer = Some(UnlockAnswer::Leave);
        }
    });
    answer
}
