//! `factor`: factors of one's own, which keep their past.

use crate::cli::Place;
use crate::set_aside::damage;
use serde_json::{Value, json};

/// A place with one factor of each kind.
fn place() -> Place {
    let place = Place::new();
    let factors: [&[&str]; 3] =
        [&["Compression socks", "--kind", "yes_no"], &["Walked", "--kind", "number", "--unit", "km"], &["Stress", "--kind", "scale"]];
    // Factors are listed in the order in which they were made.
    for (minute, words) in factors.into_iter().enumerate() {
        let now = format!("2026-11-20T07:0{minute}:00+01:00");
        place.command(&[&["factor", "add"], words].concat()).env("CRAMP_DIARY_NOW", now).assert().success();
    }
    place
}

/// Name and value of each factor of a day.
fn answers(place: &Place, day: &str) -> Vec<(String, Value)> {
    let page = place.json(&["show", "--day", day]);
    let factors = page["factors"].as_array().unwrap().iter();
    factors.map(|factor| (factor["name"].as_str().unwrap().to_owned(), factor["value"].clone())).collect()
}

#[test]
fn factors_are_answered_each_in_its_way() {
    let place = place();
    assert_eq!(place.ok(&["factor", "log", "socks", "yes"]), "Logged Compression socks: yes, on Thu 19 Nov.\n");
    assert_eq!(place.ok(&["factor", "log", "walked", "12,5", "km"]), "Logged Walked: 12.5 km, on Thu 19 Nov.\n");
    assert_eq!(place.ok(&["factor", "log", "Stress", "7", "--day", "2026-11-18"]), "Logged Stress: 7 of 10, on Wed 18 Nov.\n");
    place.ok(&["factor", "log", "walked", "3"]);
    let names = |pairs: [(&str, Value); 3]| pairs.map(|(name, value)| (name.to_owned(), value)).to_vec();
    let expected = names([("Compression socks", json!(1.0)), ("Walked", json!(3.0)), ("Stress", json!(null))]);
    assert_eq!(answers(&place, "2026-11-19"), expected, "the last answer of a day counts");
    assert!(place.ok(&["show"]).contains("  Compression socks: yes\n  Walked: 3 km\n  Stress: not logged\n"));

    assert_eq!(place.ok(&["factor", "clear", "Walked"]), "Took back Walked, on Thu 19 Nov.\n");
    assert!(place.refuses(&["factor", "clear", "Walked"]).contains("Walked is not logged on Thu 19 Nov. Choose the day with --day."));
    assert_eq!(answers(&place, "2026-11-19")[1].1, json!(null));
}

#[test]
fn a_factor_is_renamed_and_retired_without_losing_its_past() {
    let place = place();
    place.ok(&["factor", "log", "walked", "12.5"]);
    assert_eq!(place.ok(&["factor", "change", "walked", "--name", "On foot", "--unit", "miles"]), "Changed the factor On foot.\n");
    assert_eq!(place.ok(&["factor", "retire", "On foot"]), "Retired On foot.\n");
    assert!(place.refuses(&["factor", "retire", "On foot"]).contains("On foot is retired already."));
    let name_and_value = ("On foot".to_owned(), json!(12.5));
    assert!(answers(&place, "2026-11-19").contains(&name_and_value), "a day that answered it shows it");
    assert_eq!(answers(&place, "2026-11-18").len(), 2, "other days do not ask for it");
    let list = place.ok(&["factor", "list"]);
    assert!(list.contains("On foot (retired)\n  A number, in miles; answered on 1 day\nStress\n  0 to 10; never answered\n"), "{list}");
    let mut json = place.json(&["factor", "list"]);
    assert_eq!(json[1].as_object_mut().unwrap().remove("id").unwrap().as_str().unwrap().len(), 36);
    assert_eq!(json[1], json!({ "name": "On foot", "kind": "number", "unit": "miles", "retired": true, "days": 1 }));
    assert_eq!(place.ok(&["factor", "bring-back", "foot"]), "Brought On foot back.\n");
    assert_eq!(answers(&place, "2026-11-18").len(), 3);
}

