//! Means over what was logged.

/// Nights in the moving mean.
pub const WINDOW_NIGHTS: usize = 7;

/// How many of them must be logged; otherwise there is a gap.
pub const MIN_IN_WINDOW: usize = 4;

/// Below this many logged nights no mean is shown at all.
pub const MIN_NIGHTS: usize = 7;

/// A mean and over how many nights or days it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mean {
    /// How many were logged.
    pub logged: usize,
    /// Their mean; nothing below [`MIN_NIGHTS`].
    pub value: Option<f64>,
}

/// The mean of what was logged.
///
/// ```
/// use cramp_diary::insights::mean;
/// assert_eq!(mean(&[Some(1.0); 6]).value, None, "six nights are not enough");
/// assert_eq!(mean(&[Some(2.0); 7]).value, Some(2.0));
/// ```
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a count of nights")]
pub fn mean(values: &[Option<f64>]) -> Mean {
    let logged = values.iter().flatten().count();
    let sum: f64 = values.iter().flatten().sum();
    Mean { logged, value: (logged >= MIN_NIGHTS).then(|| sum / logged as f64) }
}

/// For each night, the mean of the logged ones among it and the six before.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a count of nights")]
pub fn moving_mean(values: &[Option<f64>]) -> Vec<Option<f64>> {
    (0..values.len())
        .map(|last| {
            let window = &values[(last + 1).saturating_sub(WINDOW_NIGHTS)..=last];
            let logged = window.iter().flatten().count();
            (logged >= MIN_IN_WINDOW).then(|| window.iter().flatten().sum::<f64>() / logged as f64)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{prelude::*, test_runner::RngSeed};

    #[test]
    fn gaps_are_neither_zero_nor_counted() {
        let values = [Some(1.0), None, Some(2.0), Some(3.0), None, Some(6.0), None, None, None];
        assert_eq!(moving_mean(&values), [None, None, None, None, None, Some(3.0), Some(3.0), None, None]);
    }

    proptest! {
        // The same cases each time: a test that fails must fail again.
        #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]
        #[test]
        fn a_moving_mean_lies_between_the_least_and_the_most_of_its_window(values in prop::collection::vec(prop::option::of(0.0..100.0_f64), 0..60)) {
            for (last, found) in moving_mean(&values).into_iter().enumerate() {
                let window: Vec<f64> = values[(last + 1).saturating_sub(7)..=last].iter().copied().flatten().collect();
                prop_assert_eq!(found.is_some(), window.len() >= 4);
                if let Some(found) = found {
                    let least = window.iter().copied().fold(f64::INFINITY, f64::min);
                    let most = window.iter().copied().fold(0.0, f64::max);
                    prop_assert!(least - 1e-9 <= found && found <= most + 1e-9);
                }
            }
        }
    }
}
