//! Means over what was logged.

use crate::domain::as_f64;

/// With fewer logged nights or days in a range than this, 7, no mean is shown at all.
pub const MIN_NIGHTS: usize = 7;

/// The window of a moving mean: over how many nights it reaches, and how many of them must be logged. With fewer there is a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// How many nights the window has, the last of them included.
    pub nights: usize,
    /// How many nights of the window must be logged for a mean.
    pub at_least: usize,
}

/// How many dates before a range the means of its first nights need: 27.
pub const LEAD: usize = Window::LONG.nights - 1;

impl Window {
    /// A week of nights, of which 4 must be logged.
    pub const SHORT: Self = Self { nights: 7, at_least: 4 };

    /// Four weeks of nights, which even out the days of the week; 14 must be logged.
    pub const LONG: Self = Self { nights: 28, at_least: 14 };
}

/// The result of [`mean`]: a mean, and over how many logged nights or days it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mean {
    /// How many nights or days had a value, however few.
    pub logged: usize,
    /// Their mean; `None` with fewer than [`MIN_NIGHTS`] logged.
    pub value: Option<f64>,
}

/// The mean of the values that are `Some`, one for each night or day; those that are `None` were not logged and are skipped, not zero.
///
/// [`Mean::value`] is `None` with fewer than 7 of them ([`MIN_NIGHTS`]), and so for an empty slice. A `Some(0.0)` counts as logged.
///
/// ```
/// use cramp_diary::insights::mean;
/// assert_eq!(mean(&[Some(1.0); 6]).value, None, "six nights are not enough");
/// assert_eq!(mean(&[Some(2.0); 7]).value, Some(2.0));
/// let with_gap = [Some(2.0), None, Some(2.0), Some(2.0), Some(2.0), Some(2.0), Some(2.0), Some(2.0)];
/// assert_eq!((mean(&with_gap).value, mean(&with_gap).logged), (Some(2.0), 7), "a gap is no zero");
/// ```
#[must_use]
pub fn mean(values: &[Option<f64>]) -> Mean {
    let logged = values.iter().flatten().count();
    let sum: f64 = values.iter().flatten().sum();
    Mean { logged, value: (logged >= MIN_NIGHTS).then(|| sum / as_f64(logged)) }
}

/// For each night, the mean of the logged values of the window that ends with it; `None` with fewer than `window.at_least` of them.
///
/// The sum is carried along with the window, so that the cost per night does not depend on the length of the window.
pub(super) fn moving_mean(values: &[Option<f64>], window: Window) -> Vec<Option<f64>> {
    let (mut logged, mut sum) = (0_usize, 0.0);
    let mut at = |(last, value): (usize, &Option<f64>)| {
        if let Some(value) = value {
            (logged, sum) = (logged + 1, sum + value);
        }
        if let Some(Some(gone)) = last.checked_sub(window.nights).map(|first| values[first]) {
            logged -= 1;
            // What adding and taking away leaves of a sum must not outlive its nights.
            sum = if logged == 0 { 0.0 } else { (sum - gone).max(0.0) };
        }
        (logged >= window.at_least).then(|| sum / as_f64(logged))
    };
    values.iter().enumerate().map(&mut at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeded::seeded;
    use proptest::prelude::*;

    #[test]
    fn gaps_are_neither_zero_nor_counted() {
        let values = [Some(1.0), None, Some(2.0), Some(3.0), None, Some(6.0), None, None, None];
        assert_eq!(moving_mean(&values, Window::SHORT), [None, None, None, None, None, Some(3.0), Some(3.0), None, None]);
    }

    proptest! {
        // The same cases each time: a test that fails must fail again.
        #![proptest_config(seeded(256))]
        #[test]
        fn a_moving_mean_is_the_plain_mean_of_its_window(values in prop::collection::vec(prop::option::of(0.0..4000.0_f64), 0..120)) {
            for window in [Window::SHORT, Window::LONG] {
                for (last, found) in moving_mean(&values, window).into_iter().enumerate() {
                    let logged: Vec<f64> = values[(last + 1).saturating_sub(window.nights)..=last].iter().copied().flatten().collect();
                    prop_assert_eq!(found.is_some(), logged.len() >= window.at_least);
                    if let Some(found) = found {
                        let plain = logged.iter().sum::<f64>() / f64::from(u8::try_from(logged.len()).unwrap());
                        prop_assert!((found - plain).abs() < 1e-9, "{found} instead of {plain}");
                    }
                }
            }
        }
    }
}
