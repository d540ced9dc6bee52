//! `intake`: over which days, and what is said when there are too few.

use super::cli::Place;
use serde_json::Value;

/// A day with five foods, most of which USDA knows well.
fn log_day(place: &Place, day: &str) {
    for (food, grams) in
        [("rolled-oats", "100"), ("whole-wheat-bread", "150"), ("banana", "120"), ("white-rice-cooked", "300"), ("almonds", "60")]
    {
        place.ok(&["log", "food", food, "--grams", grams, "--day", day]);
    }
    place.ok(&["log", "drink", "water", "1500ml", "--day", day]);
}

#[test]
fn six_full_days_are_too_few_and_seven_give_a_mean() {
    let place = Place::new();
    for day in 13..=18 {
        log_day(&place, &format!("2026-11-{day}"));
    }
    let text = place.ok(&["intake"]);
    assert!(text.contains("Days with complete food: 6 of 28") && text.contains("Not enough days yet: 7 are needed"), "{text}");
    let json = place.json(&["intake", "--days", "28"]);
    assert_eq!((&json["enough_days"], &json["nutrients"][3]["from_food"]), (&false.into(), &Value::Null));

    log_day(&place, "2026-11-19");
    let json = place.json(&["intake", "--days", "28"]);
    assert_eq!((&json["complete_days"], &json["window_days"], &json["enough_days"]), (&7.into(), &28.into(), &true.into()));
    let magnesium = json["nutrients"].as_array().unwrap().iter().find(|of| of["nutrient"] == "magnesium").unwrap();
    // The same day seven times: its mean is what `foods show` says of each food, summed, with the water's.
    let per_100_g = |food: &str| place.json(&["foods", "show", food])["per_100_g"]["magnesium_mg"].as_f64().unwrap();
    let foods = [("rolled-oats", 1.0), ("whole-wheat-bread", 1.5), ("banana", 1.2), ("white-rice-cooked", 3.0), ("almonds", 0.6)];
    let sum: f64 = foods.iter().map(|(food, times)| per_100_g(food) * times).sum();
    let mean = magnesium["from_food"].as_f64().unwrap();
    assert!((mean - sum).abs() < 20.0 && mean >= sum, "{mean} is {sum} and what 1,500 ml of water hold");
    assert_eq!(magnesium["most_from"][0]["food"], "almonds");
    assert!(json["water_ml"]["from_drinks"].as_f64().unwrap() > 1400.0);
    let text = place.ok(&["intake", "--days", "7"]);
    assert!(text.contains("Magnesium") && text.contains("The reference is that for adults of 31 to 50 years"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
}

#[test]
fn water_has_no_reference_where_the_clinic_says_how_much_to_drink() {
    for (words, because) in [
        (&["profile", "set", "--conditions", "kidney"][..], Some("kidney disease")),
        (&["profile", "set", "--conditions", "fluid_limit"], Some("a fluid limit")),
        (&["medicine", "add", "Lithium"], Some("lithium")),
        (&["medicine", "add", "Omeprazole"], None),
    ] {
        let place = Place::new();
        for day in 13..=19 {
            log_day(&place, &format!("2026-11-{day}"));
        }
        place.ok(words);
        let (water, text) = (place.json(&["intake"])["water_ml"].clone(), place.ok(&["intake"]));
        assert_eq!(water["no_reference_because"], Value::from(because), "{words:?}");
        assert_eq!(
            (water["reference"].is_null(), water["share_of_reference"].is_null()),
            (because.is_some(), because.is_some()),
            "{words:?}"
        );
        let said = because.map_or_else(|| "% of the reference)".to_owned(), |because| format!("(no reference with {because}; ask"));
        assert!(text.contains(&said), "{text}");
    }
}

#[test]
fn potassium_is_not_called_short_where_it_is_withheld() {
    for (words, short) in [
        (&["profile", "set", "--conditions", "kidney"][..], None),
        (&["profile", "set", "--conditions", "high_potassium"], None),
        (&["medicine", "add", "Spironolactone"], None),
        (&["medicine", "add", "Omeprazole"], Some("perhaps")),
    ] {
        let place = Place::new();
        for day in 13..=19 {
            log_day(&place, &format!("2026-11-{day}"));
        }
        place.ok(words);
        let json = place.json(&["intake"]);
        let potassium = json["nutrients"].as_array().unwrap().iter().find(|of| of["nutrient"] == "potassium").unwrap();
        assert_eq!(potassium["short"], Value::from(short), "{words:?}");
        let text = place.ok(&["intake"]).replace('\n', " ");
        assert_eq!(text.contains("potassium ("), short.is_some(), "{text}");
    }
}

#[test]
fn each_region_has_its_references_their_kind_and_how_short_food_is() {
    let place = Place::new();
    for day in 13..=19 {
        log_day(&place, &format!("2026-11-{day}"));
    }
    for (country, nutrient, (kind, authority, amount, average), short) in [
        ("us", "calcium", ("rda", "NASEM (US and Canada, 2019)", 1_000.0, Some(800.0)), Some("probably")),
        ("uk", "calcium", ("rni", "COMA (UK, 1991)", 700.0, None), Some("perhaps")),
        ("fr", "calcium", ("pri", "EFSA (EU, 2017)", 950.0, Some(750.0)), Some("probably")),
        ("de", "calcium", ("recommended", "DGE, ÖGE, SGE (D-A-CH)", 1_000.0, Some(750.0)), Some("probably")),
        ("de", "vitamin_b12", ("ai", "DGE, ÖGE, SGE (D-A-CH)", 4.0, None), Some("perhaps")),
        ("de", "magnesium", ("ai", "DGE, ÖGE, SGE (D-A-CH)", 300.0, None), None),
        ("us", "sodium", ("ai", "NASEM (US and Canada, 2019)", 1_500.0, None), None),
    ] {
        place.ok(&["profile", "set", "--country", country]);
        let json = place.json(&["intake"]);
        let of = json["nutrients"].as_array().unwrap().iter().find(|of| of["nutrient"] == nutrient).unwrap();
        assert_eq!((&of["reference_kind"], &of["reference_authority"]), (&kind.into(), &authority.into()), "{country} {nutrient}");
        assert_eq!((of["reference"].as_f64(), of["average_requirement"].as_f64()), (Some(amount), average), "{country} {nutrient}");
        assert_eq!(of["short"].as_str(), short, "{country} {nutrient}: {of}");
        // Seven days alike: the range is the mean.
        let [mean, low, high] = ["from_food", "range_low", "range_high"].map(|key| of[key].as_f64().unwrap());
        assert!((mean - low).abs() < 1e-6 && (mean - high).abs() < 1e-6, "{of}");
    }
    let text = place.ok(&["intake"]);
    for words in [
        "Probably short: calcium (",
        "By NASEM (US and Canada, 2019), recommended intake (RDA): ",
        "\nLess than people usually take in: potassium (",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn a_number_of_days_out_of_range_is_refused() {
    let place = Place::new();
    for days in ["0", "367", "-1"] {
        assert!(place.refuses(&["intake", "--days", days]).contains(&format!("Days {days} is not allowed; give 1 to 366")));
    }
    assert!(place.fails(2, &["intake", "--days", "abc"]).contains("Days \"abc\" cannot be read; write it like 28, from 1 to 366"));
}
