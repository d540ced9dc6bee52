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
    assert_eq!(
        said,
        "Changed the profile.\nReference values are those of pregnant women of 18 to 50 years, by EFSA (EU, 2017).\n\
         Upper limits: European Union. Reference intakes: European Union.\n"
    );
    let expected = json!({
        "birth_year": 1990, "sex": "female", "pregnant": { "from": "2026-03-01", "until": "2026-11-28" },
        "breastfeeding": { "from": "2026-11-28", "until": null }, "conditions": ["kidney", "restless_legs"],
        "medicine_raises_potassium": true, "diet": "vegan", "avoid": ["nuts", "soy"], "country": null, "region": "eu",
        "upper_limits_of": "eu", "reference_values_of": "pregnant women of 18 to 50 years, by EFSA (EU, 2017)",
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
fn the_country_decides_and_whoever_says_only_the_region_is_told_so() {
    let place = Place::new();
    let set = |words: &str| {
        let said = place.ok(&["profile", "set"].into_iter().chain(words.split_whitespace()).collect::<Vec<_>>());
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let limits = || place.json(&["profile", "show"])["upper_limits_of"].clone();
    assert!(set("--region uk").ends_with("Upper limits: United Kingdom. Reference intakes: United Kingdom."));
    assert_eq!(limits(), "uk");
    let said = set("--country at");
    assert!(said.ends_with("Upper limits: European Union. Reference intakes: Germany, Austria, Switzerland."), "{said}");
    assert_eq!(limits(), "eu");
    let said = set("--region us");
    assert!(said.contains("Your country, Austria, decides.") && limits() == "eu", "{said}");
    assert!(set("--country nz").contains("The tables of New Zealand are not in this program yet."));
    assert_eq!(limits(), Value::Null);
    let said = set("--country none");
    assert!(said.contains("Upper limits: United States, Canada.") && limits() == "us", "{said}");
}

#[test]
fn the_goal_follows_the_person() {
    let place = Place::new();
    place.ok(&["profile", "set", "--birth-year", "1968", "--sex", "male"]);
    assert_eq!(place.json(&["show"])["goal_ml"], 1_600);
    for (country, sex, goal) in [
        ("us", "male", 3_000),
        ("us", "female", 2_200),
        ("fr", "female", 1_600),
        ("fr", "male", 2_000),
        ("de", "male", 1_200),
        ("uk", "male", 1_600),
        ("au", "male", 1_600),
    ] {
        place.ok(&["profile", "set", "--country", country, "--sex", sex]);
        assert_eq!(place.json(&["show"])["goal_ml"], goal, "{country} {sex}");
    }
    place.ok(&["profile", "set", "--country", "us", "--sex", "male"]);
    assert!(place.ok(&["show"]).contains("Drinks: not logged; people in the US drink about 3,000 ml"));
    place.ok(&["log", "drink", "water", "600ml", "--day", "2026-11-19"]);
    assert!(place.ok(&["show"]).contains("Drinks: 600 ml; people in the US drink about 3,000 ml"));
    place.ok(&["profile", "set", "--conditions", "heart_failure"]);
    assert_eq!(place.json(&["show"])["goal_ml"], Value::Null);
    assert!(place.ok(&["show"]).contains("No goal is proposed with heart failure. Ask your clinic how much is right"));
}

#[test]
fn with_some_medicines_the_clinic_says_how_much_to_drink() {
    for (medicine, words) in
        [("Lithium", "lithium"), ("Tegretol", "Tegretol"), ("Furosemide", "furosemide"), ("Desmopressin", "desmopressin")]
    {
        let place = Place::new();
        place.ok(&["medicine", "add", medicine]);
        let json = place.json(&["show"]);
        assert_eq!((&json["goal_ml"], &json["no_goal_because"]), (&Value::Null, &words.into()), "{medicine}");
        let said = place.ok(&["show"]);
        assert!(said.contains(&format!("No goal is proposed with {words}. Ask your clinic")), "{said}");
    }
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
        ("--country mars", "country \"mars\" is unknown"),
        ("--pregnant-until 2026-11-28", "Give the first day before the last one: --pregnant-from DATE"),
        ("--pregnant-from 2026-11-28 --pregnant-until 2026-11-27", "The pregnancy ends on Fri 27 Nov (2026-11-27), before it begins"),
    ] {
        place.turns_away(message, &["profile", "set"].into_iter().chain(words.split_whitespace()).collect::<Vec<_>>());
        assert!(place.bytes() == before, "{words} changed the diary");
    }
    for words in ["", "--birth-year nineteen", "--pregnant-from someday", "--potassium-medicine perhaps"] {
        let said = place.fails(2, &["profile", "set"].into_iter().chain(words.split_whitespace()).collect::<Vec<_>>());
        assert!(!said.is_empty(), "{words}");
    }
    assert!(
        place.fails(2, &["profile", "set", "--pregnant-from", "soon"]).contains("Date \"soon\" cannot be read; write it like 2026-11-19")
    );
}
