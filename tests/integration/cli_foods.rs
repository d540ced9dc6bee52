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
    let text = place.ok(&["foods", "search", "cooked", "rice", "--limit", "3"]);
    assert_eq!(text.lines().count(), 4, "{text}");
    assert!(text.starts_with("Food ") && text.contains("white-rice-cooked"), "{text}");
    assert_eq!(place.json(&["foods", "search", "xqzzkv"]), json!([]));
    assert!(place.ok(&["foods", "search", "xqzzkv"]).contains("No food fits \"xqzzkv\""));
}

#[test]
fn the_richest_come_first_per_portion_weight_and_energy() {
    let place = Place::new();
    for per in ["portion", "100g", "100kcal"] {
        let ranked = place.json(&["foods", "rich-in", "magnesium", "--per", per, "--limit", "30"]);
        let amounts: Vec<_> = ranked["foods"].as_array().unwrap().iter().map(|food| food["amount"].as_f64().unwrap()).collect();
        assert_eq!(amounts.len(), 30);
        assert!(amounts.is_sorted_by(|a, b| a >= b), "{per}: {amounts:?}");
        assert_eq!(ranked["unit"], "mg");
    }
    let text = place.ok(&["foods", "rich-in", "b12", "--limit", "2"]);
    assert!(text.starts_with("Vitamin B12 per usual portion\n"), "{text}");
    place.turns_away("Nutrient \"gold\" is unknown; choose one of: energy, ", &["foods", "rich-in", "gold"]);
}

#[test]
fn diet_and_what_is_avoided_leave_foods_out() {
    let place = Place::new();
    let ids = |arguments: &[&str]| {
        let ranked = place.json(&[&["foods", "rich-in", "magnesium", "--limit", "5000"], arguments].concat());
        ranked["foods"].as_array().unwrap().iter().map(|food| food["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let has = |ids: &[String], id: &str| ids.iter().any(|known| known == id);
    let all = ids(&[]);
    for id in ["almonds", "salmon-cooked", "egg-boiled", "tofu", "pumpkin-seeds"] {
        assert!(has(&all, id), "{id}");
    }
    let vegan = ids(&["--per", "portion", "--diet", "vegan", "--avoid", "nuts", "--avoid", "soy"]);
    assert_eq!(vegan, ids(&["--diet", "Vegan", "--avoid", "soy,nuts"]));
    assert!(has(&vegan, "pumpkin-seeds"));
    for id in ["almonds", "salmon-cooked", "egg-boiled", "tofu"] {
        assert!(!has(&vegan, id), "{id}");
    }
    let left = ids(&["--pregnant"]);
    assert!(left.len() < all.len() && !has(&left, "beef-liver-cooked"), "liver is avoided in pregnancy");

    place.turns_away("diet \"fruit\" is unknown; choose one of: everything, ", &["foods", "rich-in", "zinc", "--diet", "fruit"]);
    place.turns_away("food to avoid \"gold\" is unknown", &["foods", "rich-in", "zinc", "--avoid", "gold"]);
}

#[test]
fn other_names_and_typing_errors_lead_to_the_food() {
    let place = Place::new();
    for (typed, word) in [("zuchini", "zucchini"), ("courgette", "zucchini"), ("aubergine", "eggplant"), ("prawns", "shrimp")] {
        let found = place.json(&["foods", "search", typed]);
        let food = place.json(&["foods", "show", found[0]["id"].as_str().unwrap()]);
        let names = format!("{} {}", food["name"], food["other_names"]).to_lowercase();
        assert!(names.contains(word), "{typed}: {names}");
    }
}

#[test]
fn one_food_shows_all_with_its_source_and_what_is_unknown() {
    let place = Place::new();
    let text = place.ok(&["foods", "show", "kale-raw"]);
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["Kale, raw (kale-raw), vegetables", "Vegan.", "100 g", "100 kcal", "release 28", "NDB 11233: Kale, raw"] {
        assert!(plain.contains(words), "{words}: {text}");
    }
    let newer = "Newer, from USDA Foundation Foods (October 2024), FDC 323505: energy, water, ";
    assert!(plain.contains(newer) && plain.ends_with(", vitamin B6, vitamin K1."), "{plain}");
    assert!(place.ok(&["foods", "show", "almond-butter"]).contains("unknown"));

    let food = place.json(&["foods", "show", "Kale, raw"]);
    assert_eq!((&food["id"], &food["source"]["number"]), (&json!("kale-raw"), &json!("11233")));
    assert_eq!(food["tags"]["diet"], "vegan");
    let per = |basis: &str, column: &str| food[basis][column].as_f64().unwrap();
    let (magnesium, portion) = (per("per_100_g", "magnesium_mg"), food["usual_portion"]["weight_g"].as_f64().unwrap());
    let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} {b}");
    close(per("per_usual_portion", "magnesium_mg"), magnesium * portion / 100.0);
    close(per("per_100_kcal", "magnesium_mg"), magnesium * 100.0 / per("per_100_g", "energy_kcal"));
    close(per("share_of_reference_per_usual_portion", "magnesium"), magnesium * portion / 100.0 / 320.0);
    assert_eq!(place.json(&["foods", "show", "almond-butter"])["per_100_g"]["caffeine_mg"], Value::Null);
    place.turns_away(" can mean several foods", &["foods", "show", "milk"]);
}

#[test]
fn figures_are_compared_with_the_reference_for_the_person_and_the_profile_can_leave_foods_out() {
    let place = Place::new();
    let share = || place.json(&["foods", "show", "almonds"])["share_of_reference_per_usual_portion"]["magnesium"].as_f64().unwrap();
    let unknown = share();
    place.ok(&["profile", "set", "--birth-year", "1951", "--sex", "male", "--avoid", "nuts"]);
    // 320 mg for whom nothing is known of, 420 mg for men of 71 years and over.
    assert!((share() / unknown - 320.0 / 420.0).abs() < 1e-9);
    assert!(place.ok(&["foods", "show", "almonds"]).contains("men of 71 years and over"));
    let names = |arguments: &[&str]| place.ok(&[&["foods", "rich-in", "magnesium", "--per", "100g", "--limit", "400"], arguments].concat());
    assert!(names(&[]).contains("Almonds") && !names(&["--for-me"]).contains("Almonds"));
}
