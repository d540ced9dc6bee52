//! The outline of a leg, for the body map and for the figure of Today.
//!
//! A leg is a half width at each height; muscles are bands of it. Heights and widths are shares of the leg's own.

use crate::domain::Muscle;
use std::ops::RangeInclusive;

/// The part of a drawn leg that stands for a muscle.
#[derive(Debug, Clone, PartialEq)]
pub struct LegBand {
    /// The muscle.
    pub muscle: Muscle,
    /// From where to where on the leg, as parts of its height: 0 is the top, 1 the foot.
    pub heights: RangeInclusive<f32>,
    /// The name written between the legs, in short lines.
    pub label: &'static str,
}

/// The muscles that are seen from behind, from above.
pub const LEG_BACK: [LegBand; 3] = [
    LegBand { muscle: Muscle::BackThigh, heights: 0.05..=0.40, label: "Back of\nthigh" },
    LegBand { muscle: Muscle::Calf, heights: 0.515..=0.80, label: "Calf" },
    LegBand { muscle: Muscle::Sole, heights: 0.875..=0.995, label: "Sole" },
];

/// The muscles that are seen from the front, from above.
pub const LEG_FRONT: [LegBand; 3] = [
    LegBand { muscle: Muscle::FrontThigh, heights: 0.05..=0.40, label: "Front of\nthigh" },
    LegBand { muscle: Muscle::Shin, heights: 0.515..=0.82, label: "Shin" },
    LegBand { muscle: Muscle::Toes, heights: 0.875..=0.995, label: "Toes" },
];

/// Height of a leg's outline and its half width there.
const OUTLINE: [(f32, f32); 14] = [
    (0.00, 0.46),
    (0.14, 0.47),
    (0.30, 0.38),
    (0.41, 0.28),
    (0.46, 0.27),
    (0.52, 0.27),
    (0.61, 0.33),
    (0.69, 0.30),
    (0.79, 0.19),
    (0.855, 0.145),
    (0.89, 0.19),
    (0.94, 0.27),
    (0.98, 0.29),
    (1.00, 0.24),
];

/// The edge of a band with rounded ends: some heights from the top down, with the half width at each.
#[must_use]
pub fn leg_edge(heights: &RangeInclusive<f32>) -> Vec<(f32, f32)> {
    const ROWS: u8 = 36;
    let (top, bottom) = (*heights.start(), *heights.end());
    let round = (bottom - top).min(0.16) * 0.45;
    let row = |index: u8| {
        // More of them near the ends, where the edge turns.
        let share = (1.0 - (std::f32::consts::PI * f32::from(index) / f32::from(ROWS)).cos()) / 2.0;
        let height = top + (bottom - top) * share;
        let from_end = (height - top).min(bottom - height) / round;
        let rounding = if from_end >= 1.0 { 1.0 } else { (1.0 - (1.0 - from_end.max(0.0)).powi(2)).sqrt().max(0.12) };
        (height, half_width(height) * rounding)
    };
    (0..=ROWS).map(row).collect()
}

/// The outline's half width at a height, smooth between its points.
fn half_width(height: f32) -> f32 {
    let next = OUTLINE.iter().position(|(point, _)| *point >= height).unwrap_or(OUTLINE.len() - 1).max(1);
    let ((above, wide_above), (below, wide_below)) = (OUTLINE[next - 1], OUTLINE[next]);
    let share = ((height - above) / (below - above)).clamp(0.0, 1.0);
    let smooth = share * share * (3.0 - 2.0 * share);
    wide_above + (wide_below - wide_above) * smooth
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_band_lies_on_the_leg_and_apart_from_the_next() {
        for bands in [LEG_BACK, LEG_FRONT] {
            assert!(bands.windows(2).all(|pair| pair[0].heights.end() < pair[1].heights.start()));
            for band in bands {
                let edge = leg_edge(&band.heights);
                assert!(edge.iter().all(|(height, half)| (0.0..=1.0).contains(height) && (0.01..0.5).contains(half)));
                assert!(edge.windows(2).all(|pair| pair[0].0 < pair[1].0));
            }
        }
    }
}
