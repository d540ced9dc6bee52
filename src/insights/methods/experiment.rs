//! An experiment by coin: which of two ways of living had fewer cramps, and would the coins alone do that?

use super::grid::{LogRange, MOST, walk};
use super::sign_flips::SignFlips;

/// The least number of pairs that say anything, 6: with fewer no result can be rarer than one in twenty.
pub const LEAST_PAIRS: usize = 6;
/// Draws where there are too many ways to try all: 99,999.
const DRAWS: usize = 99_999;

/// One pair of periods: the cramps and nights of each way, as the coin assigned it, whatever was done.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PeriodPair {
    /// Cramps under way A.
    pub cramps_a: f64,
    /// Logged nights under way A that are analysed.
    pub nights_a: usize,
    /// Cramps under way B.
    pub cramps_b: f64,
    /// Logged nights under way B that are analysed.
    pub nights_b: usize,
}

/// How A compares with B.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExperimentEffect {
    /// Whether every way in which the coins could have fallen was tried, rather than 99,999 by lot.
    pub exact: bool,
    /// The natural logarithm of how many times as many cramps came under A as under B; 3 or -3 where it lies beyond.
    pub log_ratio: f64,
    /// The share of ways in which the coins could have fallen that would look at least like this.
    pub p: f64,
    /// The 95 % range of the logarithm.
    pub range: LogRange,
}

/// The result of an experiment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExperimentResult {
    /// Pairs with a logged night.
    pub pairs: usize,
    /// Pairs with logged nights under both ways.
    pub used: usize,
    /// Pairs with a cramp among them.
    pub informative: usize,
    /// Cramps a night under A, over the pairs that are used; 0 without one.
    pub rate_a: f64,
    /// Cramps a night under B.
    pub rate_b: f64,
    /// How A compares with B; `None` with fewer than six informative pairs.
    pub effect: Option<ExperimentEffect>,
}

/// The cramps of a pair, each way weighted so that both count as over the same nights.
#[derive(Debug, Clone, Copy)]
struct Weighted {
    a: f64,
    b: f64,
}

impl ExperimentResult {
    /// The result of these pairs.
    ///
    /// With S = a - θ · b for each pair, the chance of the ratio θ is the share of all ways of flipping the signs of S whose sum is at least
    /// as far from 0 as the one that came out (R. A. Fisher, The design of experiments, 1935; E. Edgington, Randomization tests). It needs
    /// nothing of how cramps come, because the coins were tossed. The range holds the ratios with a chance above 5 %.
    #[must_use]
    pub fn of(pairs: &[PeriodPair]) -> Self {
        let used: Vec<_> = pairs.iter().filter(|pair| pair.nights_a > 0 && pair.nights_b > 0).collect();
        let weighted = used.iter().map(|pair| Weighted::of(pair));
        let informative: Vec<_> = weighted.filter(|pair| pair.a + pair.b > 0.0).collect();
        let nights = |of: &dyn Fn(&PeriodPair) -> usize| crate::domain::as_f64(used.iter().map(|pair| of(pair)).sum::<usize>().max(1));
        Self {
            pairs: pairs.len(),
            used: used.len(),
            informative: informative.len(),
            rate_a: used.iter().map(|pair| pair.cramps_a).sum::<f64>() / nights(&|pair| pair.nights_a),
            rate_b: used.iter().map(|pair| pair.cramps_b).sum::<f64>() / nights(&|pair| pair.nights_b),
            effect: (informative.len() >= LEAST_PAIRS).then(|| effect(&informative)),
        }
    }
}

impl Weighted {
    fn of(pair: &PeriodPair) -> Self {
        let (nights_a, nights_b) = (crate::domain::as_f64(pair.nights_a), crate::domain::as_f64(pair.nights_b));
        Self { a: pair.cramps_a * nights_b / (nights_a + nights_b), b: pair.cramps_b * nights_a / (nights_a + nights_b) }
    }
}

/// The difference of a pair, weighted: what [`experiment_power`](super::experiment_power()) sums.
pub(super) fn difference(pair: &PeriodPair) -> f64 {
    if pair.nights_a == 0 || pair.nights_b == 0 {
        return 0.0;
    }
    let weighted = Weighted::of(pair);
    weighted.a - weighted.b
}

