//! A line above every screen: what must not be forgotten about the open diary.

use super::action::{Action, Actions};
use super::open_diary::DiaryState;
use super::theme::{self, colour};
use super::widgets::Push;
use egui::{Frame, Margin, Panel, Ui};

/// Says that the diary on the screen is the example, or cannot be written. Paints nothing for the person's own diary.
pub(super) fn notice_ui(ui: &mut Ui, state: &DiaryState, actions: &mut Actions) {
    let (words, button) = match state {
        DiaryState::Example(_) => {
            ("You are looking at an example diary. Nothing here is yours, and nothing is kept.", Some("Back to my diary"))
        }
        DiaryState::ReadOnly(_) => ("This diary is open for reading only. What you log cannot be saved.", None),
        DiaryState::Own(_) | DiaryState::Trouble { .. } => return,
    };
    let c = theme::colours(ui);
    let frame = Frame::new().fill(colour(c.accent_soft)).inner_margin(Margin::symmetric(22, 6));
    Panel::top("notice").frame(frame).show_separator_line(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(words);
            if let Some(button) = button
                && ui.add(Push::new(button).small()).clicked()
            {
                actions.push(Action::CloseExample);
            }
        });
    });
}
