//! `summary`: figures in words and as JSON, comparisons, and what is said when there is too little.

use crate::cli::Place;
use serde_json::Value;

/// The words without their line breaks.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_month_is_summed_up_and_held_against_the_month_before() {
    let place = Place::with_example("120", "1");
    let said = flat(&place.ok(&["summary", "--days", "60", "--against", "before"]));
    for words in [
        "Summary: 60 nights, 21 Sep to 19 Nov 2026",
        "Nights logged",
        "Cramps a week",
        "(95 %)",
        "Severity median",
        "Minutes a cramp median",
        "Sleep broken by cramps",
        "Calf",
        "Compared with the 60 nights before",
        "Fewer or more not said",
        "Spells come and go by themselves",
        "Cramps often ease by themselves: in trials, people on a dummy pill had 28.7 % fewer after four weeks",
        "about twice as many in summer as in winter",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let alone = place.ok(&["summary"]);
    assert!(alone.contains("28 nights") && !alone.contains("Compared"), "{alone}");
}

#[test]
fn every_row_of_words_is_in_the_json_too() {
    let place = Place::with_example("120", "1");
    let json = place.json(&["summary", "--against", "baseline"]);
    let text = flat(&place.ok(&["summary", "--against", "baseline"]));
    for row in json["words"].as_array().unwrap().iter().chain(json["comparison"]["words"].as_array().unwrap()) {
        for part in ["label", "value", "detail"] {
            assert!(text.contains(&flat(row[part].as_str().unwrap())), "{row}: {text}");
        }
    }
    assert_eq!(json["comparison"]["then"]["nights"], 14);
    assert!(place.json(&["summary"])["comparison"].is_null());
}

#[test]
fn with_six_nights_it_says_what_is_missing() {
    let place = Place::new();
    for night in 14..20 {
        place.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "8", "--night", &format!("2026-11-{night}")]);
    }
    let said = flat(&place.ok(&["summary", "--against", "before"]));
    for words in [
        "Nights logged 6 of 28 22 nights are not logged and count for nothing",
        "Cramps a week not enough nights yet 6 cramps in 6 nights; 6 of 7 logged nights needed",
        "Nights with cramps 6 of 6",
        "Side all on the left 6 cramps; if that side is swollen, see \"When to see a doctor\"",
        "Change not known This range has 6 of the 7 nights",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    for word in ["median ", "mean ", "fewer cramps a week"] {
        assert!(!said.replace("for a median", "").contains(word), "{word}: {said}");
    }
    let json = place.json(&["summary", "--against", "before"]);
    for key in ["cramps_a_week", "cramps_a_week_range", "severity_median", "severity_7_or_more_share", "minutes_median"] {
        assert_eq!(json[key], Value::Null, "{key}");
    }
    assert_eq!((&json["comparison"]["change_a_week"], &json["comparison"]["verdict"]), (&Value::Null, &Value::Null));
    place.ok(&["log", "none", "--night", "2026-11-13"]);
    let said = flat(&place.ok(&["summary"]));
    // Six of seven logged nights have cramps, and 21 are not logged: 6 * 7 / 28 to 6 * 7 / 7.
    assert!(said.contains("Cramps a week between 1.5 and 6.0 6 cramps in 7 nights; nearly all logged nights have cramps"), "{said}");
    let json = place.json(&["summary"]);
    assert_eq!((&json["cramps_a_week"], &json["cramps_a_week_over_all_nights"]), (&Value::Null, &serde_json::json!([1.5, 6.0])));
    place.ok(&["log", "none", "--night", "2026-11-12"]);
    let said = flat(&place.ok(&["summary"]));
    assert!(said.contains("(95 %); over all nights between 1.5 and 5.2, since many are not logged"), "a rate needs calm nights: {said}");
}

#[test]
fn an_empty_diary_has_nothing_to_sum_up() {
    let place = Place::new();
    place.ok(&["log", "drink", "water", "250ml"]);
    let said = place.ok(&["summary", "--all", "--against", "baseline"]);
    assert!(said.contains("0 of 1") && said.contains("No night is logged yet."), "{said}");
}

#[test]
fn ranges_that_make_no_sense() {
    let place = Place::with_example("30", "1");
    for (words, message) in [
        ("--until 2026-12-01", "The night of Tue 1 to Wed 2 Dec (2026-12-01) has not begun yet. Give a night up to 2026-11-19"),
        ("--from 2026-11-19 --until 2026-11-01", "after its last night 2026-11-01. Change --from or --until."),
        ("--days 0", "Nights 0 is not allowed; give 1 to 3,660"),
        ("--days 4000", "Nights 4000 is not allowed"),
        ("--from 1850-01-01", "1850-01-01 is more than 150 years ago"),
        ("--from today", "after its last night 2026-11-19"),
    ] {
        let said = place.refuses(&[&["summary"][..], &words.split_whitespace().collect::<Vec<_>>()].concat());
        assert!(said.contains(message), "{words}: {said}");
    }
    for words in ["--days 3 --all", "--days 3 --from 2026-11-01", "--all --from 2026-11-01", "--against luck"] {
        place.fails(2, &[&["summary"][..], &words.split_whitespace().collect::<Vec<_>>()].concat());
    }
}
