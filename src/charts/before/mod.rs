//! "Before this cramp": two days before a night with cramps, above the same two days before a night without.

mod chart;
mod draw;
mod layout;
mod spec;
#[cfg(test)]
mod tests;

pub(super) use draw::draw_before;
pub use spec::BeforeSpec;
use spec::BeforeSpecRow;
