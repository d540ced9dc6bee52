//! The folder of CSV files: all of a diary, read back without doubles, also after a spreadsheet saved the files again.

use super::cli::Place;
use super::commands::{every_command, known};
use super::own_json::exported;
use super::random_commands::{live, start, step};
use super::seeded::seeded;
use super::support::{TestDiary, a_cramp, a_drink, an_own_food, night};
use cramp_diary::diary::{Command, NightCommand};
use cramp_diary::domain::{Cramp, Drink, Minutes};
use cramp_diary::exchange::own::{CsvStyle, Incoming, OwnFileError, Selection, export_csv, read_csv};
use proptest::{collection::vec, prelude::*};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder with the export of a diary.
struct Folder {
    place: TempDir,
    style: CsvStyle,
}

impl Folder {
    fn of(test: &TestDiary, style: CsvStyle) -> Self {
        let folder = Self { place: tempfile::tempdir().unwrap(), style };
        export_csv(&test.diary.whole().unwrap(), &Selection::default(), style, &folder.path()).unwrap();
        folder
    }

    fn plain(test: &TestDiary) -> Self {
        Self::of(test, CsvStyle::default())
    }

    fn path(&self) -> PathBuf {
        self.place.path().join("tables")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).unwrap()
    }

    /// Replaces words in a file, which must be there.
    #[track_caller]
    fn replace(&self, name: &str, from: &str, to: &str) {
        let text = self.text(name);
        assert!(text.contains(from), "{text}");
        fs::write(self.file(name), text.replace(from, to)).unwrap();
    }

    /// The heading and rows of a file.
    fn rows(&self, name: &str) -> Vec<Vec<String>> {
        let bytes = fs::read(self.file(name)).unwrap();
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let delimiter = if self.style.semicolons { b';' } else { b',' };
        let mut csv = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(bytes);
        csv.records().map(|row| row.unwrap().iter().map(ToOwned::to_owned).collect()).collect()
    }

    fn names(&self) -> BTreeSet<String> {
        fs::read_dir(self.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    fn read(&self) -> Incoming {
        read_csv(&self.path()).unwrap()
    }

    /// Imports it; nothing may be left out.
    #[track_caller]
    fn import(&self, test: &mut TestDiary) -> String {
        let incoming = self.read();
        assert_eq!((&incoming.left_out, &incoming.unknown), (&Vec::new(), &Vec::new()));
        let merged = test.diary.import(incoming.draft, "tables").unwrap();
        assert_eq!(merged.report.refused, Vec::<String>::new());
        merged.done.what
    }
}

const STYLES: [CsvStyle; 2] = [CsvStyle { semicolons: false, bom: false }, CsvStyle { semicolons: true, bom: true }];

#[track_caller]
fn check_round_trip(test: &TestDiary) {
    for style in STYLES {
        let folder = Folder::of(test, style);
        let mut empty = TestDiary::new();
        folder.import(&mut empty);
        assert_eq!(exported(&empty), exported(test));
        let again = Folder::of(&empty, style);
        for name in folder.names() {
            assert_eq!(again.text(&name), folder.text(&name), "{name}");
        }
        assert_eq!(folder.import(&mut empty), "Nothing new from tables");
    }
}

proptest! {
    #![proptest_config(seeded(12))]

    #[test]
    fn any_diary_comes_back(steps in vec(step(), 0..40)) {
        let mut test = start();
        live(&mut test, &steps);
        check_round_trip(&test);
    }

    #[test]
    fn a_spreadsheet_may_save_any_diary(steps in vec(step(), 0..40), style in 0..STYLES.len()) {
        let mut test = start();
        live(&mut test, &steps);
        let before = exported(&test);
        let folder = Folder::of(&test, STYLES[style]);
        resave(&folder);
        let said = folder.read();
        prop_assert_eq!(said.left_out, Vec::<String>::new());
        let merged = test.diary.import(said.draft, "tables").unwrap();
        prop_assert_eq!(&merged.done.what, "Nothing new from tables");
        prop_assert_eq!(exported(&test), before);
    }
}

#[test]
fn a_diary_with_everything_comes_back() {
    let mut known = known();
    check_round_trip(&known.diary);
    for command in every_command(&known) {
        _ = known.diary.diary.execute(command);
    }
    check_round_trip(&known.diary);
    check_round_trip(&TestDiary::example(60));
}

/// Saves all files again as a spreadsheet of a German-speaking person may: semicolons and commas before decimals, dates with dots and moments
/// without seconds, columns in another order, one more column, empty rows at the end.
fn resave(folder: &Folder) {
    for name in folder.names() {
        let rows = folder.rows(&name);
        let heading = rows[0].clone();
        let mut text = String::from("\u{feff}");
        for (place, row) in rows.iter().enumerate() {
            let cells = heading.iter().zip(row).map(|(column, cell)| if place == 0 { cell.clone() } else { resaved(column, cell) });
            let quoted =
                cells.map(|cell| if cell.contains(['"', ';', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell });
            let mut cells: Vec<_> = quoted.collect();
            cells.reverse();
            write!(text, "{};\r\n", cells.join(";")).unwrap();
        }
        write!(text, "{}\r\n\r\n", ";".repeat(heading.len())).unwrap();
        fs::write(folder.file(&name), text).unwrap();
    }
}

fn resaved(column: &str, cell: &str) -> String {
    let dotted = |date: &str| {
        let parts: Vec<_> = date.split('-').collect();
        format!("{}.{}.{}", parts[2], parts[1], parts[0])
    };
    let is_date = |cell: &str| cell.len() == 10 && cell.as_bytes()[4] == b'-' && cell.starts_with("20");
    let is_number = |cell: &str| cell.contains(['.', ',']) && cell.parse::<f64>().is_ok_and(f64::is_finite);
    match cell {
        "true" => "WAHR".to_owned(),
        "false" => "FALSCH".to_owned(),
        date if is_date(date) => dotted(date),
        moment if moment.len() == 24 && moment.ends_with('Z') => format!("{} {}", dotted(&moment[..10]), &moment[11..16]),
        wall if wall.len() == 19 && column.ends_with("_local") => format!("{} {}", dotted(&wall[..10]), &wall[11..]),
        number if is_number(number) => number.trim_end_matches('0').trim_end_matches('.').replace('.', ","),
        other => other.to_owned(),
    }
}

#[test]
fn what_was_edited_in_a_spreadsheet_is_taken_over_once() {
    let mut test = TestDiary::new().with(a_cramp("2026-11-18").lasted(2.5)).with(a_drink("2026-11-18")).with(a_drink("2026-11-19"));
    let folder = Folder::plain(&test);
    resave(&folder);
    folder.replace("cramp.csv", "2,5", "3,5");
    folder.replace("drink.csv", "18.11.2026;20", "17.11.2026;20");
    // A row that was added has no id.
    let rows = folder.text("drink.csv");
    let row = rows.lines().nth(1).unwrap().split(';').collect::<Vec<_>>();
    let new: Vec<_> = row.iter().map(|cell| if cell.len() > 13 { "" } else { cell }).collect();
    fs::write(folder.file("drink.csv"), format!("{rows}{}", new.join(";").replace("250", "333"))).unwrap();
    let said = folder.import(&mut test);
    assert!(said.starts_with("1 night from tables, 3 records in all"), "{said}");
    let volumes: BTreeSet<_> = test.diary.read().all::<Drink>().unwrap().into_iter().map(|drink| drink.value.volume.get()).collect();
    assert_eq!(volumes, [250, 333].into());
    let cramps = test.diary.read().all::<Cramp>().unwrap();
    assert_eq!(cramps[0].value.duration.map(Minutes::get), Some(3.5));
    assert_eq!(folder.import(&mut test), "Nothing new from tables", "again");
}

#[test]
fn a_column_or_a_file_that_is_missing_leaves_what_was_there() {
    let mut test = known().diary;
    let before = exported(&test);
    let folder = Folder::plain(&test);
    fs::remove_file(folder.file("cramp_relief.csv")).unwrap();
    fs::remove_file(folder.file("drink.csv")).unwrap();
    for (name, column) in [("cramp.csv", "severity"), ("night.csv", "answer"), ("medicine.csv", "dose")] {
        let rows = folder.rows(name);
        let place = rows[0].iter().position(|cell| cell == column).unwrap();
        let mut csv = csv::Writer::from_path(folder.file(name)).unwrap();
        for mut row in rows {
            row.remove(place);
            csv.write_record(row).unwrap();
        }
    }
    assert_eq!(folder.import(&mut test), "Nothing new from tables");
    assert_eq!(exported(&test), before);
    // Where there is nothing to leave, the record is named.
    let mut empty = TestDiary::new();
    let merged = empty.diary.import(folder.read().draft, "tables").unwrap();
    let refused = merged.report.refused;
    assert!(refused.len() == 3 && refused.iter().all(|words| words.ends_with("severity is missing")), "{refused:?}");
}

#[test]
fn no_cell_is_a_formula_and_words_come_back_as_they_were() {
    let words = ["=HYPERLINK(\"http://x\";\"y\")", "+1", "-1", "@a", "'quoted'", "'=1"];
    let mut test = TestDiary::new();
    for (place, word) in words.iter().enumerate() {
        test.log(an_own_food(word));
        test.log(Command::Night(NightCommand::Note(night(&format!("2026-11-1{place}")), format!("{word}\nand; \"more\""))));
    }
    check_round_trip(&test);
    let folder = Folder::plain(&test);
    for name in ["own_food.csv", "night.csv"] {
        let cells: Vec<_> = folder.rows(name).into_iter().flatten().collect();
        assert!(cells.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{cells:?}");
    }
    assert!(folder.text("own_food.csv").contains("'+1"));
}

/// What is said of a folder in which one cell of a drink says something else.
fn left_out(column: &str, cell: &str, others: &str) -> Vec<String> {
    let test = TestDiary::new().with(a_drink("2026-11-11")).with(a_drink("2026-11-19"));
    let folder = Folder::plain(&test);
    let rows = folder.rows("drink.csv");
    let place = rows[0].iter().position(|name| name == column).unwrap();
    let day = rows[0].iter().position(|name| name == "day").unwrap();
    let mut csv = csv::Writer::from_path(folder.file("drink.csv")).unwrap();
    for (number, mut row) in rows.into_iter().enumerate() {
        if number == 2 && !others.is_empty() {
            others.clone_into(&mut row[day]);
        }
        if number == 1 {
            cell.clone_into(&mut row[place]);
        }
        csv.write_record(row).unwrap();
    }
    drop(csv);
    let incoming = folder.read();
    assert_eq!(incoming.draft.whole.record_count() + incoming.left_out_count, 2);
    incoming.left_out
}

#[test]
fn what_may_mean_two_things_or_nothing_is_left_out_by_name() {
    let taken = Vec::<String>::new();
    for (column, cell, others, said) in [
        ("day", "11/12/2026", "", "day \"11/12/2026\" may be 2026-12-11 or 2026-11-12; write one of these"),
        ("day", "11/12/2026", "19/11/2026", ""),
        ("day", "11/12/2026", "11/19/2026", ""),
        ("day", "12/13/2026", "", ""),
        ("day", "13.12.2026", "", ""),
        ("day", "12.13.2026", "", "day \"12.13.2026\" is not a date such as 2026-11-19"),
        ("day", "19.11.26", "", "day \"19.11.26\" is not a date with all four digits of its year"),
        ("day", "46345", "", "day \"46345\" is not a date such as 2026-11-19"),
        ("day", "", "", "day is missing"),
        ("volume_ml", "1,000", "", "volume_ml \"1,000\" is not a whole number without a separator between thousands"),
        ("volume_ml", "250.0", "", ""),
        ("volume_ml", "250 ml", "", "volume_ml \"250 ml\" is not a whole number without a separator between thousands"),
        ("volume_ml", "99999", "", "how much 99999 ml"),
        ("kind", "petrol", "", "what it is \"petrol\""),
        ("changed", "46345.25", "", "changed \"46345.25\" is not a moment such as 2026-11-20T06:00:01.000Z"),
        ("id", "7", "", "id \"7\" is no id"),
    ] {
        let expected = if said.is_empty() { taken.clone() } else { vec![format!("drink.csv, line 2: {said}")] };
        let found = left_out(column, cell, others);
        let kind_words = found.first().is_some_and(|words| column == "kind" && words.ends_with("\"petrol\""));
        assert!(found == expected || kind_words, "{column} {cell:?}: {found:?}");
    }
}

#[test]
fn numbers_with_three_decimals_are_told_by_the_file() {
    let written = |numbers: [&str; 2], delimiter: char| {
        let folder = tempfile::tempdir().unwrap();
        let rows: Vec<_> =
            numbers.iter().map(|number| ["2026-11-19", "bedtime_routine", "bedtime", number].join(&delimiter.to_string())).collect();
        let heading = ["day", "name", "time", "duration_min"].join(&delimiter.to_string());
        fs::write(folder.path().join("stretch.csv"), format!("{heading}\n{}\n", rows.join("\n"))).unwrap();
        read_csv(folder.path()).unwrap().left_out
    };
    let unclear =
        |number: &str, whole: &str| vec![format!("stretch.csv, line 2: duration_min \"{number}\" may be {whole}; write one of these")];
    assert_eq!(written(["1.234", "2.5"], ','), Vec::<String>::new());
    assert_eq!(written(["1.234", "2"], ','), Vec::<String>::new());
    assert_eq!(written(["1.234", "2"], ';'), unclear("1.234", "1.2340 or 1234"));
    assert_eq!(written(["1.234", "2,5"], ';'), unclear("1.234", "1.2340 or 1234"));
    assert_eq!(written(["1,234", "2,5"], ';'), Vec::<String>::new());
    assert_eq!(written(["1,234", "2,5"], '\t'), Vec::<String>::new());
    let thousands = "stretch.csv, line 2: duration_min \"1.234,5\" is not a number without a separator between thousands";
    assert_eq!(written(["1.234,5", "2"], ';'), [thousands]);
}

#[test]
fn what_does_not_belong_is_named() {
    let test = known().diary;
    let folder = Folder::plain(&test);
    fs::write(folder.file("dream.csv"), "id\n").unwrap();
    fs::write(folder.file("cramp_relief.csv"), "cramp_id,relief,helped\n019a0000-0000-7000-8000-000000000000,massage,\nx,massage,\n")
        .unwrap();
    folder.replace("drink.csv", "volume_ml", "volume_ml,mood");
    folder.replace("factor.csv", "id,", "\u{e9},");
    let incoming = folder.read();
    assert_eq!(incoming.unknown, ["the column \"mood\" of drink.csv", "the column \"\u{e9}\" of factor.csv", "the file dream.csv"]);
    let said = incoming.left_out;
    assert!(said.contains(&"cramp_relief.csv, line 2: no record of cramp.csv has this cramp_id.".to_owned()), "{said:?}");
    assert!(said.contains(&"cramp_relief.csv, line 3: cramp_id is no id".to_owned()), "{said:?}");
}

#[test]
fn what_is_no_folder_of_ours_is_refused_in_words() {
    let folder = Folder::plain(&known().diary);
    let said = |folder: &Folder| read_csv(&folder.path()).unwrap_err().to_string();
    let whole = Selection::default();
    let taken = export_csv(&known().diary.diary.whole().unwrap(), &whole, CsvStyle::default(), &folder.path());
    assert!(matches!(taken, Err(OwnFileError::NotEmpty { .. })));
    let taken = export_csv(&known().diary.diary.whole().unwrap(), &whole, CsvStyle::default(), &folder.file("night.csv"));
    assert!(matches!(taken, Err(OwnFileError::Taken { .. })));
    let night = folder.text("night.csv");
    for (bytes, what) in [
        (night.encode_utf16().flat_map(|unit| [0xfeff_u16, unit]).flat_map(u16::to_le_bytes).collect(), "is UTF-16"),
        (format!("{night}\"open").into_bytes(), "has a quotation mark that is opened and never closed"),
        (Vec::new(), "is empty"),
    ] {
        fs::write(folder.file("night.csv"), bytes).unwrap();
        assert!(said(&folder).contains(what), "{}", said(&folder));
    }
    fs::write(folder.file("night.csv"), &night).unwrap();
    folder.replace("about.csv", "schema,1", "schema,2");
    assert!(said(&folder).contains("was written by a newer version"), "{}", said(&folder));
    assert!(matches!(read_csv(Path::new(env!("CARGO_MANIFEST_DIR"))), Err(OwnFileError::NotOurs { .. })));
}

#[test]
fn the_dictionary_lists_every_column_of_every_file() {
    let folder = Folder::plain(&known().diary);
    let listed: BTreeSet<_> = folder.rows("dictionary.csv").into_iter().skip(1).map(|row| (row[0].clone(), row[1].clone())).collect();
    let mut found = BTreeSet::new();
    for name in folder.names().into_iter().filter(|name| name != "about.csv") {
        found.extend(folder.rows(&name)[0].iter().map(|column| (name.clone(), column.clone())));
    }
    assert_eq!(found, listed);
}

#[test]
fn lines_are_counted_as_a_spreadsheet_does_whatever_they_end_with() {
    let place = Place::new();
    fs::create_dir(place.path("tables")).unwrap();
    for end in ["\n", "\r\n"] {
        let rows = ["id,created,changed,day,kind,volume_ml", ",,,2026-11-19,water,250", ",,,2026-11-19,water,some", ""];
        fs::write(place.path("tables/drink.csv"), rows.join(end)).unwrap();
        let said = place.ok(&["import", "tables", "--dry-run"]);
        assert!(said.contains("drink.csv, line 3: "), "{end:?}: {said}");
    }
}
