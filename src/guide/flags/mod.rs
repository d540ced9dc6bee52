//! Red flags: what in the diary may need a doctor, and how soon.
//!
//! The texts are data (`text.rs`). The rules are tables of patterns: over signs and cramps (`signs.rs`), with a condition or a
//! medicine (`given.rs`), over weeks (`onset.rs`, `course.rs`) and over supplements and goals (`supplements.rs`). `pattern.rs`
//! finds a pattern in a [`FlagDiary`]. No rule fires because of a day on which nothing was logged.

#[cfg(test)]
mod boundary_tests;
mod cause;
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

pub use cause::Cause;
pub use diary::{DayOverLimit, EnteredSupplement, FlagDiary, RECENT_DAYS, TakenMedicine};
pub use nights::AnsweredNights;
pub use reach::Reach;
pub use signs::{LONG_CRAMP, LONG_CRAMP_MINUTES};
pub use text::{RedFlag, Urgency, red_flag, red_flags};

use crate::domain::{Acknowledged, Day, Entry};
use cause::DatedCause;
use chrono::Datelike as _;
use pattern::Rule;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Every rule.
const RULES: [&[Rule]; 5] = [signs::RULES, given::RULES, onset::RULES, course::RULES, supplements::RULES];

/// How many cramps beside the news are named at most: three say as much as thirty.
const MOST_BESIDE: usize = 3;

/// A red flag that something in the diary raises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// The text of the rule.
    pub rule: &'static RedFlag,
    /// What made the rule fire, the latest first.
    pub causes: Vec<Cause>,
    /// The latest day of the causes.
    pub latest: Day,
    /// The day for which the rules were checked.
    today: Day,
}

/// The rules that fire. The most urgent come first, and of equally urgent ones the latest.
#[must_use]
pub fn fired(diary: &FlagDiary<'_>) -> Vec<Flag> {
    let rules = RULES.into_iter().flatten();
    let mut flags: Vec<_> = rules.filter_map(|(id, pattern)| Flag::of(red_flag(id)?, pattern.find(diary), diary.today)).collect();
    flags.sort_by(|a, b| (b.rule.urgency, b.latest, &a.rule.id).cmp(&(a.rule.urgency, a.latest, &b.rule.id)));
    flags
}

impl Flag {
    /// The flag with the causes that were found. Returns `None` if there are none.
    fn of(rule: &'static RedFlag, mut found: Vec<DatedCause>, today: Day) -> Option<Self> {
        let latest = found.iter().map(|dated| dated.day).max()?;
        found.sort_by_key(|dated| std::cmp::Reverse(dated.day));
        let (mut causes, mut beside): (Vec<Cause>, usize) = (Vec::new(), 0);
        for dated in found {
            let cause = dated.cause;
            let known = causes.iter().any(|known| if cause.id.is_some() { known.id == cause.id } else { *known == cause });
            let too_many = dated.beside && beside >= MOST_BESIDE;
            if !known && !too_many {
                beside += usize::from(dated.beside);
                causes.push(cause);
            }
        }
        Some(Self { rule, causes, latest, today })
    }

    /// The causes in words, each with its day: "Swelling, left (Thu 19 Nov)". The year is named if it is not the present one.
    #[must_use]
    pub fn because(&self) -> Vec<String> {
        let year = |day: Day| if day.date().year() == self.today.date().year() { String::new() } else { format!(" {}", day.date().year()) };
        let words = |cause: &Cause| match cause.day {
            Some(day) => format!("{} ({}{})", cause.words, day.label(), year(day)),
            None => cause.words.clone(),
        };
        self.causes.iter().map(words).collect()
    }

    /// Whether the person has acknowledged every cause.
    ///
    /// A flag with a new record among its causes is not acknowledged. A flag without any record is asked about again after
    /// [`RECENT_DAYS`] days.
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
