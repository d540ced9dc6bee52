//! Whether letters were typed into the text field that has the focus: only then does undoing mean these letters.

use egui::{Id, Response, Ui};

/// The text field that has the focus.
#[derive(Debug, Clone)]
struct Typing {
    field: Id,
    began_with: String,
    untouched: bool,
}

/// Notes the text of a field that was just painted, and what of it is saved, if the field has the focus.
pub(super) fn note_typing(ui: &Ui, response: &Response, text: &str, saved: &str) {
    if !response.has_focus() {
        return;
    }
    let stays = !response.gained_focus();
    ui.data_mut(|data| {
        let before = data.get_temp::<Typing>(key()).filter(|typing| typing.field == response.id && stays);
        let began_with = before.map_or_else(|| text.to_owned(), |typing| typing.began_with);
        let untouched = text == saved || text == began_with;
        data.insert_temp(key(), Typing { field: response.id, began_with, untouched });
    });
}

/// Whether the text field that has the focus can itself undo letters that were typed into it. `false` if no text field has the focus.
#[must_use]
pub fn has_letters_to_undo(ui: &Ui) -> bool {
    let focused = ui.memory(egui::Memory::focused);
    let typing = ui.data(|data| data.get_temp::<Typing>(key()));
    let untouched = typing.is_some_and(|typing| Some(typing.field) == focused && typing.untouched);
    ui.ctx().text_edit_focused() && !untouched
}

fn key() -> Id {
    Id::unique("text field with the keyboard")
}
