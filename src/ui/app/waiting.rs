//! What waits while another program is using the diary: each frame tries for a few milliseconds, so that the window never stands still.

use super::App;
use crate::diary::Step;
use crate::store::StoreError;
use crate::ui::action::Action;
use crate::ui::waiting::WriteOutcome;
use std::time::Duration;

/// How long something waits before it is given up, in seconds.
const PATIENCE_S: f64 = 10.0;

/// How long the window waits between two tries.
const EVERY: Duration = Duration::from_millis(100);

/// How long the window waits for another program when it is closed, since there is no later frame.
const PATIENCE_AT_THE_END: Duration = Duration::from_secs(2);

const SAVING: &str = "Another program is using the diary; saving as soon as it lets go …";
const READING: &str = "Another program is using the diary; it is shown as soon as that lets go …";

impl App {
    /// Carries out an action that writes, or has it wait. A second press of what waits already is none.
    pub(super) fn write_or_wait(&mut self, action: Action) {
        if !self.waiting.is_saving() {
            if self.write(action.clone()) != WriteOutcome::Busy {
                return;
            }
            self.waiting.since = self.context.input(|input| input.time);
        }
        if !self.waiting.actions.contains(&action) {
            self.waiting.actions.push_back(action);
        }
        self.toast.waits(SAVING);
    }

    /// Tries again what waits. After [`PATIENCE_S`] it is given up with the words that it had without waiting.
    pub(super) fn try_again(&mut self) {
        while let Some(action) = self.waiting.actions.front().cloned() {
            if self.write(action) == WriteOutcome::Busy {
                let now = self.context.input(|input| input.time);
                if now - self.waiting.since >= PATIENCE_S {
                    self.give_up();
                } else {
                    self.toast.waits(SAVING);
                    self.context.request_repaint_after(EVERY);
                }
                return;
            }
            self.waiting.actions.pop_front();
            self.waiting.since = self.context.input(|input| input.time);
            if !self.waiting.is_saving() {
                self.toast.waited();
            }
            self.context.request_repaint();
        }
    }

    /// Tries once more, with more patience: the window is being closed.
    pub(super) fn try_at_the_end(&mut self) {
        if let Some(diary) = self.session.diary_mut() {
            diary.set_patience(PATIENCE_AT_THE_END);
        }
        self.try_again();
    }

    /// Whether the diary can be closed: not while something waits to be saved, nor while a thread writes to it; says so then.
    pub(super) fn can_close(&mut self) -> bool {
        self.finish_waiting();
        if self.waiting.is_saving() {
            self.toast.trouble("Another program is using the diary, and something is not saved yet. Try again in a moment.".to_owned());
        } else if self.files.is_taking_in() {
            self.toast.trouble("A file is just coming into the diary. Try again in a moment.".to_owned());
        } else if self.computers.is_busy() {
            self.toast.trouble("What other computers wrote is just coming into the diary. Try again in a moment.".to_owned());
        } else {
            return true;
        }
        false
    }

    /// Takes over what a thread did in the diary, so that it is shown and can be undone.
    pub(super) fn take_over(&mut self, step: Step) {
        if step.is_empty() {
            return;
        }
        self.change(|diary| Ok(Some(diary.take_over_step(step))));
        self.views.forget();
        self.read_clock();
        self.context.request_repaint();
    }

    fn give_up(&mut self) {
        let path = self.session.path().to_owned();
        log::error!("a change was not saved; the window says why");
        self.toast.trouble(StoreError::Busy { path }.to_string());
        for action in std::mem::take(&mut self.waiting.actions) {
            if let Action::LogSession(_) = action {
                self.guide.session_answered(false);
            }
        }
    }

    /// Says that the page cannot be read yet, and tries again soon.
    pub(super) fn wait_to_read(&mut self) {
        self.waiting.reads = true;
        if !self.waiting.is_saving() {
            self.toast.waits(READING);
        }
        self.context.request_repaint_after(EVERY);
    }

    /// Takes in that the page was read.
    pub(super) fn has_read(&mut self) {
        if std::mem::take(&mut self.waiting.reads) && !self.waiting.is_saving() {
            self.toast.waited();
        }
    }
}
