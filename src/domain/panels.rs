//! Which panels the trends show.

use super::Measure;

/// The panels of the trends from top to bottom; `None` for those that everybody begins with, [`Measure::USUAL`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Panels(pub Option<Vec<Measure>>);
