//! Before an experiment begins: how often would it find what it looks for?

use super::experiment::{PeriodPair, difference};
use super::sign_flips::SignFlips;
use super::split_mix::SplitMix64;
use super::swaps::SEED;
use crate::domain::as_f64;

/// How many experiments are played through: 400.
const RUNS: usize = 400;
/// Draws of coins for each of them, where there are too many ways to try all.
const DRAWS: usize = 1_999;
/// How many nights of the diary follow each other on the average before the next run begins elsewhere: 14.
const MEAN_RUN: f64 = 14.0;

/// The plan of an experiment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExperimentPlan {
    /// How many pairs of periods, each pair with one of A and one of B.
    pub pairs: usize,
    /// The nights of a period.
    pub period: usize,
    /// How many of them, the first ones, are not analysed.
    pub wash_out: usize,
}

/// In what share of experiments of this plan the result would be rarer than one in twenty by the coins alone, if A had `ratio` times the
/// cramps of B. Returns `None` for a diary of no night.
///
/// Nights are taken from the diary in runs of about a fortnight (stationary bootstrap: D. Politis and J. Romano, J Am Stat Assoc 1994), so
/// that spells stay spells and nights that are not known stay so. Each cramp under the way with fewer is then kept with the chance that
/// makes the ratio. The lots follow from a fixed seed.
#[must_use]
pub fn experiment_power(nights: &[Option<f64>], plan: ExperimentPlan, ratio: f64) -> Option<f64> {
    if nights.is_empty() {
        return None;
    }
    let (mut lots, flips) = (SplitMix64::new(SEED), SignFlips::new(plan.pairs, DRAWS));
    let found = |_: &usize| {
        let differences = played_through(nights, plan, ratio, &mut lots);
        let least = differences.iter().sum::<f64>().abs() - 1e-9;
        flips.chance(flips.sums(&differences).into_iter().filter(|sum| sum.abs() >= least).count()) <= 0.05
    };
    Some(as_f64((0..RUNS).filter(found).count()) / as_f64(RUNS))
}

/// The differences of the pairs of one experiment.
fn played_through(nights: &[Option<f64>], plan: ExperimentPlan, ratio: f64, lots: &mut SplitMix64) -> Vec<f64> {
    let mut place = lots.below(nights.len());
    let mut pair = |_| {
        let a_first = lots.below(2) == 1;
        let mut pair = PeriodPair::default();
        for is_a in [a_first, !a_first] {
            let kept = if is_a { ratio.min(1.0) } else { (1.0 / ratio).min(1.0) };
            for day in 1..=plan.period {
                place = if lots.unit() < 1.0 / MEAN_RUN { lots.below(nights.len()) } else { (place + 1) % nights.len() };
                let Some(cramps) = nights[place].filter(|_| day > plan.wash_out) else { continue };
                let cramps = if kept < 1.0 { thinned(cramps, kept, lots) } else { cramps };
                let (sum, count) = if is_a { (&mut pair.cramps_a, &mut pair.nights_a) } else { (&mut pair.cramps_b, &mut pair.nights_b) };
                *sum += cramps;
                *count += 1;
            }
        }
        difference(&pair)
    };
    (0..plan.pairs).map(&mut pair).collect()
}

/// Of so many cramps those that are kept, each with this chance.
fn thinned(cramps: f64, kept: f64, lots: &mut SplitMix64) -> f64 {
    let (mut left, mut cramps) = (0.0, cramps.floor());
    while cramps >= 1.0 {
        left += if lots.unit() < kept { 1.0 } else { 0.0 };
        cramps -= 1.0;
    }
    left
}
