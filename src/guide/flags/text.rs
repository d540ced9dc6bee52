//! The words of the red flags, from `assets/guide/red_flags.csv`.

use crate::domain::keyed_enum;
use crate::guide::csv_rows::rows;
use crate::guide::evidence::{Source, sources_of};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const FILE: &str = include_str!("../../../assets/guide/red_flags.csv");

keyed_enum! {
    /// How soon to act. The more urgent is the greater.
    Urgency, "urgency" {
        /// Act at the next appointment.
        NextVisit = "next_visit", "At the next appointment";
        /// Act within days.
        WithinDays = "within_days", "Within days";
        /// Act the same day.
        SameDay = "same_day", "The same day";
        /// Act now.
        Now = "now", "Now";
    }
}

/// The text of a red flag, a warning sign that may need a doctor; from `assets/guide/red_flags.csv`.
///
/// The words about what to do hold places such as `{emergency}`, which [`HelpNumbers::fill`](crate::guide::help::HelpNumbers::fill) fills in.
#[derive(Debug, PartialEq, Eq)]
pub struct RedFlag {
    /// The key: "rf" and two digits.
    pub id: String,
    /// The usual urgency; some ways of firing have another one.
    pub urgency: Urgency,
    /// How many days back the rule looks.
    pub look_back_days: i64,
    /// The ids of the flags that need not be shown beside this one.
    pub hides: Vec<String>,
    /// A short heading.
    pub title: String,
    /// What makes it fire, in plain words.
    pub when: String,
    /// What to do, by how soon; at least for the usual urgency.
    acts: BTreeMap<Urgency, String>,
    /// Sentences that must be said even when the flag is hidden behind another one; may be empty.
    pub safety: String,
    /// What to tell the doctor.
    pub tell: String,
    /// The sources of the red flag.
    pub sources: Vec<&'static Source>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    urgency: String,
    look_back: i64,
    hides: String,
    title: String,
    when: String,
    act_now: String,
    act_same_day: String,
    act_within_days: String,
    act_next_visit: String,
    safety: String,
    tell: String,
    sources: String,
}

impl RedFlag {
    /// What to do if the rule fired with this urgency, with the places still in it.
    #[must_use]
    pub fn act(&self, fired: Urgency) -> &str {
        self.acts.get(&fired).or_else(|| self.acts.get(&self.urgency)).map_or("", String::as_str)
    }
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
    let Row { id, urgency, look_back, hides, title, when, act_now, act_same_day, act_within_days, act_next_visit, safety, tell, sources } =
        row;
    let acts = [
        (Urgency::Now, act_now),
        (Urgency::SameDay, act_same_day),
        (Urgency::WithinDays, act_within_days),
        (Urgency::NextVisit, act_next_visit),
    ];
    Some(RedFlag {
        id,
        urgency: urgency.parse().ok()?,
        look_back_days: look_back,
        hides: hides.split('|').filter(|id| !id.is_empty()).map(str::to_owned).collect(),
        title,
        when,
        acts: acts.into_iter().filter(|(_, words)| !words.is_empty()).collect(),
        safety,
        tell,
        sources: sources_of(&sources)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::FlagKey;

    #[test]
    fn every_row_of_the_file_is_a_flag_that_says_everything() {
        let ids: Vec<_> = red_flags().iter().map(|flag| flag.id.clone()).collect();
        let expected = (1..=88).chain([90]).map(|number| format!("rf{number:02}"));
        assert_eq!(ids, expected.collect::<Vec<_>>(), "a row could not be read, or is missing");
        for flag in red_flags() {
            let RedFlag { id, title, when, tell, sources, .. } = flag;
            assert!(FlagKey::new(id).is_ok(), "{id}");
            let texts = [title, when, tell, flag.act(flag.urgency)];
            assert!(texts.iter().all(|words| !words.is_empty()) && !sources.is_empty(), "{id}");
            assert!(flag.hides.iter().all(|other| red_flag(other).is_some() && other != id), "{id} hides what is not there");
        }
    }

    #[test]
    fn no_flags_hide_each_other_in_a_circle() {
        fn hidden_by(id: &str, chain: &mut Vec<String>) {
            assert!(!chain.iter().any(|known| known == id), "{chain:?} and {id} again");
            chain.push(id.to_owned());
            for other in &red_flag(id).unwrap().hides {
                hidden_by(other, chain);
            }
            chain.pop();
        }
        for flag in red_flags() {
            hidden_by(&flag.id, &mut Vec::new());
        }
    }

    #[test]
    fn the_more_urgent_is_the_greater() {
        let urgency = |id: &str| red_flag(id).unwrap().urgency;
        assert!(urgency("rf02") > urgency("rf01"), "an emergency and what is to be seen today");
        assert!(Urgency::SameDay > Urgency::WithinDays && Urgency::WithinDays > Urgency::NextVisit);
    }
}
