//! What holds for all red flags: none from nothing or from what is long past, none from less, and how they are acknowledged.

use super::pattern::Pattern;
use super::state::DayState;
use super::test_diary::{Row, TestDiary, ago, blank, product_id};
use super::{Flag, RECENT_DAYS, RULES, course_tests, given_tests, onset, red_flags, signs_tests, supplements_tests};
use crate::domain::{Acknowledged, ClassKey, Condition, Entry, FlagKey, Id, Muscle, NightAnswer, Nutrient, Side, SignKind};
use crate::guide::class;
use crate::seeded::seeded;
use chrono::DateTime;
use proptest::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The red flags that no diary can decide, each with the reason: there are none. What a rule cannot see of its words (that
/// weakness grows, that a foot is *newly* numb) its comment says.
const UNDECIDED: &[(&str, &str)] = &[];

const TABLES: [&[Row]; 4] = [signs_tests::ROWS, given_tests::ROWS, course_tests::ROWS, supplements_tests::ROWS];

#[test]
fn every_red_flag_has_one_rule_with_its_rows_or_a_reason_why_not() {
    let mut ruled: Vec<_> = RULES.into_iter().flatten().map(|(id, _)| *id).chain(UNDECIDED.iter().map(|(id, _)| *id)).collect();
    ruled.sort_unstable();
    assert_eq!(ruled, red_flags().iter().map(|flag| flag.id.as_str()).collect::<Vec<_>>());
    let tested: BTreeSet<_> = TABLES.into_iter().flatten().map(|(id, ..)| *id).collect();
    assert!(RULES.into_iter().flatten().all(|(id, _)| tested.contains(id)));
}

#[test]
fn nothing_fires_for_an_empty_diary_nor_for_ordinary_cramps() {
    assert_eq!(blank().flags(), []);
    let ordinary =
        (0..40).fold(blank(), |diary, night| if night % 4 == 0 { diary.had(night).calf(night) } else { diary.free(night..=night) });
    assert_eq!(ordinary.flags(), []);
}

#[test]
fn the_most_urgent_stands_first_and_then_the_latest() {
    let diary = blank().sign(0, SignKind::RestlessUrge).sign(9, SignKind::Fainting).sign(3, SignKind::PainWalking).lasting(2, 12.0);
    let ids: Vec<_> = diary.sign(1, SignKind::CrampsElsewhere).flags().iter().map(|flag| flag.rule.id.as_str()).collect();
    assert_eq!(ids, ["rf11", "rf12", "rf22", "rf27", "rf42"]);
}

/// An acknowledgement of the flag and its causes, `days_ago` days ago.
fn acknowledged(flag: &Flag, days_ago: i64) -> Entry<Acknowledged> {
    let causes = flag.causes.iter().filter_map(|cause| cause.id).collect();
    let said = Acknowledged { flag: FlagKey::new(&flag.rule.id).unwrap(), day: ago(days_ago), note: "Rang the doctor".to_owned(), causes };
    Entry { id: Id::from_uuid(Uuid::nil()), created: DateTime::UNIX_EPOCH, changed: DateTime::UNIX_EPOCH, value: said }
}

#[test]
fn an_acknowledged_flag_returns_when_the_sign_is_logged_anew_and_not_for_a_cramp_beside_it() {
    let diary = blank().sided(1, SignKind::Swelling, Side::Both).calf(1);
    let said = [acknowledged(&diary.flag("rf03"), 1)];
    assert!(diary.flag("rf03").is_acknowledged(&said, ago(0)));
    assert!(diary.clone().calf(0).flag("rf03").is_acknowledged(&said, ago(0)));
    let anew = diary.clone().sided(0, SignKind::Swelling, Side::Both).flag("rf03");
    assert!(!anew.is_acknowledged(&said, ago(0)));
    assert!(anew.is_acknowledged(&[acknowledged(&diary.flag("rf03"), 1), acknowledged(&anew, 0)], ago(0)), "the union counts");
    let other = blank().sign(1, SignKind::PainWalking).flag("rf27");
    assert!(!other.is_acknowledged(&said, ago(0)), "of another flag");
}

#[test]
fn a_cramp_that_is_the_news_itself_returns_with_the_next_one() {
    let diary = blank().lasting(1, 11.0);
    let said = [acknowledged(&diary.flag("rf12"), 0)];
    assert!(diary.flag("rf12").is_acknowledged(&said, ago(0)));
    assert!(!diary.lasting(0, 11.0).flag("rf12").is_acknowledged(&said, ago(0)));
}

#[test]
fn a_flag_of_figures_is_asked_about_again_after_four_weeks() {
    let flag = blank().alcohol(0, 150.0).had(0).flag("rf44");
    assert!(flag.causes.iter().all(|cause| cause.id.is_none()));
    assert!(flag.is_acknowledged(&[acknowledged(&flag, RECENT_DAYS - 1)], ago(0)));
    assert!(!flag.is_acknowledged(&[acknowledged(&flag, RECENT_DAYS)], ago(0)));
}

#[test]
fn a_day_of_another_year_says_which() {
    let flag = blank().medicine("Losartan", "arb", None).has(330, "Salts", Some(Nutrient::Potassium)).flag("rf33");
    assert_eq!(flag.because(), ["Salts, among the supplements (Wed 24 Dec 2025)", "Losartan"]);
    assert_eq!(blank().sided(0, SignKind::Fainting, Side::Both).flag("rf11").because(), ["Fainting, both (Thu 19 Nov)"]);
}

/// The classes of medicines that a pattern names.
fn classes_in(pattern: &Pattern) -> Vec<&'static str> {
    match pattern {
        Pattern::Given(state, pattern) => match state {
            DayState::Takes(classes) | DayState::Took(classes, _) => [classes, classes_in(pattern).as_slice()].concat(),
            DayState::Pregnant | DayState::Child | DayState::Has(_) | DayState::HasNot(_) | DayState::NoHardKnot | DayState::DrankMuch => {
                classes_in(pattern)
            }
        },
        Pattern::Any(patterns) | Pattern::Together(_, patterns) => patterns.iter().flat_map(classes_in).collect(),
        Pattern::Sign(_)
        | Pattern::NotOnBoth(_)
        | Pattern::OneSided(_)
        | Pattern::OnDays(..)
        | Pattern::InARow(..)
        | Pattern::Kinds(..)
        | Pattern::Cramp(_)
        | Pattern::Beside(_)
        | Pattern::Reckoned(_) => Vec::new(),
    }
}

