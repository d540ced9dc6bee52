//! `salvage` on the command line.

use super::cli::Place;
use super::support::raw;
use cramp_diary::diary::SplitMix64;
use std::fs::{self, OpenOptions};
use std::io::{Seek as _, SeekFrom, Write as _};

/// Fills pages of the diary with zeros, from this one on.
fn zero(place: &Place, page: u64, count: usize) {
    let mut file = OpenOptions::new().write(true).open(place.diary()).unwrap();
    file.seek(SeekFrom::Start((page - 1) * 4096)).unwrap();
    file.write_all(&vec![0; count * 4096]).unwrap();
}

fn root(place: &Place, table: &str) -> u64 {
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    raw(&place.diary()).query_row(sql, [table], |row| row.get::<_, u32>(0)).unwrap().into()
}

#[test]
fn a_diary_whose_beginning_is_gone_comes_back() {
    let place = Place::with_example("60", "3");
    let before = place.ok(&["show", "--json"]);
    zero(&place, 1, 1);
    assert!(place.fails(1, &["show"]).contains("not a Cramp Diary"));

    let said = place.ok(&["salvage", "diary.sqlite", "--out", "saved.sqlite"]);
    assert!(
        said.starts_with("1 of the ") && said.contains(" parts of the file is damaged. ") && said.contains(" records came back.\n"),
        "{said}"
    );
    assert!(said.ends_with("The damaged file is as it was. What came back is a diary of its own now:\nsaved.sqlite\n"), "{said}");
    assert_eq!(place.ok(&["show", "--json", "--diary", "saved.sqlite"]), before);
    assert!(place.ok(&["check", "--diary", "saved.sqlite"]).starts_with("Nothing is wrong: "));
}

#[test]
fn every_part_that_was_written_over_is_counted() {
    let place = Place::with_example("200", "3");
    let mut random = SplitMix64::new(1);
    let rubbish: Vec<u8> = (0..30 * 4096 / 8).flat_map(|_| random.next_u64().to_be_bytes()).collect();
    // The list of tables is gone with them, so that nothing says what the pages were.
    OpenOptions::new().write(true).open(place.diary()).unwrap().write_all(&rubbish).unwrap();
    assert_eq!(place.json(&["salvage", "diary.sqlite", "--out", "saved.sqlite"])["damaged_pages"], 30);
}

#[test]
fn what_is_missing_is_counted_beside_the_newest_backup() {
    let place = Place::with_example("200", "3");
    fs::create_dir(place.path("backups")).unwrap();
    fs::copy(place.diary(), place.path("backups/diary.2026-11-19T07-12-05.daily.sqlite")).unwrap();
    let drinks = root(&place, "drink");
    // The first page of the drinks has no drink, but leads to all of them.
    zero(&place, drinks, 1);
    let found = place.json(&["salvage", "diary.sqlite", "--out", "whole.sqlite"]);
    let of = |kind: &str| found["kinds"].as_array().unwrap().iter().find(|of| of["kind"] == kind).unwrap().clone();
    assert_eq!((&found["damaged_pages"], &of("drink")["came_back"]), (&1.into(), &of("drink")["in_backup"]));
    assert!(found["backup"].as_str().unwrap().ends_with(".daily.sqlite"));

    zero(&place, root_in_backup(&place, "factor"), 1);
    zero(&place, root_in_backup(&place, "medicine"), 1);
    let said = place.ok(&["salvage", "diary.sqlite", "--out", "less.sqlite"]);
    assert!(said.contains("2 factors came from the backup, because only what belongs to them was found."), "{said}");
    assert!(said.contains("A backup holds 2 records that did not come back, unless you deleted them since:\n"), "{said}");
    let medicines = said.lines().find(|line| line.starts_with("Medicine")).unwrap();
    assert_eq!(medicines.split_whitespace().collect::<Vec<_>>(), ["Medicine", "0", "2"]);
}

fn root_in_backup(place: &Place, table: &str) -> u64 {
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    let backup = place.path("backups/diary.2026-11-19T07-12-05.daily.sqlite");
    raw(&backup).query_row(sql, [table], |row| row.get::<_, u32>(0)).unwrap().into()
}

#[test]
fn nothing_is_overwritten_and_no_half_diary_is_left() {
    let place = Place::with_example("40", "3");
    fs::write(place.path("taken.sqlite"), "mine").unwrap();
    let said = place.refuses(&["salvage", "diary.sqlite", "--out", "taken.sqlite"]);
    assert!(said.contains("it was left as it is"), "{said}");
    assert_eq!(fs::read(place.path("taken.sqlite")).unwrap(), b"mine");
    for (file, expected) in [("taken.sqlite", "nothing of a diary was found"), ("missing.sqlite", "there is no such file"), (".", "folder")]
    {
        let said = place.refuses(&["salvage", file, "--out", "new.sqlite"]);
        assert!(said.contains(expected), "{file}: {said}");
    }
    let said = place.refuses(&["salvage", "diary.sqlite", "--out", "nowhere/new.sqlite"]);
    assert!(said.contains("There is no folder nowhere"), "{said}");
    let left = fs::read_dir(place.path(".")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(left.into_iter().all(|name| !name.contains("new") && !name.contains("unfinished")));
}

/// What lies on the disk in the middle of a change is what is left when its program is killed there.
#[test]
fn a_change_that_was_not_finished_is_taken_back() {
    let place = Place::with_example("60", "3");
    let file = raw(&place.diary());
    let settings = "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 10; BEGIN; DELETE FROM drink; UPDATE food SET amount_g = 1;";
    file.execute_batch(settings).unwrap();
    for ending in ["", "-journal"] {
        fs::copy(place.path(&format!("diary.sqlite{ending}")), place.path(&format!("killed.sqlite{ending}"))).unwrap();
    }
    file.execute_batch("ROLLBACK").unwrap();
    drop(file);
    let mut killed = OpenOptions::new().write(true).open(place.path("killed.sqlite")).unwrap();
    killed.seek(SeekFrom::Start((root(&place, "drink_by_day") - 1) * 4096)).unwrap();
    killed.write_all(&[0; 4096]).unwrap();
    place.ok(&["salvage", "killed.sqlite", "--out", "saved.sqlite"]);
    let whole = |file: &str| place.ok_wide(&["export", "json", "-", "--diary", file]);
    assert_eq!(whole("saved.sqlite"), whole("diary.sqlite"));
    fs::remove_file(place.path("killed.sqlite-journal")).unwrap();
    place.ok(&["salvage", "killed.sqlite", "--out", "less.sqlite"]);
    assert_ne!(whole("less.sqlite"), whole("diary.sqlite"), "half of the change lies in the file");
}
