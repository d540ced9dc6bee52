//! Both legs, drawn from behind and from the front, each muscle a button.
//!
//! The left leg is always at the left, as a person sees their own legs. The shape is that of the body map among the charts.

use super::button::focus_ring;
use crate::charts::{LEG_BACK, LEG_FRONT, LegBand, Rgb, leg_edge};
use crate::domain::{Muscle, Severity, Side};
use crate::ui::theme::{self, colour};
use egui::accesskit::Role;
use egui::{Align2, Id, Mesh, Pos2, Rect, Response, Sense, Shape, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2};
use std::ops::RangeInclusive;

/// A muscle on the left leg, on the right, or on both: what a button of the drawn legs stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegSpot {
    /// The muscle.
    pub muscle: Muscle,
    /// The leg, or both.
    pub side: Side,
}

impl LegSpot {
    /// Whether this is the `other` spot, or its muscle on both legs.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.muscle == other.muscle && (self.side == other.side || self.side == Side::Both)
    }
}

/// A cramp to paint on the drawn legs: its muscle gets the colour of its severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegMark {
    /// The muscle and the leg.
    pub spot: LegSpot,
    /// How severe the cramp was.
    pub severity: Severity,
}

/// What [`leg_ui`] marks on the drawn legs.
#[derive(Debug, Clone, Copy)]
pub struct LegMarks<'a> {
    /// The cramps of the night. Of several at one muscle the most severe gives the colour.
    pub cramps: &'a [LegMark],
    /// The spot of the cramp that the person is describing; `None` if there is none.
    pub chosen: Option<LegSpot>,
}

/// Both legs, seen from one side.
#[derive(Clone, Copy)]
struct LegView {
    title: &'static str,
    bands: &'static [LegBand; 3],
}

/// Paints both legs from behind and from the front, each muscle a button. Returns the spot that was pressed in this frame, and `None` if
/// none was.
///
/// `height` is in points. `take_focus` gives the focus to the left calf, where most cramps are.
pub fn leg_ui(ui: &mut Ui, marks: LegMarks<'_>, height: f32, take_focus: bool) -> Option<LegSpot> {
    let width = ui.available_width().min(620.0);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let (back, front) = rect.split_left_right_at_fraction(0.5);
    if take_focus {
        ui.memory_mut(|memory| memory.request_focus(muscle_id(ui, LegSpot { muscle: Muscle::Calf, side: Side::Left })));
    }
    let behind = view_ui(ui, back.shrink2(vec2(6.0, 0.0)), LegView { title: "From behind", bands: &LEG_BACK }, marks);
    let before = view_ui(ui, front.shrink2(vec2(6.0, 0.0)), LegView { title: "From the front", bands: &LEG_FRONT }, marks);
    behind.or(before)
}

fn view_ui(ui: &Ui, rect: Rect, view: LegView, marks: LegMarks<'_>) -> Option<LegSpot> {
    let LegView { title, bands } = view;
    let c = theme::colours(ui);
    let small = TextStyle::Small.resolve(ui.style());
    let text = |at: Pos2, words: &str| ui.painter().text(at, Align2::CENTER_TOP, words, small.clone(), colour(c.weak));
    text(rect.center_top(), title);
    let legs = Rect::from_min_max(pos2(rect.left(), rect.top() + 22.0), rect.max);
    // Between the legs their words take 68 points, and the legs of the other view begin where this one ends.
    let leg_width = (legs.width() * 0.34).min(92.0).min(legs.width() / 2.0 - 34.0);
    let leg = |side: Side| {
        let centre = legs.center().x + if side == Side::Left { -1.0 } else { 1.0 } * (34.0 + leg_width * 0.48);
        Rect::from_center_size(pos2(centre, legs.center().y), vec2(leg_width, legs.height()))
    };
    let mut pressed = None;
    for side in [Side::Left, Side::Right] {
        let leg = leg(side);
        silhouette(ui, leg, 0.0..=1.0, 1.0, c.limb);
        ui.painter().text(
            pos2(leg.center().x, rect.top()),
            Align2::CENTER_TOP,
            if side == Side::Left { "L" } else { "R" },
            theme::bold(14.0),
            colour(c.weak),
        );
    }
    for band in bands {
        for side in [Side::Left, Side::Right] {
            if muscle_ui(ui, leg(side), band, side, marks).clicked() {
                pressed = Some(LegSpot { muscle: band.muscle, side });
            }
        }
        let height = f32::midpoint(*band.heights.start(), *band.heights.end());
        let at = pos2(legs.center().x, legs.top() + legs.height() * height);
        let galley = ui.painter().layout_job({
            let mut job = egui::text::LayoutJob::simple(band.label.to_owned(), small.clone(), colour(c.text), 80.0);
            job.halign = egui::Align::Center;
            job
        });
        ui.painter().galley(at - vec2(0.0, galley.size().y / 2.0), galley, colour(c.text));
    }
    pressed
}

