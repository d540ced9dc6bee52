//! All ways in which the coins of an experiment could have fallen.

use super::split_mix::SplitMix64;
use super::swaps::SEED;

/// Up to this many pairs, 16, every way is tried: 65,536 of them.
const ALL_WAYS: usize = 16;

/// The sums of `values` under the ways in which coins could have fallen, each value added for one side of its coin and taken away for the
/// other: all of them for up to 16 values, else `draws` by lot. At most 64 values are taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct SignFlips {
    pairs: usize,
    draws: usize,
}

impl SignFlips {
    /// For this many pairs, with this many draws where there are too many ways to try all.
    pub(super) fn new(pairs: usize, draws: usize) -> Self {
        Self { pairs: pairs.min(64), draws }
    }

    /// Whether every way is tried.
    pub(super) fn is_exact(self) -> bool {
        self.pairs <= ALL_WAYS
    }

    /// The sum for each way.
    pub(super) fn sums(self, values: &[f64]) -> Vec<f64> {
        if self.is_exact() {
            let flip = |sums: Vec<f64>, value: &f64| {
                [*value, -value].into_iter().flat_map(|value| sums.iter().map(move |sum| sum + value)).collect()
            };
            return values.iter().fold(vec![0.0], flip);
        }
        let mut lots = SplitMix64::new(SEED);
        let sum = |bits: u64| -> f64 {
            values.iter().enumerate().map(|(place, value)| if bits >> place & 1 == 1 { -value } else { *value }).sum()
        };
        (0..self.draws).map(|_| sum(lots.next_u64())).collect()
    }

    /// How often the coins alone would make so much, if `as_good` ways do.
    pub(super) fn chance(self, as_good: usize) -> f64 {
        let of = crate::domain::as_f64;
        if self.is_exact() { of(as_good) / f64::from(1_u32 << self.pairs) } else { of(1 + as_good) / of(self.draws + 1) }
    }
}
