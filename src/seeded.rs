//! The configuration of property tests: a fixed seed, so that a test that fails today fails tomorrow, too.
//!
//! `tests/integration/` takes this file in as well.

use proptest::test_runner::{Config, RngSeed};

/// The configuration of a property test with this number of cases.
pub(crate) fn seeded(cases: u32) -> Config {
    Config { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..Config::default() }
}
