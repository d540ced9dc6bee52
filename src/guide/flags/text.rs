//! The words of the red flags, from `assets/guide/red_flags.csv`.

use crate::domain::keyed_enum;
use crate::guide::csv_rows::rows;
use crate::guide::evidence::{Source, sources_of};
use serde::Deserialize;
use std::sync::OnceLock;

const FILE: &str = include_str!("../../../assets/guide/red_flags.csv");

keyed_enum! {
    /// How soon to act. The more urgent is the greater.
    Urgency, "urgency" {
        /// Act at the next appointment.
        Routine = "routine", "At the next appointment";
        /// Act within days.
        Soon = "soon", "Within days";
        /// Act the same day.
        Urgent = "urgent", "The same day";
        /// Act now.
        Emergency = "emergency", "Now";
    }
}

/// The text of a red flag, a warning sign that may need a doctor; from `assets/guide/red_flags.csv`.
#[derive(Debug, PartialEq, Eq)]
pub struct RedFlag {
    /// The key: "rf" and two digits.
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
    /// The sources of the red flag.
    pub sources: Vec<&'static Source>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    urgency: String,
    title: String,
    when: String,
    act: String,
    tell: String,
    sources: String,
}

/// Every red flag, in the order of their ids.
#[must_use]
pub fn red_flags() -> &'static [RedFlag] {
    static READ: OnceLock<Vec<RedFlag>> = OnceLock::new();
    READ.get_or_init(|| rows(FILE).into_iter().filter_map(from_row).collect())
}

/// The text of the red flag with this id, such as "rf12". Returns `None` if there is none.
#[must_use]
pub fn red_flag(id: &str) -> Option<&'static RedFlag> {
    red_flags().iter().find(|flag| flag.id == id)
}

fn from_row(row: Row) -> Option<RedFlag> {
    let Row { id, urgency, title, when, act, tell, sources } = row;
    Some(RedFlag { id, urgency: urgency.parse().ok()?, title, when, act, tell, sources: sources_of(&sources)? })
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
    fn the_more_urgent_is_the_greater() {
        let urgency = |id: &str| red_flag(id).unwrap().urgency;
        assert!(urgency("rf02") > urgency("rf01"), "an emergency and what is to be seen today");
        assert!(Urgency::Urgent > Urgency::Soon && Urgency::Soon > Urgency::Routine);
    }
}
