//! The window follows the diary file, which another window or a command may change at any time.

use super::App;
use crate::ui::open_diary::DiaryState;
use egui::accesskit;
use egui::{Event, Key, PointerState, Ui};

/// How long after the page changed by itself a press is taken to be meant for the page before, in seconds.
const REACTION_S: f64 = 0.5;

impl App {
    /// Has every page read anew if the file was changed by another window or a command since the last frame. A press that was aimed at the
    /// page before is dropped with a word; what is being typed stays.
    pub(super) fn follow_the_file(&mut self, ui: &Ui) {
        let (now, is_focused) = ui.input(|input| (input.time, input.focused));
        if let Some(watch) = &mut self.watch {
            let path = match &self.session.state {
                DiaryState::Own(diary) | DiaryState::ReadOnly(diary) if is_focused => Some(diary.path()),
                DiaryState::Own(_) | DiaryState::ReadOnly(_) | DiaryState::Example(_) | DiaryState::Trouble { .. } => None,
            };
            watch.look_at(path);
        }
        let Some(diary) = self.session.diary_mut() else { return };
        match diary.follow() {
            Ok(true) => {
                self.views.forget();
                self.read_clock();
                self.changed_elsewhere = Some(now);
            }
            Ok(false) => {}
            // What the frame reads says so where its content would be.
            Err(error) => log::warn!("The diary file cannot be looked at: {error}"),
        }
        if self.changed_elsewhere.is_some_and(|at| now - at < REACTION_S) && drop_presses(ui) {
            let words = "The diary was changed in another window or by a command, and this page with it. Your press was not carried out: \
                         look again, then press.";
            self.toast.done(words.to_owned(), false);
        }
    }
}

/// Takes what is pressed out of the frame, so that no widget gets it. Letters, and keys that go to a text field, stay. Returns whether
/// there was a press.
fn drop_presses(ui: &Ui) -> bool {
    let types = ui.ctx().text_edit_focused();
    ui.input_mut(|input| {
        let of_pointer = input.pointer.any_down() || input.pointer.any_pressed() || input.pointer.any_released();
        if of_pointer {
            input.pointer = PointerState::default();
        }
        let before = input.events.len();
        input.events.retain(|event| match event {
            Event::Key { key: Key::Enter | Key::Space, pressed: true, .. } => types,
            Event::AccessKitActionRequest(request) => request.action != accesskit::Action::Click,
            _ => true,
        });
        of_pointer || input.events.len() != before
    })
}
