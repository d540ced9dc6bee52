//! How often the week-swap test is wrong where nothing is, and how often it finds what is there.

use super::made_up::{Chance, Effect, Scenario};
use chrono::NaiveDate;
use cramp_diary::insights::methods::{FactorTest, NightsAndFactor, SwapLots};
use std::thread::{self, Builder, ScopedJoinHandle};

/// A Monday.
const FIRST: NaiveDate = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();

/// What came out of many diaries of one kind.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Found {
    /// Diaries with enough of everything for a test.
    pub(crate) tested: u32,
    /// Diaries with a chance of at most 5 %.
    pub(crate) hits: u32,
    /// Diaries whose range holds the truth, where ranges were worked out.
    pub(crate) held: u32,
}

impl Found {
    /// The share of tested diaries in which something was found.
    pub(crate) fn share(self) -> f64 {
        f64::from(self.hits) / f64::from(self.tested.max(1))
    }

    /// The share of tested diaries whose range holds the truth.
    pub(crate) fn share_held(self) -> f64 {
        f64::from(self.held) / f64::from(self.tested.max(1))
    }

    fn add(&mut self, other: Self) {
        self.tested += other.tested;
        self.hits += other.hits;
        self.held += other.held;
    }
}

/// Which diaries are made, and how many.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Runs {
    /// The nights of each diary.
    pub(crate) nights: usize,
    /// How many diaries.
    pub(crate) diaries: u64,
    /// Whether ranges are worked out.
    pub(crate) with_range: bool,
}

/// Tests so many diaries of a scenario, on two threads.
pub(crate) fn simulate(scenario: &Scenario, effect: Effect, runs: Runs) -> Found {
    let half = |from: u64| {
        let (mut lots, mut found) = (SwapLots::default(), Found::default());
        for seed in (from..runs.diaries).step_by(2) {
            found.add(one(scenario, effect, runs, seed, &mut lots));
        }
        found
    };
    thread::scope(|scope| {
        let other = Builder::new().spawn_scoped(scope, || half(1));
        let mut found = half(0);
        if let Ok(Ok(other)) = other.map(ScopedJoinHandle::join) {
            found.add(other);
        }
        found
    })
}

fn one(scenario: &Scenario, effect: Effect, runs: Runs, seed: u64, lots: &mut SwapLots) -> Found {
    // Each scenario has diaries of its own.
    let of_scenario: u64 = scenario.name.bytes().map(u64::from).sum();
    let mut chance = Chance::new((seed << 32) + (of_scenario << 12) + runs.nights as u64);
    let made_up = scenario.make(runs.nights, effect, &mut chance);
    let given = NightsAndFactor { first: FIRST, cramps: &made_up.cramps, factor: &made_up.factor };
    let Ok(tested) = FactorTest::of(given, runs.with_range, lots).result else { return Found::default() };
    let truth = effect.ratio.ln();
    let held =
        tested.range.is_some_and(|range| (range.open_low || range.low <= truth + 1e-9) && (range.open_high || truth <= range.high + 1e-9));
    Found { tested: 1, hits: u32::from(tested.p <= 0.05), held: u32::from(held) }
}
