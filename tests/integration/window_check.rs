//! The check of the diary in the window, and the records that cannot be read.

use super::set_aside::damage;
use super::support::{TestDiary, a_cramp, a_drink, raw};
use super::window_support::{HOME, Morning};
use cramp_diary::diary::Command;
use egui::vec2;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::{fs, thread};

/// A diary with a cramp of last night and a drink, treated by `harm` before the window opens.
fn harmed(harm: impl FnOnce(&Path)) -> Morning {
    let logged: [Command; 2] = [a_cramp(HOME).into(), a_drink(HOME).into()];
    let (path, folder) = logged.into_iter().fold(TestDiary::new(), TestDiary::with).close();
    harm(&path);
    Morning::open(folder, path, vec2(1240.0, 860.0))
}

fn break_page(path: &Path) {
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'tombstone'";
    let page: u64 = raw(path).query_row(sql, [], |row| row.get::<_, u32>(0)).unwrap().into();
    let mut file = fs::OpenOptions::new().write(true).open(path).unwrap();
    file.seek(SeekFrom::Start((page - 1) * 4096)).unwrap();
    file.write_all(&[0xA5; 4096]).unwrap();
}

impl Morning {
    /// Has a thread look at the file, as the program does.
    fn checked_beside(mut self) -> Self {
        self.harness().state_mut().check_beside();
        self
    }

    /// Waits until nothing is looked at beside the window any more.
    pub(crate) fn until_known(&mut self) -> &mut Self {
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
}

#[test]
fn a_record_that_cannot_be_read_is_noticed_on_every_page_and_deleted_in_the_settings() {
    let mut morning = harmed(|path| damage(path, "UPDATE cramp SET severity = 11"));
    let words = "1 record cannot be read and is left out: the cramp of 19 November 2026 (severity 11).";
    for page in ["Today", "Trends", "Food", "Guide"] {
        morning.press(page).sees(words);
    }
    morning.check_idle("a notice");
    morning.press("See what cannot be read").sees("The cramp of 19 November 2026: severity 11");
    let (button, window) = (morning.widget("Delete the cramp of 19 November 2026").rect(), morning.harness().ctx.content_rect());
    assert!(window.contains_rect(button), "it is in view: {button:?}");
    morning.press("Delete the cramp of 19 November 2026").sees("It is gone then, and cannot be brought back.");
    morning.press("Keep the cramp of 19 November 2026").sees(words);
    morning.press("Delete the cramp of 19 November 2026").press("Really delete the cramp of 19 November 2026");
    assert!(!morning.reads(words));
    morning.until_one_file().press("Close this message").check_idle("nothing set aside");
    assert!(morning.saved().cramps.is_empty());
    let rows: i64 = raw(morning.path()).query_row("SELECT count(*) FROM cramp", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 0);
}

#[test]
fn a_profile_is_mended_in_the_settings() {
    let mut morning = harmed(|path| damage(path, "UPDATE profile SET diet = 'air', birth_year = 1950"));
    morning.press("Settings").sees("The profile: what is eaten on principle \"air\"");
    morning.sees("Taking out what cannot be read keeps the rest, and cannot be taken back.").press("Mend the profile");
    assert!(!morning.reads("cannot be read"));
    assert_eq!(morning.app().diary().unwrap().read().profile().unwrap().birth_year, Some(1950));
}

#[test]
fn a_factor_is_deleted_with_its_answers_and_that_is_said_before() {
    let mut morning = harmed(|path| {
        damage(
            path,
            "INSERT INTO factor VALUES (x'00000000000000000000000000000001', 1, 1, 'Stress', 'colour', '', 0);
             INSERT INTO factor_value VALUES (randomblob(16), 1, 1, '2026-11-19', x'00000000000000000000000000000001', 3)",
        );
    });
    morning.press("Settings").press("Delete the factor \"Stress\"").sees("It is gone then, with its 1 answer, and cannot be brought back.");
    morning.press("Really delete the factor \"Stress\"");
    let rows: i64 = raw(morning.path()).query_row("SELECT count(*) FROM factor_value", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 0);
}

#[test]
fn the_diary_is_checked_on_demand_and_comes_to_rest() {
    let mut morning = harmed(|path| damage(path, "UPDATE night SET answer = 'no_cramps'"));
    morning.press("Settings").widget("Check the diary").click();
    morning.until_known().sees("1 thing found in 3 records.").sees("has a cramp, but does not say that it had cramps");
    morning.check_idle("checked");
}

#[test]
fn what_the_thread_finds_beside_the_first_frame_is_shown() {
    let mut morning = harmed(|path| damage(path, "UPDATE cramp SET night = '2026-02-30'")).checked_beside();
    morning.until_known().sees("1 record cannot be read and is left out: a cramp (date on which the night begins \"2026-02-30\").");
    morning.check_idle("looked at");
}

#[test]
fn a_press_before_the_file_is_known_to_be_sound_is_carried_out_when_it_is() {
    let mut morning = harmed(|_| ()).checked_beside();
    morning.widget("Coffee 200 ml").click();
    morning.until_known();
    assert_eq!(morning.day(), ["water, 250 ml", "coffee, 200 ml"]);
    morning.until_one_file().press("Close this message").check_idle("looked at");
}

#[test]
fn into_a_broken_file_the_window_writes_nothing() {
    for beside in [true, false] {
        let mut morning = harmed(break_page);
        let before = fs::read(morning.path()).unwrap();
        if beside {
            morning = morning.checked_beside();
            morning.until_known().sees("The diary file is damaged, so nothing is written into it.");
        }
        morning.press("Coffee 200 ml");
        assert!(morning.alert().contains("its structure is broken in "), "{}", morning.alert());
        morning.press("Close this message").sees("The diary file is damaged").check_idle("broken");
        let path = morning.path().to_owned();
        assert_eq!(fs::read(&path).unwrap(), before);
    }
}
