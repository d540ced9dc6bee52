//! A row of numbers from 0 to 10 for anything but severity, which has colours of its own.

use super::button::focus_ring;
use crate::ui::theme::{self, colour};
use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Response, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, vec2};

/// Paints a row of eleven buttons for 0 to 10. Returns the number that was pressed in this frame, also if it is `chosen` already;
/// `None` if none was.
///
/// With `chosen` as `None` no button is filled, which is another thing than 0. Screen readers call a button "Stress 4 of 10", where `what`
/// is "Stress".
pub fn scale_row_ui(ui: &mut Ui, what: &str, chosen: Option<u8>) -> Option<u8> {
    let gap = 4.0;
    let width = ((ui.available_width() - gap * 10.0) / 11.0).clamp(20.0, 40.0);
    let mut pressed = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for number in 0..=10 {
            if number_ui(ui, what, number, chosen, width).clicked() {
                pressed = Some(number);
            }
        }
    });
    pressed
}

fn number_ui(ui: &mut Ui, what: &str, number: u8, chosen: Option<u8>, width: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 28.0), Sense::click());
    let is_chosen = chosen == Some(number);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, format!("{what} {number} of 10")));
    if ui.is_rect_visible(rect) {
        let c = theme::colours(ui);
        let (fill, line, ink) = match (is_chosen, response.hovered()) {
            (true, false) => (c.accent, c.accent, c.on_accent),
            (true, true) => (c.accent_hover, c.accent_hover, c.on_accent),
            (false, true) => (c.control_hover, c.outline, c.text),
            // Filled up to what was chosen, so that it is seen before it is read.
            (false, false) if chosen.is_some_and(|chosen| number < chosen) => (c.accent_soft, c.outline, c.text),
            (false, false) => (c.control, c.outline, c.text),
        };
        let radius = CornerRadius::same(6);
        ui.painter().rect(rect, radius, colour(fill), Stroke::new(1.0, colour(line)), StrokeKind::Inside);
        let font = if is_chosen { theme::bold(14.0) } else { egui::FontId { size: 14.0, ..TextStyle::Button.resolve(ui.style()) } };
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, number, font, colour(ink));
    }
    focus_ring(ui, &response, rect);
    response
}
