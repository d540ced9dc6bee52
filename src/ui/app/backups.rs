//! Backups of the open diary: one a day by itself, others when they are asked for, and restoring one.

use super::App;
use crate::machine::DiaryNotes;
use crate::several::comes_back;
use crate::store::{BackupPlace, Restored, delete_diary};
use crate::ui::action::Action;
use crate::ui::backups::{BackedUp, BacksUp, BackupNews};
use crate::ui::open_diary::{DiaryState, OpenDiary};
use egui::Ui;
use std::path::PathBuf;
use std::time::Duration;

/// How long the window is open, or how long ago the date changed, before backups that are due are made, in seconds: nobody who just woke up
/// waits for them.
const AFTER_S: f64 = 30.0;

impl App {
    /// Has backups made by themselves once a day, beside the window. Without it they are made when they are asked for.
    pub fn keep_backups(&mut self) {
        self.backs_up = BacksUp::At(AFTER_S);
    }

    /// Makes the backups that are due, when it is time to; takes in what came of others.
    pub(super) fn follow_backups(&mut self, ui: &Ui) {
        match self.backups.poll() {
            Some(BackupNews::Done(words)) => self.toast.done(words, false),
            Some(BackupNews::Trouble(words)) => self.toast.trouble(words),
            Some(BackupNews::Restored(restored)) => self.restored(restored),
            None => {}
        }
        let BacksUp::At(at) = self.backs_up else { return };
        let left = at - ui.input(|input| input.time);
        if left > 0.0 {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
            return;
        }
        self.backs_up = BacksUp::Done;
        if let DiaryState::Own(diary) = &self.session.state
            && !diary.is_broken()
        {
            if let Some(words) = self.backups.word_on_second_place(backed_up(&self.session)) {
                self.toast.done(words, false);
            }
            self.back_up(false);
        }
    }

    /// Makes backups that are due some time after the date changed.
    pub(super) fn date_changed(&mut self) {
        if self.backs_up == BacksUp::Done {
            self.backs_up = BacksUp::At(self.context.input(|input| input.time) + AFTER_S);
            self.context.request_repaint_after(Duration::from_secs_f64(AFTER_S));
        }
    }

    /// Makes a backup: one that the person asked for, or those that are due.
    pub(super) fn back_up(&mut self, is_asked: bool) {
        let of = backed_up(&self.session);
        if let Some(BackupNews::Trouble(words)) = self.backups.make(of, is_asked, &self.context) {
            self.toast.trouble(words);
        }
    }

    /// Carries out what concerns backups and writes nothing into the diary.
    pub(super) fn act_on_backups(&mut self, action: Action) {
        match action {
            Action::BackUp => self.back_up(true),
            Action::DeleteDiary { with_backups } => self.delete_diary(with_backups),
            Action::LeaveBackup => self.backups.leave(),
            Action::ListBackups => self.backups.list(backed_up(&self.session), &self.context),
            Action::ReadBackup(file) => self.backups.read(file, None, backed_up(&self.session), &self.context),
            Action::Restore => self.restore(),
            Action::UnlockBackup(secret) => self.backups.unlock(*secret, backed_up(&self.session), &self.context),
            Action::UseSecondPlace(folder) => self.use_second_place(folder),
            _ => {}
        }
    }

    fn use_second_place(&mut self, folder: Option<PathBuf>) {
        if let Some(folder) = folder.as_ref().filter(|folder| !folder.is_dir()) {
            self.toast.trouble(format!("There is no folder {}. Make it, plug its stick in, or choose another.", folder.display()));
            return;
        }
        let is_named = folder.is_some();
        match self.session.machine().note(self.session.path(), |notes| notes.second_place = folder) {
            Ok(_) => {
                self.backups.changed();
                if is_named {
                    self.back_up(true);
                }
            }
            Err(error) => self.toast.trouble(error.to_string()),
        }
    }

    /// Closes the diary, and puts the backup that was read in its place.
    fn restore(&mut self) {
        if !self.backups.is_ready() || !self.close_diary() {
            return;
        }
        if !self.backups.restore(backed_up(&self.session), &self.context) {
            self.reopen(OpenDiary::open_own);
            self.toast
                .trouble("Nothing was restored, because the system has no room for it. Close other programs and try again.".to_owned());
        }
    }

    /// Opens what is there after a backup was restored, or was not.
    fn restored(&mut self, restored: Result<Restored, String>) {
        self.reopen(OpenDiary::open_own);
        self.started = true;
        match restored {
            Ok(Restored { tally, before, before_is_sound }) => {
                let mut words = vec![format!("Restored: {}.", tally.words())];
                words.extend(comes_back(self.session.path(), self.session.machine()));
                words.extend(before.map(|before| {
                    let what = if before_is_sound { "The diary of before is a backup now" } else { "The damaged diary of before was kept" };
                    format!("{what}: {}", before.display())
                }));
                self.toast.done(words.join(" "), false);
            }
            Err(words) => self.toast.trouble(words),
        }
    }

    /// Closes the diary. Returns whether it is closed: not while something waits to be saved.
    fn close_diary(&mut self) -> bool {
        if !self.can_close() {
            return false;
        }
        self.session.state = DiaryState::Restoring;
        true
    }

    fn delete_diary(&mut self, with_backups: bool) {
        if !self.close_diary() {
            return;
        }
        let path = self.session.path().to_owned();
        let deleted = delete_diary(&path).and_then(|()| if with_backups { BackupPlace::beside(&path).remove_all() } else { Ok(()) });
        if deleted.is_ok() {
            // What is known of a diary that is gone does no harm.
            _ = self.session.machine().note(&path, |notes| *notes = DiaryNotes::default());
        }
        self.reopen(OpenDiary::open_own);
        match deleted {
            Ok(()) => {
                self.started = false;
                self.toast.done(format!("Your diary was deleted: {}", path.display()), false);
            }
            Err(error) => self.toast.trouble(error.to_string()),
        }
    }
}

/// The person's own diary, of which backups are made.
pub(super) fn backed_up(session: &OpenDiary) -> BackedUp<'_> {
    BackedUp { path: session.path(), now: session.clock().now(), machine: session.machine() }
}
