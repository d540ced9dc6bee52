//! A stretch that is being done: very large numbers, what comes next, and three keys.

mod over;
mod running;

use crate::domain::Day;
use crate::guide::{HoldTimer, StretchGuide};
use crate::ui::action::{Action, Actions};
use crate::ui::screens::guide::stretches::log::as_logged;
use crate::ui::shortcuts::take_key;
use egui::{Id, Key, Ui};
use std::time::Duration;

/// Where the person goes from a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leave {
    /// Back to the steps.
    ToPage,
    /// Back to all stretches.
    ToList,
    /// To the beginning of this stretch.
    OnceMore,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Running,
    /// Ended before its end: what was done is offered to be logged.
    Ended,
    /// Came to its end, and is logged if anything was held.
    Done,
}

/// A session.
#[derive(Debug)]
pub(super) struct StretchSession {
    stretch: &'static StretchGuide,
    timer: HoldTimer,
    stage: Stage,
    /// Egui's seconds and the number of the frame in which it was last painted.
    painted: Option<(f64, u64)>,
    /// The day that the session was logged for; `None` if it was not sent, or was refused.
    logged: Option<Day>,
    /// The button that pauses.
    pause: Option<Id>,
}

impl StretchSession {
    /// A session that begins now.
    pub(super) fn new(stretch: &'static StretchGuide) -> Self {
        Self { stretch, timer: HoldTimer::new(stretch), stage: Stage::Running, painted: None, logged: None, pause: None }
    }

    /// Paints the session, and returns where to go if it is left. It is logged for `day`.
    pub(super) fn ui(&mut self, ui: &mut Ui, day: Day, actions: &mut Actions) -> Option<Leave> {
        let begins = self.painted.is_none();
        self.pass_time(ui);
        if self.stage == Stage::Running {
            self.keys(ui);
        }
        if self.stage == Stage::Running && self.timer.is_done() {
            self.stage = Stage::Done;
            self.log(day, actions);
        }
        match self.stage {
            Stage::Running => {
                self.running_ui(ui, begins);
                None
            }
            Stage::Ended => self.ended_ui(ui, day, actions),
            Stage::Done => self.done_ui(ui, day, actions),
        }
    }

    fn log(&mut self, day: Day, actions: &mut Actions) {
        if let Some(dose) = self.timer.dose(self.stretch.dose) {
            actions.push(Action::LogSession(as_logged(self.stretch, day, dose)));
            self.logged = Some(day);
        }
    }

    /// Takes in whether the diary logged the session; a refused one can be sent again. Returns whether the session can be closed.
    pub(super) fn answered(&mut self, is_logged: bool) -> bool {
        self.logged = self.logged.filter(|_| is_logged);
        is_logged && self.stage == Stage::Ended
    }

    /// Moves the timer on. If another screen was shown meanwhile, it pauses instead.
    fn pass_time(&mut self, ui: &Ui) {
        let (now, frame) = (ui.input(|input| input.time), ui.ctx().cumulative_frame_nr());
        if let Some((before, last)) = self.painted {
            if frame > last + 1 {
                self.timer.set_paused(true);
            }
            self.timer.advance(now - before);
        }
        self.painted = Some((now, frame));
        if self.stage == Stage::Running && !self.timer.is_paused() && !self.timer.is_done() {
            // A little late rather than a little early, which would need one frame more.
            ui.ctx().request_repaint_after(Duration::from_secs_f64(self.timer.until_next_second() + 0.01));
        }
    }

    fn keys(&mut self, ui: &Ui) {
        // Space presses whatever else has the keyboard.
        let focused = ui.memory(egui::Memory::focused);
        if (focused.is_none() || focused == self.pause) && take_key(ui, Key::Space) {
            self.timer.set_paused(!self.timer.is_paused());
            ui.ctx().request_repaint();
        }
        if take_key(ui, Key::ArrowRight) {
            self.timer.skip();
            ui.ctx().request_repaint();
        }
        if take_key(ui, Key::Escape) {
            self.end(ui);
        }
    }

    fn end(&mut self, ui: &Ui) {
        self.timer.set_paused(true);
        self.stage = Stage::Ended;
        ui.ctx().request_repaint();
    }
}
