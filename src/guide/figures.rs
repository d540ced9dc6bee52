//! Drawn figures of the postures, one for each stretch, from `assets/guide/figures.csv`.
//!
//! Points lie in a square of 100 by 100, y downwards. A row draws one part; what comes later lies on top.

use super::csv_rows::{parts, rows};
use crate::domain::{StretchName, keyed_enum};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const FIGURES: &str = include_str!("../../assets/guide/figures.csv");

keyed_enum! {
    /// What a part of a figure shows, which decides how it is painted.
    PartKind, "part of a figure" {
        /// The head: one point.
        Head = "head", "head";
        /// Hip to shoulder.
        Body = "body", "trunk";
        /// The leg on the near side.
        Limb = "limb", "near leg";
        /// The arm on the near side.
        Arm = "arm", "near arm";
        /// The leg on the far side.
        Far = "far", "far leg";
        /// The arm on the far side.
        FarArm = "far_arm", "far arm";
        /// A shin or a foot seen close by.
        Broad = "broad", "shin or foot";
        /// A shin or a foot seen close by, in the position it moves to.
        FarBroad = "far_broad", "shin or foot, moved";
        /// A toe seen close by.
        Toe = "toe", "toe";
        /// Wall, floor, chair, step.
        Prop = "prop", "prop";
        /// A towel.
        Cloth = "cloth", "towel";
        /// What is laid on the muscle.
        Pack = "pack", "pack";
        /// The muscle that is stretched.
        Pull = "pull", "stretched muscle";
        /// Where the movement goes; its head is at the last point.
        Arrow = "arrow", "arrow";
    }
}

/// One part of a figure: a line through points, or the circle of the head.
#[derive(Debug, Clone, PartialEq)]
pub struct FigurePart {
    /// What the part shows.
    pub kind: PartKind,
    /// The points of the line; for the head one point, its centre.
    pub points: Vec<(f32, f32)>,
    /// The radius of the head; 0 for anything else.
    pub radius: f32,
}

/// A drawn posture: its parts, of which later ones lie on top.
pub type Figure = Vec<FigurePart>;

#[derive(Deserialize)]
struct Row {
    stretch: String,
    part: String,
    points: String,
}

/// The postures of a stretch in the order of its sets: usually one, and two for a routine of two stretches.
#[must_use]
pub fn figures(name: &StretchName) -> &'static [Figure] {
    static READ: OnceLock<BTreeMap<String, Vec<Figure>>> = OnceLock::new();
    READ.get_or_init(|| read(FIGURES)).get(name.as_str()).map_or(&[], Vec::as_slice)
}

fn read(text: &str) -> BTreeMap<String, Vec<Figure>> {
    let rows: Vec<Row> = rows(text);
    let mut drawn = BTreeMap::<String, Figure>::new();
    for row in &rows {
        if let Some(part) = part_of(row) {
            drawn.entry(row.stretch.clone()).or_default().push(part);
        }
    }
    let mut figures: BTreeMap<_, _> = drawn.iter().map(|(name, figure)| (name.clone(), vec![figure.clone()])).collect();
    // A row "like" reuses the posture of another stretch.
    for row in rows.iter().filter(|row| row.part == "like") {
        figures.entry(row.stretch.clone()).or_default().extend(drawn.get(&row.points).cloned());
    }
    figures
}

fn part_of(row: &Row) -> Option<FigurePart> {
    let kind: PartKind = row.part.parse().ok()?;
    let mut points = Vec::new();
    let mut radius = 0.0;
    for place in parts(&row.points) {
        let numbers: Vec<f32> = place.split_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?;
        match (numbers.as_slice(), kind) {
            (&[x, y], _) => points.push((x, y)),
            (&[r], PartKind::Head) => radius = r,
            _ => return None,
        }
    }
    Some(FigurePart { kind, points, radius })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::all_stretches;

    #[test]
    fn every_stretch_has_a_figure_and_every_row_is_drawn() {
        let rows: Vec<Row> = csv::Reader::from_reader(FIGURES.as_bytes()).deserialize().map(Result::unwrap).collect();
        for row in &rows {
            let known = all_stretches().iter().any(|stretch| stretch.name.as_str() == row.stretch);
            assert!(known, "{} is no stretch", row.stretch);
            let likeness = row.part == "like" && !figures(&StretchName::new(&row.points).unwrap()).is_empty();
            assert!(likeness || part_of(row).is_some(), "{} {} {}", row.stretch, row.part, row.points);
        }
        for stretch in all_stretches() {
            let scenes = figures(&stretch.name);
            assert_eq!(scenes.len(), if stretch.name.as_str() == "bedtime_routine" { 2 } else { 1 }, "{}", stretch.label);
            assert!(scenes.iter().all(|figure| figure.len() > 2), "{}", stretch.label);
        }
    }

    #[test]
    fn all_that_is_drawn_lies_in_the_square() {
        for stretch in all_stretches() {
            for part in figures(&stretch.name).iter().flatten() {
                let least = if part.kind == PartKind::Head { 1 } else { 2 };
                assert!(part.points.len() >= least, "{}: {part:?}", stretch.label);
                assert_eq!(part.kind == PartKind::Head, part.radius > 0.0, "{}: {part:?}", stretch.label);
                for (x, y) in &part.points {
                    let inside = |value: f32| part.radius <= value && value + part.radius <= 100.0;
                    assert!(inside(*x) && inside(*y), "{}: {part:?}", stretch.label);
                }
            }
        }
    }

    /// Joints that are drawn right have bones of the same length in both halves of a limb.
    #[test]
    fn limbs_have_the_lengths_of_a_body() {
        let length = |a: (f32, f32), b: (f32, f32)| (a.0 - b.0).hypot(a.1 - b.1);
        for stretch in all_stretches() {
            for figure in figures(&stretch.name) {
                let Some(body) = figure.iter().find(|part| part.kind == PartKind::Body) else { continue };
                let trunk = length(body.points[0], body.points[1]);
                for part in figure.iter().filter(|part| matches!(part.kind, PartKind::Limb | PartKind::Far)) {
                    for bone in part.points[..3].windows(2) {
                        let share = length(bone[0], bone[1]) / trunk;
                        assert!((0.74..=0.9).contains(&share), "{}: {share:.2} of the trunk in {part:?}", stretch.label);
                    }
                }
            }
        }
    }
}
