//! Downloads with something wrong: what is refused as a whole, and what is listed row by row.

use super::downloads::TestDownload;
use super::support::TestDiary;
use cramp_diary::diary::{Command, ImportCommand};
use cramp_diary::domain::Nutrient;
use std::fs;
use std::path::Path;

/// The import is refused with these words, and leaves no file behind.
#[track_caller]
fn check_refused(path: &Path, words: &[&str]) {
    let mut test = TestDiary::new();
    let error = test.import(path).unwrap_err().to_string();
    for word in words {
        assert!(error.contains(word), "{word:?} is not in: {error}");
    }
    assert!(!test.library().exists(), "nothing stays: {error}");
}

#[test]
fn a_zip_that_was_cut_in_half() {
    let download = TestDownload::of("foundation");
    let zip = download.zipped("");
    let whole = fs::read(&zip).unwrap();
    for length in [whole.len() / 2, whole.len() - 10, 100, 4] {
        fs::write(&zip, &whole[..length]).unwrap();
        check_refused(&zip, &["The zip file is cut off or damaged", "Download it again", "foundation.zip"]);
    }
}

#[test]
fn a_zip_with_changed_bytes_in_the_middle() {
    let download = TestDownload::of("foundation");
    let zip = download.zipped("");
    let mut bytes = fs::read(&zip).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 40].fill(0x55);
    fs::write(&zip, bytes).unwrap();
    check_refused(&zip, &["The zip file is cut off or damaged", ".csv, line "]);
}

#[test]
fn what_is_no_download() {
    let download = TestDownload::empty("letters").with("letter.txt", "Dear diary");
    check_refused(&download.folder(), &["There is no food.csv in it", "letters"]);
    check_refused(&download.zipped(""), &["There is no food.csv in it", "letters.zip"]);
    check_refused(&download.file("letter.txt"), &["This is not a zip file", "letter.txt"]);
    check_refused(&download.file("nowhere"), &["nowhere cannot be read"]);
    let several = TestDownload::of("foundation");
    fs::create_dir(several.folder().with_file_name("other")).unwrap();
    fs::copy(several.file("food.csv"), several.folder().with_file_name("other").join("food.csv")).unwrap();
    check_refused(several.folder().parent().unwrap(), &["several downloads in it: foundation, other"]);
}

#[test]
fn a_missing_file() {
    for (name, file, kind) in [
        ("foundation", "foundation_food.csv", "Foundation Foods"),
        ("branded", "branded_food.csv", "Branded foods"),
        ("sr_legacy", "food_nutrient.csv", "all foods"),
    ] {
        check_refused(&TestDownload::of(name).without(file).folder(), &[&format!("{file} is missing, which {kind} come with")]);
    }
}

#[test]
fn a_missing_column() {
    for (file, column) in [
        ("food.csv", "fdc_id"),
        ("food.csv", "data_type"),
        ("food.csv", "description"),
        ("food_nutrient.csv", "nutrient_id"),
        ("food_nutrient.csv", "amount"),
        ("food_portion.csv", "gram_weight"),
        ("nutrient.csv", "unit_name"),
    ] {
        let download = TestDownload::of("sr_legacy").edit(file, &format!("\"{column}\""), "\"renamed\"");
        check_refused(&download.folder(), &[&format!("{file}, line 1: there is no column \"{column}\""), "renamed"]);
    }
}

#[test]
fn a_wrong_separator() {
    for (separator, name) in [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")] {
        let download = TestDownload::of("sr_legacy").edit("food.csv", "\",\"", &format!("\"{separator}\""));
        check_refused(&download.folder(), &[&format!("food.csv, line 1: the columns are separated by {name}, not by commas")]);
    }
}

#[test]
fn an_empty_file_and_one_with_its_heading_alone() {
    check_refused(&TestDownload::of("sr_legacy").with("food.csv", "").folder(), &["food.csv, line 1: the file is empty"]);
    let heading = "fdc_id,data_type,description\n";
    check_refused(&TestDownload::of("sr_legacy").with("food.csv", heading).folder(), &["food.csv has only its heading"]);
    let samples = TestDownload::of("foundation").edit("food.csv", "\"foundation_food\"", "\"sample_food\"");
    check_refused(&samples.folder(), &["No food in it can be imported", "6 of type sample_food"]);
}

#[test]
fn latin_1() {
    let text = fs::read_to_string(TestDownload::of("branded").file("food.csv")).unwrap();
    let latin_1: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let download = TestDownload::of("branded").with("food.csv", latin_1);
    // The record before it has a line break in its name: lines are counted as an editor counts them.
    check_refused(&download.folder(), &["food.csv, line 6, column description: the text is not UTF-8 but perhaps Latin-1"]);
}

#[test]
fn utf_8_with_its_mark_is_read() {
    let text = fs::read_to_string(TestDownload::of("branded").file("food.csv")).unwrap();
    let found = TestDownload::of("branded").with("food.csv", format!("\u{feff}{text}")).preview().unwrap();
    assert_eq!(found.problems.count(), 0);
}

#[test]
fn a_quotation_mark_that_is_never_closed() {
    let file = "food_portion.csv";
    // In the last column of a row, where it would swallow the rest and still look like one row.
    let row = "\"81883\",\"167746\",\"2\",\"1\",\"9999\",\"\",\"fruit (2-1/8\"\" dia)\",\"58\",\"\",\"\",\"";
    let download = TestDownload::of("sr_legacy").edit(file, &format!("{row}\"\n"), &format!("{row}\n"));
    check_refused(&download.folder(), &["food_portion.csv, line 3: a quotation mark is opened and never closed"]);
    let mut long = fs::read_to_string(download.file(file)).unwrap();
    long.push_str(&"one row after the other\n".repeat(100_000));
    check_refused(&download.with(file, long).folder(), &["food_portion.csv, line 3: a quotation mark is opened"]);
}

