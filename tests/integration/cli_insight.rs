//! `insight check`: the methods beside a second computation, and folders that cannot be used.

use crate::cli::Place;
use std::fs;
use std::path::Path;

/// The cases of the repository, in a folder of the place that a test may spoil.
fn copied(place: &Place, name: &str) -> String {
    let folder = place.path(name);
    fs::create_dir_all(&folder).unwrap();
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/methods")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), folder.join(file.file_name())).unwrap();
    }
    folder.to_str().unwrap().to_owned()
}

/// Writes a file of a folder anew, with one text in the place of another.
#[track_caller]
fn change(folder: &str, name: &str, from: &str, to: &str) {
    let path = Path::new(folder).join(name);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{name}: {from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn the_methods_agree_with_a_second_computation() {
    let place = Place::new();
    let folder = copied(&place, "beside");
    assert_eq!(place.ok(&["insight", "check", &folder]), "All answers are as expected.\n");
    // The tables may lie in a folder of their own.
    fs::create_dir(Path::new(&folder).join("cases")).unwrap();
    for name in ["links", "then_none", "bad_nights", "one_night", "start", "experiment", "many_pairs", "few_pairs"] {
        let name = format!("{name}.csv");
        fs::rename(Path::new(&folder).join(&name), Path::new(&folder).join("cases").join(&name)).unwrap();
    }
    assert_eq!(place.ok(&["insight", "check", &folder]), "All answers are as expected.\n");
}

#[test]
fn an_answer_that_differs_is_named() {
    let place = Place::new();
    for (name, from, to, path) in [
        ("expected.json", "\"logged_nights\": 180", "\"logged_nights\": 181", "then_none/describe/logged_nights: 180, expected 181"),
        (
            "expected.json",
            "\"verdict\": \"fewer\"",
            "\"verdict\": \"more\"",
            "/describe/last90_against_before/verdict: \"fewer\", expected \"more\"",
        ),
        ("expected.json", "\"label\": \"clear_link\"", "\"label\": \"hint\"", "links/insights/factors/stretching/label"),
        ("expected.json", "\"exact\": false", "\"exact\": true", "many_pairs/mc_experiment/exact"),
        ("expected.json", "\"one_night\"", "\"another_night\"", "another_night/describe: missing"),
    ] {
        let folder = copied(&place, "spoilt");
        change(&folder, name, from, to);
        let output = place.command(&["insight", "check", &folder]).assert().code(1).get_output().clone();
        let (said, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert!(said.contains(path), "{path}: {said}");
        assert!(err.contains("from what") && err.lines().count() == 1, "{err}");
    }
}

#[test]
fn a_folder_that_cannot_be_used_is_refused_in_one_sentence() {
    let place = Place::new();
    let said = place.refuses(&["insight", "check", "nowhere"]);
    assert!(said.contains("nowhere is no folder"), "{said}");
    for (name, from, to, words) in [
        ("spec.json", "{", "{{", "is no JSON"),
        ("spec.json", "\"describe\"", "\"describes\"", "not what is asked of such a file"),
        ("spec.json", "\"one_night\"", "\"two_nights\"", "two_nights.csv cannot be read"),
        ("spec.json", "\"k\": 8", "\"k\": 0", "asks for a power that cannot be"),
        ("spec.json", "\"start\": \"2025-06-03\",", "", "its part of spec.json has no \"start\""),
        ("expected.json", "\"cases\"", "\"case\"", "has no \"cases\""),
        ("one_night.csv", "cramps", "cramp", "has no column \"cramps\""),
        ("one_night.csv", "2025-03-05", "5 March", "is no date"),
        ("one_night.csv", "3,6,1500", "three,6,1500", "\"three\" in the column \"cramps\" is no number"),
        ("one_night.csv", "3,6,1500", "-3,6,1500", "is below zero"),
        ("one_night.csv", "3,6,1500", "1e300,6,1500", "above 1000"),
        ("one_night.csv", "3,6,1500", "3,6,1500,7", "more cells"),
        ("one_night.csv", "2025-03-05,3,6,1500", "", "it has no date"),
        ("one_night.csv", "2025-03-05,3,6,1500", "2025-03-05,3\n2025-03-05,3", "twice"),
        ("experiment.csv", ",A,", ",C,", "neither A nor B"),
        ("experiment.csv", ",pair,", ",pairs,", "has no column \"pair\""),
    ] {
        let folder = copied(&place, "spoilt");
        change(&folder, name, from, to);
        let said = place.refuses(&["insight", "check", &folder]);
        assert!(said.contains(words), "{words}: {said}");
    }
    for name in ["spec.json", "expected.json", "links.csv"] {
        let folder = copied(&place, "spoilt");
        fs::write(Path::new(&folder).join(name), b"\xff\xfe\x00").unwrap();
        place.refuses(&["insight", "check", &folder]);
        fs::remove_file(Path::new(&folder).join(name)).unwrap();
        assert!(place.refuses(&["insight", "check", &folder]).contains("cannot be read, because"));
    }
}
