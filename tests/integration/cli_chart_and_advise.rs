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
    place.fails(2, &["chart", "trends", "--out", "a.svg", "--days", "0"]);
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
        assert!(reason.contains(&format!("is {} short. It averaged", advised["short"].as_str().unwrap())), "{reason}");
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