/// A row of a small download that is spoiled, and what is said of it.
struct Spoiled {
    download: &'static str,
    file: &'static str,
    from: &'static str,
    to: &'static str,
    said: &'static str,
}

const SPOILED: &[Spoiled] = &[
    Spoiled {
        download: "sr_legacy",
        file: "food_nutrient.csv",
        from: "\"168421\",\"1090\",\"33\"",
        to: "\"168421\",\"1090\",\"3,3\"",
        said: ":amount: \"3,3\" is not a number; it needs a decimal point, as in 1.5",
    },
    Spoiled {
        download: "sr_legacy",
        file: "food_nutrient.csv",
        from: "\"168421\",\"1090\",\"33\"",
        to: "\"168421\",\"1090\",\"-33\"",
        said: ":amount: \"-33\" is less than 0",
    },
    Spoiled {
        download: "sr_legacy",
        file: "food_nutrient.csv",
        from: "\"168421\",\"1090\",\"33\"",
        to: "\"168421\",\"1090\",\"NaN\"",
        said: ":amount: \"NaN\" is not a number",
    },
    Spoiled {
        download: "sr_legacy",
        file: "food_nutrient.csv",
        from: "\"168421\",\"1090\",\"33\"",
        to: "\"168421\",\"1090\",\"330000\"",
        said: ":amount: \"330000\" of magnesium is more than 100 g can hold",
    },
    Spoiled {
        download: "sr_legacy",
        file: "food_nutrient.csv",
        from: "\"168421\",\"1090\",\"33\"",
        to: "\"168421\",\"1090\",3,3",
        said: ": the row has 12 values, but there are 11 columns",
    },
    Spoiled {
        download: "sr_legacy",
        file: "food_nutrient.csv",
        from: "\"168421\",\"1090\",\"33\"",
        to: "\"kale\",\"1090\",\"33\"",
        said: ":fdc_id: \"kale\" is not a whole number",
    },
    Spoiled {
        download: "sr_legacy",
        file: "nutrient.csv",
        from: "\"1090\",\"Magnesium, Mg\",\"MG\"",
        to: "\"1090\",\"Magnesium, Mg\",\"IU\"",
        said: ":unit_name: \"IU\" is no unit of Magnesium; its amounts are left out",
    },
];

#[test]
fn an_amount_that_cannot_be_read_is_listed_and_unknown() {
    for Spoiled { download, file, from, to, said } in SPOILED {
        let download = TestDownload::of(download).edit(file, from, to);
        let lines = fs::read_to_string(download.file(file)).unwrap();
        let line = lines.lines().position(|line| line.contains(to)).unwrap() + 1;
        let mut test = TestDiary::new();
        let imported = test.import(&download.folder()).unwrap();
        let problems: Vec<_> = imported.found.problems.listed().iter().map(ToString::to_string).collect();
        assert_eq!(problems, [format!("{file}:{line}{said}")]);
        test.log(Command::Import(ImportCommand::Accept(imported.import.id)));
        let kale = test.diary.read().imported_food(168_421).unwrap().unwrap();
        assert_eq!(kale.per_100_g.get(Nutrient::Magnesium), None, "{to}");
        assert_eq!(kale.per_100_g.get(Nutrient::Potassium), Some(348.0), "{to}");
    }
}

#[test]
fn a_food_or_measure_that_cannot_be_read_is_listed_and_left_out() {
    for (name, file, from, to, said) in [
        ("sr_legacy", "food.csv", "\"168421\"", "\"168421x\"", ":4:fdc_id: \"168421x\" is not a whole number"),
        ("sr_legacy", "food.csv", "\"Kale, raw\"", "\" \"", ":4:description: is empty"),
        ("sr_legacy", "food.csv", "\"168421\"", "\"167765\"", ":4:fdc_id: 167765 is there twice; the first stays"),
        ("sr_legacy", "food_portion.csv", "\"58\",\"\"", "\"5,8\",\"\"", ":3:gram_weight: \"5,8\" is not a number"),
        ("sr_legacy", "food_portion.csv", "\"4518\"", "\"45180\"", ":9:gram_weight: Amount 45180 g is not allowed"),
        (
            "foundation",
            "food_portion.csv",
            "\"1001\",\"\",\"\",\"33.9\"",
            "\"4711\",\"\",\"\",\"33.9\"",
            ":3:measure_unit_id: 4711 is not in measure_unit.csv",
        ),
        ("branded", "branded_food.csv", "\"MLT\"", "\"OZ\"", ":5:serving_size_unit: \"oz\" is neither g nor ml"),
        (
            "branded",
            "branded_food.csv",
            "\"20123455\"",
            "\"2012345X\"",
            ":7:gtin_upc: \"2012345X\" is not a bar code; the food is kept without it",
        ),
        ("branded", "branded_food.csv", "\"1.5\"", "\"1,5\"", ":7:serving_size: \"1,5\" is not a number"),
    ] {
        let found = TestDownload::of(name).edit(file, from, to).preview().unwrap();
        let said = format!("{file}{said}");
        let problems: Vec<_> = found.problems.listed().iter().map(ToString::to_string).collect();
        assert!(problems.iter().any(|problem| problem.starts_with(&said)), "{said}: {problems:?}");
    }
}
