//! Twice two thousand damaged diaries.

use crate::damage::try_damaged;

#[test]
#[ignore = "takes minutes: cargo test two_thousand_damaged -- --ignored --nocapture"]
fn two_thousand_damaged_diaries() {
    two_thousand(2026);
}

#[test]
#[ignore = "takes minutes: cargo test two_thousand_damaged -- --ignored --nocapture"]
fn two_thousand_damaged_diaries_of_another_seed() {
    two_thousand(407);
}

#[expect(clippy::print_stdout, reason = "the counts are written into benches/README.md")]
fn two_thousand(seed: u64) {
    let counts = try_damaged(2080, seed);
    println!("seed {seed}: {counts:#?}");
    assert_eq!(counts.values().sum::<usize>(), 2080);
}
