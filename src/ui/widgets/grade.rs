//! How well something is known: a word with a small mark, never a colour alone.

use super::button::focus_ring;
use crate::guide::Grade;
use crate::ui::theme::{self, colour};
use egui::accesskit::Role;
use egui::{Align2, CornerRadius, CursorIcon, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::{ICON_BLOCK, ICON_SWAP_HORIZ};

/// Width and height of a mark, in points.
const MARK: f32 = 18.0;

/// Paints how firm the evidence for a statement of the guide is: the [`Grade`] in words, underlined, behind its mark.
///
/// It looks like a link and can be pressed; the screen then opens the page on what grades mean. A hover text says what this grade
/// means. A screen reader says "Grade: moderate, and what grades mean".
pub fn grade_ui(ui: &mut Ui, grade: Grade) -> Response {
    let c = theme::colours(ui);
    let galley = ui.painter().layout_no_wrap(grade.label().to_owned(), theme::bold(15.0), colour(c.text));
    let (rect, response) = ui.allocate_exact_size(vec2(MARK + 7.0 + galley.size().x, 24.0), Sense::click());
    response
        .widget_info(|| WidgetInfo::labeled(Role::Link, true, format!("Grade: {}, and what grades mean", grade.label().to_lowercase())));
    if ui.is_rect_visible(rect) {
        mark(ui, Rect::from_min_size(rect.left_center() - vec2(0.0, MARK / 2.0), vec2(MARK, MARK)), grade);
        let at = pos2(rect.left() + MARK + 7.0, rect.center().y - galley.size().y / 2.0);
        let line = Rect::from_min_size(at, galley.size());
        ui.painter().galley(at, galley, colour(c.text));
        let width = if response.hovered() { 1.5 } else { 1.0 };
        ui.painter().hline(
            line.x_range(),
            line.bottom() - 1.0,
            Stroke::new(width, colour(if response.hovered() { c.text } else { c.outline })),
        );
    }
    focus_ring(ui, &response, rect);
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(grade.line())
}

/// Paints the mark of a grade alone, which cannot be pressed. A screen reader does not hear it, so a text beside it must name the grade.
pub fn grade_mark_ui(ui: &mut Ui, grade: Grade) {
    let (rect, _) = ui.allocate_exact_size(vec2(MARK, MARK), Sense::hover());
    mark(ui, rect, grade);
}

/// Paints up to three bars for firm evidence, other signs for contested evidence and for what should not be done.
fn mark(ui: &Ui, rect: Rect, grade: Grade) {
    let c = theme::colours(ui);
    let filled = match grade {
        Grade::Strong => 3,
        Grade::Moderate => 2,
        Grade::Limited => 1,
        Grade::Traditional => 0,
        Grade::Conflicting | Grade::NotRecommended => {
            let (icon, ink) = if grade == Grade::Conflicting { (ICON_SWAP_HORIZ, c.accent) } else { (ICON_BLOCK, c.danger) };
            let font = theme::icons(MARK);
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon.codepoint, font, colour(ink));
            return;
        }
    };
    let radius = CornerRadius::same(1);
    for (bar, height) in [6.0, 10.0, 14.0].into_iter().enumerate() {
        let left = rect.left() + 1.0 + [0.0, 6.0, 12.0][bar];
        let area = Rect::from_min_max(pos2(left, rect.bottom() - 2.0 - height), pos2(left + 4.0, rect.bottom() - 2.0));
        if bar < filled {
            ui.painter().rect_filled(area, radius, colour(c.accent));
        } else {
            ui.painter().rect_stroke(area, radius, Stroke::new(1.0, colour(c.weak)), StrokeKind::Inside);
        }
    }
}
