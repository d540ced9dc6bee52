//! The choice of panels in the chart over time.

use super::Measure;

/// The panels of the chart over time that the person chose, from top to bottom. `None` if they never chose any: then
/// [`Measure::USUAL`] is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Panels(pub Option<Vec<Measure>>);
