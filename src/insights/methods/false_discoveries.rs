//! Many questions at once: how much luck is among the answers?

use crate::domain::as_f64;

/// The adjusted values of Benjamini and Hochberg, in the order of `p` (Controlling the false discovery rate, J R Stat Soc B 1995): of all
/// findings with a value of at most 0.2, about a fifth come by luck. Of m values in order, the one of rank k becomes the least of
/// p · m / k over its own and all higher ranks, and at most 1.
#[must_use]
pub fn adjusted(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    let (mut adjusted, mut least) = (vec![1.0; p.len()], 1.0_f64);
    for (below, place) in order.into_iter().enumerate().rev() {
        least = least.min(p[place] * as_f64(p.len()) / as_f64(below + 1));
        adjusted[place] = least;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_adjusted_as_by_hand() {
        // In order .01 .02 .03 .5: times 4 over the rank .04 .04 .04 .5.
        let found = adjusted(&[0.03, 0.5, 0.01, 0.02]);
        for (found, expected) in found.iter().zip([0.04, 0.5, 0.04, 0.04]) {
            assert!((found - expected).abs() < 1e-12, "{found}");
        }
        assert_eq!(adjusted(&[]), Vec::<f64>::new());
        assert_eq!(adjusted(&[1.0, 1.0]), [1.0, 1.0]);
    }
}
