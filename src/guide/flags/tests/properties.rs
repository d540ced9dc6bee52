//! What holds for every diary, whatever is in it.

use super::diary::SmallDiary;
use super::item::{Item, ago, items};
use crate::domain::{Condition, Cramp, Muscle, Night, NightAnswer, NightNote, Severity, Side, Sign, SignCourse, SignKind};
use crate::guide::flags::{Flag, RECENT_DAYS, Urgency, course, onset};
use crate::seeded::seeded;
use proptest::prelude::*;
use std::collections::BTreeMap;

const MEDICINES: &str = "class:statin, class:thiazide, class:quinine, class:ace_inhibitor, class:vitamin_k_antagonist, class:lithium, \
                         class:digoxin, class:ssri, class:quinolone, class:corticosteroid, class:sglt2 since 9, class:statin since 9 until 3";
const OTHERS: &str =
    "hot 1, effort 3, tonic 2, drank:5000 1, alcohol:60 0 3, took:Salts:potassium 4, listed:K2:vitamin_k 30, raises, goal:9000";
const AGES: &str = "age:10, age:60, age:80";
const PREGNANCIES: &str = "pregnant:90, pregnant:300-20, pregnant:600-90";

/// Flags that speak of a sign only while a graver one does not.
const MILDER: [(&str, &[&str]); 3] = [("rf51", &["rf11"]), ("rf53", &["rf15", "rf78"]), ("rf57", &["rf23"])];

fn any_sign(days: std::ops::Range<i64>) -> impl Strategy<Value = Sign> {
    let side = prop::option::of(prop::sample::select(Side::ALL));
    let course = prop::option::weighted(0.3, prop::sample::select(SignCourse::ALL));
    (days, prop::sample::select(SignKind::ALL), side, course).prop_map(|(day, kind, side, course)| Sign {
        side: side.filter(|_| kind.has_side()),
        course,
        ..Sign::new(ago(day), kind)
    })
}

fn any_cramp(days: std::ops::Range<i64>) -> impl Strategy<Value = Cramp> {
    (days, prop::sample::select(Muscle::ALL), prop::sample::select(Side::ALL), 0..=10_u8)
        .prop_map(|(day, muscle, side, severity)| Cramp::new(Night::new(ago(day).date()), muscle, side, Severity::new(severity).unwrap()))
}

/// Any diary whose signs and cramps are of these days.
fn any_items(days: std::ops::Range<i64>) -> impl Strategy<Value = Vec<Item>> {
    let signs = prop::collection::vec(any_sign(days.clone()).prop_map(Item::Sign), 0..14);
    let cramps = prop::collection::vec(any_cramp(days).prop_map(Item::Cramp), 0..8);
    let medicines = prop::sample::subsequence(items(MEDICINES), 0..4);
    let others = prop::sample::subsequence(items(OTHERS), 0..4);
    let conditions = prop::sample::subsequence(Condition::ALL, 0..4);
    let age = prop::option::of(prop::sample::select(items(AGES)));
    let pregnancy = prop::option::of(prop::sample::select(items(PREGNANCIES)));
    (signs, cramps, medicines, others, conditions, age, pregnancy).prop_map(
        |(signs, cramps, medicines, others, conditions, age, pregnancy)| {
            let logged = signs.into_iter().chain(cramps).chain(medicines).chain(others);
            logged.chain(conditions.into_iter().map(Item::Has)).chain(age).chain(pregnancy).collect()
        },
    )
}

fn urgencies(items: &[Item]) -> BTreeMap<&'static str, Urgency> {
    SmallDiary::of(items).flags().into_iter().map(|flag| (flag.rule.id.as_str(), flag.urgency)).collect()
}

/// The ids of the rules over weeks, which need answered nights.
fn is_over_weeks(id: &str) -> bool {
    [onset::RULES, course::RULES].into_iter().flatten().any(|rule| rule.id == id)
}

proptest! {
    #![proptest_config(seeded(512))]

    #[test]
    fn a_quiet_night_and_a_usual_drink_never_add_a_flag(diary in any_items(0..35), day in 0..28_i64) {
        let before = urgencies(&diary);
        let quiet = NightNote { answer: Some(NightAnswer::NoCramps), ..NightNote::nothing(Night::new(ago(day).date())) };
        let mut more = diary;
        more.push(Item::Night(quiet));
        if !more.iter().any(|item| matches!(item, Item::Drank(of, _) if *of == ago(day))) {
            more.push(Item::Drank(ago(day), 2_500.0));
        }
        for (id, urgency) in urgencies(&more) {
            prop_assert!(is_over_weeks(id) || before.get(id) == Some(&urgency), "{} {:?}", id, urgency);
        }
    }

    #[test]
    fn that_a_sign_is_known_never_adds_a_flag_but_the_milder_of_two(diary in any_items(0..35), which in any::<prop::sample::Index>()) {
        let before = urgencies(&diary);
        let signs: Vec<_> = (0..diary.len()).filter(|at| matches!(diary[*at], Item::Sign(_))).collect();
        prop_assume!(!signs.is_empty());
        let mut known = diary.clone();
        let at = signs[which.index(signs.len())];
        let Item::Sign(sign) = &mut known[at] else { unreachable!() };
        let kind = sign.kind;
        sign.course = Some(SignCourse::Known);
        let mut for_all = diary;
        if kind.can_be_known() {
            for_all.push(Item::Known(kind, None));
        }
        for after in [known, for_all] {
            for (id, urgency) in urgencies(&after) {
                let graver = MILDER.iter().find(|milder| milder.0 == id).map_or(&[][..], |milder| milder.1);
                let is_milder = graver.iter().any(|graver| before.get(graver).is_some_and(|before| *before >= urgency));
                prop_assert!(is_milder || before.get(id).is_some_and(|before| *before >= urgency), "{} {:?} {:?}", id, urgency, before);
            }
        }
    }

    #[test]
    fn the_order_of_logging_does_not_matter(orders in any_items(0..35).prop_flat_map(|items| [Just(items.clone()).prop_shuffle(), Just(items).prop_shuffle()])) {
        prop_assert_eq!(urgencies(&orders[0]), urgencies(&orders[1]));
    }

    #[test]
    fn that_a_sign_is_gone_never_makes_a_flag_more_urgent(diary in any_items(0..35), which in any::<prop::sample::Index>(), day in 0..20_i64) {
        let before = urgencies(&diary);
        let kinds: Vec<_> = diary.iter().filter_map(|item| if let Item::Sign(sign) = item { Some(sign.kind) } else { None }).collect();
        prop_assume!(!kinds.is_empty());
        let mut gone = diary;
        gone.push(Item::Gone(kinds[which.index(kinds.len())], ago(day), true));
        for (id, urgency) in urgencies(&gone) {
            prop_assert!(before.get(id).is_some_and(|before| *before >= urgency), "{} {:?} {:?}", id, urgency, before);
        }
    }

    #[test]
    fn signs_and_cramps_of_long_ago_fire_nothing(signs in prop::collection::vec(any_sign(RECENT_DAYS + 1..60), 0..14)) {
        let old: Vec<_> = signs.into_iter().filter(|sign| sign.kind != SignKind::MissedDialysis).map(Item::Sign).collect();
        prop_assert_eq!(SmallDiary::of(&old).flags(), Vec::<Flag>::new());
    }
}
