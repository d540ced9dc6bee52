//! A text field that checks what was typed, and keeps it until it is right.

use super::note_typing;
use crate::domain::{Day, TypedError};
use crate::ui::theme::{self, colour};
use egui::accesskit::Role;
use egui::{Align, FocusDirection, Key, Layout, Modifiers, RichText, TextEdit, Ui, Vec2, WidgetInfo, vec2};
use std::str::FromStr;

/// What is being typed, and what was wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    saved: String,
    /// What was handed out for saving, until something else is typed or the field is entered again.
    sent: Option<String>,
    error: Option<String>,
    entered: bool,
}

impl Field {
    /// A field that shows what is saved.
    #[must_use]
    pub fn showing(saved: impl Into<String>) -> Self {
        let saved = saved.into();
        Self { text: saved.clone(), saved, ..Self::default() }
    }

    /// A field that proposes a text which is not saved yet.
    #[must_use]
    pub fn proposing(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Takes over what is saved now, if that changed. What could not be saved stays.
    pub fn follow(&mut self, saved: &str) {
        if !self.is_saved_as(saved) {
            *self = Self::showing(saved);
        }
    }

    /// Whether this is what was saved when the field was filled.
    #[must_use]
    pub fn is_saved_as(&self, saved: &str) -> bool {
        self.saved == saved
    }

    /// Whether the text was handed out for saving.
    #[must_use]
    pub fn is_sent(&self) -> bool {
        self.sent.as_ref() == Some(&self.text)
    }

    /// Whether it says what is wrong with the text.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        self.error.is_some()
    }

    /// Whether Enter was pressed just now, and the keyboard goes on to the next widget.
    #[must_use]
    pub fn was_entered(&self) -> bool {
        self.entered
    }

    /// The text as typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Empties the field.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Checks what was typed, if it is not saved yet: for leaving the screen or the program.
    pub fn take<T>(&mut self, check: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        if self.text == self.saved {
            return None;
        }
        match check(self.text.trim()) {
            Ok(value) => {
                self.sent = Some(self.text.clone());
                self.error = None;
                Some(value)
            }
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }
}

/// Reads a quantity as people type it; what is wrong comes in words for below the field.
///
/// # Errors
/// The words of the [`TypedError`].
pub fn typed<T: FromStr<Err = TypedError>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: TypedError| error.to_string())
}

/// Reads a day, where none may be given.
///
/// # Errors
/// The words of the [`TypedError`].
pub fn read_day(text: &str) -> Result<Option<Day>, String> {
    if text.is_empty() { Ok(None) } else { typed(text).map(Some) }
}

/// A day as it is typed; empty where there is none.
#[must_use]
pub fn day_text(day: Option<Day>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}

/// A field with a label before it and a unit behind it. Returns what was typed once it is complete (Enter, or
/// leaving the field) and right; what is wrong stays, with the reason below it.
pub fn field_ui<T>(
    ui: &mut Ui,
    field: &mut Field,
    (label, unit): (&str, &str),
    width: f32,
    check: impl FnOnce(&str) -> Result<T, String>,
) -> Option<T> {
    let name = if unit.is_empty() { label.to_owned() } else { format!("{label}, {unit}") };
    named_field_ui(ui, field, (label, &name, unit), width, check)
}

/// The same, where the label alone would not say to a screen reader what the field is for.
pub fn named_field_ui<T>(
    ui: &mut Ui,
    field: &mut Field,
    (label, name, unit): (&str, &str, &str),
    width: f32,
    check: impl FnOnce(&str) -> Result<T, String>,
) -> Option<T> {
    ui.vertical(|ui| {
        let typed = ui.horizontal(|ui| bare_field_ui(ui, field, (label, name, unit), width, check)).inner;
        field_error_ui(ui, field);
        typed
    })
    .inner
}

/// Only the field, for a row with other things; [`field_error_ui`] belongs below it.
pub fn bare_field_ui<T>(
    ui: &mut Ui,
    field: &mut Field,
    (label, name, unit): (&str, &str, &str),
    width: f32,
    check: impl FnOnce(&str) -> Result<T, String>,
) -> Option<T> {
    if !label.is_empty() {
        ui.label(label);
    }
    let edit = TextEdit::singleline(&mut field.text).desired_width(width).margin(egui::Margin::symmetric(8, 6));
    let response = ui.add(edit);
    let text = field.text.clone();
    response.widget_info(|| WidgetInfo {
        label: Some(name.to_owned()),
        current_text_value: Some(text.clone()),
        ..WidgetInfo::new(Role::TextInput)
    });
    if !unit.is_empty() {
        ui.label(unit);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.changed() {
        field.error = None;
    }
    if response.changed() || response.gained_focus() {
        field.sent = None;
    }
    let escaped = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    if escaped {
        field.text.clone_from(&field.saved);
        field.error = None;
    }
    let typed = if response.lost_focus() && !escaped && !field.is_sent() { field.take(check) } else { None };
    field.entered = false;
    if response.lost_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        // The keyboard goes on from here: to the next widget, or nowhere until this is right.
        field.entered = field.error.is_none();
        if field.entered { ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next)) } else { response.request_focus() }
    }
    note_typing(ui, &response, &field.text, &field.saved);
    typed
}

/// What is wrong with what was typed, if anything.
pub fn field_error_ui(ui: &mut Ui, field: &Field) {
    if let Some(error) = &field.error {
        let c = theme::colours(ui);
        ui.add(egui::Label::new(RichText::new(error).color(colour(c.danger))).wrap());
    }
}

/// A label in a column of its own, and a field beside it.
pub fn form_row_ui(ui: &mut Ui, label_width: f32, label: &str, field: impl FnOnce(&mut Ui)) {
    labelled_row_ui(ui, vec2(label_width, 32.0), label, field);
}

/// The same beside something of another height; the label may be empty.
pub fn labelled_row_ui(ui: &mut Ui, size: Vec2, label: &str, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(size.x);
            if !label.is_empty() {
                ui.label(label);
            }
        });
        content(ui);
    });
}
