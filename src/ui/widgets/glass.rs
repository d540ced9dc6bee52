//! A glass that fills up to the day's goal.

use crate::ui::theme::{self, colour};
use egui::accesskit::Role;
use egui::{Color32, Mesh, Pos2, Response, Sense, Shape, Stroke, Ui, WidgetInfo, lerp, pos2, vec2};

/// Paints a glass, `height` points high, with as much water in it as was drunk of the day's goal.
///
/// With a goal, a line stands at it until it is reached; from then on the glass is full, and stays so however much more is drunk. Without
/// a goal a full glass is two litres and there is no line. With 0 ml drunk the glass is empty.
///
/// The glass is a picture that cannot be pressed. A screen reader says "800 of 2000 ml drunk", without a goal "800 ml drunk".
pub fn glass_ui(ui: &mut Ui, drunk_ml: u32, goal_ml: Option<u16>, height: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(height * 0.72, height), Sense::hover());
    let words = goal_ml.map_or_else(|| format!("{drunk_ml} ml drunk"), |goal_ml| format!("{drunk_ml} of {goal_ml} ml drunk"));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &words));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let (c, palette) = (theme::colours(ui), theme::palette(ui));
    let rect = rect.shrink(2.0);
    // The glass is wider at the rim; `side` gives its half width at a height from 0 (bottom) to 1 (rim).
    let at = |side: f32, level: f32| -> Pos2 {
        let half = lerp(rect.width() * 0.36..=rect.width() * 0.5, level);
        pos2(rect.center().x + side * half, lerp(rect.bottom()..=rect.top(), level))
    };
    #[expect(clippy::cast_precision_loss, reason = "a volume in ml")]
    let level = (drunk_ml as f32 / f32::from(goal_ml.unwrap_or(2000).max(1))).clamp(0.0, 1.0) * 0.92;
    if level > 0.0 {
        let inset = 0.88;
        let mut water = Mesh::default();
        let fill = colour(palette.drink);
        for corner in [at(-inset, 0.03), at(inset, 0.03), at(inset, level), at(-inset, level)] {
            water.colored_vertex(corner, fill);
        }
        water.add_triangle(0, 1, 2);
        water.add_triangle(0, 2, 3);
        ui.painter().add(Shape::mesh(water));
    }
    let line = Stroke::new(2.0, colour(c.weak));
    ui.painter().add(Shape::line(vec![at(-1.0, 1.0), at(-1.0, 0.0), at(1.0, 0.0), at(1.0, 1.0)], line));
    let goal = Stroke::new(1.5, if level >= 0.92 || goal_ml.is_none() { Color32::TRANSPARENT } else { colour(palette.reference) });
    ui.painter().line_segment([at(-0.9, 0.92), at(0.9, 0.92)], goal);
    response
}
