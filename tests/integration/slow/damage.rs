//! Two thousand damaged diaries.

use crate::damage::try_damaged;

#[test]
fn two_thousand_damaged_diaries() {
    let counts = try_damaged(2080, 2026);
    println!("{counts:#?}");
    assert_eq!(counts.values().sum::<usize>(), 2080);
}
