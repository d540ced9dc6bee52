//! How the window looks, moves and listens. All but light or dark belongs to this computer, not to the diary.

use super::parts::{chip_ui, question_ui, quiet_ui};
use super::times::times_ui;
use crate::domain::{Customs, Settings, ThemeChoice};
use crate::machine::{LetterKeys, Motion, TextSize, WindowNotes};
use crate::ui::action::{Action, Actions};
use crate::ui::theme::space;
use crate::ui::widgets::{Push, card_ui, heading_ui};
use crate::ui::window_change::WindowChange;
use egui::Ui;

pub(super) fn look_ui(ui: &mut Ui, window: &WindowNotes, customs: Customs, settings: &mut Settings, actions: &mut Actions) {
    card_ui(ui, |ui| {
        heading_ui(ui, "Look");
        ui.horizontal_wrapped(|ui| {
            for &theme in ThemeChoice::ALL {
                if ui.add(Push::new(theme.label()).selected(settings.theme == theme)).clicked() {
                    settings.theme = theme;
                }
            }
        });
        question_ui(ui, "Size of text", "Ctrl and + or - change it too, and Ctrl and 0 leads back to 100 %.");
        chips_ui(ui, TextSize::all().map(|size| (format!("{} %", size.percent()), "Text", WindowChange::TextSize(size))), window, actions);
        question_ui(ui, "Motion", "Reduced: what opens, closes or scrolls is there at once.");
        let motions = [("Usual", Motion::Usual), ("Reduced", Motion::Reduced)];
        chips_ui(ui, motions.map(|(words, motion)| (words.to_owned(), "Motion", WindowChange::Motion(motion))), window, actions);
        question_ui(
            ui,
            "Keys of a single letter or digit",
            "Such as N for a night without cramps. Off: no letter does anything by accident.",
        );
        let keys = [("On", LetterKeys::On), ("Off", LetterKeys::Off)];
        chips_ui(ui, keys.map(|(words, keys)| (words.to_owned(), "Single keys", WindowChange::LetterKeys(keys))), window, actions);
        times_ui(ui, customs, settings.rules, actions);
        ui.add_space(space::SMALL);
        quiet_ui(ui, "All this is remembered on this computer, but light or dark goes with the diary.");
    });
}

/// Paints answers with their label, what they are about, and what they change.
fn chips_ui(
    ui: &mut Ui,
    chips: impl IntoIterator<Item = (String, &'static str, WindowChange)>,
    window: &WindowNotes,
    actions: &mut Actions,
) {
    ui.horizontal_wrapped(|ui| {
        for (words, about, change) in chips {
            if chip_ui(ui, &words, &format!("{about}: {}", words.to_lowercase()), is_chosen(change, window)) {
                actions.push(Action::ChangeWindow(change));
            }
        }
    });
}

fn is_chosen(change: WindowChange, window: &WindowNotes) -> bool {
    match change {
        WindowChange::TextSize(size) => size == window.text_size,
        WindowChange::Motion(motion) => motion == window.motion,
        WindowChange::LetterKeys(keys) => keys == window.letter_keys,
        // The first two are keys, the others stand apart.
        WindowChange::Larger | WindowChange::Smaller | WindowChange::Clock(_) | WindowChange::WeekStart(_) | WindowChange::Evening(_) => {
            false
        }
    }
}
