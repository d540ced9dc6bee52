//! One's own intake: nutrient by nutrient against the reference, and foods for what is short.

mod figures;
mod opinions;

use super::FoodView;
use crate::diary::Advice;
use crate::nutrition::IntakeSummary;
use crate::ui::action::Actions;
use crate::ui::screens::suggestion::SuggestionsPane;
use crate::ui::theme::space;
use crate::ui::widgets::card_ui;
use egui::Ui;

/// What one's food held, and what may be added to it.
#[derive(Debug, Clone, Copy)]
pub struct IntakeView<'a> {
    /// Over 7 and over 28 days.
    pub summaries: &'a [IntakeSummary; 2],
    /// Foods for what is short.
    pub advice: &'a Advice,
}

/// What is chosen and unfolded here.
#[derive(Debug, Default)]
pub(super) struct IntakeTab {
    figures: figures::FiguresPane,
    suggestions: SuggestionsPane,
}

impl IntakeTab {
    pub(super) fn ui(&mut self, ui: &mut Ui, (food, intake): (FoodView<'_>, IntakeView<'_>), actions: &mut Actions) {
        if ui.available_width() < 700.0 {
            self.left_ui(ui, (food, intake), actions);
            ui.add_space(space::SMALL);
            self.right_ui(ui, (food, intake), actions);
            return;
        }
        ui.spacing_mut().item_spacing.x = space::LARGE;
        ui.columns(2, |columns| {
            for column in columns.iter_mut() {
                column.spacing_mut().item_spacing.x = space::SMALL + 2.0;
            }
            columns[0].vertical(|ui| self.left_ui(ui, (food, intake), actions));
            columns[1].vertical(|ui| self.right_ui(ui, (food, intake), actions));
        });
    }

    fn left_ui(&mut self, ui: &mut Ui, (food, intake): (FoodView<'_>, IntakeView<'_>), actions: &mut Actions) {
        card_ui(ui, |ui| self.figures.ui(ui, intake.summaries, (&intake.advice.whose, food), actions));
        ui.add_space(space::SMALL);
        opinions::opinions_ui(ui, food, actions);
    }

    fn right_ui(&mut self, ui: &mut Ui, (food, intake): (FoodView<'_>, IntakeView<'_>), actions: &mut Actions) {
        card_ui(ui, |ui| self.suggestions.ui(ui, intake.advice, food.day, actions));
    }
}
