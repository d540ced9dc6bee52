//! A food in a list: its name, its portion, and how much of a nutrient it contains, with a bar.

use crate::domain::FoodId;
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{bar, focus_ring, per_cent};
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, CornerRadius, Pos2, Rect, Response, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2};

/// Height of a row, in points.
pub(super) const FOOD_ROW: f32 = 46.0;

/// Room for a bar and its number, in points.
const FIGURES: f32 = 132.0;

/// A food in the list.
#[derive(Debug)]
pub(super) struct FoodRow {
    pub(super) food: FoodId,
    pub(super) name: String,
    /// The portion, and what else tells the food from others.
    pub(super) about: String,
    /// The amount of a nutrient as text, and its share of the reference intake (1 is all of it) if there is one.
    pub(super) amount: Option<(String, Option<f64>)>,
}

/// Paints a food; `open` marks the one whose page is open.
pub(super) fn food_row_ui(ui: &mut Ui, row: &FoodRow, open: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), FOOD_ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, said(row)));
    if ui.is_rect_visible(rect) {
        let c = theme::colours(ui);
        let radius = CornerRadius::same(space::RADIUS);
        if open {
            ui.painter().rect_filled(rect, radius, colour(c.accent_soft));
        } else if response.hovered() {
            ui.painter().rect_filled(rect, radius, colour(c.control_hover));
        }
        let inner = rect.shrink2(vec2(8.0, 4.0));
        let (body, small) = (TextStyle::Body.resolve(ui.style()), TextStyle::Small.resolve(ui.style()));
        let (mut name_room, mut about_room) = (inner.width(), inner.width());
        if let Some((amount, share)) = &row.amount {
            let painted = ui.painter().text(inner.right_top(), Align2::RIGHT_TOP, amount, body.clone(), colour(c.text));
            name_room -= painted.width() + 12.0;
            about_room -= FIGURES + 12.0;
            if let Some(share) = share {
                let middle = inner.top() + 29.0;
                let from = inner.right() - FIGURES;
                bar(ui, Rect::from_min_max(pos2(from, middle - 3.0), pos2(inner.right() - 54.0, middle + 3.0)), *share);
                ui.painter().text(pos2(inner.right(), middle), Align2::RIGHT_CENTER, per_cent(*share), small.clone(), colour(c.weak));
            }
        }
        line(ui, &row.name, TextFormat::simple(body, colour(c.text)), inner.left_top(), name_room);
        line(ui, &row.about, TextFormat::simple(small, colour(c.weak)), pos2(inner.left(), inner.top() + 20.0), about_room);
    }
    focus_ring(ui, &response, rect.shrink(2.0));
    response
}

/// What a screen reader says of a row: "Almonds, 1 oz (28 g), 76 mg, 24 %".
fn said(row: &FoodRow) -> String {
    let amount = row.amount.as_ref().map_or_else(String::new, |(amount, share)| {
        let share = share.map_or_else(String::new, |share| format!(", {}", per_cent(share)));
        format!(", {amount}{share}")
    });
    format!("{}, {}{amount}", row.name, row.about)
}

/// One line of text, shortened to `room` points.
fn line(ui: &Ui, words: &str, format: TextFormat, at: Pos2, room: f32) {
    let ink = format.color;
    let mut job = LayoutJob::simple_singleline(words.to_owned(), format.font_id, ink);
    job.wrap = TextWrapping::truncate_at_width(room.max(40.0));
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(at, galley, ink);
}
