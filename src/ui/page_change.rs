//! A page that changed by itself: what was pressed just then was meant for the page before.

use egui::accesskit;
use egui::{Event, Key, PointerState, Ui};

/// How long after the page changed by itself a press is taken to be meant for the page before, in seconds.
const REACTION_S: f64 = 0.5;

/// That the page changed by itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct PageChange {
    /// When, in egui's seconds.
    pub(super) at: f64,
    /// What is said of a press that was meant for the page before.
    pub(super) words: &'static str,
}

impl PageChange {
    /// Takes what is pressed out of the frame, if it was meant for the page before. Returns what is said of it then; `None` if there was no
    /// such press.
    pub(super) fn drop_presses(self, ui: &Ui) -> Option<&'static str> {
        let is_just_now = ui.input(|input| input.time) - self.at < REACTION_S;
        (is_just_now && drop_presses(ui)).then_some(self.words)
    }
}

/// Takes what is pressed out of the frame, so that no widget gets it. Letters, and keys that go to a text field, stay. Returns whether
/// there was a press.
fn drop_presses(ui: &Ui) -> bool {
    let types = ui.ctx().text_edit_focused();
    ui.input_mut(|input| {
        let of_pointer = input.pointer.any_down() || input.pointer.any_pressed() || input.pointer.any_released();
        if of_pointer {
            input.pointer = PointerState::default();
        }
        let before = input.events.len();
        input.events.retain(|event| match event {
            Event::Key { key: Key::Enter | Key::Space, pressed: true, .. } => types,
            Event::AccessKitActionRequest(request) => request.action != accesskit::Action::Click,
            _ => true,
        });
        of_pointer || input.events.len() != before
    })
}
