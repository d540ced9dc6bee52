//! How the window looks on this computer, where it stands, and what it showed last. It belongs to the computer and not to a diary.

use super::{FILE, Machine, MachineError, customs, lock, read, set_aside_if_broken, write};
use crate::domain::{ChosenCustoms, io_words};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use std::io;

/// The name of these notes in the file.
const WINDOW: &str = "window";

/// What this computer remembers of the window.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct WindowNotes {
    /// How large text and everything with it is.
    pub text_size: TextSize,
    /// Whether things glide.
    pub motion: Motion,
    /// Whether single letters and digits do something.
    pub letter_keys: LetterKeys,
    /// How the person reads and writes times.
    #[serde(serialize_with = "customs::write")]
    pub customs: ChosenCustoms,
    /// Where the window stood; `None` if that was never known.
    pub place: Option<WindowPlace>,
    /// The screen that was shown last, and on which date; `None` before there was one.
    pub screen: Option<ScreenNote>,
    /// The tab of Trends that was shown last, by its label.
    pub trends_tab: Option<String>,
    /// The range of nights that Trends showed last, by the label of its button.
    pub trends_range: Option<String>,
}

/// How large text and everything with it is, in per cent: one of [`STEPS`](Self::STEPS).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct TextSize(u16);

/// Whether things glide when they open, close and scroll.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Motion {
    /// They do, for a moment.
    #[default]
    Usual,
    /// They are there at once.
    Reduced,
}

/// Whether single letters and digits do something where no text is typed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LetterKeys {
    /// They do.
    #[default]
    On,
    /// They do nothing.
    Off,
}

/// Where a window stands, in points at a text size of 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// The left and the upper edge; `None` where the system does not say.
    pub corner: Option<[i32; 2]>,
    /// Width and height, from 100 to 20,000 each, as they were before the window was maximised.
    pub size: [u16; 2],
    /// Whether it fills the screen.
    pub is_maximised: bool,
}

/// The screen that was shown on a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreenNote {
    /// The name of the screen.
    pub name: String,
    /// The date on which Today opened then.
    pub on: NaiveDate,
}

impl TextSize {
    /// The sizes that can be chosen, in per cent.
    pub const STEPS: [u16; 8] = [80, 90, 100, 115, 130, 150, 175, 200];

    /// The size in per cent.
    #[must_use]
    pub fn percent(self) -> u16 {
        self.0
    }

    /// The size as a factor: 1 for 100 %.
    #[must_use]
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next larger size; the largest stays.
    #[must_use]
    pub fn larger(self) -> Self {
        Self(Self::STEPS.into_iter().find(|step| *step > self.0).unwrap_or(self.0))
    }

    /// The next smaller size; the smallest stays.
    #[must_use]
    pub fn smaller(self) -> Self {
        Self(Self::STEPS.into_iter().rev().find(|step| *step < self.0).unwrap_or(self.0))
    }

    /// Every size, from small to large.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::STEPS.into_iter().map(Self)
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(100)
    }
}

impl TryFrom<u16> for TextSize {
    type Error = String;

    fn try_from(percent: u16) -> Result<Self, String> {
        if Self::STEPS.contains(&percent) { Ok(Self(percent)) } else { Err(format!("there is no text size of {percent} %")) }
    }
}

impl From<TextSize> for u16 {
    fn from(size: TextSize) -> Self {
        size.0
    }
}

impl WindowNotes {
    /// What can be understood of the notes in a file. What cannot is as if it were not there.
    fn of(noted: &Map<String, Value>) -> Self {
        fn part<T: DeserializeOwned + Default>(noted: &Map<String, Value>, name: &str) -> T {
            noted.get(name).and_then(|value| T::deserialize(value).ok()).unwrap_or_default()
        }
        let place: Option<WindowPlace> = part(noted, "place");
        Self {
            text_size: part(noted, "text_size"),
            motion: part(noted, "motion"),
            letter_keys: part(noted, "letter_keys"),
            customs: customs::read(noted.get("customs")),
            place: place.filter(|place| place.size.iter().all(|side| (100..=20_000).contains(side))),
            screen: part(noted, "screen"),
            trends_tab: part(noted, "trends_tab"),
            trends_range: part(noted, "trends_range"),
        }
    }
}

