//! `export` and `import` on the command line.

use super::cli::Place;
use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};
use std::fs;
use std::io::Write as _;

/// A place with a cramp and a drink.
fn logged() -> Place {
    let place = Place::new();
    place.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "6"]);
    place.ok(&["log", "drink", "water", "250ml"]);
    place
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

#[test]
fn a_diary_goes_to_another_computer_as_json_as_gzip_and_as_a_file() {
    let place = logged();
    let said = place.ok(&["export", "json", "diary.json"]);
    assert_eq!(said, "Exported 3 records: diary.json\n");
    let json = fs::read(place.path("diary.json")).unwrap();
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(place.path("diary.json")).unwrap().permissions()) & 0o777, 0o600);
    fs::write(place.path("diary.json.gz"), gzipped(&json)).unwrap();
    fs::write(place.path("diary.sqlite.gz"), gzipped(&place.bytes())).unwrap();
    for file in ["diary.json", "diary.json.gz", "diary.sqlite", "diary.sqlite.gz"] {
        let other = Place::new();
        let from = place.path(file);
        let from = from.to_str().unwrap();
        let what = format!(
            "1 night from {file}, 3 records in all.\n         added  changed  deleted\n  cramp      1\n  drink      1\n  night      1\n"
        );
        for verb in ["import", "merge"] {
            assert_eq!(other.ok(&[verb, from, "--dry-run"]), format!("Nothing was changed yet. This would come: {what}"));
        }
        assert!(!other.diary().exists());
        assert_eq!(other.ok(&["import", from]), what);
        assert_eq!(other.ok_wide(&["export", "json", "-"]).as_bytes(), json, "{file}");
        assert_eq!(other.ok(&["import", from]), format!("Nothing new from {file}.\n"));
    }
    assert_eq!(place.ok_wide(&["export", "json", "-"]).as_bytes(), json);
    let other = Place::new();
    let out = other.command(&["import", "-", "--json"]).write_stdin(json).assert().success().get_output().stdout.clone();
    let said: Value = serde_json::from_slice(&out).unwrap();
    assert_eq!((&said["from"], &said["added"]), (&json!("standard input"), &json!({ "cramp": 1, "drink": 1, "night": 1 })));
}

#[test]
fn a_part_has_the_kinds_and_dates_that_were_asked_for_and_deletes_nothing() {
    let place = Place::with_example("20", "1");
    let json =
        |arguments: &[&str]| -> Value { serde_json::from_str(&place.ok_wide(&[&["export", "json", "-"], arguments].concat())).unwrap() };
    let part = json(&["--kind", "drink", "--kind", "factor", "--from", "2026-11-10", "--until", "2026-11-11"]);
    assert_eq!(part["records"].as_object().unwrap().keys().collect::<Vec<_>>(), ["drink", "factor"]);
    let days: Vec<_> = part["records"]["drink"].as_array().unwrap().iter().map(|drink| drink["day"].as_str().unwrap()).collect();
    assert!(!days.is_empty() && days.iter().all(|day| ["2026-11-10", "2026-11-11"].contains(day)), "{days:?}");
    assert!(part.get("deleted").is_none() && json(&[])["deleted"].is_array());
    let lines = place.ok_wide(&["export", "lines", "--kind", "drink", "--from", "2026-11-10", "--until", "2026-11-11"]);
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), days.len());
    assert!(lines.iter().all(|line| line["record"] == "drink" && line["volume_ml"].is_number()));
    assert!(place.turns_away("kind \"dream\" is unknown", &["export", "lines", "--kind", "dream"]).contains("cramp, drink"));
    place.refuses(&["export", "lines", "--from", "2026-11-11", "--until", "2026-11-10"]);
}

#[test]
fn what_is_no_export_is_neither_replaced_nor_read() {
    let place = logged();
    let before = place.bytes();
    for taken in ["diary.sqlite", "notes.txt"] {
        fs::write(place.path("notes.txt"), "mine").unwrap();
        let said = place.refuses(&["export", "json", taken]);
        assert!(said.contains("is there already and is no export"), "{said}");
    }
    assert_eq!((place.bytes(), fs::read_to_string(place.path("notes.txt")).unwrap().as_str()), (before, "mine"));
    let said = place.refuses(&["import", "notes.txt"]);
    assert_eq!(said, "cramp-diary: notes.txt is no diary, no JSON export and no folder of CSV files. Choose one of these.\n");
    let said = place.refuses(&["import", "nowhere.json"]);
    assert!(said.contains("nowhere.json could not be read, because there is no such file or folder."), "{said}");
    place.refuses(&["export", "json", "nowhere/diary.json"]);
    place.fails(2, &["export", "json", "-", "--json"]);
    // The folder that one is in would be gone.
    fs::create_dir(place.path("empty")).unwrap();
    let here = place.command(&["export", "csv", "."]).current_dir(place.path("empty")).assert().code(1).get_output().stderr.clone();
    assert!(String::from_utf8(here).unwrap().contains("is the folder that you are in"));
    assert_eq!(fs::read_dir(place.path("empty")).unwrap().count(), 0);
    place.ok(&["export", "csv", "empty"]);
    // An earlier export is replaced.
    let first = place.json(&["export", "json", "diary.json"]);
    assert_eq!((&first["records"], &first["kinds"]["cramp"]), (&json!(3), &json!(1)));
    place.ok(&["log", "drink", "water", "250ml"]);
    assert_eq!(place.json(&["export", "json", "diary.json"])["records"], 4);
    assert_eq!(
        fs::read_dir(place.path("."))
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains("part"))
            .count(),
        0
    );
}

#[test]
fn an_import_names_what_it_leaves_out_and_settles() {
    let place = logged();
    let json = place.ok_wide(&["export", "json", "-"]);
    let mut document: Value = serde_json::from_str(&json).unwrap();
    document["records"]["drink"][0]["volume_ml"] = 300.into();
    document["records"]["cramp"][0]["severity"] = 11.into();
    document["records"]["cramp"][0]["colour"] = "blue".into();
    fs::write(place.path("edited.json"), document.to_string()).unwrap();
    let said = place.ok(&["import", "edited.json"]);
    assert_eq!(
        said,
        "1 record from edited.json, 1 difference settled.\n         added  changed  deleted\n  drink               1\n  The drink of 20 Nov 2026: how much 250 ml here, 300 ml there; \
         300 ml stays\n\nLeft out:\n  record 1 of cramp: severity 11\n\nNot known to this version, and left out:\n  \
         \"colour\" of cramp\n"
    );
    assert!(place.ok_wide(&["export", "lines", "--kind", "drink"]).contains("\"volume_ml\":300"));
}
