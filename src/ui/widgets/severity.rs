//! The row of numbers from 0 to 10.

use super::button::focus_ring;
use crate::domain::Severity;
use crate::ui::theme::{self, colour, on_severity};
use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// Paints a row of eleven buttons, one per severity from 0 to 10, in the colours of severity. Returns the severity that was pressed in
/// this frame, also if it is `chosen` already; `None` if none was.
pub fn severity_row_ui(ui: &mut Ui, chosen: Option<Severity>) -> Option<Severity> {
    let gap = 4.0;
    let width = ((ui.available_width() - gap * 10.0) / 11.0).clamp(22.0, 46.0);
    let mut pressed = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for severity in Severity::all() {
            if number_ui(ui, severity, chosen == Some(severity), width).clicked() {
                pressed = Some(severity);
            }
        }
    });
    pressed
}

fn number_ui(ui: &mut Ui, severity: Severity, chosen: bool, width: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 38.0), Sense::click());
    let name = format!("Severity {severity}, {}", severity.word());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
    if ui.is_rect_visible(rect) {
        let (c, palette) = (theme::colours(ui), theme::palette(ui));
        let none = severity.get() == 0;
        let fill = if none { c.control } else { palette.severity(severity.get()) };
        let ink = if none { c.text } else { on_severity(&palette, severity.get()) };
        let rect = if response.hovered() { rect } else { rect.shrink2(vec2(0.0, 2.0)) };
        ui.painter().rect_filled(rect, CornerRadius::same(6), colour(fill));
        if none {
            ui.painter().rect_stroke(rect, CornerRadius::same(6), Stroke::new(1.0, colour(c.outline)), StrokeKind::Inside);
        }
        if chosen {
            ui.painter().rect_stroke(rect.expand(1.0), CornerRadius::same(7), Stroke::new(3.0, colour(c.text)), StrokeKind::Middle);
        }
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, severity, theme::bold(15.0), colour(ink));
    }
    focus_ring(ui, &response, rect);
    response.on_hover_text(name)
}

/// Paints a severity as a dot with its number, for lists. It cannot be pressed. A screen reader says the number and its word.
pub fn severity_dot(ui: &mut Ui, severity: Severity) {
    let (rect, response) = ui.allocate_exact_size(vec2(26.0, 26.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("Severity {severity}, {}", severity.word())));
    let palette = theme::palette(ui);
    ui.painter().circle_filled(rect.center(), 13.0, colour(palette.severity(severity.get())));
    let ink = on_severity(&palette, severity.get());
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, severity, theme::bold(14.0), colour(ink));
}