fn muscle_ui(ui: &Ui, leg: Rect, band: &LegBand, side: Side, marks: LegMarks<'_>) -> Response {
    let spot = LegSpot { muscle: band.muscle, side };
    let top = leg.top() + leg.height() * band.heights.start();
    let bottom = leg.top() + leg.height() * band.heights.end();
    let rect = Rect::from_min_max(pos2(leg.left(), top), pos2(leg.right(), bottom));
    let response = ui.interact(rect, muscle_id(ui, spot), Sense::click());
    let is_chosen = marks.chosen.is_some_and(|chosen| chosen.covers(spot));
    let worst = marks.cramps.iter().filter(|mark| mark.spot.covers(spot)).map(|mark| mark.severity).max();
    let name = format!("{} {}", side.label(), band.label.replace('\n', " ").to_lowercase());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &name));
    let (c, palette) = (theme::colours(ui), theme::palette(ui));
    let fill = match (is_chosen, worst) {
        (true, _) => c.accent,
        (false, Some(worst)) => palette.severity(worst.get()),
        (false, None) if response.hovered() => c.accent_soft,
        (false, None) => c.muscle,
    };
    silhouette(ui, leg, band.heights.clone(), 0.84, fill);
    let line = if response.hovered() { Stroke::new(1.5, colour(c.accent)) } else { Stroke::new(1.0, colour(c.outline)) };
    ui.painter().add(Shape::closed_line(edge(leg, &band.heights, 0.84), line));
    if response.hovered() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    focus_ring(ui, &response, rect.shrink2(vec2(leg.width() * 0.06, 1.0)));
    response
}

fn muscle_id(ui: &Ui, spot: LegSpot) -> Id {
    ui.scope_id().with(("leg", spot.muscle, spot.side))
}

/// Fills the part of a drawn leg between two `heights` (0 is its top, 1 its foot). `share` is its width, where 1 is as wide as the leg.
fn silhouette(ui: &Ui, leg: Rect, heights: RangeInclusive<f32>, share: f32, fill: Rgb) {
    let outline = edge(leg, &heights, share);
    let (fill, half) = (colour(fill), outline.len() / 2);
    let mut mesh = Mesh::default();
    for row in 0..half {
        mesh.colored_vertex(outline[row], fill);
        mesh.colored_vertex(outline[outline.len() - 1 - row], fill);
    }
    for row in 0..u32::try_from(half.saturating_sub(1)).unwrap_or(0) {
        let first = row * 2;
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 1, first + 2, first + 3);
    }
    ui.painter().add(Shape::mesh(mesh));
    // A thin line of the same colour smooths the edge, which a mesh does not do by itself.
    ui.painter().add(Shape::closed_line(outline, Stroke::new(1.0, fill)));
}

/// The edge of a band: down the right side, then up the left.
fn edge(leg: Rect, heights: &RangeInclusive<f32>, share: f32) -> Vec<Pos2> {
    let rows = leg_edge(heights);
    let at =
        |(height, half): &(f32, f32), way: f32| pos2(leg.center().x + way * half * share * leg.width(), leg.top() + leg.height() * height);
    let right = rows.iter().map(|row| at(row, 1.0));
    right.chain(rows.iter().rev().map(|row| at(row, -1.0))).collect()
}
