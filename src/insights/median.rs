//! The middle of values, and parts of a whole.

use crate::domain::as_f64;

/// The middle one of the values, or the mean of the two in the middle; `None` without values.
#[must_use]
pub fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    Some(f64::midpoint(values[(values.len() - 1) / 2], upper))
}

/// `some` divided by `all`, 0 to 1; `None` where `all` is 0.
pub(super) fn share(some: usize, all: usize) -> Option<f64> {
    (all > 0).then(|| as_f64(some) / as_f64(all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_lies_in_the_middle() {
        for (values, middle) in [(vec![], None), (vec![3.0], Some(3.0)), (vec![9.0, 1.0], Some(5.0)), (vec![9.0, 1.0, 2.0], Some(2.0))] {
            assert_eq!(median(values), middle);
        }
        assert_eq!((share(1, 4), share(0, 0)), (Some(0.25), None));
    }
}
