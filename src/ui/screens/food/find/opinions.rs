//! What the person said of foods: what they want to try, and what is not for them.

use super::super::FoodView;
use crate::diary::Command;
use crate::domain::{FoodId, Opinion};
use crate::ui::action::Actions;
use crate::ui::theme::{self, space};
use crate::ui::widgets::{Pressed, card_ui, said_of_ui, weak_label};
use egui::{RichText, Ui};

/// Paints the foods that something was said of, where no food is open; returns the one to open.
pub(super) fn opinions_ui(ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) -> Option<FoodId> {
    let mut opened = None;
    card_ui(ui, |ui| {
        weak_label(ui, "Choose a food to see what is in it, and to log it.");
        for (opinion, words) in [(Opinion::ToTry, "To try"), (Opinion::NotForMe, "Not for you, and never suggested")] {
            let mut said = view.kitchen.opinions.iter().filter(|entry| entry.value.opinion == opinion).peekable();
            if said.peek().is_none() {
                continue;
            }
            ui.add_space(space::MEDIUM);
            ui.label(RichText::new(words).text_style(theme::strong()));
            ui.horizontal_wrapped(|ui| {
                for entry in said {
                    match said_of_ui(ui, &entry.value.name) {
                        Some(Pressed::Change) => opened = Some(entry.value.food.clone()),
                        Some(Pressed::Delete) => actions.run(Command::SetOpinion {
                            food: entry.value.food.clone(),
                            name: entry.value.name.clone(),
                            opinion: None,
                        }),
                        None => {}
                    }
                }
            });
        }
    });
    opened
}
