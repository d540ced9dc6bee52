//! A window that is not written to for a while leaves one file, which can be copied.

use super::App;
use egui::Ui;
use std::time::Duration;

/// How long after the last change the diary becomes one file, in seconds.
const SETTLES_AFTER_S: f64 = 5.0;

impl App {
    /// Notes that the diary was changed.
    pub(super) fn wrote(&mut self) {
        self.computers.is_behind = true;
        self.settles_at = Some(self.context.input(|input| input.time) + SETTLES_AFTER_S);
    }

    /// Makes one file of the diary when it is time to. Until then it asks for a frame at that time, and afterwards for none.
    pub(super) fn leave_one_file(&mut self, ui: &Ui) {
        let Some(at) = self.settles_at else { return };
        let left = at - ui.input(|input| input.time);
        if left > 0.0 {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
            return;
        }
        self.settles_at = None;
        if let Some(diary) = self.session.diary_mut() {
            diary.settle();
        }
    }
}
