//! Bars beside each other: cramps by hour, weekday, month, duration and severity.

mod chart;
mod draw;
mod kinds;
mod layout;
mod rates;
mod spec;
#[cfg(test)]
mod tests;

pub(super) use draw::draw_bars;
pub use spec::BarsSpec;
use spec::Stack;
