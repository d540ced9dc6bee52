//! A drawn figure: thick round lines for a body, seen from the side.

use crate::charts::Rgb;
use crate::guide::{Figure, FigurePart, PartKind};
use crate::ui::theme::{self, Colours, colour};
use egui::accesskit::Role;
use egui::{Painter, Pos2, Rect, Response, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

/// Paints the drawn figures of a stretch beside each other, each in a square of `size` points. Without a figure it takes no room.
///
/// They are a picture that cannot be pressed. `spoken` is not painted: a screen reader says it after "Drawing:", and so it should name the
/// stretch.
pub fn figure_ui(ui: &mut Ui, scenes: &[Figure], spoken: &str, size: f32) -> Response {
    let count = f32::from(u8::try_from(scenes.len()).unwrap_or(1));
    let (rect, response) = ui.allocate_exact_size(vec2(size * count, size), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, format!("Drawing: {spoken}")));
    paint_figures(ui, rect, scenes);
    response
}

/// Paints figures side by side into the middle of a rectangle, as large as they fit. A screen reader hears nothing of them.
pub fn paint_figures(ui: &Ui, rect: Rect, scenes: &[Figure]) {
    if scenes.is_empty() || !ui.is_rect_visible(rect) {
        return;
    }
    let count = f32::from(u8::try_from(scenes.len()).unwrap_or(1));
    let size = (rect.width() / count).min(rect.height());
    let first = rect.center() - vec2(size * count, size) / 2.0;
    let mut at = first;
    for figure in scenes {
        let square = Square { painter: ui.painter(), at, unit: size / 100.0, colours: theme::colours(ui) };
        for part in figure {
            square.part(part);
        }
        at.x += size;
    }
}

/// Where a figure is painted.
struct Square<'a> {
    painter: &'a Painter,
    at: Pos2,
    unit: f32,
    colours: &'a Colours,
}

impl Square<'_> {
    fn part(&self, part: &FigurePart) {
        let c = self.colours;
        let points: Vec<_> = part.points.iter().map(|(x, y)| pos2(self.at.x + x * self.unit, self.at.y + y * self.unit)).collect();
        match part.kind {
            PartKind::Head => self.dot(points.first().copied().unwrap_or(self.at), part.radius, c.figure),
            PartKind::Body => self.line(&points, 10.5, c.figure),
            PartKind::Limb => self.edged(&points, 7.6, c.figure),
            PartKind::Arm => self.edged(&points, 5.6, c.figure),
            PartKind::Toe => self.edged(&points, 6.2, c.figure),
            PartKind::Broad => self.line(&points, 15.0, c.figure),
            PartKind::Far => self.line(&points, 7.6, c.figure_far),
            PartKind::FarArm => self.line(&points, 5.6, c.figure_far),
            PartKind::FarBroad => self.line(&points, 15.0, c.figure_far),
            PartKind::Prop => self.line(&points, 2.0, c.figure_prop),
            PartKind::Cloth => self.line(&points, 3.0, c.figure_prop),
            PartKind::Pack => self.edged(&points, 9.0, c.accent),
            PartKind::Pull => self.edged(&points, 3.4, c.accent),
            PartKind::Arrow => self.arrow(&points),
        }
    }

    fn dot(&self, at: Pos2, radius: f32, ink: Rgb) {
        self.painter.circle_filled(at, radius * self.unit, colour(ink));
    }

    /// A line with round ends and joints.
    fn line(&self, points: &[Pos2], width: f32, ink: Rgb) {
        let stroke = Stroke::new(width * self.unit, colour(ink));
        for ends in points.windows(2) {
            // One by one: a single line would have pointed joints.
            self.painter.line_segment([ends[0], ends[1]], stroke);
        }
        for at in points {
            self.dot(*at, width / 2.0, ink);
        }
    }

    /// A line with an edge in the colour of the card, which sets it apart from what it lies on.
    fn edged(&self, points: &[Pos2], width: f32, ink: Rgb) {
        self.line(points, width + 1.4, self.colours.surface);
        self.line(points, width, ink);
    }

    fn arrow(&self, points: &[Pos2]) {
        let [.., before, tip] = points else { return };
        self.line(points, 1.9, self.colours.accent);
        let back = (*before - *tip).normalized() * 5.5 * self.unit;
        for turn in [0.6_f32, -0.6] {
            let barb = Vec2::new(back.x * turn.cos() - back.y * turn.sin(), back.x * turn.sin() + back.y * turn.cos());
            self.line(&[*tip, *tip + barb], 1.9, self.colours.accent);
        }
    }
}
