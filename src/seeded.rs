//! How property tests are run: always with the same seed, so that a failure of today is one of tomorrow.
//!
//! `tests/integration/` takes this file in as well.

use proptest::test_runner::{Config, RngSeed};

/// The configuration of a property test with this many cases.
pub(crate) fn seeded(cases: u32) -> Config {
    Config { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..Config::default() }
}
