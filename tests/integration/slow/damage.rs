//! Two thousand damaged diaries, and as many of another seed.

use crate::damage::try_damaged;

#[test]
#[ignore = "takes minutes: cargo test two_thousand_damaged -- --ignored --nocapture"]
#[expect(clippy::print_stdout, reason = "the counts are written into benches/README.md")]
fn two_thousand_damaged_diaries() {
    for seed in [2026, 407] {
        let counts = try_damaged(2080, seed);
        println!("seed {seed}: {counts:#?}");
        assert_eq!(counts.values().sum::<usize>(), 2080);
    }
}
