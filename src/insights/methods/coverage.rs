//! What is certain where many nights are not logged.

use crate::domain::as_f64;

/// From this share of logged nights on, 60 %, the rate of the logged nights stands for all of them.
const ENOUGH_LOGGED: f64 = 0.6;
/// Where this share of the logged nights has cramps, 80 %, it looks as if bad nights alone were logged.
const BAD_NIGHTS_ALONE: f64 = 0.8;

/// Between which rates the one of all nights certainly lies, if the nights that are not logged were no worse than those that are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CoverageSpan {
    /// Cramps a week if none came in the nights that are not logged.
    pub low: f64,
    /// Cramps a week if as many came in them as in those that are logged.
    pub high: f64,
    /// Whether so many logged nights have cramps that it looks as if bad nights alone were logged, so that there is no rate.
    pub bad_nights_alone: bool,
}

impl CoverageSpan {
    /// The span of these nights, each `None` where its number of cramps is not known. Returns `None` where at least 60 % are known, or none
    /// is.
    #[must_use]
    pub fn of(nights: &[Option<f64>]) -> Option<Self> {
        let known: Vec<f64> = nights.iter().flatten().copied().collect();
        let (logged, all, cramps) = (as_f64(known.len()), as_f64(nights.len()), known.iter().sum::<f64>());
        if known.is_empty() || logged >= ENOUGH_LOGGED * all {
            return None;
        }
        let bad = known.iter().filter(|cramps| **cramps > 0.0).count();
        Some(Self { low: 7.0 * cramps / all, high: 7.0 * cramps / logged, bad_nights_alone: as_f64(bad) >= BAD_NIGHTS_ALONE * logged })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_bad_nights_of_four_weeks_have_a_span_and_no_rate() {
        let nights: Vec<_> = (0..28).map(|night| (night % 7 < 2).then_some(1.0)).collect();
        // 8 cramps over 28 nights are 2 a week, over the 8 that are logged 7 a week.
        let span = CoverageSpan::of(&nights).unwrap();
        assert!((span.low - 2.0).abs() < 1e-12 && (span.high - 7.0).abs() < 1e-12 && span.bad_nights_alone);
    }

    #[test]
    fn a_span_depends_on_what_is_logged() {
        let of = |cramps: usize, calm: usize, unknown: usize| {
            let nights = [vec![Some(2.0); cramps], vec![Some(0.0); calm], vec![None; unknown]].concat();
            CoverageSpan::of(&nights).map(|span| span.bad_nights_alone)
        };
        assert_eq!(of(6, 6, 8), None, "12 of 20 are 60 %");
        assert_eq!(of(6, 5, 9), Some(false));
        assert_eq!(of(8, 2, 18), Some(true), "8 of 10 are 80 %");
        assert_eq!(of(7, 2, 19), Some(false));
        assert_eq!((of(0, 0, 28), of(0, 0, 0)), (None, None));
    }
}
