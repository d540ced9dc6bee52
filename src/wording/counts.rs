//! Counts and rates in words.

use crate::domain::counted;

/// The smallest rate per week that is written as a number: a smaller one would be written as 0.0.
pub(super) const SMALLEST: f64 = 0.05;

/// A rate, which is never written as zero unless it is zero: "3.2", "under 0.1".
pub(super) fn a_week(rate: f64) -> String {
    if rate > 0.0 && rate < SMALLEST { "under 0.1".to_owned() } else { format!("{rate:.1}") }
}

/// An end of a range of rates: "0", "0.43", "2.5".
pub(super) fn end_a_week(rate: f64) -> String {
    match rate {
        _ if rate <= 0.0 => "0".to_owned(),
        _ if rate < 0.995 => format!("{rate:.2}"),
        _ => format!("{rate:.1}"),
    }
}

/// "1 cramp", "12 cramps".
pub(super) fn cramps(count: usize) -> String {
    counted(count, "cramp")
}

/// "1 night", "1,200 nights".
pub(super) fn nights(count: usize) -> String {
    counted(count, "night")
}