#[test]
fn every_class_that_a_rule_names_is_one_of_the_guide() {
    let of_patterns: Vec<_> = RULES.into_iter().flatten().flat_map(|(_, pattern)| classes_in(pattern)).collect();
    assert!(of_patterns.contains(&"statin") && of_patterns.contains(&"quinine"), "{of_patterns:?}");
    for id in of_patterns.iter().chain(onset::LINKED).chain(onset::SERM) {
        assert!(class(&ClassKey::new(id).unwrap()).is_some(), "{id}");
    }
}

const CLASSES: [&str; 8] = ["statin", "thiazide", "quinine", "ace_inhibitor", "vitamin_k_antagonist", "laba", "dihydropyridine", "ssri"];
const PRODUCTS: [(&str, Option<Nutrient>); 4] =
    [("Salts", Some(Nutrient::Potassium)), ("Magnesium", Some(Nutrient::Magnesium)), ("K2", None), ("B6", Some(Nutrient::VitaminB6))];

prop_compose! {
    /// Any diary of which everything lies at least `from` and less than `from` + 60 days back.
    fn any_diary(from: i64)(
        signs in prop::collection::vec((from..from + 60, 0..SignKind::ALL.len(), 0..4_usize), 0..14),
        cramps in prop::collection::vec((from..from + 60, 0..Muscle::ALL.len(), 0..3_usize, 0..=10_u8), 0..14),
        nights in prop::collection::vec(0..3_usize, 60),
        medicines in prop::collection::vec((0..CLASSES.len(), prop::option::of(from..from + 60), prop::option::of(from..from + 60)), 0..4),
        products in prop::collection::vec((0..PRODUCTS.len(), from..from + 60, any::<bool>()), 0..5),
        stretched in prop::collection::btree_set(from..from + 60, 0..60),
        drinks in prop::collection::vec((from..from + 60, 0.0..60.0, 0.0..7_000.0), 0..8),
        conditions in prop::collection::btree_set(0..Condition::ALL.len(), 0..3),
        (pregnant, born) in (prop::option::of(0..90_i64), prop::option::of(2000..2024_u16)),
    ) -> TestDiary {
        let mut diary = blank();
        for (day, kind, side) in signs {
            diary = diary.sided_sign(day, SignKind::ALL[kind], Side::ALL.get(side).copied());
        }
        let with_cramps: BTreeSet<i64> = cramps.iter().map(|(night, ..)| *night).collect();
        for (night, muscle, side, severity) in cramps {
            diary = diary.cramp(night, Muscle::ALL[muscle], Side::ALL[side], severity);
        }
        for (night, answer) in (from..).zip(nights) {
            diary = match answer {
                _ if with_cramps.contains(&night) => diary.had(night),
                0 => diary,
                1 => diary.answered(night, NightAnswer::HadCramps),
                _ => diary.free(night..=night),
            };
        }
        for (class, since, until) in medicines {
            diary = diary.medicine_until("Something", CLASSES[class], since, until.filter(|until| since.is_none_or(|since| since >= *until)));
        }
        for (product, day, has) in products {
            let (name, nutrient) = PRODUCTS[product];
            diary = diary.took(day, name, nutrient).over(Nutrient::VitaminB6);
            let known = diary.supplements.iter().any(|entry| entry.id == product_id(name));
            diary = if has && !known { diary.has(day, name, nutrient) } else { diary };
        }
        diary.stretch_days = stretched.into_iter().map(ago).collect();
        for (day, alcohol, ml) in drinks {
            diary = diary.alcohol(day, alcohol).drank(day, ml);
        }
        diary.profile.conditions = conditions.into_iter().map(|index| Condition::ALL[index]).collect();
        diary.profile.birth_year = born;
        if let Some(since) = pregnant {
            diary = diary.pregnant(since, None);
        }
        diary
    }
}

