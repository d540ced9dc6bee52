//! How bad the cramps of a range were, how long, and where.

use super::{as_f64, median};
use crate::domain::{Cramp, Muscle, Side};

/// From which severity on cramps are severe.
const SEVERE: u8 = 7;

/// The severity of the cramps that were described.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Severities {
    /// How many cramps.
    pub cramps: usize,
    /// The least and the worst; nothing without cramps.
    pub range: Option<(u8, u8)>,
    /// How many were of severity 7 or more.
    pub severe: usize,
    /// The median; nothing without cramps, or with too few logged nights.
    pub median: Option<f64>,
    /// The part of severity 7 or more, 0 to 1; nothing where there is no median.
    pub share_severe: Option<f64>,
}

impl Severities {
    pub(super) fn of(cramps: &[&Cramp], enough: bool) -> Self {
        let mut all: Vec<u8> = cramps.iter().map(|cramp| cramp.severity.get()).collect();
        all.sort_unstable();
        let severe = all.iter().filter(|severity| **severity >= SEVERE).count();
        let median = median(&all.iter().map(|severity| f64::from(*severity)).collect::<Vec<_>>()).filter(|_| enough);
        Self {
            cramps: all.len(),
            range: all.first().copied().zip(all.last().copied()),
            severe,
            median,
            share_severe: median.map(|_| as_f64(severe) / as_f64(all.len())),
        }
    }
}

/// How long cramps lasted, over those of which it was said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Durations {
    /// Of how many cramps it was said.
    pub cramps: usize,
    /// Of how many it was not.
    pub not_said: usize,
    /// How many lasted one minute or more.
    pub a_minute_or_more: usize,
    /// How many lasted more than ten minutes.
    pub over_ten_minutes: usize,
    /// The median in minutes; nothing where none was said, or with too few logged nights.
    pub median_min: Option<f64>,
    /// The part of one minute or more, 0 to 1; nothing where there is no median.
    pub share_a_minute_or_more: Option<f64>,
}

impl Durations {
    pub(super) fn of(cramps: &[&Cramp], enough: bool) -> Self {
        let mut minutes: Vec<f64> = cramps.iter().filter_map(|cramp| cramp.duration).map(crate::domain::Minutes::get).collect();
        minutes.sort_by(f64::total_cmp);
        let a_minute_or_more = minutes.iter().filter(|minutes| **minutes >= 1.0).count();
        let median_min = median(&minutes).filter(|_| enough);
        Self {
            cramps: minutes.len(),
            not_said: cramps.len() - minutes.len(),
            a_minute_or_more,
            over_ten_minutes: minutes.iter().filter(|minutes| **minutes > 10.0).count(),
            median_min,
            share_a_minute_or_more: median_min.map(|_| as_f64(a_minute_or_more) / as_f64(minutes.len())),
        }
    }
}

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
    /// Each of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Calf, Self::Foot, Self::Thigh, Self::Elsewhere];

    /// Where a muscle belongs.
    #[must_use]
    pub fn of(muscle: Muscle) -> Self {
        match muscle {
            Muscle::Calf => Self::Calf,
            Muscle::Toes | Muscle::Sole => Self::Foot,
            Muscle::FrontThigh | Muscle::BackThigh => Self::Thigh,
            Muscle::Shin | Muscle::Hand | Muscle::Other => Self::Elsewhere,
        }
    }

    /// Its name.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Calf => "Calf",
            Self::Foot => "Foot",
            Self::Thigh => "Thigh",
            Self::Elsewhere => "Elsewhere",
        }
    }
}

/// Cramps by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sides {
    /// On the left.
    pub left: usize,
    /// On the right.
    pub right: usize,
    /// On both sides at once, each counted once.
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

    /// All of them.
    #[must_use]
    pub fn cramps(self) -> usize {
        self.left + self.right + self.both
    }

    /// The only side on which there were cramps, of which there were three or more: fewer say nothing about sides.
    #[must_use]
    pub fn one_sided(self) -> Option<Side> {
        match self {
            Self { left: 3.., right: 0, both: 0 } => Some(Side::Left),
            Self { left: 0, right: 3.., both: 0 } => Some(Side::Right),
            Self { .. } => None,
        }
    }
}
