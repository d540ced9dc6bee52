//! Windows and thresholds of rules: a diary that lies just inside, and the nearest that lies outside.

use super::Reach;
use super::test_diary::{Row, TestDiary, ago, blank, check};
use crate::domain::Muscle::Calf;
use crate::domain::Side::Left;
use crate::domain::{Profile, SignKind as S};

/// A medicine since so many days. In the 28 nights before it seven are answered, with one cramp so many nights before it; in the 28
/// nights from it on seven are answered, with two cramps, the later of them so many nights after the medicine was begun.
fn worse(since: i64, before: i64, after: i64) -> TestDiary {
    let diary = blank().free(since + 1..=since + 6).had(since + before).calf(since + before);
    let diary = diary.free(since - 4..=since).had(since - 5).calf(since - 5).had(since - after).calf(since - after);
    diary.medicine("Amlodipine", "dihydropyridine", Some(since))
}

/// Cramps began so many nights ago, after fourteen nights without any, and still come; a medicine was begun ten days before.
fn began(night: i64) -> TestDiary {
    let diary = blank().had(night).free(night + 1..=night + 14).had(0);
    diary.medicine("Amlodipine", "dihydropyridine", Some(night + 10))
}

/// Cramps begin tonight after fourteen nights without any, of which the first lies so many nights back.
fn first_free(night: i64) -> TestDiary {
    blank().had(0).free(1..=13).free(night..=night).medicine("Amlodipine", "dihydropyridine", Some(0))
}

/// Thirty days of stretching in six weeks. Ten answered nights before them, the first of them so many nights ago, and ten now,
/// the first of them so many nights ago; a cramp now.
fn no_fall(before: i64, now: i64) -> TestDiary {
    let diary = blank().stretched(41..=41).stretched(0..=28).free(42..=50).free(before..=before);
    diary.had(0).calf(0).free(1..=8).free(now..=now)
}

/// Sleep broken on three nights of each of four weeks, the last of them so many nights before the end of its week.
fn woken(from: i64) -> TestDiary {
    let nights = (0..4).flat_map(|week| (from..from + 3).map(move |night| week * 7 + night));
    nights.fold(blank(), |diary, night| diary.had(night).waking(night, 5, Some(true)))
}

const ROWS: &[Row] = &[
    // Cramps began within 90 nights, after 28 without any.
    ("rf17", || began(89), || began(90)),
    ("rf17", || first_free(28), || first_free(29)),
    // A medicine is new for 90 days; 28 nights before it and 28 from it on are compared.
    ("rf17", || worse(90, 7, 6).had(0), || worse(91, 7, 6).had(0)),
    ("rf17", || worse(40, 28, 27), || worse(40, 28, 28)),
    ("rf17", || worse(40, 28, 27), || worse(40, 29, 27)),
    // Two weeks before regular stretching and the last two weeks are compared.
    ("rf19", || no_fall(55, 13), || no_fall(56, 13)),
    ("rf19", || no_fall(55, 13), || no_fall(55, 14)),
    // Severity is that of two weeks.
    ("rf20", || blank().had(13).cramp(13, Calf, Left, 7).free(0..=5), || blank().had(14).cramp(14, Calf, Left, 7).free(0..=5).had(6)),
    (
        "rf20",
        || blank().had(0).cramp(0, Calf, Left, 7).free(1..=5).free(13..=13),
        || blank().had(0).cramp(0, Calf, Left, 7).free(1..=5).free(14..=14),
    ),
    // Each of four blocks of seven nights.
    ("rf21", || woken(4), || woken(5)),
    ("rf36", || blank().pregnant(90, None).sign(27, S::Headache), || blank().pregnant(90, None).sign(28, S::Headache)),
    ("rf36", || blank().pregnant(9, None).sign(9, S::Headache), || blank().pregnant(9, None).sign(10, S::Headache)),
    ("rf36", || blank().pregnant(90, Some(5)).sign(5, S::Headache), || blank().pregnant(90, Some(5)).sign(4, S::Headache)),
];

#[test]
fn each_rule_looks_as_far_as_it_says_and_no_farther() {
    check(ROWS);
}

#[test]
fn broken_sleep_is_as_late_as_its_last_night() {
    let flag = woken(2).flag("rf21");
    assert_eq!((flag.latest, flag.causes[0].words.as_str()), (ago(2), "Cramps broke the sleep of 12 nights in four weeks"));
}

#[test]
fn stretching_began_after_two_weeks_with_four_days_of_it_at_most() {
    let care = || no_fall(51, 9);
    assert!(care().stretched(52..=56).fires("rf19"), "the first of these days lies before the two weeks");
    assert!(!care().stretched(51..=55).fires("rf19"));
}

#[test]
fn stretching_began_where_six_weeks_hold_thirty_days_of_it() {
    // From day 60 on there are 18 days of stretching until day 43, and 12 from day 30 to the last day of the six weeks.
    let diary = |last: std::ops::RangeInclusive<i64>| {
        let diary = blank().stretched(43..=60).stretched(20..=30).stretched(last).stretched(0..=18);
        diary.free(61..=70).free(1..=9).had(0).calf(0)
    };
    assert!(diary(19..=19).fires("rf19"));
    assert!(!diary(18..=18).fires("rf19"));
}

#[test]
fn in_a_pregnancy_a_product_is_known_from_doses_of_four_hundred_days() {
    let pregnant = |first: i64| blank().pregnant(300, None).took(first, "Iron", None).took(0, "Iron", None);
    assert!(!pregnant(399).fires("rf37") && pregnant(400).fires("rf37"));
    let today = ago(0);
    let reach = |profile: &Profile| Reach::from(today, profile);
    assert_eq!(reach(&pregnant(0).profile).taken, ago(399));
    let usual = reach(&Profile::default());
    assert_eq!((usual.signs, usual.taken, usual.drinks, usual.stretching), (ago(27), ago(27), ago(28), ago(379)));
}
