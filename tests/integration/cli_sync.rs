//! Several computers that keep one diary: by the commands `merge` and `sync`.

use super::cli::Place;
use std::fs;
use std::path::{Path, PathBuf};

/// Two computers, and the folder that is carried between them.
struct Two {
    desk: Place,
    laptop: Place,
    folder: PathBuf,
}

impl Two {
    fn new() -> Self {
        let (desk, laptop) = (Place::new(), Place::at("2026-11-20T09:00:00+01:00"));
        let folder = desk.path("shared");
        fs::create_dir(&folder).unwrap();
        Self { desk, laptop, folder }
    }

    fn sync(&self, at: &Place) -> String {
        at.ok(&["sync", self.folder.to_str().unwrap()])
    }

    fn snapshots(&self) -> Vec<PathBuf> {
        let mut found: Vec<_> = fs::read_dir(&self.folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        found.sort_unstable();
        found
    }
}

/// What a diary holds.
fn holds(place: &Place) -> Vec<u8> {
    place.command(&["export", "json", "-"]).assert().success().get_output().stdout.clone()
}

fn copy(from: &Path, to: &Path) {
    fs::copy(from, to).unwrap();
}

#[test]
fn two_computers_see_what_both_logged() {
    let two = Two::new();
    two.desk.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "6", "--night", "2026-11-18"]);
    two.laptop.ok(&["log", "none"]);
    two.laptop.ok(&["log", "drink", "water", "250ml"]);
    assert!(two.sync(&two.desk).ends_with("What this computer knows is in the folder.\n"));
    let said = two.sync(&two.laptop);
    assert!(said.starts_with("1 night from "), "{said}");
    let said = two.sync(&two.desk);
    assert!(said.starts_with("1 night from ") && said.contains("2 records in all"), "{said}");
    assert_eq!(holds(&two.desk), holds(&two.laptop));
    // Nothing is new, and nothing is written again.
    let before: Vec<_> = two.snapshots().iter().map(|path| fs::read(path).unwrap()).collect();
    two.desk.ok(&["sync"]);
    two.laptop.ok(&["sync"]);
    two.desk.ok(&["sync"]);
    let report = two.desk.json(&["sync"]);
    assert_eq!((report["written"].as_bool(), report["merged"].as_array().map(Vec::len)), (Some(false), Some(0)), "{report}");
    assert_eq!(report["computers"].as_array().map(Vec::len), Some(1));
    assert_eq!(before.len(), two.snapshots().len());
}

#[test]
fn a_conflict_copy_is_one_more_snapshot() {
    let two = Two::new();
    two.desk.ok(&["log", "none"]);
    two.sync(&two.desk);
    let own = two.snapshots().remove(0);
    two.desk.ok(&["log", "drink", "water", "250ml"]);
    two.sync(&two.desk);
    // What carries the folder kept both versions.
    let conflict = two.folder.join(format!("{} (conflicted copy).crampdiary", own.file_stem().unwrap().to_str().unwrap()));
    fs::rename(&own, &conflict).unwrap();
    fs::write(two.folder.join("half.part.crampdiary"), "half").unwrap();
    fs::write(two.folder.join("readme.txt"), "not ours").unwrap();
    two.sync(&two.laptop);
    let (there, here) = (two.laptop.json(&["show"]), two.desk.json(&["show"]));
    assert_eq!(there["drinks"], here["drinks"]);
}

#[test]
fn a_computer_that_was_copied_gets_an_id_of_its_own() {
    let two = Two::new();
    two.desk.ok(&["log", "none"]);
    two.sync(&two.desk);
    // The whole home of the desk comes to the laptop, which then logs by itself.
    copy(&two.desk.diary(), &two.laptop.diary());
    fs::create_dir_all(two.laptop.path("config")).unwrap();
    let notes = fs::read_to_string(two.desk.path("config/machine.json")).unwrap();
    let (from, to) = (two.desk.diary().canonicalize().unwrap(), two.laptop.diary().canonicalize().unwrap());
    fs::write(two.laptop.path("config/machine.json"), notes.replace(from.to_str().unwrap(), to.to_str().unwrap())).unwrap();
    two.desk.ok(&["log", "drink", "water", "250ml"]);
    two.sync(&two.desk);
    two.laptop.ok(&["log", "drink", "tea", "200ml"]);
    two.sync(&two.laptop);
    assert_eq!(two.snapshots().len(), 2, "each writes a file of its own");
    two.sync(&two.desk);
    assert_eq!(holds(&two.desk), holds(&two.laptop));
}

#[test]
fn what_cannot_be_trusted_is_named_and_left_out() {
    let two = Two::new();
    let ahead = Place::at("2026-11-22T09:00:00+01:00");
    ahead.ok(&["log", "none"]);
    two.sync(&ahead);
    fs::write(two.folder.join("torn.crampdiary"), &fs::read(&two.snapshots()[0]).unwrap()[..40]).unwrap();
    let said = two.sync(&two.desk);
    assert!(said.contains("more than a day ahead of this computer"), "{said}");
    assert!(said.contains("is damaged, or not whole yet"), "{said}");
    assert!(said.starts_with("Nothing new from your other computers."), "{said}");
    // Each sentence says which file it is about.
    fs::create_dir(two.folder.join("a.crampdiary")).unwrap();
    fs::write(two.folder.join("b.crampdiary"), b"CrampDiarySealed\x01\0 and no more").unwrap();
    let refused = two.desk.json(&["sync"])["refused"].to_string();
    for said in ["a.crampdiary could not be read, because there is a folder of that name.", "b.crampdiary: This encrypted file is damaged"]
    {
        assert!(refused.contains(said), "{refused}");
    }
}

