//! A line above every screen: what must not be forgotten about the open diary.

use super::action::{Action, Actions};
use super::open_diary::DiaryState;
use super::theme::{self, colour};
use super::widgets::{Push, StripLook, strip_ui};
use crate::store::SetAside;
use egui::Ui;
use egui::accesskit::Live;

/// Says that the diary on the screen is the example, cannot be written, or has records that cannot be read. Paints nothing for the
/// person's own sound diary.
pub(super) fn notice_ui(ui: &mut Ui, state: &DiaryState, left_out: &[SetAside], actions: &mut Actions) {
    match state {
        DiaryState::Example(_) => {
            let words = "You are looking at an example diary. Nothing here is yours, and nothing is kept.";
            line_ui(ui, "notice", words, Some(("Back to my diary", Action::CloseExample)), actions);
        }
        DiaryState::ReadOnly(_) => {
            line_ui(ui, "notice", "This diary is open for reading only. What you log cannot be saved.", None, actions);
        }
        DiaryState::Own(diary) if diary.is_broken() => {
            let words = "The diary file is damaged, so nothing is written into it. Restore a backup: the damaged file is kept.";
            line_ui(ui, "notice", words, Some(("Look at the diary file", Action::ShowDiaryFile)), actions);
        }
        DiaryState::Own(_) | DiaryState::Restoring | DiaryState::Trouble { .. } => {}
    }
    if let [first, others @ ..] = left_out {
        let words = match others.len() {
            0 => format!("1 record cannot be read and is left out: {}.", first.in_sentence()),
            more => format!("{} records cannot be read and are left out: {} and {more} more.", more + 1, first.in_sentence()),
        };
        line_ui(ui, "left out", &words, Some(("See what cannot be read", Action::ShowDiaryFile)), actions);
    }
}

/// A line with a button that asks for an action.
fn line_ui(ui: &mut Ui, id: &'static str, words: &str, button: Option<(&str, Action)>, actions: &mut Actions) {
    let c = theme::colours(ui);
    strip_ui(ui, StripLook { id, fill: colour(c.accent_soft), margin: 6 }, |ui| {
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(words);
            ui.ctx().accesskit_node_builder(label.id, |node| {
                node.set_live(Live::Polite);
            });
            if let Some((button, action)) = button
                && ui.add(Push::new(button).small()).clicked()
            {
                actions.push(action);
            }
        });
    });
}
