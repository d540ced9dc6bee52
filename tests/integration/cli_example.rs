//! `example`: the same seed makes the same diary.

use crate::cli::Place;
use serde_json::Value;
use std::fs;

fn pages(place: &Place) -> Vec<Value> {
    ["2025-10-16", "2026-02-28", "2026-06-01", "2026-11-18", "2026-11-19"].map(|day| place.json(&["show", "--day", day])).into()
}

#[test]
fn the_same_seed_gives_the_same_pages_and_another_does_not() {
    let first = pages(&Place::with_example("400", "1"));
    assert_eq!(first, pages(&Place::with_example("400", "1")));
    assert_ne!(first, pages(&Place::with_example("400", "2")));
}

#[test]
fn it_has_as_many_nights_as_asked_and_ends_where_asked() {
    let place = Place::new();
    let file = place.path("small.sqlite");
    let said = place.ok(&["example", "--nights", "10", "--seed", "7", "--until", "2026-03-29", file.to_str().unwrap()]);
    assert!(said.starts_with("Made an example diary of 10 nights up to the night of Sun 29 to Mon 30 Mar, seed 7: "), "{said}");
    let beside: Vec<_> = fs::read_dir(place.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside, ["small.sqlite"]);
    let state = |night: &str| place.json(&["show", "--diary", file.to_str().unwrap(), "--night", night])["night_state"].clone();
    assert_ne!(state("2026-03-29"), "not_logged");
    assert_eq!((state("2026-03-19"), state("2026-03-30")), ("not_logged".into(), "not_logged".into()));
}

#[test]
fn an_existing_file_is_left_as_it_is() {
    let place = Place::new();
    fs::write(place.diary(), "my letters").unwrap();
    let said = place.refuses(&["example", place.diary().to_str().unwrap()]);
    assert!(said.contains("There is a file already") && said.contains("diary.sqlite"), "{said}");
    assert_eq!(place.bytes(), b"my letters");
}

#[test]
fn nothing_is_left_where_it_could_not_be_made() {
    let place = Place::new();
    let said = place.refuses(&["example", place.path("nowhere").join("a.sqlite").to_str().unwrap()]);
    assert!(said.contains("There is no folder") && said.contains("nowhere"), "{said}");
    let said = place.refuses(&["example", "--until", "2026-11-20", "a.sqlite"]);
    assert!(said.contains("has not begun yet"), "{said}");
    assert_eq!(fs::read_dir(place.path("")).unwrap().count(), 0);
}
