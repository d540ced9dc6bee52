//! `flags`: what the diary points out, its acknowledgement, and the words for the doctor.

use crate::cli::Place;

/// A swollen left leg with a cramp in it.
fn swollen() -> Place {
    let place = Place::new();
    place.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "6"]);
    place.ok(&["sign", "log", "swelling", "--side", "left"]);
    place
}

fn ids(place: &Place) -> Vec<(String, bool)> {
    let flags = place.json(&["flags"]);
    let flag = |flag: &serde_json::Value| (flag["flag"].as_str().unwrap().to_owned(), flag["acknowledged"].as_bool().unwrap());
    flags.as_array().unwrap().iter().map(flag).collect()
}

#[test]
fn an_empty_diary_raises_nothing_and_does_not_say_that_all_is_well() {
    let place = Place::new();
    place.ok(&["log", "none"]);
    let said = place.ok(&["flags"]);
    assert!(said.contains("Nothing that was logged raises a flag") && said.contains("does not mean that all is well"), "{said}");
    assert_eq!(place.json(&["flags"]), serde_json::json!([]));
}

#[test]
fn a_flag_says_why_how_soon_what_to_do_and_what_to_tell() {
    let place = swollen();
    let said = place.ok(&["flags"]);
    assert!(said.starts_with("The same day: "), "{said}");
    for words in ["(rf01)", "Because: ", "Swelling, left (Thu 19 Nov)", "Do: ", "Tell: ", "Sources: NHS"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let flag = &place.json(&["flags"])[0];
    assert_eq!((&flag["flag"], &flag["urgency"], &flag["latest_day"]), (&"rf01".into(), &"same_day".into(), &"2026-11-19".into()));
    assert!(flag["sources"][0]["citation"].as_str().unwrap().starts_with("NHS"), "{flag}");
    assert!(flag["because"].as_array().unwrap().iter().any(|cause| cause["words"] == "Swelling, left"), "{flag}");
}

#[test]
fn an_acknowledged_flag_stands_back_with_its_note_and_returns_when_the_sign_is_logged_anew() {
    let place = swollen();
    let said = place.ok(&["flags", "acknowledge", "RF01", "--note", "seen today, no clot"]);
    assert!(said.contains("returns when the sign is logged anew"), "{said}");
    assert!(ids(&place).contains(&("rf01".to_owned(), true)));
    let shown = place.ok(&["flags"]);
    assert!(!shown.contains("(rf01)") && shown.contains("acknowledged; cramp-diary flags --all shows them"), "{shown}");
    assert!(place.ok(&["flags", "--all"]).contains("You noted on Fri 20 Nov: seen today, no clot"));
    place.ok(&["sign", "log", "swelling", "--note", "down to the ankle"]);
    assert!(ids(&place).contains(&("rf01".to_owned(), true)), "what was said of the same day's sign is not logged anew");
    place.ok(&["sign", "log", "swelling", "--side", "left", "--day", "today"]);
    assert!(ids(&place).contains(&("rf01".to_owned(), false)), "logged anew");
    place.ok(&["flags", "acknowledge", "rf01", "--note", "still waiting"]);
    assert!(ids(&place).contains(&("rf01".to_owned(), true)));
}

#[test]
fn one_click_is_never_enough_and_what_is_not_raised_cannot_be_put_aside() {
    let place = swollen();
    assert!(place.refuses(&["flags", "acknowledge", "rf01", "--note", "  "]).contains("Note"));
    let said = place.refuses(&["flags", "acknowledge", "rf44", "--note", "no"]);
    assert!(said.contains("not raised") && said.contains("rf01"), "{said}");
    assert!(ids(&place).contains(&("rf01".to_owned(), false)));
}

#[test]
fn the_words_for_the_doctor_say_what_is_known_and_how_little() {
    let place = swollen();
    place.ok(&["medicine", "add", "Omeprazole", "--dose", "20 mg", "--from", "2025-01-02"]);
    let words = place.ok(&["flags", "questions"]);
    let on_one_line = words.replace('\n', " ");
    assert!(words.starts_with("My night cramps, 20 November 2026\n\nNot enough nights yet: 1 of the last 28 logged.\n"), "{words}");
    for line in [
        "- Omeprazole, 20 mg, since 2 Jan 2025",
        "- I take Omeprazole. Should magnesium and vitamin B12 be tested, if I have taken it for more than a year?",
        "- Are these ordinary night cramps, or does something call for tests?",
    ] {
        assert!(on_one_line.contains(line), "{line}: {words}");
    }
    for night in 10..=18 {
        place.ok(&["log", "none", "--night", &format!("2026-11-{night}")]);
    }
    let words = place.ok(&["flags", "questions"]);
    assert!(
        words.contains(
            "Cramps in 1 of 10 logged nights of the last 28.\nCramps a week: 0.7; 1 cramp in 10 nights; range 0.02 to 3.9 (95 %); "
        ) && words.contains("\nWhere: left calf 1.\nSeverity, 0 to 10: 6 to 6, median 6.\n"),
        "{words}"
    );
    place.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "3"]);
    let words = place.ok(&["flags", "questions"]);
    assert!(words.contains("Severity, 0 to 10: 3 to 6, median 4.5.\n"), "{words}");
}
