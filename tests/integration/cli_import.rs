//! `foods import`, `foods imports`, `foods forget-import`.

use super::downloads::TestDownload;
use crate::cli::Place;
use serde_json::json;
use std::fs;

fn path(download: &TestDownload) -> String {
    download.folder().to_str().unwrap().to_owned()
}

#[test]
fn a_preview_says_what_is_in_it_and_saves_nothing() {
    let place = Place::new();
    let download = TestDownload::of("foundation");
    let text = place.ok(&["foods", "import", &path(&download), "--preview"]);
    for words in ["Found in foundation:", "  4  Foundation Foods", "  1  older versions of foods", "  1  sample_food", "Nothing was saved."]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(fs::read_dir(place.path("")).unwrap().count(), 0);
}

#[test]
fn an_import_is_listed_and_can_be_forgotten() {
    let place = Place::new();
    assert!(place.refuses(&["foods", "imports"]).contains("There is no diary at"));
    place.ok(&["log", "none"]);
    assert_eq!(place.ok(&["foods", "imports"]), "No foods were imported.\n");
    let download = TestDownload::of("branded");
    let zip = download.zipped("FoodData_Central_branded_food_csv/");
    let report = place.json(&["foods", "import", zip.to_str().unwrap()]);
    assert_eq!((&report["import"], &report["foods"]), (&json!(1), &json!({ "branded_food": 4 })));
    assert_eq!((&report["superseded"], &report["problem_count"]), (&json!(1), &json!(0)));
    let text = place.ok(&["foods", "import", &path(&download)]);
    assert!(text.contains("This is import 2") && text.contains("count as g"), "{text}");
    let imports = place.json(&["foods", "imports"]);
    assert_eq!((&imports[0]["parts"][0]["in_use"], &imports[1]["parts"][0]["in_use"]), (&json!(false), &json!(true)));
    assert!(place.ok(&["foods", "imports"]).contains("branded.zip"));
    assert_eq!(place.ok(&["foods", "forget-import", "2"]), "Removed imported foods: import 2 is not in use any more.\n");
    for gone in ["2", "77"] {
        assert!(place.refuses(&["foods", "forget-import", gone]).contains(&format!("No import {gone} is in use.")));
    }
}

#[test]
fn rows_that_cannot_be_read_are_named_and_the_rest_counted() {
    let place = Place::new();
    let download = TestDownload::of("sr_legacy").edit("food_nutrient.csv", "\",\"0\",\"", "\",\"0,0\",\"");
    let text = place.ok(&["foods", "import", &path(&download), "--preview"]);
    assert!(text.contains("food_nutrient.csv:") && text.contains(":amount: \"0,0\" is not a number"), "{text}");
    let report = place.json(&["foods", "import", &path(&download), "--preview"]);
    let count = report["problem_count"].as_u64().unwrap();
    assert_eq!(report["problems"].as_array().unwrap().len() as u64, count);
    assert!(count < 20 || text.contains(&format!("and {} more; --json lists them", count - 20)), "{text}");
    let problem = &report["problems"][0];
    assert_eq!((&problem["file"], &problem["column"]), (&json!("food_nutrient.csv"), &json!("amount")));
    assert!(problem["line"].as_u64().unwrap() > 1);
}

#[test]
fn a_refused_import_changes_nothing() {
    let place = Place::new();
    place.ok(&["log", "none"]);
    let download = TestDownload::of("foundation");
    let zip = download.zipped("");
    let bytes = fs::read(&zip).unwrap();
    fs::write(&zip, &bytes[..bytes.len() / 2]).unwrap();
    let before = place.bytes();
    let said = place.refuses(&["foods", "import", zip.to_str().unwrap()]);
    assert!(said.contains("The zip file is cut off or damaged"), "{said}");
    let missing = TestDownload::of("foundation").edit("food.csv", "\"description\"", "\"name\"");
    let said = place.refuses(&["foods", "import", &path(&missing)]);
    assert!(said.contains("food.csv, line 1: there is no column \"description\""), "{said}");
    assert!(place.bytes() == before);
    assert_eq!(place.ok(&["foods", "imports"]), "No foods were imported.\n");
}
