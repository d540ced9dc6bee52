//! Painting a text field, and what its keys do.

use super::edit::{EditLook, edit_ui};
use super::state::{Commit, Sent, TextField};
use super::visit::{VisitSaid, is_due, note_said, note_unsaved};
use crate::ui::widgets::error_ui;
use egui::accesskit::Role;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{FocusDirection, Key, Margin, Modifiers, Response, Ui};

/// What a text field is called, and how much room it has.
///
/// A screen reader says label and unit, "How much, ml", or the [`name`](Self::name) where there is one.
#[derive(Debug, Clone, Copy)]
pub struct Labelled<'a> {
    label: &'a str,
    unit: &'a str,
    name: Option<&'a str>,
    label_width: f32,
    width: f32,
    required: bool,
}

impl<'a> Labelled<'a> {
    /// A field, 72 points wide, with a label before it.
    #[must_use]
    pub fn new(label: &'a str) -> Self {
        Self { label, unit: "", name: None, label_width: 0.0, width: 72.0, required: false }
    }

    /// A field without a visible label, called `name` by a screen reader.
    #[must_use]
    pub fn unseen(name: &'a str) -> Self {
        Self::new("").name(name)
    }

    /// A unit behind the field.
    #[must_use]
    pub fn unit(mut self, unit: &'a str) -> Self {
        self.unit = unit;
        self
    }

    /// What a screen reader says instead of label and unit.
    #[must_use]
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// The least room for the label in points, so that fields below each other line up.
    #[must_use]
    pub fn label_width(mut self, label_width: f32) -> Self {
        self.label_width = label_width;
        self
    }

    /// The room for what is typed, in points.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Makes Enter in the empty field an error, which otherwise only the form finds ([`Commit::WithForm`]).
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    fn spoken(&self) -> String {
        match (self.name, self.unit) {
            (Some(name), _) => name.to_owned(),
            (None, "") => self.label.to_owned(),
            (None, unit) => format!("{}, {unit}", self.label),
        }
    }
}

/// Paints a field, and its error below it.
///
/// Returns the value to save in the frames that [`Commit`] names, if the text is right and the diary does not have it. With
/// [`Commit::WithForm`] it returns `None`.
pub fn text_field_ui<T>(
    ui: &mut Ui,
    field: &mut TextField,
    labelled: Labelled<'_>,
    check: impl FnOnce(&str) -> Result<T, String>,
) -> Option<T> {
    ui.vertical(|ui| {
        let value = ui.horizontal(|ui| bare_text_field_ui(ui, field, labelled, check)).inner;
        text_field_error_ui(ui, field);
        value
    })
    .inner
}

/// Paints a field alone, in a row with other things; [`text_field_error_ui`] belongs below the row.
///
/// Returns the value to save, if any, as [`text_field_ui`] does.
pub fn bare_text_field_ui<T>(
    ui: &mut Ui,
    field: &mut TextField,
    labelled: Labelled<'_>,
    check: impl FnOnce(&str) -> Result<T, String>,
) -> Option<T> {
    label_ui(ui, labelled.label, labelled.label_width);
    field.begin_frame();
    let margin = Margin::symmetric(8, 6);
    let look =
        EditLook { name: &labelled.spoken(), role: Role::TextInput, hint: "", width: labelled.width, margin, salt: None, hidden: false };
    let (saved, sent) = (&field.saved, field.sent);
    let response = edit_ui(ui, &mut field.text, look, |text, changed| text == saved || !changed && sent == Sent::Kept);
    if !labelled.unit.is_empty() {
        ui.label(labelled.unit);
    }
    if std::mem::take(&mut field.takes_keyboard) {
        response.request_focus();
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
        if field.commit == Commit::WithForm {
            select_all(ui, &response, field.text.chars().count());
        }
    }
    if response.changed() || response.gained_focus() {
        field.touched(response.changed());
    }
    field.entered = false;
    let value = if response.lost_focus() {
        leave(ui, field, &response, labelled.required, check)
    } else if field.commit == Commit::AsTyped && !field.is_untouched() && is_due(ui, &response, field) {
        field.take_unless_left(check)
    } else {
        None
    };
    if field.commit == Commit::AsTyped && value.is_some() {
        note_said(ui, &response, VisitSaid::Saved);
    }
    if response.lost_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        // The keyboard goes on from here: to the next widget, or nowhere until this is right.
        field.entered = !field.is_wrong();
        if field.entered { ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next)) } else { response.request_focus() }
    }
    if field.commit == Commit::AsTyped && !field.is_untouched() {
        note_unsaved(ui, field.is_sent());
    }
    value
}

/// Paints the error of a field, if it has one.
pub fn text_field_error_ui(ui: &mut Ui, field: &TextField) {
    if let Some(error) = &field.error {
        error_ui(ui, error);
    }
}

/// Escape brings back what is saved, and asks for taking back what this visit saved. Otherwise the text is checked, and returned if it
/// saves by itself.
///
/// In a form an empty field is left unchecked: it is wrong once the form is sent, or at Enter where it is `required`.
fn leave<T>(
    ui: &Ui,
    field: &mut TextField,
    response: &Response,
    required: bool,
    check: impl FnOnce(&str) -> Result<T, String>,
) -> Option<T> {
    let (escaped, enter) = ui.input(|input| (input.key_pressed(Key::Escape), input.key_pressed(Key::Enter)));
    if escaped {
        field.restore();
        if field.commit == Commit::AsTyped {
            note_said(ui, response, VisitSaid::TakenBack);
        }
        return None;
    }
    match field.commit {
        Commit::AsTyped if field.sent == Sent::Left => None,
        Commit::AsTyped => {
            field.end_visit();
            field.take(check)
        }
        Commit::OnLeave if field.is_sent() => None,
        Commit::OnLeave => field.take(check),
        Commit::WithForm => {
            if !field.text().is_empty() || enter && required {
                field.read(check);
            }
            None
        }
    }
}

/// Selects all letters of a field that gained the focus, so that typing replaces them. A click instead puts the cursor where it is.
fn select_all(ui: &Ui, response: &Response, letters: usize) {
    let by_pointer = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    if !by_pointer && let Some(mut state) = TextEditState::load(ui.ctx(), response.id) {
        state.cursor.set_char_range(Some(CCursorRange::two(CCursor::default(), CCursor::new(letters))));
        state.store(ui.ctx(), response.id);
    }
}

/// A label with room up to `width` points behind it.
fn label_ui(ui: &mut Ui, label: &str, width: f32) {
    if label.is_empty() {
        return;
    }
    let used = ui.label(label).rect.width();
    if used < width {
        ui.add_space(width - used);
    }
}
