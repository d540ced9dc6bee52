//! Backups in the window: made, kept elsewhere, restored, and the diary deleted.

use super::backups::names;
use super::support::{TestDiary, a_drink, raw};
use super::window_support::{HOME, Morning};
use cramp_diary::domain::Drink;
use cramp_diary::store::{Access, BackupPlace, Store};
use egui::vec2;
use std::path::{Path, PathBuf};
use std::{fs, thread};

const SAVED: &str = "Saved a backup, and restored it in a trial.";
const PUT: &str = "Put it in the place of my diary";

impl Morning {
    /// Waits until nothing is done beside the window any more.
    pub(crate) fn until_done(&mut self) -> &mut Self {
        loop {
            // A press is a few frames long, and work begins with the frame after it.
            self.harness().run_steps(12);
            if !self.app().is_busy() {
                break;
            }
            thread::yield_now();
        }
        self.settle();
        self
    }

    pub(crate) fn folder(&self) -> PathBuf {
        BackupPlace::beside(self.path()).folder().to_owned()
    }

    /// How many drinks are in the file.
    pub(crate) fn drinks(&self) -> usize {
        Store::open(self.path(), Access::ReadOnly).unwrap().read().all::<Drink>().unwrap().len()
    }
}

/// The settings of a diary with a drink.
fn opened() -> Morning {
    let mut morning = Morning::after([a_drink(HOME).into()]);
    morning.press("Settings");
    morning
}

#[test]
fn a_backup_is_made_when_it_is_asked_for_and_its_trial_is_told() {
    let mut morning = opened();
    morning.sees("No backup was made yet. The first is made by itself once something is logged.").sees("Never saved elsewhere.");
    morning.press("Save a backup now").until_done();
    assert_eq!(morning.toast().unwrap().1, SAVED);
    morning.sees("Restored in a trial just now: 0 nights, 1 record, last entry 19 Nov 2026.");
    assert_eq!(names(&morning.folder()), ["diary.2026-11-20T07-05-00.asked-for.sqlite"]);
}

#[test]
fn backups_are_made_by_themselves_once_a_day_half_a_minute_after_the_window_opened() {
    let mut morning = Morning::after([a_drink(HOME).into()]);
    morning.stop_time().harness().state_mut().keep_backups();
    morning.seconds_later(20.0).until_done();
    assert!(!morning.folder().exists());
    morning.seconds_later(40.0).until_done();
    assert_eq!(names(&morning.folder()), ["diary.2026-11-20T07-05-00.daily.sqlite"]);
    morning.check_idle("a backup was made");
    morning.harness().state_mut().keep_backups();
    morning.seconds_later(60.0).until_done();
    assert_eq!(names(&morning.folder()).len(), 1, "once");
}

#[test]
fn an_empty_diary_needs_no_backup() {
    let mut morning = Morning::started();
    morning.stop_time().harness().state_mut().keep_backups();
    morning.seconds_later(60.0).until_done();
    assert!(!morning.folder().exists());
}

#[test]
fn a_folder_elsewhere_gets_backups_too() {
    let mut morning = opened();
    let stick = tempfile::tempdir().unwrap();
    morning.press("Save elsewhere too…").write("A folder elsewhere", "/no/such/folder").press("Save backups there too");
    assert!(morning.alert().contains("There is no folder /no/such/folder."));
    morning.press("Close this message").press("Save elsewhere too…");
    morning.write("A folder elsewhere", stick.path().to_str().unwrap()).press("Save backups there too").until_done();
    assert_eq!(morning.toast().unwrap().1, "Saved a backup here and elsewhere, and restored both in a trial.");
    assert_eq!((names(stick.path()).len(), names(&morning.folder()).len()), (1, 1));
    morning.sees("Last saved elsewhere just now.").sees(&format!("Backups also go to {}, whenever it is there.", stick.path().display()));
    morning.press("Save there no more").press("Save a backup now").until_done();
    assert_eq!((names(stick.path()).len(), names(&morning.folder()).len()), (1, 2));
}

