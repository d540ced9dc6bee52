//! Whether the open file is sound, and what of it cannot be read: found out beside the window, and taken in by its frames.

use super::App;
use crate::ui::action::Action;
use crate::ui::open_diary::DiaryState;
use crate::ui::read_ahead::read_ahead;
use crate::ui::soundness::{BeginsLooking, Soundness};

impl App {
    /// Has a thread look whether the file is sound, now and for each file that is opened. Without it the first write looks.
    pub fn check_beside(&mut self) {
        self.checks_beside = true;
        self.begin_check();
    }

    /// Checks the whole diary beside the window, because the person asked for it.
    pub(super) fn check_diary(&mut self) {
        if let Some(diary) = self.session.diary() {
            self.checking.start(diary, &self.context);
        }
    }

    /// Begins to find out whether the file that was just opened is sound.
    pub(super) fn begin_check(&mut self) {
        self.soundness = Soundness::Known(None);
        if let DiaryState::Own(_) = &self.session.state {
            self.soundness = Soundness::Unknown(self.session.depth());
            if self.checks_beside {
                self.begins_looking = BeginsLooking::AfterThisFrame;
            }
        }
    }

    /// Takes in what was found out beside the window, and carries out what had to wait for it.
    pub(super) fn follow_the_check(&mut self) {
        let Some(diary) = self.session.diary_mut() else { return };
        if self.begins_looking == BeginsLooking::Now {
            self.begins_looking = BeginsLooking::Never;
            self.soundness.look(diary.path(), &self.context);
            read_ahead();
        }
        for word in [self.soundness.poll(diary), self.checking.poll(diary, &self.context)].into_iter().flatten() {
            self.toast.done(word, false);
        }
        if !self.soundness.is_looking() {
            for action in std::mem::take(&mut self.unchecked) {
                self.write_or_wait(action);
                self.context.request_repaint();
            }
        }
    }

    /// Has the next frame begin what waits until this one is painted.
    pub(super) fn end_frame(&mut self) {
        if self.begins_looking == BeginsLooking::AfterThisFrame {
            self.begins_looking = BeginsLooking::Now;
            self.context.request_repaint();
        }
    }

    /// Carries out an action that writes, once it is known whether the file is sound.
    pub(super) fn save(&mut self, action: Action) {
        if self.soundness.is_looking() {
            self.unchecked.push(action);
            return;
        }
        self.ensure_known();
        self.write_or_wait(action);
    }

    /// Finds out now whether the file is sound, if nobody did.
    pub(super) fn ensure_known(&mut self) {
        if let Some(word) = self.session.diary_mut().and_then(|diary| self.soundness.ensure_known(diary)) {
            self.toast.done(word, false);
        }
    }

    /// Carries out what waits, as soon as it is known whether the file is sound: before the file is closed.
    pub(super) fn finish_waiting(&mut self) {
        if self.unchecked.is_empty() {
            return;
        }
        if let Some(diary) = self.session.diary_mut() {
            self.soundness.wait(diary);
        }
        for action in std::mem::take(&mut self.unchecked) {
            self.write_or_wait(action);
        }
    }

    /// Shows the next frame if other records than before are known that cannot be read.
    pub(super) fn follow_left_out(&mut self) {
        if let Some(diary) = self.session.diary()
            && self.left_out.follow(diary)
        {
            self.context.request_repaint();
        }
    }
}
