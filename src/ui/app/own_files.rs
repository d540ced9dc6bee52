//! Exports of the open diary, and imports into it.

use super::App;
use super::backups::backed_up;
use crate::diary::Diary;
use crate::ui::action::Action;
use crate::ui::own_files::OwnFileNews;

impl App {
    /// Carries out what concerns exports and imports, beside the window.
    pub(super) fn act_on_files(&mut self, action: Action) {
        let begun = match action {
            Action::Export(format, to) => self.files.export(backed_up(&self.session), format, to, &self.context),
            Action::LeaveFile => {
                self.files.leave();
                Ok(())
            }
            Action::ReadFile(file) => self.files.read(backed_up(&self.session), file, None, &self.context),
            Action::UnlockFile(secret) => self.files.unlock(backed_up(&self.session), *secret, &self.context),
            Action::TakeFileIn => self.begin_taking_in(),
            _ => Ok(()),
        };
        if let Err(words) = begun {
            self.toast.trouble(words);
        }
    }

    /// Takes in what came of exports and imports.
    pub(super) fn follow_files(&mut self) {
        match self.files.poll() {
            Some(OwnFileNews::Exported(words)) => self.toast.done(words, false),
            Some(OwnFileNews::TakenIn(step)) => {
                self.backups.changed();
                self.take_over(step);
            }
            Some(OwnFileNews::Trouble(words)) => self.toast.trouble(words),
            None => {}
        }
    }

    fn begin_taking_in(&mut self) -> Result<(), String> {
        self.ensure_known();
        if self.session.diary().is_none_or(Diary::is_broken) || self.lost_file.is_lost() {
            return Err("Nothing was taken in: the notice at the top says what happened to your diary, and what to do.".to_owned());
        }
        if self.computers.is_busy() {
            return Err("What other computers wrote is just coming into the diary. Try again in a moment.".to_owned());
        }
        self.files.take_in(backed_up(&self.session), &self.context)
    }
}