#[test]
fn without_a_folder_it_says_what_to_do() {
    let place = Place::new();
    assert!(place.refuses(&["sync"]).contains("Name one: cramp-diary sync DIR"));
    let said = place.refuses(&["sync", "nowhere"]);
    assert!(said.contains("nowhere cannot be read, because"), "{said}");
    place.ok(&["log", "none"]);
    let own = place.path("");
    assert!(place.refuses(&["sync", own.to_str().unwrap()]).contains("Your diary itself lies in "));
    assert!(place.refuses(&["sync"]).contains("Name one"), "it was not remembered");
}

#[test]
fn another_diary_is_merged_and_can_be_looked_at_first() {
    let two = Two::new();
    two.desk.ok(&["log", "none"]);
    two.laptop.ok(&["log", "drink", "water", "250ml"]);
    let (theirs, before) = (two.laptop.diary(), two.desk.ok(&["show"]));
    let theirs = theirs.to_str().unwrap();
    let said = two.desk.ok(&["merge", theirs, "--dry-run"]);
    assert!(said.starts_with("Nothing was changed yet. This would come: 1 record from diary.sqlite."), "{said}");
    assert_eq!(two.desk.ok(&["show"]), before);
    assert!(two.desk.ok(&["merge", theirs]).starts_with("1 record from diary.sqlite.\n"));
    assert!(two.desk.ok(&["backups"]).contains(".before-merge.sqlite"));
    assert_eq!(two.desk.json(&["merge", theirs])["added"], serde_json::json!({}));
}

#[test]
fn a_backup_is_merged_where_newer_entries_are_to_stay() {
    let place = Place::new();
    place.ok(&["log", "none"]);
    place.ok(&["backup"]);
    place.ok(&["log", "drink", "water", "250ml"]);
    let drink = place.json(&["show"])["drinks"].clone();
    let backup = place.json(&["backups"])[0]["file"].as_str().unwrap().to_owned();
    assert!(place.ok(&["restore", &backup, "--merge"]).starts_with("Nothing new from the backup"));
    assert_eq!(place.json(&["show"])["drinks"], drink, "what is newer stays");
}

#[test]
fn encrypted_snapshots_need_the_password_once_on_each_computer() {
    let two = Two::new();
    two.desk.ok(&["log", "none"]);
    fs::write(two.desk.path("words.txt"), "four ordinary words here").unwrap();
    // The desk encrypts its copies with the keys of an export that lies in the folder.
    let export = two.folder.join("keys.crampdiary");
    two.desk.command(&["export", "json", export.to_str().unwrap(), "--password-file", "words.txt"]).assert().success();
    let folder = two.folder.to_str().unwrap();
    let said = two.laptop.ok(&["sync", folder]);
    assert!(said.contains("is encrypted. Give its password once"), "{said}");
    assert_eq!(two.snapshots().len(), 1, "nothing is laid beside it in plain words");
    fs::write(two.laptop.path("wrong.txt"), "four other words here").unwrap();
    assert!(two.laptop.refuses(&["sync", folder, "--password-file", "wrong.txt"]).contains("not the password"));
    two.laptop.ok(&["log", "drink", "water", "250ml"]);
    let password = two.desk.path("words.txt");
    two.laptop.ok(&["sync", folder, "--password-file", password.to_str().unwrap()]);
    two.desk.ok(&["sync", folder, "--password-file", "words.txt"]);
    assert!(two.snapshots().iter().all(|path| fs::read(path).unwrap().starts_with(b"CrampDiarySealed")));
    two.laptop.ok(&["sync"]);
    assert_eq!(holds(&two.desk), holds(&two.laptop));
}

#[test]
fn a_snapshot_of_its_own_that_was_damaged_is_written_anew() {
    let two = Two::new();
    two.desk.ok(&["log", "none"]);
    two.sync(&two.desk);
    let own = two.snapshots().remove(0);
    let whole = fs::read(&own).unwrap();
    fs::write(&own, &whole[..whole.len() / 2]).unwrap();
    assert!(two.sync(&two.laptop).contains("is damaged"));
    two.sync(&two.desk);
    assert_eq!(two.snapshots().len(), 2, "no third file is left behind");
    assert!(two.sync(&two.laptop).starts_with("1 night from "));
}

#[test]
fn another_folder_than_before_is_said() {
    let two = Two::new();
    two.sync(&two.desk);
    let other = two.desk.path("other");
    fs::create_dir(&other).unwrap();
    let said = two.desk.ok(&["sync", other.to_str().unwrap()]).replace('\n', " ");
    assert!(said.contains("from now on; it was "), "{said}");
    assert!(!two.desk.ok(&["sync"]).contains("from now on"));
}
