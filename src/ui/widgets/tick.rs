//! A line with a box to tick.

use super::button::focus_ring;
use crate::ui::theme::{self, colour};
use egui::accesskit::Role;
use egui::{Align2, Response, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::{ICON_CHECK_BOX, ICON_CHECK_BOX_OUTLINE_BLANK};

/// Paints a box, ticked or not, with `words` beside it as its label. The whole line can be pressed.
///
/// Pressing it does not tick the box: the screen keeps whether it is ticked, and turns that over when it is pressed. A screen reader says
/// `words` and whether the box is ticked.
pub fn tick_ui(ui: &mut Ui, ticked: bool, words: &str) -> Response {
    const BOX: f32 = 20.0;
    let c = theme::colours(ui);
    let font = TextStyle::Body.resolve(ui.style());
    let galley = ui.painter().layout(words.to_owned(), font, colour(c.text), (ui.available_width() - BOX - 16.0).max(40.0));
    let size = vec2(BOX + 16.0 + galley.size().x, galley.size().y.max(BOX) + 6.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, ticked, words));
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(rect, 6.0, colour(c.control_hover));
        }
        let icon = if ticked { ICON_CHECK_BOX } else { ICON_CHECK_BOX_OUTLINE_BLANK };
        let font = theme::icons(BOX);
        let ink = colour(if ticked { c.accent } else { c.weak });
        ui.painter().text(pos2(rect.left() + 4.0 + BOX / 2.0, rect.center().y), Align2::CENTER_CENTER, icon.codepoint, font, ink);
        ui.painter().galley(pos2(rect.left() + BOX + 12.0, rect.center().y - galley.size().y / 2.0), galley, colour(c.text));
    }
    focus_ring(ui, &response, rect.shrink(1.0));
    response
}
