//! Choosing a place with the system's window, beside a path that is typed.

use super::support::{TestDiary, a_drink};
use super::window_support::{HOME, Morning};
use cramp_diary::ui::place::{AskedPlace, PlaceAnswer, PlaceKind, choose_places_with};
use egui::{Key, vec2};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// A person in front of the system's window: what was asked of them, and where the answers go.
#[derive(Clone, Default)]
struct Person(Arc<Mutex<Vec<(AskedPlace, PlaceAnswer)>>>);

impl Person {
    fn before(morning: &mut Morning) -> Self {
        let person = Self::default();
        let asked = person.clone();
        choose_places_with(&morning.harness().ctx, move |place, answer| asked.0.lock().unwrap().push((place, answer)));
        person
    }

    /// What the only open window asks for.
    fn asked(&self) -> (PlaceKind, PathBuf) {
        let asked = self.0.lock().unwrap();
        assert_eq!(asked.len(), 1);
        (asked[0].0.kind, asked[0].0.typed.clone())
    }

    fn chooses(&self, place: &str) {
        self.0.lock().unwrap().pop().unwrap().1.give(PathBuf::from(place));
    }

    /// Closes the system's window, or has none.
    fn leaves(&self) {
        drop(self.0.lock().unwrap().pop().unwrap());
    }
}

const NOTHING: &str = "No place was chosen. If no window for choosing came up, type the path instead.";

#[test]
fn a_picture_is_saved_where_it_was_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let chosen = folder.path().join("nights.svg");
    let mut morning = Morning::after([a_drink(HOME).into()]);
    let person = Person::before(&mut morning);
    morning.press_all(&["Trends", "Save picture: Over time"]);
    let field = "Where to save the picture";
    let proposed = morning.text_in(field);
    morning.press("Choose where to save the picture").sees("Choose the place in the window that opens.");
    assert!(morning.is_disabled("Choose where to save the picture"), "one window at a time");
    assert_eq!(person.asked(), (PlaceKind::NewFile, PathBuf::from(&proposed)));
    person.leaves();
    morning.settle();
    assert_eq!(morning.sees(NOTHING).text_in(field), proposed, "the path stays");
    morning.press("Choose where to save the picture");
    person.chooses(chosen.to_str().unwrap());
    morning.settle();
    assert_eq!(morning.text_in(field), chosen.display().to_string());
    assert!(!morning.reads(NOTHING));
    morning.press("Save");
    assert!(chosen.exists());
}

#[test]
fn a_download_of_foods_is_chosen_as_a_zip_or_a_folder() {
    let mut morning = Morning::started();
    let person = Person::before(&mut morning);
    morning.food_tab("Your foods");
    for (button, kind) in [("Choose a zip of foods", PlaceKind::File), ("Choose a folder of foods", PlaceKind::Folder)] {
        morning.press(button);
        assert_eq!(person.asked().0, kind);
        person.chooses(button);
        morning.settle();
        assert_eq!(morning.text_in("Folder or zip"), button);
    }
    morning.press("Choose a zip of foods");
    person.leaves();
    morning.settle();
    assert_eq!(morning.sees(NOTHING).text_in("Folder or zip"), "Choose a folder of foods");
}

#[test]
fn another_diary_is_chosen_and_opened_with_enter() {
    let (path, folder) = TestDiary::new().with(a_drink(HOME)).close();
    let none = folder.path().join("none.sqlite");
    std::fs::write(&none, "Dear diary, ".repeat(100)).unwrap();
    let mut morning = Morning::open(folder, none, vec2(1240.0, 860.0));
    let person = Person::before(&mut morning);
    morning.press("Choose another file");
    assert_eq!(person.asked().0, PlaceKind::File);
    person.chooses(path.to_str().unwrap());
    morning.settle();
    assert_eq!((morning.text_in("Another file"), morning.focused().as_deref()), (path.display().to_string(), Some("Another file")));
    morning.key(Key::Enter);
    assert!(morning.has("Change water, 250 ml"));
}

#[test]
fn a_form_that_was_closed_meanwhile_is_not_asked() {
    let mut morning = Morning::after([a_drink(HOME).into()]);
    let person = Person::before(&mut morning);
    morning.press_all(&["Trends", "Save picture: Over time", "Choose where to save the picture", "Today"]);
    person.chooses("nowhere.svg");
    morning.settle();
    assert!(morning.has("Change water, 250 ml"));
}

#[test]
fn the_copy_of_a_diary_whose_file_is_gone_is_saved_where_it_was_chosen() {
    let elsewhere = tempfile::tempdir().unwrap();
    let chosen = elsewhere.path().join("kept.sqlite");
    for size in [vec2(900.0, 600.0), vec2(1400.0, 900.0)] {
        let mut morning = Morning::sized([a_drink(HOME).into()], size);
        let person = Person::before(&mut morning);
        std::fs::remove_file(morning.path()).unwrap();
        morning.settle();
        let field = "Where the copy goes";
        let row = [field, "Save a copy of what is open", "Choose where the copy goes"].map(|name| morning.widget(name).rect());
        assert!(row.iter().all(|rect| (rect.center().y - row[0].center().y).abs() < 1.0 && rect.right() < size.x), "one row: {row:?}");
        morning.press("Choose where the copy goes");
        assert_eq!(person.asked(), (PlaceKind::NewFile, PathBuf::from(morning.text_in(field))));
        person.chooses(chosen.to_str().unwrap());
        morning.settle();
        assert_eq!(morning.text_in(field), chosen.display().to_string());
        morning.press("Save a copy of what is open");
        assert!(chosen.exists());
        std::fs::remove_file(&chosen).unwrap();
    }
}
