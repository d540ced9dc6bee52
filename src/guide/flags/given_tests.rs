//! Each rule over who the person is or what they take, with signs: the smallest diary that fires it, and the nearest that
//! does not.

use super::test_diary::{Row, TestDiary, ago, blank, check};
use crate::domain::Condition::{Cancer, Diabetes, Kidney, RestlessLegs};
use crate::domain::Side::{Both, Left};
use crate::domain::SignKind as S;

/// Simvastatin, 30 days.
fn statin() -> TestDiary {
    blank().medicine("Simvastatin", "statin", Some(30))
}

/// Quinine, from 9 days to 7 days ago.
fn quinine() -> TestDiary {
    blank().medicine_until("Quinine", "quinine", Some(9), Some(7))
}

pub(super) const ROWS: &[Row] = &[
    ("rf16", || statin().calf(0), || blank().medicine("Ramipril", "ace_inhibitor", None).calf(0)),
    ("rf16", || statin().sign(0, S::MusclePain), || statin().sign(0, S::LegPain)),
    (
        "rf16",
        || blank().medicine_until("Simvastatin", "statin", None, Some(3)).sign(3, S::Weakness),
        || blank().medicine_until("Simvastatin", "statin", None, Some(3)).sign(2, S::Weakness),
    ),
    ("rf23", || blank().sign(0, S::Heartbeat).calf(7), || blank().sign(0, S::Heartbeat).calf(8)),
    ("rf24", || blank().sign(0, S::Confusion).calf(3).drank(1, 5_001.0), || blank().sign(0, S::Confusion).calf(3).drank(1, 5_000.0)),
    ("rf24", || blank().sign(0, S::Headache).calf(7).drank(0, 5_001.0), || blank().sign(0, S::Headache).calf(7).drank(2, 6_000.0)),
    (
        "rf24",
        || blank().sign(0, S::Drowsiness).calf(0).medicine("Sertraline", "ssri", None),
        || blank().sign(0, S::Drowsiness).calf(0).medicine("Simvastatin", "statin", None),
    ),
    (
        "rf24",
        || blank().sign(0, S::Vomiting).calf(0).medicine("Indapamide", "thiazide", None),
        || blank().sign(0, S::Vomiting).medicine("Indapamide", "thiazide", None),
    ),
    ("rf29", || quinine().sign(0, S::Bleeding), || blank().sign(0, S::Bleeding)),
    ("rf29", || quinine().sign(9, S::DarkUrine), || quinine().sign(10, S::DarkUrine)),
    ("rf30", || quinine().sign(0, S::Hearing), || blank().medicine_until("Quinine", "quinine", None, Some(8)).sign(0, S::Hearing)),
    ("rf30", || quinine().sign(7, S::Heartbeat), || quinine().sign(7, S::Headache)),
    ("rf35", || blank().pregnant(90, None).sided(0, S::Swelling, Left), || blank().pregnant(90, None).sided(0, S::Swelling, Both)),
    ("rf35", || blank().pregnant(90, Some(5)).sided(5, S::LegPain, Left), || blank().pregnant(90, Some(5)).sided(4, S::LegPain, Left)),
    ("rf35", || blank().pregnant(90, None).sign(0, S::LegPain), || blank().sign(0, S::LegPain)),
    ("rf36", || blank().pregnant(90, None).sign(0, S::Headache), || blank().sign(0, S::Headache)),
    ("rf36", || blank().pregnant(315, None).sign(0, S::Headache), || blank().pregnant(316, None).sign(0, S::Headache)),
    ("rf36", || blank().pregnant(90, None).sign(0, S::FaceSwelling), || blank().pregnant(90, None).sided(0, S::Swelling, Both)),
    ("rf38", || blank().with(Diabetes).sign(0, S::FootWound), || blank().sign(0, S::FootWound)),
    ("rf38", || blank().with(Diabetes).sign(0, S::Numbness), || blank().with(Diabetes).sign(0, S::Weakness)),
    ("rf39", || blank().with(Cancer).sign(0, S::BackPain).calf(7), || blank().with(Cancer).sign(0, S::BackPain).calf(8)),
    ("rf39", || blank().with(Cancer).sign(0, S::BackPain).sign(0, S::Weakness), || blank().sign(0, S::BackPain).sign(0, S::Weakness)),
    ("rf39", || blank().sign(20, S::WeightLoss).sign(0, S::BackPain).calf(0), || blank().sign(20, S::WeightLoss).sign(0, S::BackPain)),
    ("rf42", || blank().sign(0, S::RestlessUrge), || blank().with(RestlessLegs).sign(0, S::RestlessUrge)),
    ("rf42", || blank().sign(0, S::RestlessUrge), || blank().knotted(0, true).sign(0, S::RestlessUrge)),
    ("rf43", || blank().born(2015).calf(7).sign(0, S::Limp), || blank().born(2013).calf(7).sign(0, S::Limp)),
    ("rf43", || blank().born(2014).sign(0, S::FixedPain), || blank().born(2013).sign(0, S::FixedPain)),
    ("rf43", || blank().born(2016).calf(0).sign(0, S::Fever), || blank().calf(0).sign(0, S::Fever)),
];

#[test]
fn each_rule_fires_for_the_smallest_diary_and_not_for_the_nearest() {
    check(ROWS);
}

#[test]
fn a_statin_with_cramps_stands_by_its_own_id_and_with_a_sign_by_the_signs_too() {
    let diary = (0..9).fold(statin(), TestDiary::calf);
    let medicine = diary.medicines[0].id.uuid();
    let flag = diary.flag("rf16");
    let ids: Vec<_> = flag.causes.iter().filter_map(|cause| cause.id).collect();
    assert_eq!((ids, flag.causes.len(), flag.latest), (vec![medicine], 4, ago(0)), "three cramps are named");
    assert_eq!(flag.causes[0].words, "Cramp: left calf, severity 5");
    assert_eq!(flag.causes[1].words, "Simvastatin, since 20 Oct 2026");

    let diary = statin().sign(0, S::MusclePain);
    let flag = diary.flag("rf16");
    let ids: Vec<_> = flag.causes.iter().map(|cause| cause.id).collect();
    assert_eq!(ids, [Some(diary.signs[0].id.uuid()), Some(diary.medicines[0].id.uuid())]);
}

#[test]
fn a_heartbeat_names_the_medicine_and_the_kidneys_beside_it() {
    let diary = blank().sign(0, S::Heartbeat).calf(0).medicine("Omeprazole", "ppi", None).with(Kidney);
    let words: Vec<_> = diary.flag("rf23").causes.into_iter().map(|cause| cause.words).collect();
    let expected =
        ["Racing, irregular or very slow heartbeat", "Cramp: left calf, severity 5", "Omeprazole", "Kidney disease, by the profile"];
    assert_eq!(words, expected);
}
