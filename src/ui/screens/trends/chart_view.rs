//! A chart on its card, for everything that shows it: the chart itself, its table and its picture.

use crate::charts::ChartSpec;
use crate::ui::look_views::TrendsViews;

/// A chart with the name on its card, and the room for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct ChartView<'a> {
    /// The name on the card.
    pub(super) name: &'static str,
    pub(super) chart: &'a ChartSpec,
    /// The tab that the chart is on.
    pub(super) view: TrendsViews<'a>,
    /// The height that is in sight, in points.
    pub(super) height: f32,
}
