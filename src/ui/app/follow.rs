//! The window follows the diary file, which another window or a command may change at any time.

use super::App;
use crate::store::StoreError;
use crate::ui::open_diary::DiaryState;
use crate::ui::page_change::PageChange;
use egui::Ui;

const CHANGED: &str = "The diary was changed in another window or by a command, and this page with it. Your press was not carried out: look \
                       again, then press.";
const MOVED: &str = "The notice about the diary file moved this page. Your press was not carried out: look again, then press.";

impl App {
    /// Has every page read anew if the file was changed by another window or a command since the last frame. A press that was aimed at the
    /// page before is dropped with a word; what is being typed stays. A file that is gone, or not as it was left, is noticed.
    pub(super) fn follow_the_file(&mut self, ui: &Ui) {
        let (now, is_focused) = ui.input(|input| (input.time, input.focused));
        if let Some(watch) = &mut self.watch {
            let path = match &self.session.state {
                DiaryState::Own(diary) | DiaryState::ReadOnly(diary) if is_focused => Some(diary.path()),
                _ => None,
            };
            watch.look_at(path);
        }
        let Some(diary) = self.session.diary_mut() else { return };
        let was_lost = self.lost_file.is_lost();
        match diary.follow() {
            Ok(is_changed) => {
                self.lost_file.is_fine();
                if is_changed {
                    self.views.forget();
                    self.read_clock();
                    self.computers.is_behind = true;
                    self.page_change = Some(PageChange { at: now, words: CHANGED });
                }
            }
            Err(error) if error.is_lost_file() => {
                self.lost_file.lost(&error, self.session.path(), self.session.machine(), self.dates.today);
            }
            // Whatever has to be read or saved waits, and says so.
            Err(StoreError::Busy { .. }) => {}
            // What the frame reads says so where its content would be.
            Err(error) => log::warn!("The diary file cannot be looked at: {error}"),
        }
        if was_lost != self.lost_file.is_lost() {
            self.page_change = Some(PageChange { at: now, words: MOVED });
        }
        if let Some(words) = self.page_change.and_then(|change| change.drop_presses(ui)) {
            self.toast.done(words.to_owned(), false);
        }
    }
}
