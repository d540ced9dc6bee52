//! `sign`: what was noticed besides cramps.

use crate::cli::Place;
use serde_json::json;

#[test]
fn a_sign_is_logged_for_the_day_before_the_latest_night_and_saying_it_again_adds_to_it() {
    let place = Place::new();
    assert_eq!(place.ok(&["sign", "log", "twitching", "--side", "left"]), "Logged twitching, left, on Thu 19 Nov.\n");
    place.ok(&["sign", "log", "twitching", "--note", " above the ankle "]);
    place.ok(&["sign", "log", "twitching", "--course", "worse"]);
    place.ok(&["sign", "log", "Dark-Urine", "--day", "2026-11-17"]);
    let mut signs = place.json(&["sign", "list"]);
    for sign in signs.as_array_mut().unwrap() {
        assert_eq!(sign.as_object_mut().unwrap().remove("id").unwrap().as_str().unwrap().len(), 36);
    }
    let expected = json!([
        { "day": "2026-11-17", "sign": "dark_urine", "side": null, "note": null, "course": null },
        { "day": "2026-11-19", "sign": "twitching", "side": "left", "note": "above the ankle", "course": "worse" },
    ]);
    assert_eq!(signs, expected);
    let words = "2026-11-17 Dark, cola-coloured urine\n2026-11-19 Twitching, left: above the ankle\n";
    assert_eq!(place.ok(&["sign", "list"]), words);
    assert!(place.ok(&["show"]).contains("  Sign: Twitching, left: above the ankle\n"));
    assert_eq!(place.json(&["show"])["signs"][0]["sign"], "twitching");
}

#[test]
fn a_sign_is_taken_back_on_its_day_alone() {
    let place = Place::new();
    place.ok(&["sign", "log", "fever"]);
    assert!(place.refuses(&["sign", "clear", "fever", "--day", "2026-11-18"]).contains("not logged on Wed 18 Nov"));
    assert_eq!(place.ok(&["sign", "clear", "fever"]), "Took back fever, 38 °C or more, on Thu 19 Nov.\n");
    assert_eq!(place.ok(&["sign", "list"]), "No sign is logged in the last 7 days.\n");
}

#[test]
fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let place = Place::new();
    place.ok(&["sign", "log", "numbness"]);
    for (arguments, words) in [
        (&["sign", "log", "fever", "--side", "left"][..], "\"Fever, 38 °C or more\" has no side. Leave the side out."),
        (&["sign", "log", "swelling", "--day", "2026-12-24"], "has not begun yet"),
        (&["sign", "log", "weakness", "--note", &"x".repeat(10_001)], "10,000"),
    ] {
        let said = place.refuses(arguments);
        assert!(said.contains(words) || said.contains("has not come yet"), "{said}");
    }
    assert_eq!(place.json(&["sign", "list"]).as_array().unwrap().len(), 1);
}

#[test]
fn what_must_not_wait_is_said_when_it_is_logged() {
    let place = Place::new();
    let said = place.ok(&["sign", "log", "legs-failing"]);
    for words in
        ["Logged both legs weaker within hours or days, on Thu 19 Nov.", "If it is happening now, call", "\nNow: ", "cramp-diary flags"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(place.ok(&["show"]).starts_with("Now: "), "and stands above the day");
    let again = place.ok(&["log", "drink", "water", "250ml"]);
    assert!(!again.contains("Now: "), "said once: {again}");
    assert!(place.ok(&["sign", "log", "swelling"]).contains("Which side? Say so with: cramp-diary sign log swelling --side left"));
    let said = place.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "9", "--minutes", "11"]);
    assert!(said.contains("The same day: "), "{said}");
}

#[test]
fn a_word_that_is_no_sign_leads_to_those_near_it() {
    let place = Place::new();
    let said = place.fails(2, &["sign", "log", "swelled"]);
    assert!(said.contains("no sign is called so. Perhaps swelling, face_swelling?"), "{said}");
    assert!(place.fails(2, &["sign", "log", "xyz"]).contains("cramp-diary sign kinds"));
}

#[test]
fn every_sign_has_a_name_for_scripts_and_words() {
    let place = Place::new();
    let kinds = place.json(&["sign", "kinds"]);
    assert_eq!(kinds.as_array().unwrap().len(), cramp_diary::domain::SignKind::ALL.len());
    let words = place.ok(&["sign", "kinds"]);
    for kind in kinds.as_array().unwrap() {
        assert!(words.contains(kind["sign"].as_str().unwrap()), "{kind}");
    }
}
