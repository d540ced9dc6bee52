//! Values below which a part of all values lies.

use crate::domain::as_f64;

/// The value below which the part `share` (0 to 1) of the values lies, with a straight line between neighbours: of n values in order it
/// stands at place (n - 1) · share, counted from 0 (Hyndman and Fan, Sample quantiles in statistical packages, 1996, type 7). Returns
/// `None` without values.
#[must_use]
pub fn quantile(values: &[f64], share: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = as_f64(sorted.len().checked_sub(1)?) * share.clamp(0.0, 1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place among the values")]
    let below = place as usize;
    let low = sorted[below];
    let high = sorted.get(below + 1).copied().unwrap_or(low);
    Some(low + (place - as_f64(below)) * (high - low))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_neighbours() {
        let values = [7.0, 1.0, 3.0, 5.0];
        for (share, value) in [(0.0, 1.0), (0.25, 2.5), (0.5, 4.0), (0.75, 5.5), (1.0, 7.0), (0.05, 1.3)] {
            let found = quantile(&values, share).unwrap();
            assert!((found - value).abs() < 1e-12, "{share}: {found}");
        }
        assert_eq!((quantile(&[], 0.5), quantile(&[2.0], 0.9)), (None, Some(2.0)));
    }
}
