//! The tab "Stretches".

use super::GuideView;
use crate::ui::action::Actions;
use egui::Ui;

/// What is typed or unfolded in the tab.
#[derive(Debug, Default)]
pub(super) struct StretchesTab;

impl StretchesTab {
    /// Paints the tab.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: GuideView<'_>, actions: &mut Actions) {
        _ = (ui, view, actions);
    }
}