#[test]
fn a_backup_is_looked_at_and_restored() {
    let mut morning = opened();
    morning.press("Save a backup now").until_done();
    morning.press("Today").press("Water 250 ml").press("Settings");
    assert_eq!(morning.drinks(), 2);
    morning.press("Restore a backup").until_done();
    morning.press("Restore: 20 Nov 2026 07:05:00, asked for").until_done();
    morning.sees("The backup: 0 nights, 1 record, last entry 19 Nov 2026.").sees("Would go: 1 drink.");
    morning.press("Leave everything as it is");
    assert_eq!(morning.drinks(), 2);
    morning.press("Restore: 20 Nov 2026 07:05:00, asked for").until_done().press(PUT).until_done();
    assert_eq!(morning.drinks(), 1);
    let said = morning.toast().unwrap().1;
    assert!(said.starts_with("Restored: 0 nights, 1 record, last entry 19 Nov 2026. The diary of before is a backup now: "), "{said}");
    assert!(names(&morning.folder()).iter().any(|name| name.contains("before-restore")));
    morning.press("Water 250 ml");
    assert_eq!(morning.drinks(), 2, "it goes on in the restored one");
}

#[test]
fn a_diary_overwritten_with_rubbish_is_got_back_by_the_window_alone() {
    let (path, folder) = TestDiary::new().with(a_drink(HOME)).close();
    let mut morning = Morning::open(folder, path, vec2(1240.0, 860.0));
    morning.press("Settings").press("Save a backup now").until_done();
    let (path, folder) = morning.leave();
    fs::write(&path, [0xA5; 8192]).unwrap();
    let mut morning = Morning::open(folder, path, vec2(1240.0, 860.0));
    morning.sees("Your diary did not open").sees("Put a backup in its place").until_done();
    morning.press("Restore: 20 Nov 2026 07:05:00, asked for").until_done();
    morning.sees("What the diary of now holds cannot be told, because it is damaged. It is kept as it is, under another name.");
    morning.press(PUT).until_done();
    assert!(morning.toast().unwrap().1.contains("The damaged diary of before was kept: "));
    assert_eq!(morning.drinks(), 1);
}

/// Gets the diary with one drink back whose file was spoiled under the window.
#[track_caller]
fn check_got_back(spoil: impl FnOnce(&Path), then: &str) {
    let mut morning = opened();
    morning.press("Save a backup now").until_done().press("Today");
    spoil(morning.path());
    morning.looks().press("Get it back from a backup").until_done();
    morning.press("Restore: 20 Nov 2026 07:05:00, asked for").until_done().sees(then).press(PUT).until_done();
    assert!(morning.toast().unwrap().1.starts_with("Restored: 0 nights, 1 record, last entry 19 Nov 2026."));
    assert!(!morning.has("Get it back from a backup"), "nothing is lost any more");
    morning.press_all(&["Close this message", "Water 250 ml"]);
    assert_eq!(morning.drinks(), 2, "it goes on in the restored one");
}

#[test]
fn a_diary_whose_file_is_lost_under_the_window_is_got_back_from_a_backup() {
    check_got_back(|path| fs::remove_file(path).unwrap(), "There is no diary now.");
    let damaged = "What the diary of now holds cannot be told, because it is damaged. It is kept as it is, under another name.";
    check_got_back(|path| fs::write(path, "Dear diary, ".repeat(20_000)).unwrap(), damaged);
    let mut morning = opened();
    fs::remove_file(morning.path()).unwrap();
    morning.looks();
    assert!(morning.has("Save it at its place again") && !morning.has("Get it back from a backup"), "there is no backup");
}

#[test]
fn what_cannot_be_restored_says_why() {
    let mut morning = opened();
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), "Dear diary").unwrap();
    morning.press("Restore a backup").until_done().sees("There is no backup yet.");
    morning.write("Another backup", file.path().to_str().unwrap()).press("Look what it would change").until_done();
    let said =
        format!("This cannot be restored, because it is no diary of this program: {}. Choose another backup.", file.path().display());
    morning.sees(&said);
}

#[test]
fn the_diary_is_deleted_behind_a_typed_word_and_its_backups_only_if_that_is_meant() {
    for with_backups in [false, true] {
        let mut morning = opened();
        morning.press("Save a backup now").until_done().press("Delete my diary…");
        morning.sees(&format!("Will be deleted: {}, with the imported foods beside it.", morning.path().display()));
        morning.sees("Backups beside it remain, and can be restored.");
        assert!(morning.is_disabled("Delete it for good"));
        if with_backups {
            let tick = format!("Delete its backups in {} too", morning.folder().display());
            morning.press(&tick);
            assert!(!morning.reads("Backups beside it remain, and can be restored."));
        }
        morning.write("Type the word delete", "delete").press("Delete it for good");
        morning.sees("Good morning.");
        assert_eq!(morning.drinks(), 0);
        assert_eq!(morning.folder().exists(), !with_backups);
        drinks_are_gone(morning.path());
    }
}

fn drinks_are_gone(path: &Path) {
    let left: u32 = raw(path).query_row("SELECT count(*) FROM drink", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
}
