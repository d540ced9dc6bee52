//! Something logged: words to press for changing it, and a cross for deleting it.

use super::button::focus_ring;
use crate::ui::theme::{self, colour, space};
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, CornerRadius, FontId, Rect, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::ICON_CLOSE;

/// Which part of an entry was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryPressed {
    /// The text was pressed, to change the entry.
    Change,
    /// The cross was pressed, to delete the entry.
    Delete,
}

/// Paints one thing that was logged, as a button with `words` and a button with a cross. Returns which was pressed in this frame, and
/// `None` if neither was. It deletes nothing by itself.
///
/// `words` that are too long for the line are cut. Screen readers do not hear them, but "Change" or "Delete" followed by `summary`.
pub fn entry_ui(ui: &mut Ui, words: &str, summary: &str) -> Option<EntryPressed> {
    const HEIGHT: f32 = 28.0;
    const CROSS: f32 = 26.0;
    let c = theme::colours(ui);
    let most = ui.max_rect().width() - CROSS - 16.0;
    let mut job =
        LayoutJob::simple_singleline(words.to_owned(), FontId { size: 14.0, ..TextStyle::Body.resolve(ui.style()) }, colour(c.text));
    job.wrap = TextWrapping::truncate_at_width(most.max(40.0));
    let galley = ui.painter().layout_job(job);
    let size = vec2(10.0 + galley.size().x + 4.0 + CROSS, HEIGHT);
    let (rect, whole) = ui.allocate_exact_size(size, Sense::hover());
    let (words_rect, cross_rect) = rect.split_left_right_at_x(rect.right() - CROSS);
    let part = |name: &str, rect: Rect| {
        let response = ui.interact(rect, whole.id.with(name), Sense::click());
        let name = format!("{name} {summary}");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        response
    };
    let (change, delete) = (part("Change", words_rect), part("Delete", cross_rect));
    if ui.is_rect_visible(rect) {
        let radius = CornerRadius::same(space::RADIUS);
        ui.painter().rect(rect, radius, colour(c.control), Stroke::new(1.0, colour(c.border)), StrokeKind::Inside);
        for (response, area) in [(&change, words_rect), (&delete, cross_rect)] {
            if response.hovered() {
                ui.painter().rect_filled(area, radius, colour(c.control_hover));
            }
        }
        ui.painter().galley(pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0), galley, colour(c.text));
        let icons = theme::icons(15.0);
        ui.painter().text(cross_rect.center(), Align2::CENTER_CENTER, ICON_CLOSE.codepoint, icons, colour(c.weak));
    }
    for (response, area) in [(&change, words_rect), (&delete, cross_rect)] {
        focus_ring(ui, response, area.shrink(1.0));
    }
    match (change.clicked(), delete.clicked()) {
        (_, true) => Some(EntryPressed::Delete),
        (true, false) => Some(EntryPressed::Change),
        (false, false) => None,
    }
}
