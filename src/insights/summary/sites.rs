//! Where the cramps of a range were, in the few parts that trials tell apart.

use crate::domain::{Cramp, Muscle, Side};

/// A part of the body, as trials divide it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// The calf.
    Calf,
    /// Toes and sole.
    Foot,
    /// Front and back of the thigh.
    Thigh,
    /// Shin, hand and anywhere else.
    Elsewhere,
}

impl Site {
    /// Every part, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Calf, Self::Foot, Self::Thigh, Self::Elsewhere];

    /// The part of the body that a muscle belongs to.
    #[must_use]
    pub fn of(muscle: Muscle) -> Self {
        match muscle {
            Muscle::Calf => Self::Calf,
            Muscle::Toes | Muscle::Sole => Self::Foot,
            Muscle::FrontThigh | Muscle::BackThigh => Self::Thigh,
            Muscle::Shin | Muscle::Hand | Muscle::Other => Self::Elsewhere,
        }
    }
}

/// How many cramps were on the left, on the right and on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sides {
    /// Cramps on the left.
    pub left: usize,
    /// Cramps on the right.
    pub right: usize,
    /// Cramps on both sides at once, each counted once.
    pub both: usize,
}

impl Sides {
    pub(super) fn of<'a>(cramps: impl IntoIterator<Item = &'a Cramp>) -> Self {
        let mut sides = Self::default();
        for cramp in cramps {
            match cramp.side {
                Side::Left => sides.left += 1,
                Side::Right => sides.right += 1,
                Side::Both => sides.both += 1,
            }
        }
        sides
    }

    /// The number of all cramps, each counted once.
    #[must_use]
    pub fn cramps(self) -> usize {
        self.left + self.right + self.both
    }

    /// The only side on which there were cramps; `None` where there were several sides, or fewer than three cramps.
    #[must_use]
    pub fn one_sided(self) -> Option<Side> {
        match self {
            Self { left: 3.., right: 0, both: 0 } => Some(Side::Left),
            Self { left: 0, right: 3.., both: 0 } => Some(Side::Right),
            Self { .. } => None,
        }
    }
}
