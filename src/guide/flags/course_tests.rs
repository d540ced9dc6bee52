//! Each rule over weeks: the smallest diary that fires it, and the nearest that does not.

use super::test_diary::{Row, TestDiary, blank, check};
use crate::domain::Muscle::Calf;
use crate::domain::Side::Left;

/// Cramps begin tonight after `free` answered nights without any.
fn beginning(free: i64) -> TestDiary {
    blank().had(0).free(1..=free)
}

/// One cramp in seven nights before day 20 and two in the seven nights after it.
fn worse() -> TestDiary {
    blank().free(21..=26).had(27).calf(27).free(16..=20).had(15).calf(15).had(14).calf(14)
}

/// Thirty days of stretching in six weeks, ten answered nights before them and now; a cramp now.
fn no_fall() -> TestDiary {
    blank().stretched(41..=41).stretched(0..=28).free(42..=51).free(1..=9).had(0).calf(0)
}

/// A cramp of this severity and answer on three nights of each of four weeks.
fn woken(severity: u8, woke_me: Option<bool>) -> TestDiary {
    let nights = (0..4).flat_map(|week| (0..3).map(move |night| week * 7 + night));
    nights.fold(blank(), |diary, night| diary.had(night).waking(night, severity, woke_me))
}

pub(super) const ROWS: &[Row] = &[
    (
        "rf17",
        || beginning(14).medicine("Amlodipine", "dihydropyridine", Some(90)),
        || beginning(14).medicine("Amlodipine", "dihydropyridine", Some(91)),
    ),
    (
        "rf17",
        || beginning(14).medicine("Amlodipine", "dihydropyridine", Some(0)),
        || beginning(13).medicine("Amlodipine", "dihydropyridine", Some(0)),
    ),
    ("rf17", || worse().medicine("Amlodipine", "dihydropyridine", Some(20)), || worse().medicine("Amlodipine", "dihydropyridine", None)),
    ("rf18", || beginning(14).medicine("Salmeterol", "laba", Some(365)), || beginning(14).medicine("Salmeterol", "laba", Some(366))),
    ("rf18", || beginning(14).medicine("Raloxifen 60 mg", "serm", Some(100)), || beginning(14).medicine("Tamoxifen", "serm", Some(100))),
    ("rf18", || beginning(14).medicine("Evista", "serm", Some(100)), || beginning(14).medicine("Revistan", "serm", Some(100))),
    (
        "rf18",
        || beginning(14).medicine("Teriparatide", "pth_analogue", Some(100)),
        || beginning(14).medicine("Omeprazole", "ppi", Some(100)),
    ),
    ("rf19", no_fall, || no_fall().had(43).cramp(43, Calf, Left, 5).cramp(43, Calf, Left, 5)),
    ("rf20", || blank().cramp(27, Calf, Left, 10), || blank().cramp(0, Calf, Left, 9)),
    ("rf20", || blank().had(0).cramp(0, Calf, Left, 7).free(1..=6), || blank().had(0).cramp(0, Calf, Left, 7).free(1..=5)),
    ("rf20", || blank().had(13).cramp(13, Calf, Left, 7).free(0..=5), || blank().had(13).cramp(13, Calf, Left, 6).free(0..=5)),
    ("rf21", || woken(1, Some(true)), || woken(10, Some(false))),
    ("rf21", || woken(4, None), || woken(3, None)),
    ("rf44", || blank().alcohol(6, 112.5).had(0), || blank().alcohol(6, 112.0).had(0)),
    ("rf44", || blank().alcohol(0, 113.0).had(6), || blank().alcohol(0, 113.0).had(7)),
    ("rf44", || blank().alcohol(0, 113.0).had(0), || blank().alcohol(0, 113.0).free(0..=0)),
];

#[test]
fn each_rule_fires_for_the_smallest_diary_and_not_for_the_nearest() {
    check(ROWS);
}

#[test]
fn cramps_that_never_paused_did_not_begin() {
    let diary = |pause: i64| beginning(14).medicine("Salmeterol", "laba", Some(100)).had(pause).calf(pause);
    assert!(!diary(28).fires("rf18") && diary(29).fires("rf18"));
}

#[test]
fn a_night_with_cramps_counts_before_any_is_described() {
    let still = |diary: TestDiary| diary.free(27..=40).had(26).medicine("Salmeterol", "laba", Some(100)).fires("rf18");
    assert!(still(blank()) && still(blank().calf(26)));
    let gone = blank().free(29..=42).had(28).medicine("Salmeterol", "laba", Some(100));
    assert!(!gone.fires("rf18") && gone.had(3).fires("rf18"), "the night is recent");
}

#[test]
fn stretching_is_compared_with_the_weeks_before_it_for_a_year() {
    let regular = |days: i64| blank().stretched(0..=days).free(days + 1..=days + 10).free(1..=9).had(0).calf(0);
    assert!(regular(365).fires("rf19") && !regular(366).fires("rf19"));
    // Nobody knows what was before the oldest day that is read.
    let ever = (0..=420).fold(blank().stretched(0..=420), |diary, night| diary.had(night).calf(night));
    assert!(!ever.fires("rf19"));
}

#[test]
fn a_medicine_that_was_stopped_before_the_cramps_is_not_blamed() {
    let stopped = |until| beginning(14).medicine_until("Salmeterol", "laba", Some(60), Some(until));
    assert!(stopped(0).fires("rf17") && !stopped(1).fires("rf17"));
}

#[test]
fn growing_worse_takes_a_quarter_more_and_one_a_week() {
    // Seven nights before the medicine with `before` cramps in all, and seven after it with `after`.
    let fires = |before: usize, after: usize| {
        let cramps = |diary: TestDiary, night: i64, count: usize| (0..count).fold(diary.had(night), |diary, _| diary.calf(night));
        let diary = cramps(blank().free(21..=26).free(10..=15), 27, before);
        cramps(diary, 16, after).medicine("Amlodipine", "dihydropyridine", Some(20)).fires("rf17")
    };
    for (before, after, expected) in [(1, 2, true), (4, 5, true), (5, 6, false), (8, 10, true), (8, 9, false), (2, 2, false), (3, 1, false)]
    {
        assert_eq!(fires(before, after), expected, "{before} to {after}");
    }
}

#[test]
fn self_care_that_helped_or_was_not_regular_is_left_alone() {
    let cramps = |night: i64, count: usize| (0..count).fold(no_fall().had(42), |diary, _| diary.calf(night));
    assert!(cramps(42, 1).fires("rf19"), "1 in 10 nights, and 1 in 10 now");
    assert!(!cramps(42, 2).fires("rf19"), "half of what it was");
    assert!(!no_fall().stretched(44..=48).fires("rf19"), "the comparison was with stretching");
    assert!(no_fall().stretched(44..=47).fires("rf19"));
}

#[test]
fn nights_that_nobody_answered_stand_in_no_mean() {
    let diary = blank().cramp(0, Calf, Left, 9).cramp(1, Calf, Left, 9).cramp(2, Calf, Left, 9).had(0).had(1).had(2);
    assert!(!diary.fires("rf20") && diary.free(3..=6).fires("rf20"));
    // "Had cramps" without one described has no number.
    assert!(!blank().stretched(41..=41).stretched(0..=28).free(42..=51).free(2..=9).had(1).had(0).calf(0).fires("rf19"));
}