fn effect(pairs: &[Weighted]) -> ExperimentEffect {
    let flips = SignFlips::new(pairs.len(), DRAWS);
    let (a, b): (Vec<f64>, Vec<f64>) = pairs.iter().map(|pair| (pair.a, pair.b)).unzip();
    let (flipped_a, flipped_b) = (flips.sums(&a), flips.sums(&b));
    let (all_a, all_b) = (a.iter().sum::<f64>(), b.iter().sum::<f64>());
    let p = |ratio: f64| {
        let least = (all_a - ratio * all_b).abs() - 1e-9;
        flips.chance(flipped_a.iter().zip(&flipped_b).filter(|(a, b)| (**a - ratio * **b).abs() >= least).count())
    };
    let log_ratio = match (all_a > 0.0, all_b > 0.0) {
        (_, false) => MOST,
        (false, true) => -MOST,
        (true, true) => (all_a / all_b).ln().clamp(-MOST, MOST),
    };
    ExperimentEffect { exact: flips.is_exact(), log_ratio, p: p(1.0), range: walk(log_ratio, |log_ratio| p(log_ratio.exp()) > 0.05) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(cramps_a: f64, cramps_b: f64) -> PeriodPair {
        PeriodPair { cramps_a, nights_a: 7, cramps_b, nights_b: 7 }
    }

    #[test]
    fn six_pairs_that_all_agree_come_twice_in_sixty_four() {
        // Of 64 ways in which six coins fall only two put all on one side: 2 / 64 = 0.03125.
        let result = ExperimentResult::of(&[pair(1.0, 4.0); 6]);
        let effect = result.effect.unwrap();
        assert!(effect.exact && (effect.p - 0.031_25).abs() < 1e-12, "{effect:?}");
        // A quarter of the cramps, and of each pair alike: any other ratio puts all pairs on one side.
        assert!((effect.log_ratio - 0.25_f64.ln()).abs() < 1e-12);
        assert!((result.rate_a - 1.0 / 7.0).abs() < 1e-12 && (result.rate_b - 4.0 / 7.0).abs() < 1e-12);
    }

    #[test]
    fn pairs_count_by_what_was_logged() {
        let empty = PeriodPair { nights_b: 0, cramps_b: 0.0, ..pair(1.0, 0.0) };
        let result = ExperimentResult::of(&[vec![pair(0.0, 2.0); 5], vec![empty, pair(0.0, 0.0)]].concat());
        assert_eq!((result.pairs, result.used, result.informative, result.effect), (7, 6, 5, None));
        // 3 cramps in 3 nights beside 2 in 6: 3 * 6 / 9 = 2, and 2 * 3 / 9 = 2/3.
        let uneven = PeriodPair { cramps_a: 3.0, nights_a: 3, cramps_b: 2.0, nights_b: 6 };
        assert!((difference(&uneven) - (2.0 - 2.0 / 3.0)).abs() < 1e-12 && difference(&empty).abs() < 1e-12);
    }

    #[test]
    fn without_cramps_under_one_way_the_range_is_open() {
        let effect = ExperimentResult::of(&[pair(0.0, 2.0); 8]).effect.unwrap();
        assert!(effect.log_ratio <= -3.0 && effect.range.open_low && !effect.range.open_high, "{effect:?}");
        assert!(ExperimentResult::of(&[pair(2.0, 0.0); 8]).effect.unwrap().range.open_high);
    }

    #[test]
    fn many_pairs_are_drawn_by_lot() {
        // 20 pairs that half agree: 10 for A, 10 for B, each by one cramp: any way is at least as good.
        let pairs: Vec<_> = (0..20).map(|place| if place % 2 == 0 { pair(2.0, 1.0) } else { pair(1.0, 2.0) }).collect();
        let effect = ExperimentResult::of(&pairs).effect.unwrap();
        assert!(!effect.exact && (effect.p - 1.0).abs() < 1e-12, "{effect:?}");
    }
}
