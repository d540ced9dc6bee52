//! The window without a display: widgets by what a screen reader calls them, results from the saved file.

use super::support::{TestDiary, date, moment};
use cramp_diary::{
    clock::FixedClock,
    diary::{Command, Diary, Page},
    domain::{Cramp, Day},
    machine::Machine,
    store::{Access, SaidWords, Store},
    ui::{App, Start},
};
use egui::{Event, Key, Modifiers, PointerButton, Vec2, vec2};
use egui_kittest::Harness;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A Friday morning; the night that is asked about is that of the 19th.
pub(crate) const NOW: &str = "2026-11-20T07:05:00+01:00";

/// The date that the Today screen opens on.
pub(crate) const HOME: &str = "2026-11-19";

const LARGE: Vec2 = vec2(1240.0, 860.0);

/// The program in a window that nobody sees, with a person who counts what they do.
pub(crate) struct Morning {
    pub(super) harness: Harness<'static, App>,
    path: PathBuf,
    presses: usize,
    keys: usize,
    scrolls: usize,
    folder: TempDir,
}

impl Morning {
    /// A diary that does not exist yet: the first page.
    pub(crate) fn first() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("diary.sqlite");
        Self::open(folder, path, LARGE)
    }

    /// An empty diary, past the first page.
    pub(crate) fn started() -> Self {
        let mut morning = Self::first();
        morning.press("Start my diary");
        morning.uncounted()
    }

    /// A diary in which something was logged before.
    pub(crate) fn after(commands: impl IntoIterator<Item = Command>) -> Self {
        Self::sized(commands, LARGE)
    }

    /// The same, in a window of another size.
    pub(crate) fn sized(commands: impl IntoIterator<Item = Command>, size: Vec2) -> Self {
        let test = commands.into_iter().fold(TestDiary::new(), TestDiary::with);
        let (path, folder) = test.close();
        Self::open(folder, path, size)
    }

    /// The window on a path in a folder, whatever is there.
    pub(crate) fn open(folder: TempDir, path: PathBuf, size: Vec2) -> Self {
        let machine = Machine::kept_in(Some(folder.path().join("config")));
        let start = Start { path: path.clone(), clock: Box::new(FixedClock(moment(NOW))), said: SaidWords::default(), machine };
        let builder = Harness::builder().with_size(size).with_max_steps(8);
        let harness = builder.build_eframe(|creation| App::new(&creation.egui_ctx, start));
        let mut morning = Self { harness, path, presses: 0, keys: 0, scrolls: 0, folder };
        morning.settle();
        morning
    }

    /// Closes the window; the folder stays for as long as what is returned.
    pub(crate) fn leave(self) -> (PathBuf, TempDir) {
        let Self { path, folder, .. } = self;
        (path, folder)
    }

    fn uncounted(mut self) -> Self {
        (self.presses, self.keys, self.scrolls) = (0, 0, 0);
        self
    }

    /// Paints until nothing more happens, which must be soon; complains about what a screen reader cannot name.
    #[track_caller]
    pub(crate) fn settle(&mut self) {
        self.harness.run();
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn app(&self) -> &App {
        self.harness.state()
    }

    pub(crate) fn harness(&mut self) -> &mut Harness<'static, App> {
        &mut self.harness
    }

    /// The date as it stands in the file.
    #[track_caller]
    pub(crate) fn saved_on(&self, on: &str) -> Page {
        let store = Store::open(&self.path, Access::ReadOnly).unwrap();
        Diary::new(store, Box::new(FixedClock(moment(NOW)))).page(Day::new(date(on))).unwrap()
    }

    /// The date that the Today screen opens on, as it stands in the file.
    #[track_caller]
    pub(crate) fn saved(&self) -> Page {
        self.saved_on(HOME)
    }

    /// The only cramp of the night.
    #[track_caller]
    pub(crate) fn cramp(&self) -> Cramp {
        let mut cramps = self.saved().cramps;
        assert_eq!(cramps.len(), 1, "cramps");
        cramps.remove(0).value
    }

    /// What was drunk and eaten and how it was stretched, in words.
    #[track_caller]
    pub(crate) fn day(&self) -> Vec<String> {
        let page = self.saved();
        let drinks = page.drinks.iter().map(|entry| entry.value.summary());
        let stretches = page.stretches.iter().map(|entry| format!("{}, {}", entry.value.name.as_str(), entry.value.dose.label()));
        drinks.chain(stretches).chain(page.foods.iter().map(|entry| entry.value.summary())).collect()
    }
}

