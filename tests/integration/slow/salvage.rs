//! Ten years of a diary, damaged in each of several ways: how many records come back.

use crate::salvage::oracle::{Oracle, PAGE};
use crate::salvage::{Wrecked, example, some_pages};
use cramp_diary::diary::SplitMix64;
use std::collections::BTreeSet;

/// How many random choices of pages are tried.
const CHOICES: usize = 10;

#[test]
#[ignore = "takes minutes: cargo test ten_damaged_years -- --ignored --nocapture"]
fn ten_damaged_years() {
    let (oracle, _folder) = example(3650);
    let mut random = SplitMix64::new(2026);
    for count in [1, 6, 20] {
        let choices = (0..CHOICES).map(|_| some_pages(&oracle, count, &mut random));
        tell(&format!("{count} pages zeroed"), &choices.map(|gone| zeroed(&oracle, &gone)).collect::<Vec<_>>());
    }
    let first = BTreeSet::from([1]);
    tell("the first page zeroed", &[zeroed(&oracle, &first)]);
    let wrecked = Wrecked::new(&oracle.without(&first)).with_backup(&oracle.bytes);
    tell("the first page zeroed, with a backup", &[oracle.check(&wrecked.rescue(), &first)]);
    tell("all pages with definitions zeroed", &[zeroed(&oracle, &oracle.pages_of("sqlite_schema"))]);
    let left = oracle.len() * 3 / 5;
    let wrecked = Wrecked::new(&oracle.bytes[..left as usize * PAGE]);
    tell("cut to 60 %", &[oracle.check(&wrecked.rescue(), &(left + 1..=oracle.len()).collect())]);
}

/// How many records come back without these pages.
fn zeroed(oracle: &Oracle, gone: &BTreeSet<u32>) -> usize {
    let wrecked = Wrecked::new(&oracle.without(gone));
    oracle.check(&wrecked.rescue(), gone)
}

#[expect(clippy::print_stdout, reason = "the counts are written into benches/README.md")]
fn tell(damage: &str, back: &[usize]) {
    println!("{damage}: {:?} to {:?} records", back.iter().min(), back.iter().max());
}
