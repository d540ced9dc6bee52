//! The stretches of the guide: sessions against cramps to come, and steps that ease a cramp.

use super::csv_rows::{list, rows};
use super::evidence::{Grade, Source, sources_of};
use crate::domain::{Dose, Minutes, Muscle, Relief, StretchName, StretchTime, keyed_enum};
use serde::Deserialize;
use std::str::FromStr;
use std::sync::OnceLock;

const STRETCHES: &str = include_str!("../../assets/guide/stretches.csv");

keyed_enum! {
    /// What a stretch is for.
    StretchUse, "use of a stretch" {
        /// A session, to prevent cramps.
        Prevent = "prevent", "Against cramps to come";
        /// A step to ease a cramp while it lasts, or right after it.
        Relief = "relief", "During a cramp";
    }
}

/// A stretch with its steps.
#[derive(Debug, Clone, PartialEq)]
pub struct StretchGuide {
    /// The key of the stretch, which diaries save. It never changes.
    pub name: StretchName,
    /// The name shown on screens.
    pub label: String,
    /// Whether it prevents or eases cramps.
    pub purpose: StretchUse,
    /// The part of the leg or foot that is stretched.
    pub part: String,
    /// How many times the holds are repeated.
    pub sets: u32,
    /// Holds in one set, for each side.
    pub holds: u32,
    /// Seconds of one hold; 0 for a movement that is not held.
    pub hold_seconds: u32,
    /// Seconds of rest after a hold.
    pub rest_seconds: u32,
    /// Whether one leg is done after the other.
    pub each_side: bool,
    /// The dose that is logged with one click.
    pub dose: Dose,
    /// When in the day people usually do it.
    pub time: StretchTime,
    /// What to do, step by step.
    pub steps: Vec<String>,
    /// What to mind; may be empty.
    pub caution: String,
    /// How well it is known to help against night cramps.
    pub grade: Grade,
    /// The sources of the stretch and of its grade.
    pub sources: Vec<&'static Source>,
    /// Whether Today offers it to tick every day. Other stretches are logged from the guide.
    pub is_daily: bool,
    /// How it is logged when it was tried against a cramp; `None` if its name leaves open what was done.
    pub tried_as: Option<Relief>,
    /// The muscle whose cramp it eases; `None` if it helps anywhere.
    pub eases: Option<Muscle>,
}

#[derive(Deserialize)]
struct Row {
    key: String,
    name: String,
    r#use: String,
    part: String,
    sets: u32,
    holds: u32,
    hold_seconds: u32,
    rest_seconds: u32,
    sides: u32,
    minutes: f64,
    bedtime: String,
    steps: String,
    caution: String,
    grade: String,
    sources: String,
    today: String,
    tried_as: String,
    eases: String,
}

/// The guide's stretches that are done in a session to prevent cramps ([`StretchUse::Prevent`]). The routine that was tested in a trial
/// at bedtime comes first.
#[must_use]
pub fn stretches() -> &'static [StretchGuide] {
    let relief = all_stretches().iter().position(|stretch| stretch.purpose == StretchUse::Relief);
    &all_stretches()[..relief.unwrap_or_else(|| all_stretches().len())]
}

/// The guide's stretches that ease a cramp while it lasts or right after it ([`StretchUse::Relief`]).
#[must_use]
pub fn relief() -> &'static [StretchGuide] {
    &all_stretches()[stretches().len()..]
}

/// Every stretch of the guide, from `assets/guide/stretches.csv`: first those of [`stretches`], then those of [`relief`].
#[must_use]
pub fn all_stretches() -> &'static [StretchGuide] {
    static READ: OnceLock<Vec<StretchGuide>> = OnceLock::new();
    READ.get_or_init(|| {
        let mut read: Vec<_> = rows(STRETCHES).into_iter().filter_map(from_row).collect();
        read.sort_by_key(|stretch: &StretchGuide| stretch.purpose == StretchUse::Relief);
        read
    })
}

/// The stretch of the guide with this name. Returns `None` for a stretch of the person's own.
#[must_use]
pub fn stretch(name: &StretchName) -> Option<&'static StretchGuide> {
    all_stretches().iter().find(|stretch| stretch.name == *name)
}

/// What a stretch is called: its label in the guide, or the name that the person gave it.
#[must_use]
pub fn stretch_label(name: &StretchName) -> &str {
    stretch(name).map_or_else(|| name.as_str(), |stretch| &stretch.label)
}

/// Finds a session by its key or its label, or by the beginning of either. Returns `None` for anything else, which is a stretch of
/// the person's own.
#[must_use]
pub fn find_stretch(words: &str) -> Option<&'static StretchGuide> {
    let wanted = words.trim().to_lowercase();
    let key = wanted.replace([' ', '-'], "_");
    let exact = stretches().iter().find(|stretch| stretch.name.as_str() == key || stretch.label.to_lowercase() == wanted);
    exact.or_else(|| {
        stretches().iter().find(|stretch| {
            wanted.len() > 2 && (stretch.name.as_str().starts_with(&key) || stretch.label.to_lowercase().starts_with(&wanted))
        })
    })
}

