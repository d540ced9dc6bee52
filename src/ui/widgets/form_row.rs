//! Rows of a form: a label in a column of its own, and something beside it.

use egui::{Align, Layout, Ui, Vec2, vec2};

/// Paints a label in a column of `label_width` points, and beside it what `field` paints, such as a text field. The label does not name
/// the field to screen readers; the field must do that itself.
pub fn form_row_ui(ui: &mut Ui, label_width: f32, label: &str, field: impl FnOnce(&mut Ui)) {
    labelled_row_ui(ui, vec2(label_width, 32.0), label, field);
}

/// Paints a label in an area of `size` points, and beside it what `content` paints. An empty label leaves the area free.
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
