//! The window while its file is deleted, moved, replaced, written over or made read-only: what it says, and the ways on.

use super::support::{TestDiary, a_drink, raw};
use super::window_support::{HOME, Morning};
use cramp_diary::domain::Drink;
use cramp_diary::store::{Access, BackupPlace, Store};
use egui::{Key, Vec2, vec2};
use std::fs;
use std::path::{Path, PathBuf};

const SAVE: &str = "Save a copy of what is open";
const OPEN: &str = "Open what is there now";
const AGAIN: &str = "Save it at its place again";
const FIELD: &str = "Where the copy goes";

fn replace(path: &Path) {
    let (other, _folder) = TestDiary::at("2026-11-20T06:30:00+01:00").with(a_drink(HOME).ml(777)).close();
    fs::copy(other, path.with_extension("new")).unwrap();
    fs::rename(path.with_extension("new"), path).unwrap();
}

fn write_over(path: &Path, content: &[u8]) {
    fs::write(path, content).unwrap();
}

fn another_diary() -> Vec<u8> {
    let (other, _folder) = TestDiary::at("2026-11-20T06:30:00+01:00").with(a_drink(HOME).ml(777)).close();
    fs::read(other).unwrap()
}

fn set_read_only(path: &Path, read_only: bool) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(read_only);
    fs::set_permissions(path, permissions).unwrap();
}

/// The amounts of all drinks in a file, in ml.
fn ml(path: &Path) -> Vec<u16> {
    let store = Store::open(path, Access::ReadOnly).unwrap();
    store.read().all::<Drink>().unwrap().iter().map(|drink| drink.value.volume.get()).collect()
}

impl Morning {
    /// The path of a file beside the diary.
    fn beside(&self, name: &str) -> PathBuf {
        self.path().with_file_name(name)
    }

    /// What happened is said across the page, with the file; what is open is still shown; a press is refused, and what is typed
    /// stays.
    #[track_caller]
    fn check_lost(&mut self, words: &str) {
        self.looks();
        let path = self.path().display().to_string();
        let said = self.words().into_iter().find(|said| said.contains(words)).unwrap_or_else(|| panic!("{words}: {:?}", self.words()));
        assert!(said.contains(&path), "{said}");
        self.check_idle(words);
        assert!(self.has("Change water, 250 ml"), "what is open is shown");
        self.press("Coffee 200 ml");
        assert!(self.alert().starts_with("Not saved. The notice at the top"), "{}", self.alert());
        assert!(!self.has("Change coffee, 200 ml"));
        self.press("Close this message").enter("Note", "do not lose me");
        assert!(self.alert().starts_with("Not saved. The notice at the top"), "{}", self.alert());
        self.press("Close this message");
        assert_eq!(self.text_in("Note"), "do not lose me");
        self.press("Trends").press("Today");
        assert!(self.alert().starts_with("Not saved."));
        self.press("Close this message");
    }

    /// A copy is saved where the window proposes, and holds what is open.
    #[track_caller]
    fn check_copy(&mut self) {
        let proposed = self.beside("diary-copy-2026-11-20.sqlite");
        assert_eq!(self.text_in(FIELD), proposed.display().to_string());
        self.press(SAVE);
        assert_eq!(self.toast().unwrap().1, format!("Saved a copy of what is open: {}", proposed.display()));
        self.sees(&format!("A copy of what is open was saved: {}", proposed.display())).press("Close this message");
        assert_eq!(ml(&proposed), [250]);
        assert_eq!(self.text_in(FIELD), self.beside("diary-copy-2026-11-20-2.sqlite").display().to_string());
    }
}

impl Morning {
    /// A copy is saved and holds what is open, or it is said that there is none: what SQLite did not read before is lost with the file.
    #[track_caller]
    fn check_copy_or_none(&mut self) {
        let proposed = self.beside("diary-copy-2026-11-20.sqlite");
        self.press(SAVE);
        if proposed.exists() {
            assert_eq!(ml(&proposed), [250]);
        } else {
            assert!(self.alert().contains("what is open cannot be read whole any more"), "{}", self.alert());
        }
    }
}

fn with_a_drink() -> Morning {
    let mut morning = Morning::after([a_drink(HOME).into()]);
    // So that something lies in the log, too.
    morning.press_all(&["No cramps", "Close this message"]);
    morning
}

#[test]
fn a_file_that_was_deleted_is_said_to_be_gone_and_can_be_saved_again() {
    let mut morning = with_a_drink();
    fs::remove_file(morning.path()).unwrap();
    morning.check_lost("The diary file is not at its place any more");
    assert!(!morning.has(OPEN));
    morning.check_copy();
    morning.press(AGAIN);
    assert!(morning.toast().unwrap().1.starts_with("Saved at its place again."));
    assert!(!morning.has(SAVE));
    morning.press_all(&["Close this message", "Coffee 200 ml"]);
    assert_eq!(morning.day(), ["water, 250 ml", "coffee, 200 ml"]);
    morning.press("Close this message").check_idle("after all");
}

#[test]
fn a_file_that_was_moved_away_is_fine_when_it_is_back() {
    let mut morning = with_a_drink();
    let moved = morning.beside("moved.sqlite");
    fs::rename(morning.path(), &moved).unwrap();
    morning.check_lost("The diary file is not at its place any more");
    assert_eq!(ml(&moved), [250]);
    fs::rename(&moved, morning.path()).unwrap();
    morning.looks();
    assert!(!morning.has(SAVE));
    morning.press("Coffee 200 ml").press("Note").key(Key::Enter);
    assert_eq!((morning.day().len(), morning.saved().note.as_str()), (2, "do not lose me"));
}

