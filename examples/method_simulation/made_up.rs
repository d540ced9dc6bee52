//! Made-up nights and factors whose truth is known: cramps in spells, with trends, steps, cycles and routines, and factors beside them.
//!
//! The logarithm of the rate follows an autoregressive process with standard deviation 0.8; given the rate, cramps of a night are negative
//! binomial (gamma-mixed Poisson of shape 2), and a fifth of the nights have none whatever the rate. The mean is 0.7 cramps a night.

use cramp_diary::insights::methods::SplitMix64;
use std::f64::consts::TAU;

/// The standard deviation of the logarithm of the rate.
const SPREAD: f64 = 0.8;
/// The mean number of cramps a night.
const CRAMPS_A_NIGHT: f64 = 0.7;
/// The share of nights without cramps whatever the rate.
const NEVER: f64 = 0.2;
/// The shape of the gamma distribution that mixes the Poisson rate.
const SHAPE: f64 = 2.0;

/// How cramps and factor come, without any effect of one on the other unless it says so.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scenario {
    /// What it is called in the table.
    pub(crate) name: &'static str,
    /// How much of its value a night, and a day's factor, keeps from the one before; 1 is a random walk.
    pub(crate) kept: f64,
    /// How far both rise from the first night to the last, in standard deviations.
    pub(crate) trend: f64,
    /// How far both jump somewhere in the middle.
    pub(crate) step: f64,
    /// How far both swing over 60 nights.
    pub(crate) cycle: f64,
    /// How much both are higher on Saturdays and Sundays.
    pub(crate) weekend: f64,
    /// How much the factor rises on the day after a night with cramps.
    pub(crate) reacts: f64,
    /// The share of nights, and of days, that are not known.
    pub(crate) missing: f64,
}

/// Plain nights: each by itself, a tenth of them not known.
const PLAIN: Scenario =
    Scenario { name: "independent", kept: 0.0, trend: 0.0, step: 0.0, cycle: 0.0, weekend: 0.0, reacts: 0.0, missing: 0.1 };

/// Nights of the usual kind: spells of days.
pub(crate) const SPELLS: Scenario = Scenario { name: "spells of days (AR .6)", kept: 0.6, ..PLAIN };

/// Every scenario of the table.
pub(crate) const SCENARIOS: [Scenario; 11] = [
    PLAIN,
    SPELLS,
    Scenario { name: "spells of weeks (AR .9)", kept: 0.9, ..PLAIN },
    Scenario { name: "random walks", kept: 1.0, ..PLAIN },
    Scenario { name: "both have a trend", trend: 3.0, ..SPELLS },
    Scenario { name: "both jump at one time", step: 1.5, ..SPELLS },
    Scenario { name: "both swing over 60 nights", cycle: 1.0, ..SPELLS },
    Scenario { name: "a weekday routine", weekend: 1.0, ..SPELLS },
    Scenario { name: "the factor reacts to cramps", reacts: 1.0, ..SPELLS },
    Scenario { name: "a third is missing", missing: 0.35, ..SPELLS },
    Scenario { name: "all of it", kept: 0.9, trend: 1.5, step: 0.8, cycle: 0.5, weekend: 0.5, reacts: 0.5, missing: 0.2 },
];

/// How a factor is logged, and what it does.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effect {
    /// Whether it is yes or no, rather than an amount.
    pub(crate) yes_no: bool,
    /// How many times as many cramps come with it, or after one standard deviation more of it.
    pub(crate) ratio: f64,
}

/// Nights and a factor.
#[derive(Debug, Clone)]
pub(crate) struct MadeUp {
    /// The cramps of each night; `None` where they are not known.
    pub(crate) cramps: Vec<Option<f64>>,
    /// The factor of each day before a night; `None` where it is not known.
    pub(crate) factor: Vec<Option<f64>>,
}

