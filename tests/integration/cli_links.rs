//! `links` and `before-after`: what goes with cramps, in words that say no more than the diary can.

use crate::cli::Place;
use serde_json::Value;

/// Words that no diary justifies.
const TOO_MUCH: [&str; 5] = ["significan", "proves", "proof", "reduces", "caused by"];

/// The words without their line breaks.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn factor<'a>(json: &'a Value, name: &str) -> &'a Value {
    json["factors"].as_array().unwrap().iter().find(|factor| factor["name"] == name).unwrap_or_else(|| panic!("{name}: {json}"))
}

#[test]
fn a_diary_of_one_night_says_how_many_are_missing() {
    let place = Place::new();
    place.ok(&["log", "none"]);
    let said = flat(&place.ok(&["links"]));
    assert!(said.contains("looked at from 42 logged nights on. 1 night so far, 41 nights to go."), "{said}");
    let json = place.json(&["links"]);
    assert_eq!((&json["look"], &json["last"], json["factors"].as_array().unwrap().len()), (&Value::Null, &Value::Null, 0));
}

#[test]
fn links_of_the_example_are_said_with_their_range_and_no_more() {
    let place = Place::with_example("150", "1");
    let (json, said) = (place.json(&["links"]), flat(&place.ok(&["links"])));
    let look = json["look"].as_u64().unwrap();
    assert!(look >= 84 && look % 28 == 0 && look <= json["logged"].as_u64().unwrap(), "{json}");
    assert_eq!(look + 28 - json["logged"].as_u64().unwrap(), json["nights_until_next_look"].as_u64().unwrap());
    for words in ["What goes with your cramps: ", "Next update in", "hints come by luck", "Your diary shows association, not cause"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    for too_much in TOO_MUCH {
        assert!(!said.to_lowercase().contains(too_much), "{too_much}: {said}");
    }
    let factors = json["factors"].as_array().unwrap();
    assert!(factors.len() > 8, "{json}");
    for factor in factors {
        let name = factor["name"].as_str().unwrap();
        assert!(said.contains(&format!("{name}: {}", factor["label_words"].as_str().unwrap())), "{name}: {said}");
        for words in factor["words"].as_array().unwrap() {
            assert!(said.contains(words.as_str().unwrap()), "{words}: {said}");
        }
        match factor["ratio_range"].as_array() {
            Some(range) => {
                assert!(range[0].as_f64() <= factor["ratio"].as_f64() && factor["ratio"].as_f64() <= range[1].as_f64(), "{factor}");
            }
            None => assert!(factor["too_little"].is_string() && factor["label"] == "not_enough_data", "{factor}"),
        }
        for outcome in ["Cramps", "Sleep disturbed", "Vitamin D", "Vitamin B12", "Amlodipine", "Omeprazole"] {
            assert!(!name.starts_with(outcome) || name.ends_with(", taken"), "{name} is no factor");
        }
    }
    assert_eq!(factor(&json, "Magnesium, mean of 3 days")["window_days"], 3);
}

#[test]
fn nothing_that_was_prescribed_is_a_factor() {
    let place = Place::with_example("60", "1");
    let names = |json: &Value| json["factors"].as_array().unwrap().iter().map(|factor| factor["name"].to_string()).collect::<String>();
    assert!(names(&place.json(&["links"])).contains("Magnesium citrate, taken"));
    place.ok(&["supplement", "change", "Magnesium citrate", "--prescribed", "yes"]);
    for name in ["Took my ramipril", "Amlodipine"] {
        place.ok(&["factor", "add", name, "--kind", "yes_no"]);
        place.ok(&["factor", "log", name, "yes"]);
    }
    let json = place.json(&["links"]);
    let names = names(&json);
    assert!(!names.contains("Magnesium citrate") && !names.contains("ramipril") && !names.contains("Amlodipine"), "{names}");
    assert!(names.contains("Compression socks"), "{names}");
    assert_eq!(json["left_out_as_medicines"].as_array().unwrap().len(), 2);
    assert!(flat(&place.ok(&["links"])).contains("Left out, since they are named like medicines: "), "{names}");
}

#[test]
fn before_and_after_says_what_it_cannot_tell() {
    let place = Place::with_example("300", "1");
    let said = flat(&place.ok(&["before-after", "2026-08-01"]));
    for words in [
        "Before and after 1 Aug 2026",
        "cramps a week over 6 fortnights",
        "With the trend taken out",
        "95 % range",
        "in 10 to 18 of 100 diaries",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(said.contains("Can't tell.") || said.contains("Hint – may be chance."), "{said}");
    for too_much in TOO_MUCH {
        assert!(!said.to_lowercase().contains(too_much), "{too_much}: {said}");
    }
    let json = place.json(&["before-after", "2026-08-01"]);
    assert_eq!((&json["fortnights_before"], &json["fortnights_after"]), (&6.into(), &6.into()));
    // 1 Nov is 19 nights before the last one: 7 are left out, and no fortnight is whole.
    let late = flat(&place.ok(&["before-after", "2026-11-01"]));
    assert!(late.contains("There are 6 before and 0 after") && late.contains("There can be enough on 3 Jan 2027"), "{late}");
    let early = flat(&place.ok(&["before-after", "2026-02-01"]));
    assert!(early.contains("The nights before do not come back"), "{early}");
}

#[test]
fn a_date_that_cannot_be_compared_is_refused() {
    let place = Place::new();
    place.ok(&["log", "none"]);
    assert!(place.refuses(&["before-after", "2026-11-21"]).contains("2026-11-21 has not come yet. Give a day up to"));
    place.fails(2, &["before-after", "spring"]);
    place.fails(2, &["before-after"]);
    let said = flat(&place.ok(&["before-after", "2026-06-01"]));
    assert!(said.contains("There are 0 before and 0 after"), "{said}");
}