/// Doing.
impl Morning {
    /// Presses a widget with the pointer; scrolls to it first if it is outside the window.
    #[track_caller]
    pub(crate) fn press(&mut self, name: &str) -> &mut Self {
        assert!(!self.is_disabled(name), "{name:?} cannot be pressed");
        if !self.harness.ctx.content_rect().contains(self.widget(name).rect().center()) {
            self.scrolls += 1;
            self.widget(name).scroll_to_me();
            self.settle();
        }
        assert!(!self.is_covered(name), "{name:?} lies under the message");
        self.presses += 1;
        self.widget(name).click();
        self.harness.remove_cursor();
        self.settle();
        self
    }

    /// Presses and lets go within one frame, as some touch pads do.
    #[track_caller]
    pub(crate) fn tap_at_once(&mut self, name: &str) -> &mut Self {
        let pos = self.widget(name).rect().center();
        self.harness.hover_at(pos);
        self.settle();
        let button = |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        self.harness.input_mut().events.extend([button(true), button(false)]);
        self.settle();
        self
    }

    /// Presses several, one after the other.
    #[track_caller]
    pub(crate) fn press_all(&mut self, names: &[&str]) -> &mut Self {
        for name in names {
            self.press(name);
        }
        self
    }

    /// Presses a key.
    #[track_caller]
    pub(crate) fn key(&mut self, key: Key) -> &mut Self {
        self.chord(Modifiers::NONE, key)
    }

    /// Presses a key while others are held.
    #[track_caller]
    pub(crate) fn chord(&mut self, modifiers: Modifiers, key: Key) -> &mut Self {
        self.keys += 1;
        if modifiers.is_none() {
            self.harness.key_press(key);
        } else {
            self.harness.key_press_modifiers(modifiers, key);
        }
        self.settle();
        self
    }

    /// Types letters as a keyboard does: each is a key and a text.
    #[track_caller]
    pub(crate) fn types(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.keys += 1;
            let key = Key::from_name(&letter.to_uppercase().to_string());
            if let Some(key) = key {
                self.harness.key_down(key);
            }
            self.harness.event(Event::Text(letter.to_string()));
            if let Some(key) = key {
                self.harness.key_up(key);
            }
        }
        self.settle();
        self
    }

    /// Replaces what stands in a field, without leaving it.
    #[track_caller]
    pub(crate) fn write(&mut self, field: &str, text: &str) -> &mut Self {
        self.press(field).chord(Modifiers::COMMAND, Key::A).key(Key::Delete).types(text)
    }

    /// Replaces what stands in a field, and presses Enter.
    #[track_caller]
    pub(crate) fn enter(&mut self, field: &str, text: &str) -> &mut Self {
        self.write(field, text).key(Key::Enter)
    }

    /// Presses Tab until the widget has the keyboard.
    #[track_caller]
    pub(crate) fn tab_to(&mut self, name: &str) -> &mut Self {
        self.walk_to(name, Modifiers::NONE, Key::Tab)
    }

    /// Presses a key until the widget has the keyboard.
    #[track_caller]
    pub(crate) fn walk_to(&mut self, name: &str, modifiers: Modifiers, key: Key) -> &mut Self {
        let mut passed = vec![self.focused()];
        while self.focused().as_deref() != Some(name) {
            self.chord(modifiers, key);
            passed.push(self.focused());
            assert!(passed.len() < 120, "{name:?} is not reached: {passed:?}");
        }
        self
    }

    /// Checks that what was done since the last look took at most so many presses of the pointer and of keys.
    #[track_caller]
    pub(crate) fn took_at_most(&mut self, presses: usize, keys: usize) {
        let took = self.effort();
        assert!(took.0 <= presses && took.1 <= keys, "{took:?} presses and keys, of at most {:?}", (presses, keys));
    }

    /// How often something was pressed with the pointer, scrolling not allowed, and how many keys were pressed.
    #[track_caller]
    pub(crate) fn effort(&mut self) -> (usize, usize) {
        assert_eq!(self.scrolls, 0, "something was outside the window");
        let effort = (self.presses, self.keys);
        (self.presses, self.keys) = (0, 0);
        effort
    }
}
