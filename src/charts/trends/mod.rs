//! The trends: panels above each other on one axis of nights.

mod axis;
mod chart;
mod draw;
mod layout;
mod legend;
mod panel;
mod spec;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub(super) use draw::draw_trends;
pub use layout::TrendsLayout;
use panel::{BarPart, PanelBar, PanelSpec, Tone};
use spec::SpanRow;
pub use spec::TrendsSpec;
