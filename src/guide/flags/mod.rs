//! Red flags: what in the diary may need a doctor, and how soon.
//!
//! The texts are data (`text.rs`), the rules are tables of patterns: over signs and cramps
//! (`signs.rs`), with what is known of the person or taken (`given.rs`), over weeks (`onset.rs`,
//! `course.rs`) and over supplements and goals (`supplements.rs`). `pattern.rs` finds a pattern in
//! a [`FlagDiary`]. No rule draws anything from a day on which nothing was logged.

#[cfg(test)]
mod boundary_tests;
mod course;
#[cfg(test)]
mod course_tests;
mod diary;
#[cfg(test)]
mod flags_tests;
mod given;
#[cfg(test)]
mod given_tests;
mod nights;
mod onset;
mod pattern;
mod reach;
mod signs;
#[cfg(test)]
mod signs_tests;
mod state;
mod supplements;
#[cfg(test)]
mod supplements_tests;
#[cfg(test)]
mod test_diary;
mod text;

pub use diary::{DayOverLimit, EnteredSupplement, FlagDiary, RECENT_DAYS, TakenMedicine};
pub use nights::Nights;
pub use reach::Reach;
pub use signs::{LONG_CRAMP, LONG_CRAMP_MINUTES};
pub use text::{RedFlag, Urgency, red_flag, red_flags};

use crate::domain::{Acknowledged, Day, Entry};
use chrono::Datelike as _;
use pattern::{Finding, Pattern};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A rule: the id of its text, and what must have been logged.
type Rule = (&'static str, Pattern);

/// Every rule.
const RULES: [&[Rule]; 5] = [signs::RULES, given::RULES, onset::RULES, course::RULES, supplements::RULES];

/// How many cramps that only stand beside the news are named: three of them say as much as thirty.
const MOST_BESIDE: usize = 3;

/// Something that was logged and made a rule fire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// The record, when a person who acknowledges the flag acknowledges this record with it. Nothing for what only
    /// stands beside it (a cramp beside a sign, so that tonight's cramp alone does not bring the flag back) and for
    /// figures over weeks.
    pub id: Option<Uuid>,
    /// Its day, where it has one.
    pub day: Option<Day>,
    /// What it was: "Swelling, left".
    pub words: String,
}

/// A rule that fired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// What to say.
    pub rule: &'static RedFlag,
    /// What made it fire, the latest first.
    pub causes: Vec<Cause>,
    /// The latest day of it.
    pub latest: Day,
    /// The day on which it was looked for.
    today: Day,
}

/// The rules that fire, the most urgent first, of equally urgent ones the latest.
#[must_use]
pub fn fired(diary: &FlagDiary<'_>) -> Vec<Flag> {
    let rules = RULES.into_iter().flatten();
    let mut flags: Vec<_> = rules.filter_map(|(id, pattern)| Flag::of(red_flag(id)?, pattern.find(diary), diary.today)).collect();
    flags.sort_by(|a, b| (b.rule.urgency, b.latest, &a.rule.id).cmp(&(a.rule.urgency, a.latest, &b.rule.id)));
    flags
}

impl Flag {
    /// The flag of what was found; none when nothing was.
    fn of(rule: &'static RedFlag, mut found: Vec<Finding>, today: Day) -> Option<Self> {
        let latest = found.iter().map(|finding| finding.day).max()?;
        found.sort_by_key(|finding| std::cmp::Reverse(finding.day));
        let (mut causes, mut beside): (Vec<Cause>, usize) = (Vec::new(), 0);
        for finding in found {
            let cause = finding.cause;
            let known = causes.iter().any(|known| if cause.id.is_some() { known.id == cause.id } else { *known == cause });
            let too_many = finding.beside && beside >= MOST_BESIDE;
            if !known && !too_many {
                beside += usize::from(finding.beside);
                causes.push(cause);
            }
        }
        Some(Self { rule, causes, latest, today })
    }

    /// The causes, each with its day where it has one: "Swelling, left (Thu 19 Nov)". A day of another year says which.
    #[must_use]
    pub fn because(&self) -> Vec<String> {
        let year = |day: Day| if day.date().year() == self.today.date().year() { String::new() } else { format!(" {}", day.date().year()) };
        let words = |cause: &Cause| match cause.day {
            Some(day) => format!("{} ({}{})", cause.words, day.label(), year(day)),
            None => cause.words.clone(),
        };
        self.causes.iter().map(words).collect()
    }

    /// Whether the person read all of it and said something about it.
    ///
    /// A flag returns with every new record among its causes. One that no single record made is asked about again after
    /// [`RECENT_DAYS`].
    #[must_use]
    pub fn is_acknowledged(&self, acknowledged: &[Entry<Acknowledged>], today: Day) -> bool {
        let of_this = acknowledged.iter().map(|entry| &entry.value).filter(|said| said.flag.as_str() == self.rule.id);
        let ids: BTreeSet<Uuid> = self.causes.iter().filter_map(|cause| cause.id).collect();
        if ids.is_empty() {
            return of_this.into_iter().any(|said| said.day > today.plus(-RECENT_DAYS));
        }
        let seen: BTreeSet<Uuid> = of_this.flat_map(|said| said.causes.iter().copied()).collect();
        ids.is_subset(&seen)
    }
}
