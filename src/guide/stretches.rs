//! The stretches of the guide.

use crate::domain::{Dose, Minutes, StretchName, StretchTime};
use serde::Deserialize;
use std::sync::OnceLock;

const STRETCHES: &str = include_str!("../../assets/guide/stretches.csv");

/// A stretch with its steps.
#[derive(Debug, Clone, PartialEq)]
pub struct StretchGuide {
    /// The stable word that diaries hold.
    pub name: StretchName,
    /// What it is called on the screen.
    pub label: String,
    /// Which part of the leg.
    pub part: String,
    /// What it takes, as one logs it with one click.
    pub dose: Dose,
    /// When one usually does it.
    pub time: StretchTime,
    /// What to do.
    pub steps: String,
    /// How well it is known to help against night cramps.
    pub grade: String,
    /// Where that comes from.
    pub source: String,
}

#[derive(Deserialize)]
struct Row {
    key: String,
    name: String,
    part: String,
    minutes: f64,
    bedtime: String,
    steps: String,
    grade: String,
    source: String,
}

/// The stretches of the guide, the one that was tested at bedtime first.
#[must_use]
pub fn stretches() -> &'static [StretchGuide] {
    static READ: OnceLock<Vec<StretchGuide>> = OnceLock::new();
    READ.get_or_init(|| csv::Reader::from_reader(STRETCHES.as_bytes()).deserialize().filter_map(|row| from_row(row.ok()?)).collect())
}

/// The stretch of the guide that has this name.
#[must_use]
pub fn stretch(name: &StretchName) -> Option<&'static StretchGuide> {
    stretches().iter().find(|stretch| stretch.name == *name)
}

/// What a stretch is called: its label in the guide, or the person's own words.
#[must_use]
pub fn stretch_label(name: &StretchName) -> &str {
    stretch(name).map_or_else(|| name.as_str(), |stretch| &stretch.label)
}

/// Finds a stretch by its key, its label or the beginning of either; anything else is the person's own.
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

fn from_row(row: Row) -> Option<StretchGuide> {
    Some(StretchGuide {
        name: StretchName::new(&row.key).ok()?,
        label: row.name,
        part: row.part,
        dose: Dose::Time(Minutes::new(row.minutes).ok()?),
        time: if row.bedtime == "yes" { StretchTime::Bedtime } else { StretchTime::OtherTime },
        steps: row.steps,
        grade: row.grade,
        source: row.source,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_file_is_a_stretch() {
        assert_eq!(stretches().len(), csv::Reader::from_reader(STRETCHES.as_bytes()).records().count());
        let mut names: Vec<_> = stretches().iter().map(|stretch| stretch.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), stretches().len(), "names are unique");
    }

    #[test]
    fn stretches_are_found_by_key_label_or_beginning() {
        for words in ["bedtime_routine", "Bedtime routine", "bedtime routine: calves and backs of thighs", "bedtime"] {
            assert_eq!(find_stretch(words).map(|found| found.name.as_str()), Some("bedtime_routine"), "{words}");
        }
        assert_eq!(find_stretch("yoga"), None);
    }
}
