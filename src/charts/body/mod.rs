//! A body map: both legs from behind and from the front, and boxes for hands and everything else.

mod chart;
mod draw;
mod layout;
mod leg;
mod spec;
#[cfg(test)]
mod tests;
mod words;

pub(super) use draw::draw_body;
pub use leg::{LEG_BACK, LEG_FRONT, LegBand, leg_edge};
pub use spec::{BodyFigure, BodySpec};
