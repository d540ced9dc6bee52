//! Several computers that keep one diary, in the window.

use super::backups::names;
use super::cli::Place;
use super::support::a_drink;
use super::window_support::{HOME, Morning};
use cramp_diary::sealed::is_sealed;
use cramp_diary::several::this_computer;
use eframe::App as _;
use std::fs;
use std::path::PathBuf;

const NEW: &str = "Use this folder";

/// Another computer, and the folder that is carried between it and the window's.
struct Other {
    place: Place,
    folder: PathBuf,
}

impl Other {
    /// One that has logged a night and two drinks, and says so in the folder.
    fn new() -> Self {
        let place = Place::new();
        let folder = place.path("shared");
        fs::create_dir(&folder).unwrap();
        let other = Self { place, folder };
        other.place.ok(&["log", "none"]);
        other.drinks("250ml");
        other.drinks("300ml");
        other.meets();
        other
    }

    fn drinks(&self, volume: &str) {
        self.place.ok(&["log", "drink", "water", volume]);
    }

    fn meets(&self) -> String {
        self.place.ok(&["sync", self.folder.to_str().unwrap()])
    }

    /// How many drinks are in its diary.
    fn has(&self) -> usize {
        String::from_utf8(self.place.command(&["export", "lines", "--kind", "drink"]).output().unwrap().stdout).unwrap().lines().count()
    }

    /// The settings of a window that has a drink, and names the folder.
    fn with_window(&self) -> Morning {
        let mut morning = Morning::after([a_drink(HOME).into()]);
        morning.press("Settings");
        self.named_in(&mut morning);
        morning
    }

    fn named_in(&self, morning: &mut Morning) {
        morning.press("Choose a folder…").write("A folder for your computers", self.folder.to_str().unwrap());
        morning.press(NEW).until_done();
    }
}

#[test]
fn what_another_computer_logged_comes_as_one_step_that_can_be_undone() {
    let other = Other::new();
    let mut morning = Morning::after([a_drink(HOME).into()]);
    morning.press("Settings").sees("Keep one diary on several computers");
    other.named_in(&mut morning);
    let came = format!("1 night from {}, 3 records in all", this_computer());
    assert_eq!(morning.toast().unwrap().1, came);
    assert_eq!(morning.drinks(), 3);
    assert_eq!(names(&morning.folder()), ["diary.2026-11-20T07-05-00.before-merge.sqlite"]);
    // It has the name of this computer, and is told apart by the beginning of its id.
    let named = morning.words().into_iter().find(|label| label.ends_with(": last snapshot just now")).unwrap();
    assert_eq!(named.split(" (").next(), Some(this_computer().as_str()));
    morning.sees(&format!("{came}."));
    morning.press("Undo");
    assert_eq!(morning.drinks(), 1);
    assert_eq!(morning.toast().unwrap().1.split(" (").next(), Some(format!("Undone: {came}").as_str()));
    // The window wrote what it knows, and the other computer reads it.
    assert!(other.meets().starts_with("1 record from "));
    assert_eq!(other.has(), 3);
}

#[test]
fn what_comes_from_two_computers_is_one_step() {
    let (other, third) = (Other::new(), Place::new());
    third.ok(&["log", "drink", "tea", "200ml"]);
    // It has not met the other one, so that each of them brings something.
    let own = third.path("own");
    fs::create_dir(&own).unwrap();
    third.ok(&["sync", own.to_str().unwrap()]);
    for name in names(&own) {
        fs::copy(own.join(&name), other.folder.join(&name)).unwrap();
    }
    let mut morning = other.with_window();
    assert_eq!(morning.drinks(), 4);
    assert_eq!(morning.toast().unwrap().1.matches(&this_computer()).count(), 2);
    morning.press("Undo");
    assert_eq!(morning.drinks(), 1);
}

#[test]
fn the_computers_come_together_by_themselves_when_the_window_opens() {
    let other = Other::new();
    let mut morning = other.with_window();
    other.drinks("100ml");
    other.meets();
    let (path, folder) = morning.leave();
    morning = Morning::open(folder, path, egui::vec2(1240.0, 860.0));
    morning.stop_time().harness().state_mut().keep_together();
    morning.seconds_later(2.0).until_done();
    assert_eq!(morning.drinks(), 3);
    morning.seconds_later(3.0).until_done();
    assert_eq!(morning.drinks(), 4);
    morning.seconds_later(20.0).until_done().check_idle("the computers came together");
}

#[test]
fn they_wait_while_the_person_types() {
    let other = Other::new();
    let mut morning = other.with_window();
    other.drinks("100ml");
    other.meets();
    morning.press("Restore a backup").until_done().press("Another backup");
    morning.stop_time().harness().state_mut().keep_together();
    morning.seconds_later(6.0).until_done();
    assert_eq!(morning.drinks(), 3);
    morning.key(egui::Key::Escape).seconds_later(6.0).until_done();
    assert_eq!(morning.drinks(), 4);
}

