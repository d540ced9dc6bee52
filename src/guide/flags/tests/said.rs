//! What a flag says: how urgent it still is, what hides it, what to do, and how it is acknowledged.

use super::diary::SmallDiary;
use super::item::{ago, items};
use crate::domain::{Acknowledged, ClassKey, Entry, FlagKey, Id};
use crate::guide::class;
use crate::guide::flags::{Flag, RECENT_DAYS, RedFlag, Urgency, not_hidden, onset, red_flag, red_flags};
use crate::guide::help::numbers;
use chrono::DateTime;
use std::collections::BTreeSet;
use uuid::Uuid;

fn diary(words: &str) -> SmallDiary {
    SmallDiary::of(&items(words))
}

/// How urgent the flag is today. Returns `None` if it is not raised.
fn shown(id: &str, words: &str) -> Option<Urgency> {
    diary(words).flags().into_iter().find(|flag| flag.rule.id == id).map(|flag| flag.urgency)
}

/// The ids of the flags that are shown.
fn ids(words: &str) -> Vec<&'static str> {
    not_hidden(&diary(words).flags(), &[]).iter().map(|flag| flag.rule.id.as_str()).collect()
}

/// An acknowledgement of the flag and its causes, `days_ago` days ago.
fn acknowledged(flag: &Flag, days_ago: i64) -> Entry<Acknowledged> {
    let causes = flag.causes.iter().filter_map(|cause| cause.id).collect();
    let said = Acknowledged { flag: FlagKey::new(&flag.rule.id).unwrap(), day: ago(days_ago), note: "Rang the doctor".to_owned(), causes };
    Entry { id: Id::from_uuid(Uuid::nil()), created: DateTime::UNIX_EPOCH, changed: DateTime::UNIX_EPOCH, value: said }
}

#[test]
fn nothing_fires_for_an_empty_diary_nor_for_ordinary_cramps() {
    assert_eq!(diary("").ids(), BTreeSet::new());
    assert_eq!(diary("had 0 4 8 12 16 20 24, cramp.calf.left.5 0 4 8 12 16 20 24, free 1..3 5..7 9..11 13..15").ids(), BTreeSet::new());
}

#[test]
fn the_most_urgent_stands_first_and_then_the_latest() {
    assert_eq!(
        ids("restless_urge 0..2, fit 9, pain_walking 3, cramp.calf.left.5/12 2, cramps_elsewhere 1 2 4"),
        ["rf12", "rf22", "rf27", "rf11", "rf42"]
    );
}

#[test]
fn an_emergency_fades_by_steps() {
    use Urgency::{Now, SameDay, WithinDays};
    for (age, urgency) in
        [(0, Some(Now)), (2, Some(Now)), (3, Some(SameDay)), (7, Some(SameDay)), (8, Some(WithinDays)), (14, Some(WithinDays)), (15, None)]
    {
        assert_eq!(shown("rf11", &format!("fit {age}")), urgency, "{age}");
    }
    assert_eq!(shown("rf23", "heartbeat 3, dizziness 1"), Some(Now), "the newest of a combination counts");
}

#[test]
fn some_emergencies_fade_only_after_they_are_said_to_be_gone() {
    use Urgency::{Now, SameDay, WithinDays};
    let held = [
        ("rf01", 7, "swelling.left", SameDay, WithinDays),
        ("rf02", 7, "breathless DAY, leg_pain", Now, WithinDays),
        ("rf35", 7, "pregnant:90, leg_pain", SameDay, WithinDays),
        ("rf64", 7, "has:pad, rest_pain", SameDay, WithinDays),
        ("rf05", 14, "face_droop", Now, WithinDays),
        ("rf07", 14, "legs_failing", Now, WithinDays),
        ("rf08", 14, "groin_numbness", Now, WithinDays),
        ("rf13", 14, "stiff_jaw", Now, WithinDays),
        ("rf28", 14, "leg_suddenly_cold", Now, WithinDays),
        ("rf77", 14, "tripping DAY, trouble_swallowing", SameDay, WithinDays),
    ];
    for (id, days, sign, full, faded) in held {
        let on = |day: i64| format!("{} {day}", sign.replace("DAY", &day.to_string()));
        assert_eq!(shown(id, &on(days)), Some(full), "{id}");
        assert!(shown(id, &on(days + 1)) < Some(full), "{id}");
        let kinds = || sign.split([',', ' ', '.']).filter(|word| word.parse::<crate::domain::SignKind>().is_ok());
        let answered = |answer: &str| kinds().map(|kind| [", ", answer, ":", kind].concat()).collect::<String>();
        let (gone, still) = (answered("gone"), answered("still"));
        let eight = on(days.min(8) - i64::from(days == 7));
        assert!(shown(id, &format!("{eight}{gone}")) < Some(full), "{id} is gone");
        assert_eq!(shown(id, &format!("{eight}{still}")), Some(full), "{id} is still there");
        assert!(shown(id, &format!("{}{gone}", on(14))).is_none_or(|shown| shown <= faded), "{id}");
    }
}

