//! The one place that paints a text edit: each has a name, and each visit to it is noted.

use super::visit::note_visit;
use egui::accesskit::Role;
use egui::{Margin, Response, TextEdit, Ui, WidgetInfo};

/// How a text edit looks, and what a screen reader says of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct EditLook<'a> {
    pub(super) name: &'a str,
    pub(super) role: Role,
    /// What stands in it while it is empty.
    pub(super) hint: &'a str,
    /// The room for what is typed, in points.
    pub(super) width: f32,
    pub(super) margin: Margin,
    /// Gives it an id of its own, so that it keeps the focus while widgets come before it.
    pub(super) salt: Option<&'static str>,
    /// Whether dots stand for what is typed, on the screen and for a screen reader.
    pub(super) hidden: bool,
}

/// Paints a text edit and notes the visit to it. `is_saved` is asked of the text and whether it changed in this frame.
pub(super) fn edit_ui(ui: &mut Ui, text: &mut String, look: EditLook<'_>, is_saved: impl FnOnce(&str, bool) -> bool) -> Response {
    let edit = TextEdit::singleline(text).hint_text(look.hint).desired_width(look.width).margin(look.margin).password(look.hidden);
    let edit = if let Some(salt) = look.salt { edit.id_salt(salt) } else { edit };
    let response = ui.add(edit);
    response.widget_info(|| WidgetInfo {
        label: Some(look.name.to_owned()),
        current_text_value: Some(if look.hidden { "•".repeat(text.chars().count()) } else { text.clone() }),
        ..WidgetInfo::new(look.role)
    });
    let is_saved = is_saved(text, response.changed());
    note_visit(ui, &response, text, is_saved);
    response
}
