//! Encrypted copies: turning them on with a password and recovery words, changing the password, turning them off.

mod password_form;
mod words_form;

use super::parts::quiet_ui;
use super::view::SealedState;
use crate::sealed::{RecoveryWords, SealedError};
use crate::ui::action::{Action, Actions};
use crate::ui::sealing::SealingChange;
use crate::ui::theme::space;
use crate::ui::widgets::{Push, error_ui, part_heading_ui};
use egui::{Label, Ui};
use password_form::{PasswordAnswer, PasswordForm};
use words_form::{WordsAnswer, WordsForm};

/// The part of the card about the diary that is about encrypted copies.
#[derive(Debug, Default)]
pub(super) struct EncryptedPart {
    step: Step,
}

/// Where the person is on the way to other settings.
#[derive(Debug, Default)]
enum Step {
    #[default]
    Rest,
    /// Typing the password that copies get.
    FirstPassword(PasswordForm),
    /// Writing the recovery words down.
    Words(Box<WordsForm>),
    /// Typing another password.
    NewPassword(PasswordForm),
    /// Asked whether copies shall be plain.
    TurnOff,
}

impl EncryptedPart {
    /// Takes in that what was asked for is done. Until then what was typed stays.
    pub(super) fn done(&mut self) {
        self.step = Step::Rest;
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, state: SealedState, actions: &mut Actions) {
        part_heading_ui(ui, "Encrypted copies");
        if state == SealedState::Changing {
            quiet_ui(ui, "Making the keys takes a moment…");
            return;
        }
        let next = match &mut self.step {
            Step::Rest => rest_ui(ui, state),
            Step::FirstPassword(form) => match form.ui(ui, "Go on") {
                Some(PasswordAnswer::Chosen(password)) => match RecoveryWords::random() {
                    Ok(words) => Some(Step::Words(Box::new(WordsForm::new(password, words)))),
                    Err(error) => {
                        actions.push(Action::Say(format!("The computer gave no random numbers ({error}). Try again.")));
                        None
                    }
                },
                Some(PasswordAnswer::Cancelled) => Some(Step::Rest),
                None => None,
            },
            Step::Words(form) => match form.ui(ui, actions) {
                Some(WordsAnswer::Written(password, words)) => ask(SealingChange::TurnOn(password, words), actions),
                Some(WordsAnswer::Cancelled) => Some(Step::Rest),
                None => None,
            },
            Step::NewPassword(form) => match form.ui(ui, "Change the password") {
                Some(PasswordAnswer::Chosen(password)) => ask(SealingChange::NewPassword(password), actions),
                Some(PasswordAnswer::Cancelled) => Some(Step::Rest),
                None => None,
            },
            Step::TurnOff => turn_off_ui(ui, actions),
        };
        if let Some(step) = next {
            self.step = step;
        }
    }
}

/// Asks for a change. The step stays until it is done.
fn ask(change: SealingChange, actions: &mut Actions) -> Option<Step> {
    actions.push(Action::ChangeSealing(Box::new(change)));
    None
}

/// Says whether copies are encrypted, and offers to change that.
fn rest_ui(ui: &mut Ui, state: SealedState) -> Option<Step> {
    match state {
        SealedState::On => {
            ui.add(Label::new("Copies outside of this computer's own folders are encrypted.").wrap());
            quiet_ui(
                ui,
                "They open with your password, or with your eight recovery words. This computer makes them without asking, \
                 and the diary on it stays as it is.",
            );
            let mut next = None;
            ui.horizontal_wrapped(|ui| {
                if ui.add(Push::new("Change the password…").small()).clicked() {
                    next = Some(Step::NewPassword(PasswordForm::new()));
                }
                if ui.add(Push::new("Stop encrypting…").small()).clicked() {
                    next = Some(Step::TurnOff);
                }
            });
            next
        }
        SealedState::Off | SealedState::Changing | SealedState::Unreadable => {
            if state == SealedState::Unreadable {
                error_ui(ui, &SealedError::UnreadableKeys.to_string());
            }
            quiet_ui(
                ui,
                "A stick can be lost, and a synced folder lies with others. Backups in the second place, and what your computers \
                 share, can be encrypted with a password. The diary on this computer stays as it is.",
            );
            let pressed = ui.add(Push::new("Encrypt copies…").small()).clicked();
            pressed.then(|| Step::FirstPassword(PasswordForm::new()))
        }
    }
}

fn turn_off_ui(ui: &mut Ui, actions: &mut Actions) -> Option<Step> {
    ui.add(Label::new("New copies are plain then: whoever finds one can read it.").wrap());
    quiet_ui(ui, "Copies that are encrypted stay so. Keep the password and the recovery words as long as you keep those.");
    ui.add_space(space::SMALL);
    let mut next = None;
    ui.horizontal_wrapped(|ui| {
        if ui.add(Push::new("Stop encrypting").small()).clicked() {
            next = ask(SealingChange::TurnOff, actions);
        }
        if ui.add(Push::new("Go on encrypting").small()).clicked() {
            next = Some(Step::Rest);
        }
    });
    next
}
