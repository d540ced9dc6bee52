//! `chart` and `advise` on an example and on a young diary.

use crate::cli::Place;
use serde_json::Value;

#[test]
fn a_chart_lands_in_its_file() {
    let place = Place::with_example("60", "1");
    for (name, extra) in [("trends.svg", ["--days", "30"].as_slice()), ("trends.png", &["--dark", "--until", "2026-11-01"])] {
        let said = place.ok(&[&["chart", "trends", "--out", name], extra].concat());
        assert!(said.starts_with("Drew ") && said.contains(name), "{said}");
        assert!(place.path(name).is_file());
    }
    place.refuses(&["chart", "trends", "--out", "nowhere/trends.svg"]);
    place.refuses(&["chart", "trends", "--out", "a.svg", "--days", "0"]);
}

#[test]
fn advice_names_foods_reasons_and_its_own_limits() {
    let place = Place::with_example("60", "1");
    let text = place.ok(&["advise"]);
    for words in [
        "Foods to try, from the 14 days up to Thu 19 Nov (2026-11-19)",
        "women of 18 years and over, by EFSA (EU, 2017)",
        "This diary cannot say that a food will stop cramps.",
        "of the last 14 days",
    ] {
        assert!(text.split_whitespace().collect::<Vec<_>>().join(" ").contains(words), "{words}: {text}");
    }
    let advice = place.json(&["advise"]);
    assert_eq!(advice["knows_enough"], true);
    for advised in advice["advised"].as_array().unwrap() {
        let [share, low, high] = ["share_of_reference", "range_low", "range_high"].map(|key| advised[key].as_f64().unwrap());
        let mean = advised["mean"].as_f64().unwrap();
        assert!(share < 1.0 && low <= mean && mean <= high, "{advised}");
        assert!(["probably", "perhaps"].contains(&advised["short"].as_str().unwrap()), "{advised}");
        let reason = advised["reason"].as_str().unwrap();
        let short = format!("is {} short. It averaged", advised["short"].as_str().unwrap());
        assert!(reason.contains(&short) || reason.contains("less than people usually take in. It averaged"), "{reason}");
        assert!(!advised["foods"].as_array().unwrap().is_empty());
    }
}

#[test]
fn a_young_diary_is_told_what_is_missing() {
    let place = Place::new();
    place.ok(&["log", "none"]);
    let advice = place.json(&["advise"]);
    assert_eq!((&advice["complete_days"], &advice["knows_enough"]), (&0.into(), &false.into()));
    assert_eq!(advice["advised"][0]["mean"], Value::Null);
    let text = place.ok(&["advise"]);
    assert!(text.contains("0 of 7 full food days logged"), "{text}");
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("With kidney disease, heart failure with a fluid limit, or a medicine that raises potassium"), "{text}");
}

/// What `advise --json` says is withheld: pairs of food and rule.
fn withheld(advice: &Value) -> Vec<(String, String)> {
    let text = |of: &Value| of.as_str().unwrap().to_owned();
    advice["withheld"].as_array().unwrap().iter().map(|one| (text(&one["food"]), text(&one["rule"]))).collect()
}

#[test]
fn advice_says_what_was_withheld_by_which_rule_and_which_rules_have_a_word() {
    let place = Place::new();
    place.ok(&["log", "none"]);
    place.ok(&["profile", "set", "--conditions", "diabetes"]);
    let has = |advice: &Value, food: &str, rule: &str| withheld(advice).contains(&(food.to_owned(), rule.to_owned()));
    let advice = place.json(&["advise"]);
    assert!(has(&advice, "energy-drink", "fs05") && has(&advice, "beer", "fs06") && has(&advice, "spinach-cooked", "fs01"));
    assert!(!has(&advice, "banana", "fs22"));
    let worded: Vec<_> = advice["worded"].as_array().unwrap().iter().map(|one| one["rule"].as_str().unwrap().to_owned()).collect();
    assert!(worded.contains(&"fs26".to_owned()) && !worded.contains(&"fs27".to_owned()), "{worded:?}");
    place.ok(&["medicine", "add", "Losartan"]);
    assert!(!has(&place.json(&["advise"]), "banana", "fs22"), "a sartan alone");
    place.ok(&["medicine", "add", "Ibuprofen"]);
    let advice = place.json(&["advise"]);
    assert!(has(&advice, "banana", "fs22") && !has(&advice, "chicken-breast-cooked", "fs22"));
    let offered = |food: &str| {
        let all = advice["advised"].as_array().unwrap().iter().flat_map(|advised| advised["foods"].as_array().unwrap());
        all.filter(|offered| offered["id"] == food).count()
    };
    assert_eq!(offered("banana"), 0);
    let text = place.ok(&["advise"]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Left out:") && text.contains("because of losartan and ibuprofen, which raise potassium"), "{text}");
}

#[test]
fn what_is_logged_and_has_a_warning_of_its_own_draws_one_quiet_word() {
    let place = Place::new();
    let said = |words: &[&str]| place.ok(words).lines().skip(1).collect::<Vec<_>>().join(" ");
    assert_eq!(said(&["log", "food", "swordfish-cooked"]), "");
    assert_eq!(said(&["log", "drink", "wine", "150ml"]), "");
    place.ok(&["profile", "set", "--sex", "female", "--birth-year", "1994", "--pregnant-from", "2026-07-03"]);
    assert!(said(&["log", "food", "swordfish-cooked"]).contains("High in mercury."));
    assert!(said(&["log", "food", "tonic-water"]).contains("Holds quinine"));
    assert!(said(&["log", "drink", "wine", "150ml"]).contains("no amount of alcohol is known to be safe"));
    assert_eq!(said(&["log", "food", "apple"]), "");
    place.ok(&["profile", "set", "--pregnant-from", "none"]);
    place.ok(&["medicine", "add", "Metformin"]);
    assert!(said(&["log", "drink", "beer", "330"]).contains("Alcohol and metformin do not go well together"));
}

#[test]
fn a_medicine_that_nobody_knows_withholds_potassium_until_it_is_said_what_it_is() {
    let place = Place::new();
    place.ok(&["log", "none"]);
    let said = || place.ok(&["advise"]).split_whitespace().collect::<Vec<_>>().join(" ");
    let reason = "Because of Triatec and Zorblaxin, until you say what kind of medicine it is, no foods rich in potassium";
    for name in ["Zorblaxin", "Triatec", "Paracetamol"] {
        place.ok(&["medicine", "add", name]);
    }
    assert!(said().contains(reason), "{}", said());
    for name in ["Zorblaxin", "Triatec"] {
        place.ok(&["medicine", "change", name, "--class", "none_of_these"]);
    }
    assert!(!said().contains("no foods rich in potassium"));
}
