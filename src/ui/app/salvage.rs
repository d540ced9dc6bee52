//! What a person does with a diary that does not open, or is damaged.

use super::App;
use crate::store::put_in_place;
use crate::ui::open_diary::OpenDiary;
use crate::ui::salvaging::Salvaging;
use std::path::PathBuf;

impl App {
    /// Closes the diary, whose structure is broken, and offers to get back what can be read of it.
    pub(super) fn leave_damaged(&mut self) {
        self.reopen(OpenDiary::leave_damaged);
        self.salvaging = Salvaging::offered();
    }

    /// Reads what can be read of the diary that is not open into a new one.
    pub(super) fn salvage(&mut self, to: PathBuf) {
        self.salvaging.start(self.session.path(), to, &self.context);
    }

    /// Puts what came back in the place of the damaged diary, and opens it.
    pub(super) fn use_salvaged(&mut self) {
        let Some(rescued) = self.salvaging.rescued() else { return };
        match put_in_place(rescued, self.session.path()) {
            Ok(kept) => {
                self.reopen(OpenDiary::open_own);
                self.toast.done(format!("What came back is your diary now. The damaged file was kept: {}", kept.display()), false);
            }
            Err(error) => self.toast.trouble(error.to_string()),
        }
    }
}
