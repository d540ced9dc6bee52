//! Visits to text fields: when what was typed is to be saved, and which visit it is.
//!
//! A visit lasts from gaining the focus to losing it. [`begin_saves`] says at the start of a frame what the text fields painted in it save;
//! at its end, [`take_said`] tells what came of it.

use super::state::TextField;
use egui::{Context, Event, Id, Response, Ui, accesskit};
use std::time::Duration;

/// How long after the last key a text that is right is saved, in seconds.
const REST_S: f64 = 1.0;

/// What text fields of records save in a frame, besides those that are left in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Saves {
    /// The field with the focus, a second after its last key.
    #[default]
    Rested,
    /// Every text that was not sent to the diary yet: something is pressed, or the window is not looked at any more.
    Unsent,
    /// Every text that the diary does not have, tried before or not: the page or the window is left.
    Unsaved,
}

/// What was said by leaving or resting in a text field. The number is that of the visit, from one visit to the next another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisitSaid {
    /// Painting the field returned a value to be saved.
    Saved(u64),
    /// Escape was pressed: what this visit saved is to be taken back.
    TakenBack(u64),
}

/// The text field that has the focus.
#[derive(Debug, Clone)]
struct Visit {
    field: Id,
    number: u64,
    began_with: String,
    untouched: bool,
    /// When the text was last changed, in egui's seconds.
    last_key_s: f64,
}

/// The last visit, and the one before it: a field that gains the focus may be painted before the one that lost it.
#[derive(Debug, Clone, Default)]
struct Visits {
    last: Option<Visit>,
    before: Option<Visit>,
}

/// What is known of the text fields of a frame.
#[derive(Debug, Clone, Copy, Default)]
struct FieldsOfFrame {
    saves: Saves,
    unsaved: bool,
    unsent: bool,
    said: Option<VisitSaid>,
}

/// Begins a frame: says what text fields save in it. With `leaves`, the page is left after it.
pub fn begin_saves(ui: &Ui, leaves: bool) {
    let saves = ui.input(|input| {
        let pressed = input.pointer.any_pressed() || input.pointer.any_released() || input.events.iter().any(is_click_of_a_screen_reader);
        let is_looked_at = input.focused && input.viewport().visible() != Some(false);
        match (leaves || input.viewport().close_requested(), pressed || !is_looked_at) {
            (true, _) => Saves::Unsaved,
            (false, true) => Saves::Unsent,
            (false, false) => Saves::Rested,
        }
    });
    ui.data_mut(|data| data.insert_temp(frame_key(), FieldsOfFrame { saves, ..FieldsOfFrame::default() }));
}

/// Whether a text field of a record that was painted in the last frame holds a text that the diary does not have.
#[must_use]
pub fn has_unsaved_text(context: &Context) -> bool {
    fields(context).unsaved
}

/// Whether a text field of a record that was painted in the last frame holds a text that was not sent to the diary yet.
#[must_use]
pub fn has_unsent_text(context: &Context) -> bool {
    fields(context).unsent
}

/// Returns what was said in a text field of this frame, once. Returns `None` if nothing was, or if a button may have been let go in the
/// same frame, so that nobody knows which command is whose.
#[must_use]
pub fn take_said(ui: &Ui) -> Option<VisitSaid> {
    let unclear = ui.input(|input| input.pointer.any_released() || input.events.iter().any(is_click_of_a_screen_reader));
    let said = ui.data_mut(|data| data.get_temp_mut_or_default::<FieldsOfFrame>(frame_key()).said.take());
    said.filter(|_| !unclear)
}

/// Whether the text field that has the focus can itself undo letters that were typed into it. `false` if no text field has the focus.
#[must_use]
pub fn has_letters_to_undo(ui: &Ui) -> bool {
    let focused = ui.memory(egui::Memory::focused);
    let untouched = visits(ui).last.is_some_and(|visit| Some(visit.field) == focused && visit.untouched);
    ui.ctx().text_edit_focused() && !untouched
}

/// Notes the text of a field that was just painted, and whether the diary has it, if the field has the focus.
pub(super) fn note_visit(ui: &Ui, response: &Response, text: &str, is_saved: bool) {
    if !response.has_focus() {
        return;
    }
    let (now, stays) = (ui.input(|input| input.time), !response.gained_focus());
    let Visits { last, before } = visits(ui);
    let goes_on = stays && last.as_ref().is_some_and(|visit| visit.field == response.id);
    let (mut visit, before) = match last {
        Some(visit) if goes_on => (visit, before),
        last => {
            let number = last.as_ref().map_or(0, |visit| visit.number + 1);
            (Visit { field: response.id, number, began_with: text.to_owned(), untouched: true, last_key_s: now }, last)
        }
    };
    if response.changed() {
        visit.last_key_s = now;
    }
    visit.untouched = is_saved || text == visit.began_with;
    ui.data_mut(|data| data.insert_temp(visits_key(), Visits { last: Some(visit), before }));
}

/// Whether a field whose text the diary does not have is to save it in this frame though it was not left. Asks for a frame at the time at
/// which it will be. Who rests in a field that was emptied may be about to type anew, so an empty text waits until it is left.
pub(super) fn is_due(ui: &Ui, response: &Response, field: &TextField) -> bool {
    match fields(ui.ctx()).saves {
        Saves::Unsaved => true,
        Saves::Unsent => !field.is_sent(),
        Saves::Rested if field.is_sent() || field.text().is_empty() || !response.has_focus() => false,
        Saves::Rested => {
            let left_s = visits(ui).last.map_or(0.0, |visit| visit.last_key_s + REST_S - ui.input(|input| input.time));
            if left_s > 0.0 {
                ui.ctx().request_repaint_after(Duration::from_secs_f64(left_s));
            }
            left_s <= 0.0
        }
    }
}

/// Notes that a field holds a text that the diary does not have, `is_sent` to it or not.
pub(super) fn note_unsaved(ui: &Ui, is_sent: bool) {
    ui.data_mut(|data| {
        let fields = data.get_temp_mut_or_default::<FieldsOfFrame>(frame_key());
        fields.unsaved = true;
        fields.unsent |= !is_sent;
    });
}

/// Notes what was said in a field that is being visited, or was just left. In the next frame the diary will have its text.
pub(super) fn note_said(ui: &Ui, response: &Response, said: impl FnOnce(u64) -> VisitSaid) {
    let Visits { mut last, before } = visits(ui);
    if let Some(visit) = last.as_mut().filter(|visit| visit.field == response.id) {
        visit.untouched = true;
    }
    let visit = [&last, &before].into_iter().flatten().find(|visit| visit.field == response.id).map(|visit| visit.number);
    ui.data_mut(|data| {
        data.insert_temp(visits_key(), Visits { last, before });
        data.get_temp_mut_or_default::<FieldsOfFrame>(frame_key()).said = visit.map(said);
    });
}

fn visits(ui: &Ui) -> Visits {
    ui.data(|data| data.get_temp(visits_key())).unwrap_or_default()
}

fn fields(context: &Context) -> FieldsOfFrame {
    context.data(|data| data.get_temp(frame_key())).unwrap_or_default()
}

fn is_click_of_a_screen_reader(event: &Event) -> bool {
    matches!(event, Event::AccessKitActionRequest(request) if request.action == accesskit::Action::Click)
}

fn visits_key() -> Id {
    Id::unique("visits to text fields")
}

fn frame_key() -> Id {
    Id::unique("text fields of the frame")
}