/// A way to take away all of a kind.
type TakeAway = (&'static str, fn(&mut TestDiary));

const KINDS: [TakeAway; 9] = [
    ("signs", |diary| diary.signs.clear()),
    ("cramps", |diary| diary.cramps.clear()),
    ("nights", |diary| diary.nights.clear()),
    ("medicines", |diary| diary.medicines.clear()),
    ("supplements", |diary| diary.supplements.clear()),
    ("stretching", |diary| diary.stretch_days.clear()),
    ("alcohol", |diary| diary.alcohol_g.clear()),
    ("drinks", |diary| diary.drunk_ml.clear()),
    ("limits", |diary| diary.over_limit.clear()),
];

proptest! {
    #![proptest_config(seeded(256))]
    /// Doses are not among the kinds: without the first of them a product looks new in a pregnancy.
    #[test]
    fn what_was_not_logged_never_adds_a_flag(diary in any_diary(0)) {
        let before = diary.ids();
        for (kind, take_away) in KINDS {
            let mut less = diary.clone();
            take_away(&mut less);
            prop_assert!(less.ids().is_subset(&before), "without {}: {:?}, with them: {:?}", kind, less.ids(), before);
        }
    }

    #[test]
    fn what_is_long_past_fires_nothing(mut diary in any_diary(RECENT_DAYS)) {
        // A product at hand and a pregnancy are of today, whenever they were entered.
        diary.supplements.clear();
        diary.profile.pregnant = None;
        prop_assert_eq!(diary.flags(), []);
    }

    #[test]
    fn a_flag_names_what_made_it_fire_and_is_acknowledged_by_that(diary in any_diary(0)) {
        for flag in diary.flags() {
            prop_assert!(!flag.causes.is_empty() && flag.latest <= ago(0), "{:?}", flag);
            prop_assert!(flag.is_acknowledged(&[acknowledged(&flag, 0)], ago(0)));
            prop_assert!(!flag.is_acknowledged(&[], ago(0)));
            let ids: Vec<_> = flag.causes.iter().filter_map(|cause| cause.id).collect();
            prop_assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "a record is named once");
        }
    }
}
