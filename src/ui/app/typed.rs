//! What was typed is saved before the page, the diary or the window goes.

use super::App;
use crate::diary::Diary;
use crate::ui::action::{Action, Actions};
use crate::ui::widgets::{VisitSaid, has_unsaved_text, has_unsent_text, take_said};
use egui::{Context, Ui, ViewportCommand};

impl App {
    /// Carries out what was asked for in the frame. What leaves the page waits for the next frame if a text field of the page holds what the
    /// diary does not have: in that frame all fields save what is right.
    pub(super) fn act_on(&mut self, ui: &Ui, mut actions: Actions) {
        let said = take_said(ui);
        if let Some(VisitSaid::TakenBack(visit)) = said
            && self.session.diary().and_then(Diary::last_visit) == Some(visit)
        {
            self.change(Diary::undo);
        }
        let waited = std::mem::take(&mut self.waiting);
        let waits = waited.is_empty() && has_unsaved_text(ui.ctx());
        for action in actions.take().into_iter().chain(waited) {
            ui.ctx().request_repaint();
            if !self.waiting.is_empty() || waits && action.leaves_the_page() {
                self.waiting.push(action);
                continue;
            }
            match (action, said) {
                (Action::Run(command), Some(VisitSaid::Saved(visit))) => self.act(Action::RunTyped(command, visit)),
                (action, _) => self.act(action),
            }
        }
    }

    /// Has a window that was just hidden painted once more if something typed is not saved: otherwise egui paints it when it is shown again.
    pub(super) fn save_when_hidden(&mut self, context: &Context) {
        let is_hidden = context.input(|input| input.viewport().visible()) == Some(false);
        if is_hidden && !self.is_hidden && has_unsent_text(context) {
            context.send_viewport_cmd(ViewportCommand::RequestPaintWhileHidden);
            context.request_repaint();
        }
        self.is_hidden = is_hidden;
    }
}
