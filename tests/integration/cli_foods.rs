//! `foods`: search, ranking, and one food.

use crate::cli::Place;
use serde_json::{Value, json};

#[test]
fn search_finds_and_forgives() {
    let place = Place::new();
    for (words, first) in [(["banana"].as_slice(), "banana"), (&["bannana"], "banana"), (&["peanut", "buter"], "peanut-butter")] {
        let found = place.json(&[&["foods", "search"], words].concat());
        assert_eq!(found[0]["id"], first);
    }
    let text = place.ok(&["foods", "search", "cooked", "rice", "--at-most", "3"]);
    assert_eq!(text.lines().count(), 4, "{text}");
    assert!(text.starts_with("Food ") && text.contains("white-rice-cooked"), "{text}");
    assert_eq!(place.json(&["foods", "search", "xqzzkv"]), json!([]));
    assert!(place.ok(&["foods", "search", "xqzzkv"]).contains("No food fits \"xqzzkv\""));
}

#[test]
fn the_richest_come_first_per_portion_weight_and_energy() {
    let place = Place::new();
    for per in ["portion", "100g", "100kcal"] {
        let ranked = place.json(&["foods", "rich-in", "magnesium", "--per", per, "--at-most", "30"]);
        let amounts: Vec<_> = ranked["foods"].as_array().unwrap().iter().map(|food| food["amount"].as_f64().unwrap()).collect();
        assert_eq!(amounts.len(), 30);
        assert!(amounts.is_sorted_by(|a, b| a >= b), "{per}: {amounts:?}");
        assert_eq!(ranked["unit"], "mg");
    }
    let text = place.ok(&["foods", "rich-in", "b12", "--at-most", "2"]);
    assert!(text.starts_with("Vitamin B12 per usual portion\n"), "{text}");
    assert!(place.refuses(&["foods", "rich-in", "gold"]).contains("Nutrient \"gold\" is unknown; choose one of: energy, "));
}

#[test]
fn one_food_shows_all_with_its_source_and_what_is_unknown() {
    let place = Place::new();
    let text = place.ok(&["foods", "show", "almond-butter"]);
    for words in ["Almond butter (almond-butter), nuts and seeds", "1 tbsp", "16 g", "279 mg", "unknown", "release 28", "NDB 12195"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let food = place.json(&["foods", "show", "Almonds"]);
    assert_eq!((&food["id"], &food["source"]["ndb_number"]), (&json!("almonds"), &json!("12061")));
    assert_eq!(food["per_100_g"]["magnesium_mg"], 270.0);
    let share = food["share_of_reference_per_usual_portion"]["magnesium"].as_f64().unwrap();
    assert!((share - 270.0 * 0.2835 / 320.0).abs() < 1e-9);
    assert_eq!(place.json(&["foods", "show", "almond-butter"])["per_100_g"]["caffeine_mg"], Value::Null);
    assert!(place.refuses(&["foods", "show", "milk"]).contains("can mean several foods"));
}
