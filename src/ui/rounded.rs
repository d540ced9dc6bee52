//! Cuts rectangles with round corners into triangles that are not long and thin.
//!
//! egui cuts them into a fan: dozens of triangles that are as long as the rectangle and a fraction of a pixel wide. Without a graphics card
//! each of them is work along its whole length, which for a button is a multiple of its area.

use egui::epaint::Tessellator;
use egui::layers::ShapeIdx;
use egui::{Color32, Context, CornerRadius, LayerId, Mesh, Rect, Shape};

/// From which length on a rectangle is cut anew, in points: what is shorter has no long triangles, and a mesh of its own takes longer.
const LONG: f32 = 100.0;

/// Cuts anew what was painted in this frame. The pixels stay as they are.
pub(super) fn cut_rounded(context: &Context) {
    let mut layers: Vec<LayerId> = context.memory(|memory| memory.layer_ids().collect());
    layers.push(LayerId::background());
    let options = context.tessellation_options(|options| *options);
    // Rectangles need no letters.
    let mut tessellator = Tessellator::new(context.pixels_per_point(), options, [1, 1], Vec::new());
    context.graphics_mut(|graphics| {
        for layer in layers {
            let Some(painted) = graphics.get_mut(layer) else { continue };
            let count = painted.next_idx().0;
            for index in 0..count {
                painted.mutate_shape(ShapeIdx(index), |clipped| cut_shape(&mut clipped.shape, clipped.clip_rect, &mut tessellator));
            }
        }
    });
}

fn cut_shape(shape: &mut Shape, clip: Rect, tessellator: &mut Tessellator) {
    match shape {
        Shape::Vec(shapes) => shapes.iter_mut().for_each(|shape| cut_shape(shape, clip, tessellator)),
        Shape::Rect(rect)
            if rect.corner_radius != CornerRadius::ZERO
                && rect.corner_radius.is_same()
                && rect.fill != Color32::TRANSPARENT
                && rect.brush.is_none()
                && rect.rect.size().max_elem() >= LONG
                && clip.intersects(rect.visual_bounding_rect()) =>
        {
            let mut mesh = Mesh::default();
            tessellator.tessellate_rect(rect, &mut mesh);
            cut_fan(&mut mesh);
            *shape = Shape::mesh(mesh);
        }
        _ => {}
    }
}

/// Cuts the fan anew with which a mesh ends. Without one the mesh stays as it is.
fn cut_fan(mesh: &mut Mesh) {
    let Some(polygon) = fan(&mesh.indices) else { return };
    mesh.indices.truncate(mesh.indices.len() - 3 * (polygon.len() - 2));
    let quarters = polygon.chunks_exact(polygon.len() / 4);
    quarters.clone().for_each(|quarter| cut(quarter, &mut mesh.indices));
    let between: Vec<u32> = quarters.filter_map(|quarter| Some([*quarter.first()?, *quarter.last()?])).flatten().collect();
    cut(&between, &mut mesh.indices);
}

/// The corners of the polygon that the last triangles make, if they are a fan of four equal parts, one for each round corner.
fn fan(indices: &[u32]) -> Option<Vec<u32>> {
    let &[.., centre, _, last] = indices else { return None };
    let mut polygon = vec![last];
    for triangle in indices.rchunks_exact(3) {
        match triangle {
            [first, before, after] if *first == centre && polygon.last() == Some(after) => polygon.push(*before),
            _ => break,
        }
    }
    polygon.push(centre);
    polygon.reverse();
    (polygon.len() >= 8 && polygon.len() % 4 == 0).then_some(polygon)
}

/// Cuts a convex polygon into halves, and these again, so that most triangles have short sides.
fn cut(polygon: &[u32], out: &mut Vec<u32>) {
    let [first, _, .., last] = polygon else { return };
    let middle = polygon.len() / 2;
    out.extend([*first, polygon[middle], *last]);
    cut(&polygon[..=middle], out);
    cut(&polygon[middle..], out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::epaint::{RectShape, TessellationOptions};
    use egui::{Stroke, StrokeKind, pos2, vec2};

    fn tessellated(rect: &RectShape) -> Mesh {
        let mut mesh = Mesh::default();
        Tessellator::new(1.0, TessellationOptions::default(), [1, 1], Vec::new()).tessellate_rect(rect, &mut mesh);
        mesh
    }

    /// Sums something of each triangle, given its sides.
    fn sum(mesh: &Mesh, of: impl Fn([egui::Vec2; 3]) -> f32) -> f32 {
        let at = |corner: u32| mesh.vertices[corner as usize].pos;
        mesh.indices.chunks_exact(3).map(|t| of([at(t[1]) - at(t[0]), at(t[2]) - at(t[1]), at(t[0]) - at(t[2])])).sum()
    }

    #[test]
    fn the_same_area_is_covered_by_triangles_of_less_length() {
        for (size, radius, stroke, at_most) in [
            (vec2(513.0, 230.0), 12, Stroke::new(1.0, Color32::GRAY), 0.65),
            (vec2(130.0, 32.0), 8, Stroke::NONE, 0.6),
            (vec2(36.0, 28.0), 8, Stroke::new(2.0, Color32::RED), 0.95),
            (vec2(40.0, 40.0), 20, Stroke::NONE, 0.6),
        ] {
            let rect = Rect::from_min_size(pos2(3.0, 5.0), size);
            let rect = RectShape::new(rect, CornerRadius::same(radius), Color32::WHITE, stroke, StrokeKind::Inside);
            let (fan, mut mesh) = (tessellated(&rect), tessellated(&rect));
            cut_fan(&mut mesh);
            assert_eq!((&mesh.vertices, mesh.indices.len()), (&fan.vertices, fan.indices.len()), "{size}");
            let area = |[one, two, _]: [egui::Vec2; 3]| (one.x * two.y - one.y * two.x).abs() / 2.0;
            assert!((sum(&mesh, area) - sum(&fan, area)).abs() < 1e-4 * size.x * size.y, "{size}");
            let length = |sides: [egui::Vec2; 3]| sides.map(egui::Vec2::length).iter().sum();
            let share = sum(&mesh, length) / sum(&fan, length);
            assert!(share < at_most, "{size}: {share}");
        }
    }

    #[test]
    fn what_is_no_fan_stays_as_it_is() {
        let square = RectShape::filled(Rect::from_min_size(pos2(0.0, 0.0), vec2(9.0, 9.0)), CornerRadius::ZERO, Color32::WHITE);
        for mut mesh in [Mesh::default(), tessellated(&square)] {
            let before = mesh.indices.clone();
            cut_fan(&mut mesh);
            assert_eq!(mesh.indices, before);
        }
    }
}
