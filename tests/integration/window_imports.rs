//! Foods from a download, through the window: read by a job, looked at, used, found, and taken back.

use super::downloads::TestDownload;
use super::window_support::Morning;
use egui::{Key, Modifiers};
use std::{path::Path, thread};

impl Morning {
    /// Presses what starts work beside the window, and waits until that has ended.
    pub(crate) fn press_and_wait(&mut self, name: &str) -> &mut Self {
        self.widget(name).click();
        self.wait()
    }

    /// Waits until work beside the window has ended, and what it starts in turn.
    pub(crate) fn wait(&mut self) -> &mut Self {
        loop {
            // A press is a few frames long, and work begins with the frame after it.
            for _ in 0..12 {
                self.harness().step();
            }
            if !self.app().is_busy() {
                break;
            }
            thread::yield_now();
        }
        self.settle();
        assert!(!self.app().is_busy(), "work began late");
        self
    }

    /// Goes to the card, and names a download.
    fn names_download(&mut self, path: &Path) -> &mut Self {
        self.food_tab("Your foods").press("Folder or zip").types(path.to_str().unwrap())
    }

    fn finds(&mut self, typed: &str) -> bool {
        self.press("Find foods").write("Find a food", typed);
        let found = self.names().iter().any(|name| name.contains("OAT COOKIES"));
        self.press("Your foods");
        found
    }
}

#[test]
fn a_download_is_read_used_found_and_taken_back() {
    let download = TestDownload::of("branded");
    let mut morning = Morning::started();
    morning.names_download(&download.folder()).press_and_wait("Read it");
    morning.sees("Found in branded").sees("4 of Branded").sees("records are left out");
    assert!(!morning.finds("oat cookies"), "not before it is accepted");

    morning.press_and_wait("Use these foods").sees("4 Branded from branded");
    assert!(morning.finds("oat cookies"));
    morning.press("Today").chord(Modifiers::COMMAND, Key::Z).wait().press_all(&["Food", "Your foods"]);
    assert!(!morning.reads("4 Branded from branded"));
    assert!(!morning.finds("oat cookies"), "one step took all of them out");
}

#[test]
fn an_imported_food_is_logged_from_today_by_its_name() {
    let download = TestDownload::of("branded");
    let mut morning = Morning::started();
    morning.names_download(&download.folder()).press_and_wait("Read it").press_and_wait("Use these foods").sees("4 Branded from branded");
    morning.press_all(&["Today", "Add a food"]).types("creme fraiche").key(Key::Enter);
    let eaten = morning.saved().foods.remove(0).value;
    assert!(eaten.food.as_imported().is_some() && eaten.name.starts_with("CRÈME FRAÎCHE"), "{eaten:?}");
    assert!(eaten.per_100_g.is_some());
}

#[test]
fn what_was_read_and_left_leaves_nothing() {
    let download = TestDownload::of("foundation");
    let mut morning = Morning::started();
    morning.names_download(&download.folder()).press_and_wait("Read it").sees("4 of Foundation Foods").press_and_wait("Leave it");
    assert!(!morning.reads("Found in"));
    assert!(morning.app().diary().unwrap().read().imports().unwrap().is_empty());
}

#[test]
fn a_download_that_cannot_be_read_says_why_and_keeps_what_was_typed() {
    let download = TestDownload::of("foundation").edit("food.csv", "\"description\"", "\"name\"");
    let path = download.folder();
    let mut morning = Morning::started();
    morning.names_download(&path).press_and_wait("Read it").sees("food.csv").sees("description");
    assert_eq!(morning.text_in("Folder or zip"), path.to_str().unwrap());
    let nowhere = path.join("nowhere");
    morning.write("Folder or zip", nowhere.to_str().unwrap()).press_and_wait("Read it").sees("nowhere");
    assert!(morning.app().diary().unwrap().read().imports().unwrap().is_empty());
}

#[test]
fn the_example_takes_no_imports() {
    let download = TestDownload::of("foundation");
    let mut morning = Morning::first();
    morning.press("Look around with an example diary").names_download(&download.folder()).press_and_wait("Read it");
    morning.sees("example");
    assert!(!morning.reads("Found in"));
}
