//! FindTab.

use super::FoodView;
use crate::ui::action::Actions;
use crate::ui::widgets::{card_ui, heading_ui};
use egui::Ui;

/// What is being typed here.
#[derive(Debug, Default)]
pub(super) struct FindTab;

impl FindTab {
    pub(super) fn show(&mut self, food: crate::domain::FoodId) {
        _ = food;
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, view: FoodView<'_>, actions: &mut Actions) {
        _ = (view, actions);
        card_ui(ui, |ui| heading_ui(ui, "find"));
    }
}