/// Numbers by chance, of the distributions that are needed.
#[derive(Debug, Clone)]
pub(crate) struct Chance(SplitMix64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(SplitMix64::new(seed))
    }

    /// From a normal distribution with standard deviation 1 (Box and Muller).
    fn normal(&mut self) -> f64 {
        (-2.0 * (1.0 - self.0.unit()).ln()).sqrt() * (TAU * self.0.unit()).cos()
    }

    /// From a gamma distribution with mean 1 and shape 2: the mean of two waits.
    fn gamma(&mut self) -> f64 {
        -((1.0 - self.0.unit()).ln() + (1.0 - self.0.unit()).ln()) / SHAPE
    }

    /// A number of events whose mean is given.
    pub(crate) fn poisson(&mut self, mean: f64) -> f64 {
        let (mut left, mut events) = (self.0.unit(), 0.0);
        let mut term = (-mean).exp();
        while left > term && events < 1_000.0 {
            left -= term;
            events += 1.0;
            term *= mean / events;
        }
        events
    }

    fn happens(&mut self, share: f64) -> bool {
        self.0.unit() < share
    }

    /// A series that keeps part of each value, with standard deviation 1.
    pub(crate) fn series(&mut self, count: usize, kept: f64) -> Vec<f64> {
        // A random walk is as wide after half of it as the others are.
        let fresh = if kept < 1.0 { (1.0 - kept * kept).sqrt() } else { (2.0 / f64::from(u16::try_from(count).unwrap_or(1))).sqrt() };
        let mut value = if kept < 1.0 { self.normal() } else { 0.0 };
        let mut next = || {
            let now = value;
            value = kept * value + fresh * self.normal();
            now
        };
        (0..count).map(|_| next()).collect()
    }
}

impl Scenario {
    /// Makes nights from a Monday on.
    pub(crate) fn make(&self, nights: usize, effect: Effect, chance: &mut Chance) -> MadeUp {
        let (of_cramps, of_factor) = (chance.series(nights, self.kept), chance.series(nights, self.kept));
        let (jump, phase) = (nights / 3 + chance.0.below(nights / 3 + 1), chance.0.unit());
        let (mut made_up, mut had_cramps) = (MadeUp { cramps: Vec::new(), factor: Vec::new() }, false);
        for (night, (of_cramps, of_factor)) in of_cramps.into_iter().zip(of_factor).enumerate() {
            let (shared, is_weekend) = (self.shared(night, nights, jump, phase), night % 7 >= 5);
            let together = shared + if is_weekend { self.weekend } else { 0.0 };
            let level = of_factor + together + if had_cramps { self.reacts } else { 0.0 };
            // 40 % of nights have it.
            let has_it = level > 0.253;
            let factor = if effect.yes_no { f64::from(u8::from(has_it)) } else { (1_800.0 + 350.0 * level).round().max(0.0) };
            let steps = if effect.yes_no { factor } else { level };
            let rate = CRAMPS_A_NIGHT / (1.0 - NEVER) * (SPREAD * (of_cramps + together) - SPREAD * SPREAD / 2.0).exp();
            let rate = rate * effect.ratio.powf(steps) * chance.gamma();
            let cramps = if chance.happens(NEVER) { 0.0 } else { chance.poisson(rate.min(30.0)) };
            had_cramps = cramps > 0.0;
            made_up.cramps.push((!chance.happens(self.missing)).then_some(cramps));
            made_up.factor.push((!chance.happens(self.missing)).then_some(factor));
        }
        made_up
    }

    /// What lifts both at once on a night.
    fn shared(&self, night: usize, nights: usize, jump: usize, phase: f64) -> f64 {
        let of = |count: usize| f64::from(u16::try_from(count).unwrap_or(u16::MAX));
        let trend = self.trend * (of(night) / of(nights) - 0.5);
        let step = if night >= jump { self.step / 2.0 } else { -self.step / 2.0 };
        let cycle = self.cycle * (TAU * (of(night) / 60.0 + phase)).sin();
        trend + cycle + if self.step > 0.0 { step } else { 0.0 }
    }
}