impl StretchGuide {
    /// Sets, holds and sides as text: "3 holds of 10 s, each leg".
    #[must_use]
    pub fn holds_words(&self) -> String {
        let length = match self.hold_seconds {
            0 => String::new(),
            seconds if seconds >= 60 && seconds.is_multiple_of(60) => format!("{} min", seconds / 60),
            seconds => format!("{seconds} s"),
        };
        let holds = match (self.holds, self.hold_seconds) {
            (holds, 0) => format!("{holds} times"),
            (1, _) => format!("about {length}"),
            (holds, _) => format!("{holds} holds of {length}"),
        };
        let sets = if self.sets > 1 { format!("{} sets of ", self.sets) } else { String::new() };
        let sides = if self.each_side { format!(", each {}", self.limb()) } else { String::new() };
        format!("{sets}{holds}{sides}")
    }

    /// What changes between the two sides: "leg" or "foot".
    #[must_use]
    pub fn limb(&self) -> &'static str {
        if ["foot", "toes", "ankle"].iter().any(|word| self.part.contains(word)) { "foot" } else { "leg" }
    }
}

fn from_row(row: Row) -> Option<StretchGuide> {
    Some(StretchGuide {
        name: StretchName::new(&row.key).ok()?,
        label: row.name,
        purpose: row.r#use.parse().ok()?,
        part: row.part,
        sets: row.sets,
        holds: row.holds,
        hold_seconds: row.hold_seconds,
        rest_seconds: row.rest_seconds,
        each_side: [1, 2].contains(&row.sides).then_some(row.sides == 2)?,
        dose: Dose::Time(Minutes::new(row.minutes).ok()?),
        time: match row.bedtime.as_str() {
            "yes" => StretchTime::Bedtime,
            "no" => StretchTime::OtherTime,
            _ => return None,
        },
        steps: list(&row.steps),
        caution: row.caution,
        grade: row.grade.parse().ok()?,
        sources: sources_of(&row.sources)?,
        is_daily: match row.today.as_str() {
            "yes" => true,
            "no" => false,
            _ => return None,
        },
        tried_as: optional(&row.tried_as)?,
        eases: optional(&row.eases)?,
    })
}

/// The value in a cell that may be empty: `Some(None)` for an empty cell. Returns `None` if the text of the cell cannot be read.
#[expect(clippy::option_option, reason = "the outer one refuses the row")]
fn optional<T: FromStr>(cell: &str) -> Option<Option<T>> {
    if cell.is_empty() { Some(None) } else { cell.parse().ok().map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_file_is_a_stretch() {
        assert_eq!(all_stretches().len(), csv::Reader::from_reader(STRETCHES.as_bytes()).records().count());
        let mut names: Vec<_> = all_stretches().iter().map(|stretch| stretch.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all_stretches().len(), "names are unique");
        assert_eq!((stretches()[0].name.as_str(), stretches().len(), relief().len()), ("bedtime_routine", 18, 10));
        for stretch in all_stretches() {
            assert!((3..=5).contains(&stretch.steps.len()), "{}: {} steps", stretch.label, stretch.steps.len());
            assert!(stretch.sets > 0 && stretch.holds > 0 && !stretch.sources.is_empty(), "{}", stretch.label);
        }
    }

    #[test]
    fn minutes_are_those_of_the_holds_with_their_rests_to_the_next_half() {
        for stretch in all_stretches() {
            let sides = if stretch.each_side { 2 } else { 1 };
            // A movement that is not held counts three seconds.
            let hold = if stretch.hold_seconds == 0 { 3 } else { stretch.hold_seconds };
            let seconds = stretch.sets * stretch.holds * sides * (hold + stretch.rest_seconds);
            let halves = f64::from(seconds) / 30.0;
            let expected = match stretch.name.as_str() {
                // What the trial said of all of it; the last rest of each side falls away.
                "bedtime_routine" => 3.0,
                _ => halves.ceil() / 2.0,
            };
            assert!((stretch.dose.minutes() - expected).abs() < 1e-9, "{}: {} or {expected}", stretch.label, stretch.dose.minutes());
        }
    }

    #[test]
    fn doses_read_well() {
        let dose = |key: &str| stretch(&StretchName::new(key).unwrap()).unwrap().holds_words();
        for (key, words) in [
            ("calf_wall", "3 holds of 10 s, each leg"),
            ("bedtime_routine", "2 sets of 3 holds of 10 s, each leg"),
            ("sole_toes_back", "5 holds of 30 s, each foot"),
            ("heel_drop", "10 holds of 5 s"),
            ("ankle_circles", "10 times, each foot"),
            ("easy_walk", "about 3 min"),
            ("calf_stand", "about 30 s"),
        ] {
            assert_eq!(dose(key), words);
        }
    }

    #[test]
    fn stretches_are_found_by_key_label_or_beginning() {
        for words in ["bedtime_routine", "Bedtime routine", "bedtime routine: calves and backs of thighs", "bedtime"] {
            assert_eq!(find_stretch(words).map(|found| found.name.as_str()), Some("bedtime_routine"), "{words}");
        }
        assert_eq!(find_stretch("yoga"), None);
        assert_eq!(find_stretch("calf_stand"), None, "what eases a cramp is no session");
    }
}
