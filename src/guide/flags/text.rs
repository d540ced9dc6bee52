//! The words of the red flags, from `assets/guide/red_flags.csv`.

use serde::Deserialize;
use std::sync::OnceLock;

pub(super) const FILE: &str = include_str!("../../../assets/guide/red_flags.csv");

/// How soon to act. The more urgent is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// At the next appointment.
    Routine,
    /// Within days.
    Soon,
    /// The same day.
    Urgent,
    /// Now.
    Emergency,
}

impl Urgency {
    /// Every value, the most urgent first.
    pub const ALL: [Self; 4] = [Self::Emergency, Self::Urgent, Self::Soon, Self::Routine];

    /// The stable word.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Urgent => "urgent",
            Self::Soon => "soon",
            Self::Routine => "routine",
        }
    }

    /// When to act, in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Emergency => "Now",
            Self::Urgent => "The same day",
            Self::Soon => "Within days",
            Self::Routine => "At the next appointment",
        }
    }
}

/// What a red flag says.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct RedFlag {
    /// "rf" and two digits.
    pub id: String,
    /// How soon to act.
    pub urgency: Urgency,
    /// A short heading.
    pub title: String,
    /// What makes it fire, in plain words.
    pub when: String,
    /// What to do.
    pub act: String,
    /// What to tell the doctor.
    pub tell: String,
    /// Ids of the sources, as the guide lists them.
    #[serde(deserialize_with = "listed")]
    pub sources: Vec<String>,
}

/// Every red flag, in the order of their ids.
#[must_use]
pub fn red_flags() -> &'static [RedFlag] {
    static READ: OnceLock<Vec<RedFlag>> = OnceLock::new();
    READ.get_or_init(|| csv::Reader::from_reader(FILE.as_bytes()).deserialize().filter_map(Result::ok).collect())
}

/// The red flag with this id.
#[must_use]
pub fn red_flag(id: &str) -> Option<&'static RedFlag> {
    red_flags().iter().find(|flag| flag.id == id)
}

fn listed<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    let cell = String::deserialize(from)?;
    Ok(cell.split('|').filter(|part| !part.is_empty()).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::FlagKey;

    #[test]
    fn every_row_of_the_file_is_a_flag_that_says_everything() {
        let ids: Vec<_> = red_flags().iter().map(|flag| flag.id.clone()).collect();
        assert_eq!(ids, (1..=45).map(|number| format!("rf{number:02}")).collect::<Vec<_>>(), "a row could not be read, or is missing");
        for RedFlag { id, urgency: _, title, when, act, tell, sources } in red_flags() {
            assert!(FlagKey::new(id).is_ok(), "{id}");
            assert!([title, when, act, tell].iter().all(|words| !words.is_empty()) && !sources.is_empty(), "{id}");
        }
    }

    #[test]
    fn an_emergency_comes_first_and_its_key_is_the_word_of_the_file() {
        assert!(Urgency::ALL.is_sorted_by(|a, b| a > b));
        let keys: Vec<_> = Urgency::ALL.iter().map(|urgency| urgency.key()).collect();
        for record in csv::Reader::from_reader(FILE.as_bytes()).records() {
            let record = record.unwrap();
            assert_eq!(red_flag(&record[0]).map(|flag| flag.urgency.key()), Some(&record[1]));
            assert!(keys.contains(&&record[1]));
        }
    }
}
