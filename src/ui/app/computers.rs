//! Several computers that keep the diary: brought together when the window opens, and when it is asked for.

use super::App;
use super::backups::backed_up;
use crate::diary::Diary;
use crate::several::{SeveralError, use_folder};
use crate::ui::action::Action;
use crate::ui::computers::{Asked, ComputersNews, NOTHING_NEW, leave_snapshot};
use crate::ui::open_diary::DiaryState;
use egui::Ui;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long it waits while the person types or something else is going on, in seconds.
const LATER_S: f64 = 2.0;

impl App {
    /// Has the diaries of several computers brought together by themselves: some seconds after the window opened, and when it closes.
    /// Without it that is done when it is asked for.
    pub fn keep_together(&mut self) {
        self.computers.keep_together(self.context.input(|input| input.time));
    }

    /// Takes in what came from other computers, and begins to bring the diaries together when it is time to.
    pub(super) fn follow_computers(&mut self, ui: &Ui) {
        if let Some(news) = self.computers.poll() {
            self.take_in_computers(news);
        }
        let Some(at) = self.computers.at else { return };
        let now = ui.input(|input| input.time);
        if at > now {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(at - now));
            return;
        }
        let is_typing = ui.ctx().egui_wants_keyboard_input();
        if is_typing || self.soundness.is_looking() || self.waiting.is_saving() || self.files.is_taking_in() {
            self.computers.at = Some(now + LATER_S);
            ui.ctx().request_repaint_after(Duration::from_secs_f64(LATER_S));
            return;
        }
        self.computers.at = None;
        if matches!(self.session.state, DiaryState::Own(_))
            && let Some(folder) = self.sync_folder()
        {
            self.meet(folder, Asked::ByItself);
        }
    }

    /// Carries out what concerns several computers.
    pub(super) fn act_on_computers(&mut self, action: Action) {
        match action {
            Action::MeetNow(secret) => {
                if let Some(folder) = self.sync_folder() {
                    self.meet(folder, Asked::ByPerson(secret.map(|secret| *secret)));
                }
            }
            Action::UseSyncFolder(folder) => self.use_sync_folder(folder.as_deref()),
            _ => {}
        }
    }

    /// Lets the other computers know what was logged last, since the window is being closed.
    pub(super) fn leave_together(&self) {
        if let DiaryState::Own(diary) = &self.session.state
            && !diary.is_broken()
            && self.computers.leaves_a_snapshot()
            && let Some(folder) = self.sync_folder()
        {
            leave_snapshot(backed_up(&self.session), folder);
        }
    }

    fn sync_folder(&self) -> Option<PathBuf> {
        self.session.machine().about(self.session.path()).sync_folder
    }

    /// Begins to bring the diaries together, unless the file of this one is lost or broken, of which a notice tells already.
    fn meet(&mut self, folder: PathBuf, asked: Asked) {
        self.ensure_known();
        if self.session.diary().is_none_or(Diary::is_broken) || self.lost_file.is_lost() {
            return;
        }
        if let Err(words) = self.computers.meet(backed_up(&self.session), folder, asked, &self.context) {
            self.toast.trouble(words);
        }
    }

    fn take_in_computers(&mut self, news: ComputersNews) {
        let ComputersNews { step, trouble, is_asked } = news;
        let is_new = !step.is_empty();
        self.take_over(step);
        self.backups.changed();
        self.computers.is_behind = trouble.is_some();
        match trouble {
            Some(words) => self.toast.trouble(words),
            None if is_asked && !is_new => self.toast.done(NOTHING_NEW.to_owned(), false),
            None => {}
        }
    }

    /// Uses a folder, and begins to bring the diaries together there; or stops using one.
    fn use_sync_folder(&mut self, folder: Option<&Path>) {
        let (path, machine) = (self.session.path(), self.session.machine());
        let noted = match folder {
            Some(named) => use_folder(named, path, machine).map(Some),
            None => machine.note(path, |notes| notes.sync_folder = None).map(|_| None).map_err(SeveralError::from),
        };
        match noted {
            Ok(folder) => {
                self.backups.changed();
                self.computers.changed();
                if let Some(folder) = folder {
                    self.meet(folder, Asked::ByPerson(None));
                }
            }
            Err(error) => self.toast.trouble(error.to_string()),
        }
    }
}
