//! Keys that work on every screen, and how a screen takes one of its own.

use super::action::{Action, Actions, FoodTab, GuideTab, Route};
use super::widgets::has_letters_to_undo;
use super::window_change::WindowChange;
use crate::domain::Day;
use crate::machine::{LetterKeys, TextSize};
use egui::gui_zoom::kb_shortcuts::{ZOOM_IN, ZOOM_IN_SECONDARY, ZOOM_OUT, ZOOM_RESET};
use egui::{Context, Id, Key, KeyboardShortcut, Modifiers, Ui};

/// Takes the focus from the field that has it, so that it saves what was typed before the screen goes.
pub(super) fn leave_field(ui: &Ui) {
    ui.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
}

/// Sets whether single letters and digits do something.
pub(super) fn set_letter_keys(context: &Context, keys: LetterKeys) {
    context.data_mut(|data| data.insert_temp(Id::unique("letter keys"), keys == LetterKeys::On));
}

/// Whether single letters and digits do something.
pub(super) fn letters_act(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp(Id::unique("letter keys"))).unwrap_or(true)
}

/// Whether a key was pressed without modifiers while no text field has the focus. Consumes the key. A letter does nothing where the person
/// wants so.
pub(super) fn take_key(ui: &Ui, key: Key) -> bool {
    let is_letter = key.name().len() == 1;
    (!is_letter || letters_act(ui))
        && !ui.ctx().text_edit_focused()
        && ui.input_mut(|input| input.modifiers.is_none() && input.consume_key(Modifiers::NONE, key))
}

/// Handles Ctrl and a digit for the screens, F1 for a cramp that is happening, the size of text, undo and redo. `home` is the date that Today opens on.
pub(super) fn shortcuts(ui: &Ui, home: Day, actions: &mut Actions) {
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)));
    for (key, action) in [
        (Key::Num1, Action::Go(Route::Today(home))),
        (Key::Num2, Action::GoToTrends),
        (Key::Num3, Action::Go(Route::Food(FoodTab::Intake))),
        (Key::Num4, Action::Go(Route::Guide(GuideTab::Read))),
        (Key::Num5, Action::Go(Route::Settings)),
        (Key::F1, Action::Go(Route::Relief)),
    ] {
        let modifiers = if key == Key::F1 { Modifiers::NONE } else { Modifiers::COMMAND };
        if pressed(modifiers, key) {
            leave_field(ui);
            actions.push(action);
        }
    }
    let zoomed = [(ZOOM_IN, WindowChange::Larger), (ZOOM_IN_SECONDARY, WindowChange::Larger), (ZOOM_OUT, WindowChange::Smaller)];
    for (keys, change) in zoomed.into_iter().chain([(ZOOM_RESET, WindowChange::TextSize(TextSize::default()))]) {
        if ui.input_mut(|input| input.consume_shortcut(&keys)) {
            actions.push(Action::ChangeWindow(change));
        }
    }
    // A field in which letters were typed undoes these by itself.
    if has_letters_to_undo(ui) {
        return;
    }
    if pressed(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z) || pressed(Modifiers::COMMAND, Key::Y) {
        actions.push(Action::Redo);
    } else if pressed(Modifiers::COMMAND, Key::Z) {
        actions.push(Action::Undo);
    }
}