impl Machine {
    /// What is remembered of the window. What cannot be read is as if it had never been noted.
    #[must_use]
    pub fn window(&self) -> WindowNotes {
        let contents = self.folder.as_deref().and_then(|folder| read(&folder.join(FILE)).ok().flatten());
        let noted = contents.as_ref().and_then(|contents| contents.rest.get(WINDOW)?.as_object());
        noted.map(WindowNotes::of).unwrap_or_default()
    }

    /// Remembers the window.
    ///
    /// # Errors
    /// [`MachineError`] if it cannot be written down. What was known stays.
    pub fn note_window(&self, notes: &WindowNotes) -> Result<(), MachineError> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let change = || {
            let _locked = lock(folder)?;
            _ = set_aside_if_broken(folder)?;
            let mut contents = read(&folder.join(FILE))?.unwrap_or_default();
            let Value::Object(notes) = serde_json::to_value(notes)? else { return Ok(()) };
            match contents.rest.get_mut(WINDOW) {
                // What another version noted stays.
                Some(Value::Object(before)) => before.extend(notes),
                _ => drop(contents.rest.insert(WINDOW.to_owned(), Value::Object(notes))),
            }
            write(folder, &contents)
        };
        change().map_err(|error: io::Error| MachineError { why: io_words(&error), path: folder.join(FILE) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{HourClock, WeekStart};
    use std::fs;

    #[test]
    fn what_is_remembered_is_read_again_and_leaves_the_rest_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (machine, diary) = (Machine::kept_in(Some(folder.path().to_owned())), folder.path().join("diary.sqlite"));
        assert_eq!(machine.window(), WindowNotes::default());
        let device = machine.device(&diary).unwrap();
        let place = Some(WindowPlace { corner: Some([-40, 20]), size: [1400, 900], is_maximised: true });
        let customs =
            ChosenCustoms { clock: Some(HourClock::Twelve), week_start: Some(WeekStart::Sunday), evening: ChosenCustoms::evening(22) };
        let notes = WindowNotes { text_size: TextSize(175), motion: Motion::Reduced, customs, place, ..WindowNotes::default() };
        machine.note_window(&notes).unwrap();
        assert_eq!((machine.window(), machine.device(&diary).unwrap()), (notes, device));
    }

    #[test]
    fn broken_values_are_ignored_one_by_one() {
        let folder = tempfile::tempdir().unwrap();
        let machine = Machine::kept_in(Some(folder.path().to_owned()));
        for window in [
            r#"{"text_size": 33, "letter_keys": "off", "place": {"corner": null, "size": [5, 5], "is_maximised": false}}"#,
            r#"{"text_size": "large", "letter_keys": "off", "motion": 7, "customs": {"clock": "13", "week_start": 1, "evening": 3}, "screen": {"name": "trends"}, "trends_tab": []}"#,
            r#"{"letter_keys": "off", "place": {"size": [-3, 1e40]}, "later": 1}"#,
        ] {
            fs::write(folder.path().join(FILE), format!(r#"{{"diaries": {{}}, "window": {window}}}"#)).unwrap();
            let expected = WindowNotes { letter_keys: LetterKeys::Off, ..WindowNotes::default() };
            assert_eq!((machine.window(), machine.mend()), (expected, None), "{window}");
        }
        machine.note_window(&WindowNotes::default()).unwrap();
        assert!(fs::read_to_string(folder.path().join(FILE)).unwrap().contains("later"), "what another version noted stays");
        fs::write(folder.path().join(FILE), r#"{"window": 3}"#).unwrap();
        assert_eq!(machine.window(), WindowNotes::default());
    }

    #[test]
    fn text_grows_and_shrinks_in_steps() {
        let sizes: Vec<_> = std::iter::successors(Some(TextSize(80)), |size| Some(size.larger())).take(9).map(TextSize::percent).collect();
        assert_eq!(sizes, [80, 90, 100, 115, 130, 150, 175, 200, 200]);
        assert!(TextSize::all().all(|size| size.larger() == size || size.larger().smaller() == size));
        assert_eq!(TextSize(80).smaller().percent(), 80);
    }
}
