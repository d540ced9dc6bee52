//! Keys that work on every screen.

use super::action::{Action, Actions, FoodTab, Route};
use crate::domain::Day;
use egui::{Key, KeyboardShortcut, Modifiers, Ui};

/// Ctrl and a digit for the screens, undo and redo; `home` is the date that Today opens on.
pub(super) fn shortcuts(ui: &Ui, home: Day, actions: &mut Actions) {
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)));
    for (key, route) in [
        (Key::Num1, Route::Today(home)),
        (Key::Num2, Route::Trends),
        (Key::Num3, Route::Food(FoodTab::Intake)),
        (Key::Num4, Route::Settings),
    ] {
        if pressed(Modifiers::COMMAND, key) {
            actions.push(Action::Go(route));
        }
    }
    // A field that is being typed in undoes its own letters.
    if ui.ctx().text_edit_focused() {
        return;
    }
    if pressed(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z) || pressed(Modifiers::COMMAND, Key::Y) {
        actions.push(Action::Redo);
    } else if pressed(Modifiers::COMMAND, Key::Z) {
        actions.push(Action::Undo);
    }
}
