//! The JSON export: all of a diary, the same text again after it was read into an empty diary, and what of an edited one is taken.

use super::commands::{every_command, known};
use super::dump::Dump;
use super::random_commands::{live, start, step};
use super::seeded::seeded;
use super::support::{TestDiary, a_cramp, a_drink};
use cramp_diary::domain::Drink;
use cramp_diary::exchange::own::{Incoming, OwnFileError, Selection, json_schema, read_json, write_json};
use cramp_diary::store::RecordKind;
use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// The export of all of a diary.
pub(crate) fn exported(test: &TestDiary) -> String {
    let mut out = Vec::new();
    write_json(&test.diary.whole().unwrap(), &Selection::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// What a document says, which must be one.
#[track_caller]
fn read(json: &str) -> Incoming {
    read_json(json, Path::new("a.json")).unwrap()
}

/// Imports a document, of which nothing may be left out.
#[track_caller]
fn import(test: &mut TestDiary, json: &str) -> String {
    let incoming = read(json);
    assert_eq!((&incoming.left_out, &incoming.unknown), (&Vec::new(), &Vec::new()));
    let merged = test.diary.import(incoming.draft, "a.json").unwrap();
    assert_eq!(merged.report.refused, Vec::<String>::new());
    merged.done.what
}

#[track_caller]
fn check_round_trip(test: &TestDiary) {
    let first = exported(test);
    let mut empty = TestDiary::new();
    import(&mut empty, &first);
    assert_eq!(exported(&empty), first);
    let merged = empty.diary.import(read(&first).draft, "a.json").unwrap();
    assert!(merged.report.is_empty() && merged.done.changed.is_empty(), "again: {}", merged.done.what);
}

proptest! {
    #![proptest_config(seeded(16))]

    #[test]
    fn any_diary_comes_back_to_the_letter(steps in vec(step(), 0..40)) {
        let mut test = start();
        live(&mut test, &steps);
        check_round_trip(&test);
    }
}

#[test]
fn a_diary_with_everything_comes_back_to_the_letter() {
    let mut known = known();
    check_round_trip(&known.diary);
    for command in every_command(&known) {
        _ = known.diary.diary.execute(command);
    }
    check_round_trip(&known.diary);
    check_round_trip(&TestDiary::new());
    check_round_trip(&TestDiary::example(60));
}

#[test]
fn an_import_is_one_step_that_can_be_taken_back() {
    let mut test = start();
    let before = Dump::of(&test.path());
    assert_eq!(import(&mut test, &exported(&known().diary)), "6 nights from a.json, 31 records in all, 2 differences settled");
    test.diary.undo().unwrap();
    Dump::of(&test.path()).check_rows(&before, "taken back");
}

/// The document with a change.
fn edited(json: &str, edit: impl FnOnce(&mut Value)) -> String {
    let mut document: Value = serde_json::from_str(json).unwrap();
    edit(&mut document);
    document.to_string()
}

#[test]
fn what_was_edited_in_the_file_is_taken_over_and_what_was_not_stays() {
    let mut test = TestDiary::new().with(a_drink("2026-11-18")).with(a_drink("2026-11-19"));
    let json = exported(&test);
    test.log(a_drink("2026-11-17"));
    let edited = edited(&json, |document| {
        document["records"]["drink"][1]["volume_ml"] = 300.into();
        // One without an id is new, and new once.
        let mut new = document["records"]["drink"][0].clone();
        for name in ["id", "created", "changed"] {
            new.as_object_mut().unwrap().remove(name);
        }
        document["records"]["drink"].as_array_mut().unwrap().push(new);
    });
    assert_eq!(import(&mut test, &edited), "2 records from a.json, 1 difference settled");
    let volumes = |test: &TestDiary| -> Vec<_> {
        let drinks = test.diary.read().all::<Drink>().unwrap();
        let mut volumes: Vec<_> = drinks.iter().map(|drink| (drink.value.day.to_string(), drink.value.volume.get())).collect();
        volumes.sort();
        volumes
    };
    let expected =
        [("2026-11-17", 250), ("2026-11-18", 250), ("2026-11-18", 250), ("2026-11-19", 300)].map(|(day, ml)| (day.to_owned(), ml));
    assert_eq!(volumes(&test), expected);
    assert_eq!(import(&mut test, &edited), "Nothing new from a.json", "again");
    assert_eq!(volumes(&test), expected);
}

#[test]
fn a_note_that_was_edited_in_the_file_says_what_the_file_says() {
    let mut test = known().diary;
    let edited = edited(&exported(&test), |document| {
        let nights = document["records"]["night"].as_array_mut().unwrap();
        let night = nights.iter_mut().find(|night| night["night"] == "2026-11-17").unwrap();
        night["note"] = "cold room".into();
        night["slept_h"] = 5.5.into();
    });
    import(&mut test, &edited);
    let now: Value = serde_json::from_str(&exported(&test)).unwrap();
    let night = now["records"]["night"].as_array().unwrap().iter().find(|night| night["night"] == "2026-11-17").unwrap();
    assert_eq!((&night["note"], &night["slept_h"], &night["answer"]), (&json!("cold room"), &json!(5.5), &json!("had_cramps")));
}

#[test]
fn a_broken_value_leaves_its_record_out_by_name_and_no_other() {
    let json = exported(&TestDiary::new().with(a_cramp("2026-11-17")).with(a_cramp("2026-11-18")));
    let left_out = |name: &str, value: Value| {
        let incoming = read(&edited(&json, |document| document["records"]["cramp"][1][name] = value));
        assert_eq!(incoming.draft.whole.records().filter(|record| record.kind == RecordKind::Cramp).count(), 1);
        assert_eq!(incoming.left_out_count, 1);
        incoming.left_out[0].clone()
    };
    for (name, value, said) in [
        ("severity", json!(11), "severity 11"),
        ("severity", json!("6"), "severity is \"6\", not a whole number"),
        ("severity", json!(null), "severity is missing"),
        ("muscle", json!("elbow"), "muscle \"elbow\""),
        ("night", json!("yesterday"), "date on which the night begins \"yesterday\""),
        ("changed", json!("yesterday"), "changed is \"yesterday\", not a moment such as 2026-11-20T06:00:01.000Z"),
        ("id", json!(7), "id is 7, not an id"),
        ("cramp_relief", json!([{ "relief": 7 }]), "cramp_relief is [{\"relief\":7}], not one of its words"),
        ("cramp_relief", json!("massage"), "cramp_relief is \"massage\", not a list"),
    ] {
        assert_eq!(left_out(name, value), format!("record 2 of cramp: {said}"));
    }
    let twice = edited(&json, |document| {
        let first = document["records"]["cramp"][0].clone();
        document["records"]["cramp"].as_array_mut().unwrap().push(first);
    });
    let again = "record 3 of cramp: this record is there already, in record 1 of cramp. A new one has an id of its own, or none.";
    assert_eq!(read(&twice).left_out, [again]);
    assert_eq!(
        read(&edited(&json, |document| document["records"]["cramp"][1] = 7.into())).left_out,
        ["record 2 of cramp: it is 7, not an object"]
    );
    assert_eq!(
        read(&edited(&json, |document| document["records"]["cramp"] = 7.into())).left_out,
        ["The records of cramp: they are no list."]
    );
}

#[test]
fn what_is_not_known_is_counted_and_said() {
    let json = exported(&TestDiary::new().with(a_cramp("2026-11-17")).with(a_cramp("2026-11-18")));
    let incoming = read(&edited(&json, |document| {
        document["mood"] = 1.into();
        for cramp in document["records"]["cramp"].as_array_mut().unwrap() {
            cramp["colour"] = "blue".into();
        }
        document["records"]["dream"] = json!([{}, {}, {}]);
        document["deleted"] =
            json!([{ "kind": "dream", "id": "019a0000-0000-7000-8000-000000000000", "deleted": "2026-11-20T06:00:01.000Z" }, 7]);
    }));
    let expected =
        ["\"colour\" of cramp, 2 times", "\"mood\" of the document", "a deletion of the kind \"dream\"", "the kind \"dream\", 3 times"];
    assert_eq!(incoming.unknown, expected);
    assert_eq!(incoming.left_out, ["deletion 2: it does not say kind, id and time."]);
    assert_eq!(incoming.draft.whole.record_count(), read(&json).draft.whole.record_count());
}

#[test]
fn what_is_no_document_of_a_diary_is_refused_in_words() {
    let said = |json: &str| read_json(json, Path::new("a.json")).unwrap_err().to_string();
    let json = exported(&TestDiary::new());
    assert_eq!(
        said(&edited(&json, |document| (document["schema"], document["program"]) = (2.into(), "9.0".into()))),
        "a.json was written by a newer version of Cramp Diary (9.0). Update this program, then import it."
    );
    assert!(matches!(read_json("{}", Path::new("a.json")), Err(OwnFileError::NotOurs { .. })));
    for (json, what) in [
        (&json[..json.len() - 20], "has no end, as a file that was cut off"),
        ("{\"format\": oops}", "is no JSON: it cannot be read on from line 1, column 12"),
        ("[]", "holds no JSON object"),
        (r#"{"format": "cramp-diary"}"#, "does not say which version of the schema it has"),
        (r#"{"format": "cramp-diary", "schema": 1}"#, "has no records"),
    ] {
        assert_eq!(said(json), format!("a.json {what}. Choose the file as it was exported."));
    }
}

fn schema_file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diary.schema.json")
}

#[test]
fn the_schema_in_docs_is_that_of_the_program() {
    let file = fs::read_to_string(schema_file()).unwrap().replace("\r\n", "\n");
    assert!(file == json_schema(), "write it anew: cargo test write_the_schema -- --ignored");
}

#[test]
#[ignore = "writes docs/diary.schema.json after a kind of record changed"]
fn write_the_schema() {
    fs::write(schema_file(), json_schema()).unwrap();
}

#[test]
fn an_export_says_what_the_schema_lists_and_leaves_out_nothing_that_it_requires() {
    let schema: Value = serde_json::from_str(&json_schema()).unwrap();
    let document: Value = serde_json::from_str(&exported(&known().diary)).unwrap();
    let kinds = schema["properties"]["records"]["properties"].as_object().unwrap();
    assert_eq!(kinds.keys().collect::<Vec<_>>(), document["records"].as_object().unwrap().keys().collect::<Vec<_>>());
    for (name, kind) in kinds {
        let records = &document["records"][name];
        let (of, records) =
            if kind["type"] == "array" { (&kind["items"], records.as_array().unwrap().clone()) } else { (kind, vec![records.clone()]) };
        assert!(!records.is_empty(), "{name}");
        for record in records.iter().map(|record| record.as_object().unwrap()) {
            assert!(record.keys().all(|key| of["properties"].get(key).is_some()), "{name}: {record:?}");
            assert!(of["required"].as_array().unwrap().iter().all(|key| record.contains_key(key.as_str().unwrap())), "{name}: {record:?}");
        }
    }
}
