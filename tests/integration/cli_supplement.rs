//! `supplement`: products, what is taken of them, and what is over a limit.

use crate::cli::Place;
use serde_json::json;

/// A place with magnesium every day, and high-dose B vitamins now and then.
fn stocked() -> Place {
    let place = Place::new();
    place.ok(&["supplement", "add", "--usual", "magnesium-citrate", "--daily", "1"]);
    place.ok(&["supplement", "add", "--usual", "b-complex-50"]);
    place
}

#[test]
fn a_product_is_added_with_amounts_as_labels_give_them() {
    let place = Place::new();
    let words = ["supplement", "add", "Night formula", "--dose", "1 tablet", "--amount", "magnesium=0.1 g", "--amount"];
    let said = place.ok(&[words.as_slice(), &["vitamin_d=1000IU", "--daily", "1,5"]].concat());
    assert_eq!(said, "Added the supplement Night formula.\n");
    let mut list = place.json(&["supplement", "list"]);
    assert_eq!(list[0].as_object_mut().unwrap().remove("id").unwrap().as_str().unwrap().len(), 36);
    let expected = json!([{
        "name": "Night formula", "dose": "1 tablet", "per_dose": { "magnesium_mg": 100.0, "vitamin_d_ug": 25.0 },
        "daily_doses": 1.5, "over_limits": [], "cautions": [], "prescribed": false,
    }]);
    assert_eq!(list, expected);
    let said = place.ok(&["supplement", "list"]);
    assert_eq!(said, "Night formula\n  1 tablet: magnesium 100 mg, vitamin D 25 ug (1,000 IU)\n  1.5 doses every day\n");
}

#[test]
fn a_usual_product_is_a_start() {
    let place = Place::new();
    let usual = place.ok(&["supplement", "usual"]);
    assert!(usual.contains("Magnesium citrate (magnesium-citrate)\n  1 tablet: magnesium 100 mg\n"), "{usual}");
    place.ok(&["supplement", "add", "Mine", "--usual", "magnesium-citrate", "--amount", "magnesium=150", "--daily", "2"]);
    let list = place.json(&["supplement", "list"]);
    assert_eq!((&list[0]["name"], &list[0]["per_dose"]), (&json!("Mine"), &json!({ "magnesium_mg": 150.0 })));
}

#[test]
fn what_is_taken_is_kept_with_what_it_held() {
    let place = stocked();
    assert_eq!(place.ok(&["supplement", "take", "magnesium"]), "Logged Magnesium citrate, 1 tablet.\n");
    place.ok(&["supplement", "take", "Magnesium citrate", "--doses", "2", "--day", "2026-11-19"]);
    place.ok(&["supplement", "change", "magnesium", "--amount", "magnesium=250mg", "--amount", "zinc=5"]);
    place.ok(&["supplement", "change", "magnesium", "--amount", "zinc=none"]);
    place.ok(&["supplement", "delete", "magnesium"]);
    let file = place.sql();
    let mut select = file.prepare("SELECT day, name, doses, contents FROM supplement_taken ORDER BY day").unwrap();
    let rows: Vec<(String, String, f64, String)> =
        select.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).unwrap().map(Result::unwrap).collect();
    let days: Vec<_> = rows.iter().map(|(day, name, doses, _)| (day.as_str(), name.as_str(), *doses)).collect();
    assert_eq!(days, [("2026-11-19", "Magnesium citrate", 2.0), ("2026-11-20", "Magnesium citrate", 1.0)]);
    assert!(rows.iter().all(|(.., contents)| contents.contains("100") && !contents.contains("250")), "{rows:?}");
    assert_eq!(place.json(&["supplement", "list"]).as_array().unwrap().len(), 1);
}

#[test]
fn all_of_the_regimen_is_taken_once_a_day() {
    let place = stocked();
    place.ok(&["supplement", "add", "--usual", "vitamin-d3-25", "--daily", "2"]);
    place.ok(&["supplement", "take", "magnesium"]);
    assert_eq!(place.ok(&["supplement", "take", "--all"]), "Logged Vitamin D3, 25 ug (1,000 IU), 2 × 1 tablet.\n");
    let again = place.ok(&["supplement", "take", "--all"]);
    assert_eq!(again, "Everything that you take every day is logged for Fri 20 Nov already.\n");
    let all = place.ok(&["supplement", "take", "--all", "--day", "yesterday"]);
    for line in ["Logged Magnesium citrate, 1 tablet.\n", "Logged Vitamin D3, 25 ug (1,000 IU), 2 × 1 tablet.\n"] {
        assert!(all.contains(line), "{all}");
    }
    assert_eq!(all.lines().count(), 2);
}

