//! A question above every screen: whether an amount is meant that hardly anybody can mean. It waits there unsaved.

use super::action::{Action, Actions};
use super::theme::{self, colour};
use super::widgets::{Push, StripLook, strip_ui};
use crate::diary::Command;
use egui::Ui;
use egui::accesskit::{Live, Role};

/// What waits for the answer of the person.
#[derive(Debug)]
pub(super) struct Doubt {
    question: String,
    action: Action,
    /// Whether the question was painted.
    is_asked: bool,
}

impl Doubt {
    /// The question that an action needs. Returns `None` for one that can be carried out as it is.
    pub(super) fn about(action: &Action) -> Option<Self> {
        let (Action::Run(command) | Action::RunTyped(command, _) | Action::RunThenGo(command, _)) = action else { return None };
        let question = format!("{}. Is it meant? It is not saved yet.", command.doubt()?);
        Some(Self { question, action: action.clone(), is_asked: false })
    }

    /// What would be saved.
    pub(super) fn command(&self) -> Option<&Command> {
        match &self.action {
            Action::Run(command) | Action::RunTyped(command, _) | Action::RunThenGo(command, _) => Some(command),
            _ => None,
        }
    }

    /// The action that waits.
    pub(super) fn meant(self) -> Action {
        self.action
    }

    /// Paints the question. The keyboard goes to "No": a second Enter must not save what nobody looked at.
    pub(super) fn ui(&mut self, ui: &mut Ui, actions: &mut Actions) {
        let c = theme::colours(ui);
        strip_ui(ui, StripLook { id: "doubt", fill: colour(c.accent_soft), margin: 6 }, |ui| {
            ui.horizontal_wrapped(|ui| {
                let words = ui.label(self.question.as_str());
                ui.ctx().accesskit_node_builder(words.id, |node| {
                    node.set_role(Role::Alert);
                    node.set_label(self.question.as_str());
                    node.set_live(Live::Assertive);
                });
                if ui.add(Push::new("Yes, save it").small()).clicked() {
                    actions.push(Action::Meant);
                }
                let no = ui.add(Push::new("No").name("No, do not save it").small());
                if !std::mem::replace(&mut self.is_asked, true) {
                    no.request_focus();
                }
                if no.clicked() {
                    actions.push(Action::NotMeant);
                }
            });
        });
    }
}