#[test]
fn a_stroke_that_has_passed_is_spoken_of_for_four_weeks() {
    use Urgency::{Now, SameDay, WithinDays};
    let passed = |age: i64| shown("rf05", &format!("face_droop {age}, gone:face_droop 0"));
    assert_eq!([2, 3, 7, 8, 28, 29].map(passed), [Some(Now), Some(SameDay), Some(SameDay), Some(WithinDays), Some(WithinDays), None]);
    assert_eq!(shown("rf05", "slurred_speech 0 10"), Some(Now), "a second attack");
}

#[test]
fn an_answer_speaks_of_what_was_logged_until_its_day() {
    assert_eq!(shown("rf01", "swelling.left 5, gone:swelling 6"), Some(Urgency::SameDay), "logged after the answer");
    assert_eq!(shown("rf01", "swelling.left 5, gone:swelling 3, still:swelling 1"), Some(Urgency::SameDay), "the latest answer holds");
    assert_eq!(shown("rf01", "swelling.left 5, gone:swelling 3"), Some(Urgency::WithinDays));
}

#[test]
fn a_missed_dialysis_stays_as_urgent_until_it_is_made_up() {
    assert_eq!(shown("rf63", "missed_dialysis 60"), Some(Urgency::SameDay));
    assert_eq!(shown("rf63", "missed_dialysis 60, gone:missed_dialysis 59"), None);
}

#[test]
fn an_answer_without_a_side_speaks_of_every_side_and_one_of_both_legs_never_of_one() {
    assert!(!diary("known:numbness, numbness.left 0..2").ids().contains("rf09"));
    assert!(!diary("known:numbness.left, numbness.left 0..2").ids().contains("rf09"));
    assert!(diary("known:numbness.left, numbness.right 0..2").ids().contains("rf09"));
    assert!(diary("known:swelling.both, swelling.left").ids().contains("rf01"));
    assert!(diary("known:weakness.both, weakness.left 0 3").ids().contains("rf04"));
}

#[test]
fn a_side_that_was_not_said_is_one_leg_for_a_clot_and_both_for_no_rule() {
    for (id, words) in [("rf01", "swelling"), ("rf02", "leg_pain, chest_pain"), ("rf35", "pregnant:90, leg_pain")] {
        assert!(diary(words).ids().contains(id), "{id}");
    }
    let unsaid = diary("swelling 0 1, skin_colour 0 1, weakness 0 1, numbness, breathless, back_pain, has:heart, muscle_pain_away 0..6");
    for id in ["rf03", "rf07", "rf08", "rf48", "rf49"] {
        assert!(!unsaid.ids().contains(id), "{id}");
    }
}

#[test]
fn one_picture_is_one_flag() {
    assert_eq!(ids("breathless 0, swelling.right 5"), ["rf02"]);
    assert_eq!(ids("swelling.left, known:breathless, breathless"), ["rf01"]);
    assert_eq!(ids("known:swelling.both, swelling.left"), ["rf01"]);
    assert_eq!(ids("bladder_bowel 0, back_pain 1"), ["rf08"]);
    assert_eq!(ids("weakness.both 0 1, med:Indapamide, cramp.calf.left.5 0..3"), ["rf71"]);
    assert_eq!(ids("med:Apixaban, fall"), ["rf86"]);
    assert_eq!(ids("fever, stiffness"), ["rf66"]);
    assert_eq!(ids("med:Ramipril, face_swelling"), ["rf85"]);
    assert_eq!(ids("dark_urine, cramp.calf.left.4 0 0"), ["rf53"]);
}

#[test]
fn a_flag_that_was_put_aside_or_has_faded_hides_nothing() {
    let both = diary("breathless 0, swelling.right 5");
    let said = [acknowledged(&both.flag("rf02"), 0)];
    let ids: Vec<_> = not_hidden(&both.flags(), &said).iter().map(|flag| flag.rule.id.as_str()).collect();
    assert_eq!(ids, ["rf02", "rf47", "rf01"]);
    let faded = diary("fit 9, pregnant:90, face_swelling 0, headache 9");
    assert!(not_hidden(&faded.flags(), &[]).iter().any(|flag| flag.rule.id == "rf36"));
}

#[test]
fn a_flag_says_the_safety_sentences_of_those_it_hides_once_each() {
    let flags = not_hidden(&diary("breathless 0, swelling.right 5").flags(), &[]);
    let act = flags[0].act(numbers(None));
    assert_eq!(flags[0].hidden.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>(), ["rf47", "rf01"]);
    assert_eq!(act.matches("Do not massage the leg.").count(), 1, "{act}");
    assert_eq!(act.matches("cannot speak a sentence").count(), 1, "{act}");
    let tell = flags[0].tell();
    assert!(flags[0].hidden.iter().all(|rule| tell.contains(&rule.tell)), "{tell}");
}

/// The urgencies with which a rule has words of its own.
fn acts(flag: &RedFlag) -> Vec<&str> {
    Urgency::ALL.iter().map(|urgency| flag.act(*urgency)).collect()
}

