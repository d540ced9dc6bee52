//! The range in which a mean probably lies.

use super::student::t_975;
use crate::domain::as_f64;

/// The range in which the mean of all days like those logged probably lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanRange {
    /// The lower end of the range. It is never below 0, as an amount is not.
    pub low: f64,
    /// The upper end of the range.
    pub high: f64,
}

/// The 95 % range of the mean of amounts. Returns `None` with fewer than two values.
///
/// With n values, mean m and standard deviation s (over n - 1), the range is m ± t · s / √n, where t is the 97.5 % point of Student's
/// t for n - 1 degrees of freedom (W. S. Gosset, The probable error of a mean, Biometrika 1908). Days are taken as independent.
///
/// ```
/// use cramp_diary::insights::mean_range;
/// let range = mean_range(&[280.0, 300.0, 320.0]).unwrap();
/// assert!((range.low - 250.3).abs() < 0.1 && (range.high - 349.7).abs() < 0.1);
/// ```
#[must_use]
pub fn mean_range(values: &[f64]) -> Option<MeanRange> {
    let freedom = values.len().checked_sub(1).filter(|freedom| *freedom > 0)?;
    let mean = values.iter().sum::<f64>() / as_f64(values.len());
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    let error = (squares / as_f64(freedom) / as_f64(values.len())).sqrt();
    let either_way = t_975(u32::try_from(freedom).unwrap_or(u32::MAX)) * error;
    Some(MeanRange { low: (mean - either_way).max(0.0), high: mean + either_way })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed by the reference implementation of the method, which bisects the incomplete beta function for Student's t.
    #[test]
    fn the_range_is_that_of_a_second_computation() {
        let rows: [(&[f64], f64, f64); 9] = [
            (&[180.0, 240.0, 210.0, 300.0, 150.0, 260.0, 220.0], 176.703020, 269.011266),
            (&[180.0, 240.0, 210.0, 330.0, 150.0, 260.0, 220.0], 173.291128, 280.994586),
            (&[250.0, 255.0, 260.0, 262.0, 258.0, 249.0, 261.0], 251.568153, 261.288990),
            (&[320.0, 420.0, 310.0, 250.0, 380.0, 300.0, 290.0], 271.195717, 377.375712),
            (&[320.0, 400.0, 310.0, 250.0, 380.0, 280.0, 290.0], 268.644440, 368.498417),
            (&[150.0, 260.0, 330.0, 190.0, 240.0, 210.0, 280.0, 170.0, 300.0, 220.0, 250.0, 200.0, 230.0, 270.0], 206.649120, 264.779452),
            (&[0.0, 0.1, 0.0, 0.9], 0.000000, 0.943598),
            (&[5.0, 5.0], 5.000000, 5.000000),
            (&[1.0, 3.0], 0.000000, 14.706205),
        ];
        for (values, low, high) in rows {
            let found = mean_range(values).unwrap();
            assert!((found.low - low).abs() < 1e-5 && (found.high - high).abs() < 1e-5, "{values:?}: {found:?}");
        }
        assert_eq!((mean_range(&[]), mean_range(&[300.0])), (None, None), "one day has no range");
    }
}
