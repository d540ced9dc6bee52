//! What relieved cramps: a row for each thing that was tried, as long as it was tried often.

mod chart;
mod draw;
mod layout;
mod spec;
#[cfg(test)]
mod tests;
mod words;

pub(super) use draw::draw_relief;
pub use spec::ReliefSpec;
