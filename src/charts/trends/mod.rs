//! The trends: panels above each other on one axis of nights.

mod axis;
mod draw;
mod header;
mod layout;
mod legend;
mod panel;
mod rows;
mod spec;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub(super) use draw::draw_trends;
pub use layout::TrendsLayout;
use panel::Part;
pub use panel::{PanelBar, PanelSpec, Tone};
pub use spec::{Row, TrendsSpec};
