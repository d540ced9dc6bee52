//! A text field of something that does not exist yet, or is saved as a whole: it keeps what was typed until it is used.

use super::note_typing;
use crate::ui::theme::{self, colour};
use egui::accesskit::Role;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{FocusDirection, Key, Label, Margin, Modifiers, Response, RichText, TextEdit, Ui, WidgetInfo};

/// What is being typed, what stood there at first, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    text: String,
    shown: String,
    error: Option<String>,
    takes_keyboard: bool,
}

impl Draft {
    /// A field in which something stands.
    #[must_use]
    pub fn showing(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { shown: text.clone(), text, ..Self::default() }
    }

    /// Gives it the keyboard when it is painted next.
    pub fn take_keyboard(&mut self) {
        self.takes_keyboard = true;
    }

    /// What was typed, without the spaces around it.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text.trim()
    }

    /// Whether nothing was typed since the field was filled.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.text == self.shown
    }

    /// Shows something else, unless somebody typed here.
    pub fn show(&mut self, text: String) {
        if self.is_untouched() {
            *self = Self::showing(text);
        }
    }

    /// Reads what was typed; what is wrong with it is said below the field from now on.
    pub fn read<T>(&mut self, check: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        let read = check(self.text());
        self.error = read.as_ref().err().cloned();
        read.ok()
    }
}

/// What a field is called, and how much room it has.
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
    /// A label before the field and a unit behind it; either may be empty.
    #[must_use]
    pub fn new(label: &'a str, unit: &'a str) -> Self {
        Self { label, unit, name: None, label_width: 0.0, width: 72.0, required: false }
    }

    /// What a screen reader says instead of label and unit.
    #[must_use]
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// The least room for the label, so that fields below each other line up, in points.
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

    /// Says at Enter already, and not only when it is used, that it must not be empty.
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

/// A field, and below it what is wrong with what was typed. Whether Enter was pressed in it, and what stands there is right.
pub fn draft_ui<T>(ui: &mut Ui, draft: &mut Draft, labelled: Labelled<'_>, check: impl FnOnce(&str) -> Result<T, String>) -> bool {
    ui.vertical(|ui| {
        let entered = ui.horizontal(|ui| draft_field_ui(ui, draft, labelled, check)).inner;
        draft_error_ui(ui, draft);
        entered
    })
    .inner
}

/// Only the field, for a row with other things; [`draft_error_ui`] belongs below it.
///
/// What is wrong is said when the field is left; an empty field is only wrong once it is used, or at Enter where it is required.
pub fn draft_field_ui<T>(ui: &mut Ui, draft: &mut Draft, labelled: Labelled<'_>, check: impl FnOnce(&str) -> Result<T, String>) -> bool {
    label_ui(ui, labelled.label, labelled.label_width);
    let edit = TextEdit::singleline(&mut draft.text).desired_width(labelled.width).margin(Margin::symmetric(8, 6));
    let response = ui.add(edit);
    let (name, text) = (labelled.spoken(), draft.text.clone());
    response.widget_info(|| WidgetInfo {
        label: Some(name.clone()),
        current_text_value: Some(text.clone()),
        ..WidgetInfo::new(Role::TextInput)
    });
    if !labelled.unit.is_empty() {
        ui.label(labelled.unit);
    }
    if std::mem::take(&mut draft.takes_keyboard) {
        response.request_focus();
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
        select_all(ui, &response, draft.text.chars().count());
    }
    if response.changed() {
        draft.error = None;
    }
    let mut entered = false;
    if response.lost_focus() {
        let enter = ui.input(|input| input.key_pressed(Key::Enter));
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            *draft = Draft::showing(draft.shown.clone());
        } else if !draft.text().is_empty() || enter && labelled.required {
            draft.read(check);
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            entered = draft.error.is_none();
            // The keyboard goes on from here: to the next widget, or nowhere until this is right.
            if entered { ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next)) } else { response.request_focus() }
        }
    }
    note_typing(ui, &response, &draft.text, &draft.shown);
    entered
}

/// What is wrong with what was typed, if anything.
pub fn draft_error_ui(ui: &mut Ui, draft: &Draft) {
    if let Some(error) = &draft.error {
        let c = theme::colours(ui);
        ui.add(Label::new(RichText::new(error).color(colour(c.danger))).wrap());
    }
}

/// What stands in a field that the keyboard came to is replaced by typing; the pointer chooses a place in it.
fn select_all(ui: &Ui, response: &Response, letters: usize) {
    let by_pointer = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    if !by_pointer && let Some(mut state) = TextEditState::load(ui.ctx(), response.id) {
        state.cursor.set_char_range(Some(CCursorRange::two(CCursor::default(), CCursor::new(letters))));
        state.store(ui.ctx(), response.id);
    }
}

/// The label, so wide that the fields below each other line up.
fn label_ui(ui: &mut Ui, label: &str, width: f32) {
    if label.is_empty() {
        return;
    }
    let used = ui.label(label).rect.width();
    ui.add_space((width - used).max(0.0));
}
