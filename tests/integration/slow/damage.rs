//! Two thousand damaged diaries.

use crate::damage::try_damaged;

#[test]
#[ignore = "takes minutes: cargo test two_thousand_damaged -- --ignored --nocapture"]
#[expect(clippy::print_stdout, reason = "the counts are written into benches/README.md")]
fn two_thousand_damaged_diaries() {
    let counts = try_damaged(2080, 2026);
    println!("{counts:#?}");
    assert_eq!(counts.values().sum::<usize>(), 2080);
}