#[test]
fn limits_are_said_at_once_by_the_region_of_the_profile() {
    for (region, over) in [("eu", true), ("us", false)] {
        let place = Place::new();
        place.ok(&["profile", "set", "--region", region]);
        let added = place.ok(&["supplement", "add", "--usual", "b-complex-50"]).replace('\n', " ");
        assert_eq!(added.contains("Vitamin B6 from supplements: 50 mg, above the 12 mg a day"), over, "{added}");
        assert_eq!(added.contains("Ask a doctor or pharmacist"), over);
        let taken = place.ok(&["supplement", "take", "B complex, high dose"]).replace('\n', " ");
        assert_eq!(taken.contains("above the 12 mg a day"), over, "{taken}");
        place.ok(&["supplement", "add", "--usual", "magnesium-effervescent", "--daily", "2"]);
        let list = place.json(&["supplement", "list"]);
        let words = list.to_string();
        assert_eq!(words.contains("Magnesium from supplements: 300 mg, above the 250 mg a day"), over, "{words}");
    }
}

#[test]
fn potassium_is_spoken_of_where_it_may_be_dangerous() {
    let place = Place::new();
    place.ok(&["profile", "set", "--conditions", "kidney"]);
    let said = place.ok(&["supplement", "add", "--usual", "potassium-99"]).replace('\n', " ");
    let title = "Potassium with kidney disease: not without your doctor or pharmacist.";
    assert!(said.contains(title), "{said}");
    let taken = place.ok(&["supplement", "take", "Potassium"]).replace('\n', " ");
    assert!(taken.contains(title) && !taken.contains("Supplements with kidney disease"), "{taken}");
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let place = stocked();
    let before = place.bytes();
    for (words, message) in [
        (
            ["add", "Iron pills", "--dose", "1 pill", "--amount", "iron=14mg"].as_slice(),
            "Nutrient \"iron\" is unknown; choose one of: energy,",
        ),
        (&["add", "X", "--dose", "1 pill", "--amount", "zinc=-5"], "Zinc -5 is not allowed"),
        (&["add", "X", "--dose", "1 pill", "--amount", "zinc=5", "--amount", "zinc=6"], "Zinc is given twice"),
        (&["add", "X", "--dose", "1 pill", "--daily", "0"], "Doses 0 is not allowed; give 0.25 to 20"),
        (&["add", "X", "--dose", " "], "Dose of 0 letters is not allowed"),
        (&["add", " ", "--dose", "1 pill"], "Name of 0 letters is not allowed"),
        (&["add", "--usual", "snake-oil"], "Usual supplement \"snake-oil\" is unknown; choose one of: magnesium-citrate,"),
        (&["add", "magnesium  CITRATE", "--dose", "1 pill"], "There is already a supplement called \"magnesium  CITRATE\""),
        (&["change", "B complex", "--name", "Magnesium citrate"], "There is already a supplement called \"Magnesium citrate\""),
        (&["take", "Zinc"], "No supplement of yours is called \"Zinc\". You have: \"B complex, high dose\", \"Magnesium citrate\"."),
        (&["take", "m"], "No supplement of yours is called \"m\""),
        (&["delete", "Zinc"], "No supplement of yours is called"),
        (&["take", "magnesium", "--doses", "0"], "Doses 0 is not allowed"),
        (&["take", "magnesium", "--doses", "-1"], "Doses -1 is not allowed"),
        (&["take", "magnesium", "--doses", "21"], "Doses 21 is not allowed"),
        (&["take", "magnesium", "--day", "2026-11-21"], "has not come yet"),
    ] {
        place.turns_away(message, &[["supplement"].as_slice(), words].concat());
        assert!(place.bytes() == before, "{words:?} changed the diary");
    }
}

#[test]
fn what_is_not_understood_exits_with_2() {
    let place = stocked();
    for words in [
        ["add"].as_slice(),
        &["add", "X"],
        &["add", "X", "--dose", "1 pill", "--amount", "zinc"],
        &["add", "X", "--dose", "1 pill", "--amount", "zinc=abc"],
        &["add", "X", "--dose", "1 pill", "--amount", "zinc=100 IU"],
        &["add", "X", "--dose", "1 pill", "--daily", "often"],
        &["change", "magnesium"],
        &["take"],
        &["take", "--all", "--doses", "2"],
        &["take", "magnesium", "--doses", "abc"],
    ] {
        let said = place.fails(2, &[["supplement"].as_slice(), words].concat());
        assert!(!said.is_empty(), "{words:?}");
    }
}

#[test]
fn without_products_it_says_how_to_add_one() {
    let place = Place::new();
    place.turns_away("You have no supplements yet. Add one with:", &["supplement", "take", "Zinc"]);
    assert!(place.refuses(&["supplement", "take", "--all"]).contains("No supplement of yours is taken every day."));
    assert_eq!(place.ok(&["supplement", "list"]), "You have no supplements.\n");
}
