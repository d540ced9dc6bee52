//! Each rule over supplements and goals: the smallest diary that fires it, and the nearest that does not.

use super::test_diary::{Row, TestDiary, ago, blank, check, product_id};
use crate::domain::ClassKey;
use crate::domain::Condition::{FluidLimit, Heart, Kidney};
use crate::domain::Nutrient::{Calcium, Magnesium, Potassium, VitaminB6, VitaminD, VitaminK};
use crate::guide::{classes, raises_potassium};

/// A tablet above a limit on each of these days.
fn over(days: &[i64]) -> TestDiary {
    days.iter().fold(blank(), |diary, day| diary.took(*day, "B6", Some(VitaminB6)).over(VitaminB6))
}

pub(super) const ROWS: &[Row] = &[
    ("rf31", || over(&[0, 13, 27]), || over(&[0, 13, 28])),
    ("rf31", || over(&[0, 1]).took(2, "Zinc and B6", None).over(VitaminB6), || over(&[0, 1, 1])),
    ("rf32", || blank().with(Kidney).took(27, "Salts", Some(Magnesium)), || blank().with(Kidney).took(28, "Salts", Some(Magnesium))),
    ("rf32", || blank().with(Kidney).took(0, "Salts", Some(Potassium)), || blank().with(Kidney).took(0, "Salts", Some(Calcium))),
    ("rf32", || blank().with(Kidney).took(0, "Magnesium citrate", None), || blank().took(0, "Magnesium citrate", None)),
    (
        "rf33",
        || blank().medicine("Ramipril", "ace_inhibitor", None).took(0, "Salts", Some(Potassium)),
        || blank().medicine("Amlodipine", "dihydropyridine", None).took(0, "Salts", Some(Potassium)),
    ),
    (
        "rf33",
        || blank().medicine_until("Trimethoprim", "trimethoprim", Some(9), Some(3)).took(3, "LoSalt", None),
        || blank().medicine_until("Trimethoprim", "trimethoprim", Some(9), Some(3)).took(2, "LoSalt", None),
    ),
    (
        "rf33",
        || blank().medicine("Losartan", "arb", Some(1)).has(90, "Salts", Some(Potassium)),
        || blank().medicine("Losartan", "arb", Some(1)).has(90, "Salts", Some(Magnesium)),
    ),
    (
        "rf33",
        || blank().medicine("Enoxaparin", "heparin", None).took(27, "Potassium", None),
        || blank().medicine("Enoxaparin", "heparin", None).took(28, "Potassium", None),
    ),
    (
        "rf34",
        || blank().medicine("Warfarin", "vitamin_k_antagonist", None).has(0, "Bones", Some(VitaminK)),
        || blank().medicine("Apixaban", "doac_antiplatelet", None).has(0, "Bones", Some(VitaminK)),
    ),
    (
        "rf34",
        || blank().medicine("Warfarin", "vitamin_k_antagonist", None).took(0, "D3 and K2", Some(VitaminD)),
        || blank().medicine("Warfarin", "vitamin_k_antagonist", None).took(0, "D3", Some(VitaminD)),
    ),
    (
        "rf33",
        || blank().medicine("Ramipril", "ace_inhibitor", None).unknown_medicine("Potassium chloride 600 mg"),
        || blank().medicine("Ramipril", "ace_inhibitor", None).medicine("Losartan potassium", "arb", None),
    ),
    (
        "rf32",
        || blank().with(Kidney).unknown_medicine("Potassium citrate"),
        || blank().with(Kidney).unknown_medicine("Penicillin V potassium"),
    ),
    ("rf32", || blank().with(Kidney).unknown_medicine("Magnesium hydroxide"), || blank().unknown_medicine("Magnesium hydroxide")),
    ("rf37", || blank().pregnant(315, None).has(90, "Iron", None), || blank().pregnant(316, None).has(90, "Iron", None)),
    ("rf37", || blank().pregnant(90, None).has(90, "Iron", None), || blank().pregnant(90, None).has(91, "Iron", None)),
    (
        "rf37",
        || blank().pregnant(90, None).took(90, "Iron", None),
        || blank().pregnant(90, None).took(91, "Iron", None).took(0, "Iron", None),
    ),
    ("rf37", || blank().pregnant(90, Some(0)).has(0, "Iron", None), || blank().pregnant(90, Some(1)).has(2, "Iron", None)),
    ("rf45", || blank().with(FluidLimit).goal(Some(2_001), Some(2_000)), || blank().with(FluidLimit).goal(Some(2_000), Some(2_000))),
    ("rf45", || blank().with(Kidney).goal(Some(500), None), || blank().with(Heart).goal(Some(500), None)),
    ("rf45", || blank().with(Kidney).goal(Some(2_500), Some(2_000)), || blank().with(Kidney).goal(None, Some(2_000))),
];

#[test]
fn each_rule_fires_for_the_smallest_diary_and_not_for_the_nearest() {
    check(ROWS);
}

#[test]
fn every_class_that_forbids_it_by_the_cautions_counts_and_so_does_the_tick_in_the_profile() {
    for class in classes() {
        let taken = || blank().medicine("Something", class.id.as_str(), None);
        assert_eq!(taken().took(0, "Salts", Some(Potassium)).fires("rf33"), raises_potassium(&class.id), "{}", class.id);
        assert_eq!(taken().took(0, "K2", None).fires("rf34"), class.id.as_str() == "vitamin_k_antagonist", "{}", class.id);
    }
    assert!(raises_potassium(&ClassKey::new("calcineurin_inhibitor").unwrap()));
    let mut diary = blank().took(0, "Salts", Some(Potassium));
    assert!(!diary.fires("rf33"));
    diary.profile.medicine_raises_potassium = true;
    assert!(diary.fires("rf33"));
}

#[test]
fn a_clash_is_as_late_as_the_later_of_product_and_medicine() {
    let latest = |product: i64, begun: Option<i64>| {
        blank().medicine("Losartan", "arb", begun).has(product, "Salts", Some(Potassium)).flag("rf33").latest
    };
    assert_eq!([latest(90, Some(2)), latest(3, Some(90)), latest(3, None)], [ago(2), ago(3), ago(3)]);
}

#[test]
fn a_product_stands_by_its_own_id_however_often_it_is_taken() {
    let daily = |diary: TestDiary| (0..5).fold(diary, |diary, day| diary.took(day, "Salts", Some(Potassium)));
    let flag = daily(blank().with(Kidney)).flag("rf32");
    let ids: Vec<_> = flag.causes.iter().map(|cause| cause.id).collect();
    assert_eq!(ids, [Some(product_id("Salts").uuid()), None]);
    assert_eq!(flag.causes[0].words, "Salts, taken");
    let flag = over(&[0, 1, 2]).flag("rf31");
    assert_eq!(flag.causes.len(), 1);
    assert_eq!(
        (flag.causes[0].id, flag.causes[0].words.as_str()),
        (Some(product_id("B6").uuid()), "B6: above the upper limit for vitamin B6")
    );
}