#[test]
fn a_folder_that_was_moved_away_is_said_and_a_copy_goes_into_the_one_above() {
    let mut morning = with_a_drink();
    let folder = morning.path().parent().unwrap().to_owned();
    let inner = folder.join("moved");
    fs::create_dir(&inner).unwrap();
    let elsewhere = folder.with_extension("elsewhere");
    fs::rename(&folder, &elsewhere).unwrap();
    morning.check_lost("The diary file is not at its place any more");
    assert_eq!(Path::new(&morning.text_in(FIELD)).parent(), folder.parent());
    morning.press(AGAIN);
    assert!(morning.alert().contains("There is no folder"), "{}", morning.alert());
    fs::rename(&elsewhere, &folder).unwrap();
}

/// The other diary is shown, takes a drink, and is sound.
#[track_caller]
fn check_goes_on_in_the_other(morning: &mut Morning) {
    assert!(morning.has("Change water, 777 ml") && !morning.has(SAVE));
    morning.press_all(&["Close this message", "Coffee 200 ml"]);
    assert_eq!(morning.day(), ["water, 777 ml", "coffee, 200 ml"]);
    let words: String = raw(morning.path()).query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(words, "ok");
}

#[test]
fn another_diary_in_its_place_can_be_opened() {
    let mut morning = with_a_drink();
    replace(morning.path());
    morning.check_lost("Another file has taken the place of your diary");
    assert!(!morning.has(AGAIN));
    morning.check_copy();
    morning.press(OPEN);
    assert!(morning.toast().unwrap().1.starts_with("Opened what is there now."), "{:?}", morning.toast());
    check_goes_on_in_the_other(&mut morning);
}

#[test]
fn another_diary_written_over_it_can_be_opened() {
    let mut morning = with_a_drink();
    write_over(morning.path(), &another_diary());
    morning.check_lost("Another program wrote over the diary file");
    morning.check_copy();
    morning.press(OPEN);
    check_goes_on_in_the_other(&mut morning);
}

#[test]
fn rubbish_in_its_place_cannot_be_opened_and_what_is_open_stays() {
    let rubbish = "Dear diary, ".repeat(20_000);
    for renames in [true, false] {
        let mut morning = with_a_drink();
        if renames {
            fs::write(morning.beside("new"), &rubbish).unwrap();
            fs::rename(morning.beside("new"), morning.path()).unwrap();
            morning.check_lost("Another file has taken the place of your diary");
        } else {
            write_over(morning.path(), rubbish.as_bytes());
            morning.check_lost("Another program wrote over the diary file");
        }
        assert!(!morning.has(OPEN) && !morning.has(AGAIN));
        morning.check_copy_or_none();
        assert_eq!(fs::read_to_string(morning.path()).unwrap(), rubbish);
    }
}

#[test]
fn a_file_that_was_cut_short_is_said() {
    for parts in [2, 1_000_000] {
        let mut morning = with_a_drink();
        let file = fs::OpenOptions::new().write(true).open(morning.path()).unwrap();
        file.set_len(file.metadata().unwrap().len() / parts).unwrap();
        morning.check_lost("Another program cut the diary file short");
        assert!(!morning.has(OPEN) && !morning.has(AGAIN));
        morning.check_copy_or_none();
    }
}

#[test]
fn a_file_that_was_made_read_only_is_said_until_it_is_writable() {
    let mut morning = with_a_drink();
    set_read_only(morning.path(), true);
    morning.check_lost("The diary file was made read-only");
    assert!(!morning.has(OPEN) && !morning.has(AGAIN));
    morning.check_copy();
    set_read_only(morning.path(), false);
    morning.press("Coffee 200 ml");
    assert!(morning.toast().unwrap().1.starts_with("The notice about the diary file moved this page."));
    assert!(!morning.has(SAVE));
    morning.looks().press("Coffee 200 ml").press("Note").key(Key::Enter);
    assert_eq!((morning.day().len(), morning.saved().note.as_str()), (2, "do not lose me"));
}

#[test]
fn a_copy_is_saved_where_it_is_typed_and_never_over_anything() {
    let mut morning = with_a_drink();
    fs::remove_file(morning.path()).unwrap();
    let letter = morning.beside("letter");
    fs::write(&letter, "Dear").unwrap();
    morning.looks().enter(FIELD, &letter.display().to_string());
    assert!(morning.alert().contains("something with that name is there already"), "{:?}", morning.toast());
    assert_eq!(fs::read_to_string(&letter).unwrap(), "Dear");
    let mine = morning.beside("mine.sqlite");
    morning.press("Close this message").enter(FIELD, &mine.display().to_string());
    assert_eq!(ml(&mine), [250]);
}

#[test]
fn the_notice_fits_a_small_window() {
    for size in [vec2(720.0, 520.0), vec2(900.0, 600.0)] {
        let mut morning = Morning::sized([a_drink(HOME).into()], size);
        let backup = BackupPlace::beside(morning.path()).folder().join("diary.2026-11-19T07-00-00.daily.sqlite");
        fs::create_dir(backup.parent().unwrap()).unwrap();
        fs::write(backup, another_diary()).unwrap();
        replace(morning.path());
        morning.looks();
        for name in [SAVE, OPEN, FIELD, "Get it back from a backup"] {
            let rect = morning.widget(name).rect();
            assert!(egui::Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(size.x, size.y)).contains_rect(rect), "{name}: {rect:?}");
        }
    }
}
