//! The person's intake: nutrient by nutrient against the reference intakes, and foods for what is short.

mod figures;
mod opinions;

use crate::ui::action::Actions;
use crate::ui::screens::food::view::FoodView;
use crate::ui::screens::suggestion::SuggestionsPane;
use crate::ui::theme::space;
use crate::ui::widgets::{Half, card_ui, columns_ui};
use egui::Ui;

/// What is chosen and unfolded here.
#[derive(Debug, Default)]
pub(super) struct IntakeTab {
    figures: figures::FiguresPane,
    suggestions: SuggestionsPane,
}

impl IntakeTab {
    pub(super) fn ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) {
        columns_ui(ui, |ui, half| match half {
            Half::First => self.left_ui(ui, view, actions),
            Half::Second => self.right_ui(ui, view, actions),
        });
    }

    fn left_ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) {
        card_ui(ui, |ui| self.figures.ui(ui, view, actions));
        ui.add_space(space::SMALL);
        opinions::opinions_ui(ui, view, actions);
    }

    fn right_ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) {
        card_ui(ui, |ui| self.suggestions.ui(ui, view.intake.advice, view.day, actions));
    }
}
