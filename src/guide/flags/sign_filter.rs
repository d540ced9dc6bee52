//! Which signs of the diary a pattern looks for.

use crate::domain::{Side, SignKind};

/// The signs that a pattern looks for: of these kinds, on this side, and known or not.
///
/// By default any side will do, and a sign counts that is new or worse, or of which the person said neither while they did not call
/// the sign known.
#[derive(Debug, Clone, Copy)]
pub(super) struct SignFilter {
    pub kinds: &'static [SignKind],
    pub side: WhichSide,
    pub known: WhichCourse,
    /// Whether weakness is left out that is only the soreness after a cramp.
    pub not_sore: bool,
    /// For how many days a sign is looked for, where that is longer than the rule looks back; 0 otherwise.
    pub reach_days: i64,
}

/// The side that a sign must be on. Of some signs the person did not say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WhichSide {
    /// Any side, said or not.
    Any,
    /// Said to be on both sides.
    Both,
    /// Said to be on the left, or on the right.
    One,
    /// Not said to be on both sides.
    NotBoth,
    /// Not said to be on one side.
    NotOne,
}

/// Which entries count by what the person knows of the sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WhichCourse {
    /// New, worse, or not said of a sign that is not known.
    Counts,
    /// All that do not say themselves that they are known: that the sign is known once for all does not silence them.
    NotSaidKnown,
    /// All, known or not.
    All,
    /// Known alone: by the entry itself, or once for all.
    Known,
    /// Entries alone that say themselves that they are known.
    SaidKnown,
    /// Entries alone that say that they are new or worse.
    SaidNewOrWorse,
}

/// Signs of these kinds.
pub(super) const fn of(kinds: &'static [SignKind]) -> SignFilter {
    SignFilter { kinds, side: WhichSide::Any, known: WhichCourse::Counts, not_sore: false, reach_days: 0 }
}

impl SignFilter {
    /// Those on this side.
    pub(super) const fn on(self, side: WhichSide) -> Self {
        Self { side, ..self }
    }

    /// Those that are known in this way.
    pub(super) const fn known(self, known: WhichCourse) -> Self {
        Self { known, ..self }
    }

    /// Without weakness that is only the soreness after a cramp.
    pub(super) const fn not_sore(self) -> Self {
        Self { not_sore: true, ..self }
    }

    /// Those of the last `days` days, even where the rule looks back for fewer.
    pub(super) const fn within(self, days: i64) -> Self {
        Self { reach_days: days, ..self }
    }
}

impl WhichSide {
    /// Whether a sign with this side is meant.
    pub(super) fn fits(self, side: Option<Side>) -> bool {
        match self {
            Self::Any => true,
            Self::Both => side == Some(Side::Both),
            Self::One => matches!(side, Some(Side::Left | Side::Right)),
            Self::NotBoth => side != Some(Side::Both),
            Self::NotOne => !matches!(side, Some(Side::Left | Side::Right)),
        }
    }
}
