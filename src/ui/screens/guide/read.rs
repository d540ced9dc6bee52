//! The tab "Topics".

use super::GuideView;
use crate::ui::action::Actions;
use egui::Ui;

/// Which topic is open.
#[derive(Debug, Default)]
pub(super) struct ReadTab {
    topic: Option<&'static str>,
}

impl ReadTab {
    /// Opens a topic.
    pub(super) fn open(&mut self, topic: &'static str) {
        self.topic = Some(topic);
    }

    /// Paints the tab.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: GuideView<'_>, actions: &mut Actions) {
        _ = (ui, view, actions, self.topic);
    }
}
