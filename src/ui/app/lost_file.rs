//! What a person does while the open diary has lost its file.

use super::App;
use crate::ui::action::Route;
use crate::ui::backups::Backups;
use crate::ui::imports::Imports;
use crate::ui::open_diary::DiaryState;
use crate::ui::views::Views;
use std::path::{Path, PathBuf};

impl App {
    /// Saves a copy of what is open, and says where it is or why there is none.
    pub(super) fn save_copy(&mut self, to: &Path) {
        let Some(diary) = self.session.diary() else { return };
        match diary.save_copy(to) {
            Ok(()) => {
                self.lost_file.copied(to, self.session.path(), self.dates.today);
                self.toast.done(format!("Saved a copy of what is open: {}", to.display()), false);
            }
            Err(error) => self.toast.trouble(error.to_string()),
        }
    }

    /// Saves what is open where its file was, and goes on in the new file.
    pub(super) fn save_there_again(&mut self) {
        let path: PathBuf = self.session.path().to_owned();
        let Some(diary) = self.session.diary() else { return };
        match diary.save_copy(&path) {
            Ok(()) => self.open_what_is_there("Saved at its place again. What was done before can no longer be undone."),
            Err(error) => self.toast.trouble(error.to_string()),
        }
    }

    /// Opens what is at the path of the diary now, and says `done`. What is being typed stays in its field.
    pub(super) fn open_what_is_there(&mut self, done: &str) {
        if let Err(words) = self.session.open_what_is_there() {
            self.toast.trouble(words);
            return;
        }
        self.lost_file.is_fine();
        (self.imports, self.backups) = (Imports::default(), Backups::default());
        self.index_imports();
        self.read_clock();
        self.views = Views::new(self.dates.home);
        if let Route::Today(day) = self.route {
            self.views.show_day(day);
        }
        if let DiaryState::Own(_) = self.session.state {
            self.toast.done(done.to_owned(), false);
        }
    }
}