#[test]
fn only_a_factor_without_a_past_is_deleted_or_answered_otherwise() {
    let place = place();
    place.ok(&["factor", "change", "stress", "--kind", "number", "--unit", "points"]);
    assert_eq!(place.json(&["factor", "list"])[2]["unit"], "points");
    assert_eq!(place.ok(&["factor", "delete", "stress"]), "Deleted the factor Stress.\n");
    place.ok(&["factor", "log", "socks", "no"]);
    let said = place.refuses(&["factor", "delete", "socks"]);
    assert!(said.contains("\"Compression socks\" was answered on 1 day, which would lose its meaning. Retire it instead:"), "{said}");
    let said = place.refuses(&["factor", "change", "socks", "--kind", "scale"]);
    assert!(said.contains("\"Compression socks\" was answered on 1 day, so how it is answered stays."), "{said}");
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let place = place();
    place.ok(&["factor", "retire", "Stress"]);
    let before = place.bytes();
    for (words, message) in [
        (&["add", "compression  SOCKS", "--kind", "scale"][..], "There is already a factor called \"compression  SOCKS\""),
        (
            &["add", "stress", "--kind", "yes_no"],
            "You retired a factor called \"Stress\". Bring it back, or give the new one another name.",
        ),
        (&["add", " ", "--kind", "scale"], "Name of 0 letters is not allowed"),
        (&["add", "Steps", "--kind", "many"], "Kind of factor \"many\" is unknown; choose one of: yes_no, number, scale"),
        (&["add", "Steps", "--kind", "number", "--unit", "steps taken every single day"], "Unit of 28 letters is not allowed"),
        (&["change", "Walked", "--name", "Compression socks"], "There is already a factor called"),
        (&["log", "Walked", "-1"], "Value -1 is not allowed; give 0 to 1,000,000"),
        (&["log", "Stress", "11"], "Value 11 is not allowed; give 0 to 10"),
        (&["log", "Walked", "5", "--day", "2026-11-21"], "has not come yet"),
        (&["log", "Sleep", "5"], "No factor of yours is called \"Sleep\". You have: \"Compression socks\", \"Stress\", \"Walked\"."),
        (&["bring-back", "Walked"], "Walked is asked for already."),
    ] {
        place.turns_away(message, &[["factor"].as_slice(), words].concat());
        assert!(place.bytes() == before, "{words:?} changed the diary");
    }
    Place::new().turns_away("You have no factors yet. Add one with:", &["factor", "log", "Sleep", "5"]);
    let empty = Place::new();
    empty.ok(&["log", "none"]);
    assert_eq!(empty.ok(&["factor", "list"]), "You have no factors yet. Add one with: cramp-diary factor add --help\n");
}

#[test]
fn what_is_not_understood_exits_with_2() {
    let place = place();
    for words in [
        &["add", "Steps"][..],
        &["add", "Steps", "--kind", "scale", "--unit", "km"],
        &["log", "Walked"],
        &["log", "Walked", "far"],
        &["log", "Walked", "5", "miles"],
        &["log", "socks", "perhaps"],
        &["log", "Stress", "7.5"],
        &["change", "Walked"],
        &["change", "socks", "--unit", "pairs"],
    ] {
        let said = place.fails(2, &[["factor"].as_slice(), words].concat());
        assert!(!said.is_empty(), "{words:?}");
    }
}

#[test]
fn a_factor_that_cannot_be_read_is_deleted_with_its_answers_if_that_is_meant() {
    let place = place();
    place.ok(&["factor", "log", "walked", "12.5"]);
    place.ok(&["factor", "log", "walked", "3", "--day", "2026-11-18"]);
    place.ok(&["factor", "log", "stress", "3"]);
    damage(&place.diary(), "UPDATE factor SET kind = 'colour' WHERE name = 'Walked'");
    let found = place.command(&["check"]).output().unwrap();
    let found = String::from_utf8(found.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    let key = format!(
        "factor:{}",
        place.sql().query_row("SELECT rowid FROM factor WHERE name = 'Walked'", [], |row| row.get::<_, i64>(0)).unwrap()
    );
    assert!(found.contains(&format!("--delete {key} --yes, with its 2 answers (for good)")), "{found}");
    let error = place.fails(2, &["check", "--delete", &key]);
    assert!(error.contains("With the factor \"Walked\" its 2 answers would be deleted. Nothing was deleted."), "{error}");
    assert_eq!(place.ok(&["check", "--delete", &key, "--yes"]), "Deleted the factor \"Walked\" with its 2 answers.\n");
    place.ok(&["check"]);
    let count = |sql: &str| place.sql().query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM factor_value"), 1);
    assert_eq!(count("SELECT count(*) FROM tombstone WHERE kind IN ('factor', 'factor_value')"), 3);
}
