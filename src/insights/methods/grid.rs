//! Walking over ratios of rates: where a range begins and ends.

use std::ops::RangeInclusive;

/// The first place of the grid; the last one is the same number above 0, and 0 stands for "no difference".
const EDGE: i16 = 120;
/// Places of the grid to one natural logarithm: steps are 0.025 apart.
const A_LOG: f64 = 40.0;

/// Natural logarithms of ratios of rates, on a grid from -3 (a twentieth) to 3 (twenty times) in steps of 0.025.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogRange {
    /// The lower end of the range.
    pub low: f64,
    /// The upper end of the range.
    pub high: f64,
    /// Whether the range reaches the lower edge of the grid, so that nothing is known of its lower end.
    pub open_low: bool,
    /// Whether the range reaches the upper edge of the grid, so that nothing is known of its upper end.
    pub open_high: bool,
}

/// The value at a place of the grid.
fn at(place: i16) -> f64 {
    f64::from(place) / A_LOG
}

/// The value with the largest size on the grid, 3.
pub(super) const MOST: f64 = 3.0;

/// The range around an estimate: from the nearest place of the grid outwards as long as the next value `is_likely`.
///
/// Turning a test into a range this way is Michiels, Heyvaert, Meulders and Onghena, Confidence intervals for single-case effect size
/// measures based on randomization test inversion, Behav Res 2017.
pub(super) fn walk(estimate: f64, mut is_likely: impl FnMut(f64) -> bool) -> LogRange {
    let nearest = (-EDGE..=EDGE).min_by(|a, b| (at(*a) - estimate).abs().total_cmp(&(at(*b) - estimate).abs())).unwrap_or(0);
    let (mut low, mut high) = (nearest, nearest);
    while low > -EDGE && is_likely(at(low - 1)) {
        low -= 1;
    }
    while high < EDGE && is_likely(at(high + 1)) {
        high += 1;
    }
    LogRange { low: at(low), high: at(high), open_low: low <= -EDGE, open_high: high >= EDGE }
}

/// Where `value` changes its sign first, from 0 on towards the sign that it has there, by a straight line between two places of the grid.
/// 0 where it is 0 at 0; the edge of the grid where it keeps its sign.
pub(super) fn root(at_zero: f64, mut value: impl FnMut(f64) -> f64) -> f64 {
    if at_zero.abs() <= 1e-9 {
        return 0.0;
    }
    let (step, mut before) = (if at_zero > 0.0 { 1 } else { -1 }, at_zero);
    let steps: RangeInclusive<i16> = 1..=EDGE;
    for place in steps.map(|place| place * step) {
        let here = value(at(place));
        if before * here <= 0.0 {
            let from = at(place - step);
            return from + (at(place) - from) * before / (before - here);
        }
        before = here;
    }
    MOST * f64::from(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_goes_out_until_something_is_unlikely() {
        let range = walk(0.51, |value| (0.2..=0.9).contains(&value));
        assert_eq!(range, LogRange { low: 0.2, high: 0.9, open_low: false, open_high: false });
        let range = walk(-5.0, |value| value < 1.0);
        assert_eq!(range, LogRange { low: -3.0, high: 0.975, open_low: true, open_high: false });
    }

    #[test]
    fn a_root_lies_where_the_sign_changes() {
        assert!((root(0.7, |value| 0.7 - value) - 0.7).abs() < 1e-12);
        assert!((root(-0.31, |value| -0.31 - value) + 0.31).abs() < 1e-12);
        assert_eq!((root(0.0, |_| 1.0), root(1.0, |_| 1.0), root(-1.0, |_| -1.0)), (0.0, 3.0, -3.0));
    }
}
