//! `profile`: set, shown, and refused.

use crate::cli::Place;
use serde_json::{Value, json};

#[test]
fn an_empty_profile_says_whose_values_are_used() {
    let place = Place::new();
    place.ok(&["log", "none"]);
    let said = place.ok(&["profile", "show"]);
    assert!(said.contains("Year of birth                   not said\n"), "{said}");
    assert!(said.contains("Reference values are those of adults of 31 to 50 years"), "{said}");
    let shown = place.json(&["profile", "show"]);
    assert_eq!((&shown["birth_year"], &shown["diet"], &shown["conditions"]), (&Value::Null, &json!("everything"), &json!([])));
}

#[test]
fn everything_is_set_shown_and_taken_back() {
    let place = Place::new();
    let words = "profile set --birth-year 1990 --sex female --pregnant-from 2026-03-01 --pregnant-until 2026-11-28 \
                 --breastfeeding-from 2026-11-28 --conditions kidney,restless-legs --potassium-medicine yes --diet vegan \
                 --avoid nuts,soy --region eu";
    let said = place.ok(&words.split_whitespace().collect::<Vec<_>>());
    assert_eq!(said, "Changed the profile.\nReference values are those of pregnant women of 31 to 50 years.\n");
    let expected = json!({
        "birth_year": 1990, "sex": "female", "pregnant": { "from": "2026-03-01", "until": "2026-11-28" },
        "breastfeeding": { "from": "2026-11-28", "until": null }, "conditions": ["kidney", "restless_legs"],
        "medicine_raises_potassium": true, "diet": "vegan", "avoid": ["nuts", "soy"], "region": "eu",
        "reference_values_of": "pregnant women of 31 to 50 years",
    });
    assert_eq!(place.json(&["profile", "show"]), expected);
    let said = place.ok(&["profile", "show"]);
    assert!(
        said.contains("2026-03-01 to 2026-11-28") && said.contains("since 2026-11-28") && said.contains("Kidney disease, Restless legs")
    );

    place.ok(&["profile", "set", "--region", "none", "--conditions", "none", "--pregnant-until", "none"]);
    let shown = place.json(&["profile", "show"]);
    assert_eq!((&shown["region"], &shown["conditions"], &shown["birth_year"]), (&Value::Null, &json!([]), &json!(1990)));
    assert_eq!(shown["pregnant"], json!({ "from": "2026-03-01", "until": null }));

    place.ok(&["profile", "set", "--sex", "male"]);
    let shown = place.json(&["profile", "show"]);
    assert_eq!((&shown["pregnant"], &shown["breastfeeding"]), (&Value::Null, &Value::Null), "nobody would ask for them any more");
}

#[test]
fn the_goal_follows_the_person() {
    let place = Place::new();
    place.ok(&["profile", "set", "--birth-year", "1968", "--sex", "male"]);
    assert_eq!(place.json(&["show"])["goal_ml"], 3_000);
    place.ok(&["profile", "set", "--sex", "female"]);
    assert_eq!(place.json(&["show"])["goal_ml"], 2_200);
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let place = Place::new();
    place.ok(&["profile", "set", "--birth-year", "1968"]);
    let before = place.bytes();
    for (words, message) in [
        ("--birth-year 1899", "Year of birth 1899 is not allowed; give 1900 to this year"),
        ("--birth-year 2027", "Year of birth 2027 is not allowed"),
        ("--sex unknown", "sex \"unknown\" is unknown; choose one of: female, male"),
        ("--conditions kidney,flu", "condition \"flu\" is unknown; choose one of: kidney,"),
        ("--avoid bananas", "food to avoid \"bananas\" is unknown"),
        ("--diet keto", "diet \"keto\" is unknown"),
        ("--region mars", "region \"mars\" is unknown"),
        ("--pregnant-until 2026-11-28", "Give the first day before the last one: --pregnant-from DATE"),
        ("--pregnant-from 2026-11-28 --pregnant-until 2026-11-27", "The pregnancy ends on Fri 27 Nov (2026-11-27), before it begins"),
    ] {
        let said = place.refuses(&["profile", "set"].into_iter().chain(words.split_whitespace()).collect::<Vec<_>>());
        assert!(said.contains(message), "{words}: {said}");
        assert!(place.bytes() == before, "{words} changed the diary");
    }
    for words in ["", "--birth-year nineteen", "--pregnant-from 1.3.2026", "--potassium-medicine perhaps"] {
        let said = place.fails(2, &["profile", "set"].into_iter().chain(words.split_whitespace()).collect::<Vec<_>>());
        assert!(!said.is_empty(), "{words}");
    }
    assert!(
        place.fails(2, &["profile", "set", "--pregnant-from", "soon"]).contains("Date \"soon\" cannot be read; write it like 2026-11-20")
    );
}
