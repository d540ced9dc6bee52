//! Files that were made to fill the memory or the screen, or to take for ever: what they hold too much of is left out, in a short sentence.

use super::support::TestDiary;
use cramp_diary::exchange::own::{Incoming, read_csv, read_json};
use std::fs;
use std::path::Path;

/// Reads a document with these records.
fn read(records: &str, deleted: &str, rest: &str) -> Incoming {
    let document = format!("{{\"format\":\"cramp-diary\",\"schema\":1,\"records\":{{{records}}},\"deleted\":[{deleted}]{rest}}}");
    read_json(&document, Path::new("a.json")).unwrap()
}

/// The text so many times, with commas between.
fn often(text: &str, count: usize) -> String {
    vec![text; count].join(",")
}

#[test]
fn too_much_of_anything_is_left_out_in_a_short_sentence() {
    let deep = format!("{}{}", "[".repeat(300_000), "]".repeat(300_000));
    let letters = "k".repeat(300_000);
    let short = "k".repeat(40);
    let cramp = "\"night\":\"2026-11-19\",\"severity\":6,\"note\":\"\"";
    for (records, said) in [
        (format!("\"drink\":{deep}"), format!("record 1 of drink: it is {}…, not an object", "[".repeat(40))),
        (
            format!("\"drink\":[{{\"day\":{deep}}}]"),
            format!("record 1 of drink: day is {}…, not a date such as 2026-11-19", "[".repeat(40)),
        ),
        (format!("\"drink\":[{{\"day\":{letters}}}]"), String::new()),
        (format!("\"cramp\":[{{{cramp},\"cramp_relief\":[{}]}}]", often("{}", 10_001)), "cramp_relief is ".to_owned()),
        (format!("\"acknowledged\":[{{\"causes\":[{}]}}]", often("\"\"", 10_001)), "record 1 of acknowledged: causes is ".to_owned()),
        (format!("\"own_food\":[{{\"contents\":{{{}}}}}]", often("\"\":1", 10_001)), "record 1 of own_food: contents is ".to_owned()),
    ] {
        if said.is_empty() {
            let document = format!("{{\"format\":\"cramp-diary\",\"schema\":1,\"records\":{{{records}}}}}");
            let refused = read_json(&document, Path::new("a.json")).unwrap_err().to_string();
            assert!(refused.starts_with("a.json is no JSON") && refused.len() < 200, "{refused:.300}");
            continue;
        }
        let incoming = read(&records, "", "");
        assert_eq!((incoming.left_out.len(), incoming.draft.whole.records().count()), (1, 0), "{records:.100}");
        let left_out = &incoming.left_out[0];
        assert!(left_out.contains(&said) && left_out.len() < 200, "{left_out:.300}");
    }
    let rest = format!(",\"{letters}\":1");
    let unknown = read(&format!("\"{letters}\":1,\"drink\":[{{\"{letters}\":{deep}}}]"), "", &rest).unknown;
    assert_eq!(
        unknown,
        ["of drink", "of the document", ""].map(|of| match of {
            "" => format!("the kind \"{short}…\""),
            of => format!("\"{short}…\" {of}"),
        })
    );
    let deleted = format!("{{\"id\":1,{}}}", often("\"a\":1", 10_000));
    assert_eq!(read("", &deleted, "").left_out, ["deletion 1: it does not say kind, id and time."]);
}

#[test]
fn equal_records_without_ids_are_told_apart_without_asking_each_of_the_others() {
    let drinks = often("{\"day\":\"2026-11-19\",\"kind\":\"water\",\"volume_ml\":250}", 20_000);
    let incoming = read(&format!("\"drink\":[{drinks}]"), "", "");
    assert_eq!((incoming.left_out_count, incoming.draft.whole.records().count()), (0, 20_000));
    // Reading it again gives no doubles.
    let mut test = TestDiary::new();
    test.diary.import(incoming.draft.clone(), "a.json").unwrap();
    assert!(test.diary.import(incoming.draft, "a.json").unwrap().report.is_empty());
}

#[test]
fn a_table_of_millions_of_empty_cells_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for cells in [",".repeat(5_000_001), "\"\n\",".repeat(5_000_001)] {
        fs::write(folder.path().join("drink.csv"), format!("day,kind\n{cells}\n")).unwrap();
        let refused = read_csv(folder.path()).unwrap_err().to_string();
        assert!(refused.contains("drink.csv has more cells than any diary"), "{refused:.300}");
    }
}