#[test]
fn what_is_logged_before_the_window_closes_reaches_the_others() {
    let other = Other::new();
    let mut morning = other.with_window();
    morning.harness().state_mut().keep_together();
    let written = || names(&other.folder).into_iter().map(|name| fs::read(other.folder.join(name)).unwrap()).collect::<Vec<_>>();
    let before = written();
    morning.harness().state_mut().on_exit(None);
    assert_eq!(written(), before, "nothing changed");
    morning.press("Today").press("Water 250 ml");
    morning.harness().state_mut().on_exit(None);
    assert_ne!(written(), before);
    other.meets();
    assert_eq!(other.has(), 4);
}

#[test]
fn a_folder_that_is_not_there_is_a_quiet_word_unless_it_was_asked_for() {
    let other = Other::new();
    let mut morning = other.with_window();
    fs::rename(&other.folder, other.place.path("away")).unwrap();
    morning.press("Close this message").stop_time().harness().state_mut().keep_together();
    morning.seconds_later(6.0).until_done();
    assert_eq!(morning.toast(), None);
    let folder = fs::canonicalize(other.place.path("away")).unwrap().with_file_name("shared");
    morning.sees(&format!("{} is not there now.", folder.display()));
    morning.press("Merge now").until_done();
    assert!(morning.alert().contains("cannot be read, because"), "{}", morning.alert());
    // A diary that is closed then does not make the folder.
    morning.press("Close this message").press("Today").press("Water 250 ml");
    morning.harness().state_mut().on_exit(None);
    assert!(!folder.exists());
    morning.press("Settings").press("Stop using this folder").sees("Keep one diary on several computers");
}

#[test]
fn what_cannot_be_merged_is_named_and_differences_unfold() {
    let other = Other::new();
    let own = fs::read_dir(&other.folder).unwrap().next().unwrap().unwrap().path();
    fs::write(other.folder.join("torn.crampdiary"), &fs::read(&own).unwrap()[..40]).unwrap();
    let mut morning = Morning::after([a_drink(HOME).into()]);
    morning.press("No cramps").press("Settings");
    other.place.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "6"]);
    other.meets();
    other.named_in(&mut morning);
    morning.sees("Not merged: ").sees("is damaged, or not whole yet");
    morning.press("Details of the merge").sees("The night of 19 Nov 2026");
}

#[test]
fn a_folder_must_be_there_to_be_named() {
    let mut morning = Morning::after([a_drink(HOME).into()]);
    morning.press("Settings").press("Choose a folder…").write("A folder for your computers", "/no/such/folder").press(NEW);
    assert!(morning.alert().contains("The folder /no/such/folder cannot be read"));
    morning.sees("Keep one diary on several computers");
}

#[test]
fn the_folder_of_the_diary_itself_is_no_folder_to_carry() {
    let mut morning = Morning::after([a_drink(HOME).into()]);
    let own = morning.path().parent().unwrap().to_str().unwrap().to_owned();
    morning.press("Settings").press("Choose a folder…").write("A folder for your computers", &own).press(NEW);
    assert!(morning.alert().contains("Your diary itself lies in "));
    morning.sees("Keep one diary on several computers");
}

#[test]
fn encrypted_snapshots_ask_for_their_password_and_this_computer_encrypts_too() {
    let place = Place::new();
    let folder = place.path("shared");
    fs::create_dir(&folder).unwrap();
    let other = Other { place, folder };
    other.drinks("250ml");
    fs::write(other.place.path("typed.txt"), "correct horse battery").unwrap();
    // The other computer encrypts with the keys of an export that lies in the folder.
    let export = other.folder.join("keys.crampdiary");
    other.place.command(&["export", "json", export.to_str().unwrap(), "--password-file", "typed.txt"]).assert().success();
    other.place.ok(&["sync", other.folder.to_str().unwrap(), "--password-file", "typed.txt"]);
    fs::remove_file(export).unwrap();
    let mut morning = other.with_window();
    morning.sees("1 encrypted snapshot cannot be opened by this computer.");
    assert_eq!((morning.drinks(), names(&other.folder).len()), (1, 1), "nothing is laid in plain beside what is encrypted");
    morning.harness().state_mut().keep_together();
    morning.harness().state_mut().on_exit(None);
    assert_eq!(names(&other.folder).len(), 1, "nor when the window closes");
    morning.write("Password or recovery words", "horse").press("Open it").until_done();
    morning.sees("This is not the password");
    assert_eq!(morning.drinks(), 1);
    morning.write("Password or recovery words", "correct horse battery").press("Open it").until_done();
    assert_eq!(morning.drinks(), 2);
    for name in names(&other.folder) {
        assert!(is_sealed(&fs::read(other.folder.join(name)).unwrap()));
    }
    assert!(other.meets().starts_with("1 record from "));
}
