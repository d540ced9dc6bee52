//! What stands around the screens: a page without navigation, and notices above everything.

use super::action::{Action, Actions};
use super::open_diary::DiaryState;
use super::theme::{self, colour};
use super::widgets::Push;
use egui::{CentralPanel, Frame, Margin, Panel, Ui};

/// A page without navigation.
pub(super) fn page_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let frame = Frame::new().fill(ui.visuals().panel_fill).inner_margin(Margin::same(20));
    CentralPanel::default().frame(frame).show(ui, content);
}

/// What must not be forgotten about the open diary, above everything.
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
