//! `log strain` and `log night`: what a day asked of the legs, and how the night was slept.

use crate::cli::Place;
use serde_json::json;

#[test]
fn strain_is_logged_for_the_day_before_the_latest_night_and_saying_more_adds_to_it() {
    let place = Place::new();
    let said = place.ok(&["log", "strain", "--exercise", "30", "--effort", "hard", "--standing", "6"]);
    assert_eq!(said, "Logged 30 min of hard exercise, on Thu 19 Nov.\nLogged 6 hours on your feet, on Thu 19 Nov.\n");
    assert_eq!(place.ok(&["log", "strain", "--heat"]), "Logged heat or heavy sweating, on Thu 19 Nov.\n");
    let strain = |day: &str| place.json(&["show", "--day", day])["strain"].clone();
    let all = json!({ "exercise_min": 30, "effort": "hard", "standing_h": 6.0, "heat": true });
    assert_eq!(strain("2026-11-19"), all);
    let words = "  Strain: 30 min of hard exercise, 6 hours on your feet, heat or heavy sweating\n";
    assert!(place.ok(&["show"]).contains(words));

    assert_eq!(place.ok(&["log", "strain", "--exercise", "1h15min"]), "Logged 75 min of hard exercise, on Thu 19 Nov.\n");
    assert_eq!(place.ok(&["log", "strain", "--effort", "light"]), "Logged 75 min of light exercise, on Thu 19 Nov.\n");
    assert_eq!(place.ok(&["log", "strain", "--exercise", "0", "--heat", "no", "--day", "2026-11-18"]).lines().count(), 2);
    let none = json!({ "exercise_min": 0, "effort": null, "standing_h": null, "heat": false });
    assert_eq!(strain("2026-11-18"), none, "none is not the same as nothing said");
    assert_eq!(strain("2026-11-17"), json!({ "exercise_min": null, "effort": null, "standing_h": null, "heat": null }));
}

#[test]
fn what_was_said_of_a_day_is_taken_back_until_nothing_is_left() {
    let place = Place::new();
    place.ok(&["log", "strain", "--standing", "6:30", "--heat", "yes"]);
    assert_eq!(place.ok(&["log", "strain", "--take-back", "heat"]), "Took back heat and sweating, on Thu 19 Nov.\n");
    place.ok(&["log", "strain", "--take-back", "standing", "--take-back", "exercise"]);
    let rows: i64 = place.sql().query_row("SELECT count(*) FROM strain", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 0);
    assert!(place.ok(&["show"]).contains("Strain: not logged"));
}

#[test]
fn what_contradicts_itself_is_not_logged() {
    let place = Place::new();
    for (words, message) in [
        ("strain --heat no --take-back heat", "--take-back heat takes it back"),
        ("strain --effort hard --take-back exercise", "--take-back exercise takes it back"),
        ("strain --exercise 0 --effort hard", "0 minutes of exercise have no effort"),
        ("night --disturbed 4 --take-back disturbed", "--take-back disturbed takes it back"),
    ] {
        let said = place.fails(2, &[&["log"][..], &words.split_whitespace().collect::<Vec<_>>()].concat());
        assert!(said.contains(message), "{words}: {said}");
    }
    assert!(place.ok(&["show"]).contains("Strain: not logged"));
}

#[test]
fn illness_is_a_sign_of_the_day() {
    let place = Place::new();
    place.ok(&["sign", "log", "vomiting", "--note", "twice"]);
    let said = place.ok(&["log", "strain", "--illness", "diarrhoea", "--illness", "vomiting"]);
    assert!(said.starts_with("Logged diarrhoea, on Thu 19 Nov.\nLogged vomiting"), "{said}");
    let signs = place.json(&["sign", "list"]);
    let known: Vec<_> = signs.as_array().unwrap().iter().map(|sign| (&sign["sign"], &sign["note"])).collect();
    assert_eq!(known.len(), 2);
    assert!(known.contains(&(&json!("vomiting"), &json!("twice"))), "its note stays: {signs}");
}

#[test]
fn a_night_is_slept_for_some_hours_and_disturbed_so_much() {
    let place = Place::new();
    let said = place.ok(&["log", "night", "--slept", "6.5", "--disturbed", "4"]);
    let night = "night of Thu 19 to Fri 20 Nov";
    assert_eq!(said, format!("Logged 6.5 hours of sleep, {night}.\nLogged sleep disturbed by cramps, 4 of 10, {night}.\n"));
    let page = place.json(&["show"]);
    assert_eq!((&page["night_state"], &page["slept_h"], &page["sleep_disturbed"]), (&json!("not_logged"), &json!(6.5), &json!(4)));
    let shown = place.ok(&["show"]);
    assert!(shown.contains("  Not logged\n  Sleep disturbed by cramps: 4 of 10\n  Slept: 6.5 hours\n"), "{shown}");

    place.ok(&["log", "none"]);
    let page = place.json(&["show"]);
    assert_eq!((&page["slept_h"], &page["sleep_disturbed"]), (&json!(6.5), &json!(null)), "no cramps disturbed nothing");
    let refused = place.refuses(&["log", "night", "--disturbed", "2"]);
    assert!(refused.contains("had no cramps, so they disturbed no sleep. Say first that it had some."), "{refused}");
    place.ok(&["log", "night", "--take-back", "slept"]);
    assert_eq!(place.json(&["show"])["slept_h"], json!(null));
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let place = Place::new();
    place.ok(&["log", "strain", "--standing", "6"]);
    let before = place.bytes();
    for (words, message) in [
        (&["strain", "--exercise", "1441"][..], "Exercise 1441 minutes is not allowed; give 0 to 1,440 minutes"),
        (&["strain", "--exercise", "-5"], "Exercise -5 minutes is not allowed"),
        (&["strain", "--standing", "25"], "Time 25 hours is not allowed; give 0 to 24 hours"),
        (&["strain", "--exercise", "30", "--effort", "brutal"], "Effort \"brutal\" is unknown; choose one of: light, moderate, hard"),
        (&["strain", "--exercise", "30", "--day", "2026-11-21"], "has not come yet"),
        (&["strain", "--standing", "3", "--illness", "vomiting", "--day", "2026-11-21"], "has not come yet"),
        (&["night", "--slept", "-1"], "Time -1 hours is not allowed"),
        (&["night", "--disturbed", "11"], "Sleep disturbed 11 is not allowed; give 0 to 10"),
        (&["night", "--slept", "6", "--disturbed", "-1"], "Sleep disturbed -1 is not allowed"),
        (&["night", "--slept", "6", "--night", "today"], "has not begun yet"),
    ] {
        place.turns_away(message, &[["log"].as_slice(), words].concat());
        assert!(place.bytes() == before, "{words:?} changed the diary");
    }
}

#[test]
fn what_is_not_understood_exits_with_2() {
    let place = Place::new();
    for words in [
        &["strain"][..],
        &["strain", "--day", "yesterday"],
        &["strain", "--exercise", "much"],
        &["strain", "--effort", "hard"],
        &["strain", "--standing", "long"],
        &["strain", "--heat", "perhaps"],
        &["strain", "--illness", "flu"],
        &["strain", "--take-back", "illness"],
        &["night"],
        &["night", "--slept", "well"],
        &["night", "--disturbed", "much"],
    ] {
        let said = place.fails(2, &[["log"].as_slice(), words].concat());
        assert!(!said.is_empty(), "{words:?}");
    }
}