#[test]
fn no_rule_hides_one_that_sends_people_to_a_graver_place() {
    for flag in red_flags().iter().filter(|flag| !flag.hides.is_empty()) {
        for act in acts(flag) {
            let asks_more = act.contains("{same_day}") || act.contains("{emergency}") || act.contains("doctor");
            assert!(!act.contains("{pharmacist}") || asks_more, "{} sends to the pharmacist alone", flag.id);
        }
        for hidden in flag.hides.iter().map(|id| red_flag(id).unwrap()) {
            let calls = |flag: &RedFlag| flag.act(Urgency::Now).contains("{emergency}");
            let both_now = flag.urgency == Urgency::Now && hidden.urgency == Urgency::Now;
            assert!(!both_now || calls(flag) || !calls(hidden), "{} hides {}", flag.id, hidden.id);
        }
    }
}

#[test]
fn an_acknowledged_flag_returns_when_the_sign_is_logged_anew_and_not_for_a_cramp_beside_it() {
    let first = "dark_urine 2, cramp.calf.left.8 2";
    let said = [acknowledged(&diary(first).flag("rf15"), 1)];
    assert!(diary(first).flag("rf15").is_acknowledged(&said, ago(0)));
    assert!(diary(&format!("{first}, cramp.calf.left.8 0")).flag("rf15").is_acknowledged(&said, ago(0)));
    let anew = diary(&format!("{first}, dark_urine 0")).flag("rf15");
    assert!(!anew.is_acknowledged(&said, ago(0)));
    assert!(anew.is_acknowledged(&[acknowledged(&diary(first).flag("rf15"), 1), acknowledged(&anew, 0)], ago(0)), "the union counts");
    assert!(!diary("pain_walking 1").flag("rf27").is_acknowledged(&said, ago(0)), "of another flag");
}

#[test]
fn a_cramp_that_is_the_news_itself_returns_with_the_next_one() {
    let long = diary("cramp.calf.left.5/11 1");
    let said = [acknowledged(&long.flag("rf12"), 0)];
    assert!(long.flag("rf12").is_acknowledged(&said, ago(0)));
    assert!(!diary("cramp.calf.left.5/11 1, cramp.calf.left.5/11 0").flag("rf12").is_acknowledged(&said, ago(0)));
}

#[test]
fn a_flag_of_figures_is_asked_about_again_after_four_weeks() {
    let flag = diary("alcohol:150 0 9").flag("rf44");
    assert!(flag.causes.iter().all(|cause| cause.id.is_none()));
    assert!(flag.is_acknowledged(&[acknowledged(&flag, RECENT_DAYS - 1)], ago(0)));
    assert!(!flag.is_acknowledged(&[acknowledged(&flag, RECENT_DAYS)], ago(0)));
}

#[test]
fn a_flag_names_its_causes_and_of_cramps_beside_them_three() {
    let flag = diary("dark_urine, cramp.calf.left.8 0 1 1 2 3").flag("rf15");
    assert_eq!(flag.causes.len(), 4, "{:?}", flag.because());
    assert_eq!(flag.because()[0], "Dark, cola-coloured urine (Thu 19 Nov)");
    let flag = diary("heartbeat, has:kidney, class:digoxin since 30").flag("rf23");
    assert_eq!(flag.because()[0], "Racing, irregular or very slow heartbeat (Thu 19 Nov)");
    assert!(flag.because().contains(&"Kidney disease, by the profile".to_owned()), "{:?}", flag.because());
    assert!(flag.because().contains(&"Something, since 20 Oct 2026".to_owned()), "{:?}", flag.because());
}

#[test]
fn a_product_stands_by_its_own_id_however_often_it_is_taken_and_says_a_year_that_is_not_this_one() {
    let flag = diary("has:kidney, took:Salts:potassium 0..4").flag("rf32");
    assert_eq!(flag.causes.iter().map(|cause| cause.id.is_some()).collect::<Vec<_>>(), [true, false]);
    let flag = diary("med:Losartan, listed:Salts:potassium 14").flag("rf33");
    assert_eq!(flag.because(), ["Salts, among the supplements (Thu 5 Nov)", "Losartan"]);
    assert!(!diary("med:Losartan, listed:Salts:potassium 15").ids().contains("rf33"), "not taken, and not new");
}

#[test]
fn a_clash_is_as_late_as_the_later_of_product_and_medicine() {
    let latest = |words: &str| diary(words).flag("rf33").latest;
    assert_eq!(latest("med:Losartan since 2, listed:Salts:potassium 9"), ago(2));
    assert_eq!(latest("med:Losartan since 90, listed:Salts:potassium 3"), ago(3));
    assert_eq!(latest("med:Losartan, listed:Salts:potassium 3"), ago(3));
}

#[test]
fn every_class_that_the_rules_over_weeks_name_is_one_of_the_guide() {
    for id in onset::LINKED.iter().chain(onset::SERM) {
        assert!(class(&ClassKey::new(id).unwrap()).is_some(), "{id}");
    }
}
