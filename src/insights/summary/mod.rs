//! The figures of a range of nights that trials report, and a comparison with an earlier range.
//!
//! Trials count cramps per week (Cochrane review of magnesium 2020; Tan 2024), nights with cramps (Cochrane review of quinine
//! 2015), severity 0 to 10, minutes, and disturbed sleep. Below [`MIN_NIGHTS`](super::MIN_NIGHTS) logged nights there are counts,
//! and neither a mean nor a median, share or rate.

mod compare;
mod of_range;
mod rate;
mod sites;
mod sleep;
#[cfg(test)]
mod tests;

pub use compare::{Against, BASELINE_NIGHTS, Comparison, MIN_BASELINE, Missing, RateChange, compare};
pub use of_range::{Summary, summary};
pub use rate::CrampRate;
pub use sites::{Sides, Site};
pub use sleep::Sleep;
