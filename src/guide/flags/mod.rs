//! Red flags: what in the diary may need a doctor, and how soon.
//!
//! The texts are data (`text.rs`). The rules are tables of patterns (`rules/`), over weeks (`onset.rs`, `course.rs`) and over
//! supplements and goals (`supplements.rs`). `pattern.rs` finds a pattern in the diary as one rule sees it (`seen.rs`); `fading.rs`
//! says how urgent it still is. No rule fires because of a day on which nothing was logged.

mod cause;
mod course;
mod diary;
mod fading;
mod medicines;
mod nights;
mod onset;
mod pattern;
mod products;
mod reach;
mod rules;
mod seen;
mod sign_filter;
mod state;
mod supplements;
mod text;

#[cfg(test)]
mod tests;

pub use cause::Cause;
pub use diary::{DoseOnDayOverLimit, EnteredSupplement, FlagDiary, RECENT_DAYS, TakenMedicine};
pub use nights::AnsweredNights;
pub use reach::Reach;
pub use rules::{LONG_CRAMP, LONG_CRAMP_MINUTES};
pub use text::{RedFlag, Urgency, red_flag, red_flags};

use crate::domain::{Acknowledged, Day, Entry, uncapitalised};
use crate::guide::help::HelpNumbers;
use cause::DatedCause;
use chrono::Datelike as _;
use diary::days_between;
use pattern::Rule;
use seen::Seen;
use std::collections::BTreeSet;
use uuid::Uuid;

/// How many cramps beside the news are named at most: three say as much as thirty.
const MOST_BESIDE: usize = 3;

/// A red flag that something in the diary raises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// The text of the rule.
    pub rule: &'static RedFlag,
    /// How soon to act now: it fades with the days since the signs.
    pub urgency: Urgency,
    /// How soon to act when the signs were new.
    fired: Urgency,
    /// What made the rule fire, the latest first.
    pub causes: Vec<Cause>,
    /// The latest day of the causes.
    pub latest: Day,
    /// The flags that are hidden behind this one, since it is as urgent as they are and speaks of the same.
    pub hidden: Vec<&'static RedFlag>,
    /// The day for which the rules were checked.
    today: Day,
}

/// The rules that fire, those included that others hide. The most urgent come first, and of equally urgent ones the latest.
#[must_use]
pub fn fired(diary: &FlagDiary<'_>) -> Vec<Flag> {
    let mut flags: Vec<_> = every_rule().filter_map(|rule| Flag::of(rule, diary)).collect();
    flags.sort_by(|a, b| (b.urgency, b.latest, &a.rule.id).cmp(&(a.urgency, a.latest, &b.rule.id)));
    flags
}

/// Every rule.
fn every_rule() -> impl Iterator<Item = &'static Rule> {
    rules::RULES.into_iter().chain([onset::RULES, course::RULES, supplements::RULES]).flatten()
}

/// The flags without those that another one hides: one that is shown itself, says more, is at least as urgent, and was not put aside.
#[must_use]
pub fn not_hidden(flags: &[Flag], acknowledged: &[Entry<Acknowledged>]) -> Vec<Flag> {
    let hides = |one: &Flag, other: &Flag| {
        one.rule.hides.contains(&other.rule.id) && one.urgency >= other.urgency && !one.is_acknowledged(acknowledged, one.today)
    };
    let hidden_by = |one: &Flag| flags.iter().filter(|other| hides(one, other)).map(|other| other.rule).collect();
    let shown = flags.iter().filter(|one| is_shown(one, flags, &hides));
    shown.map(|one| Flag { hidden: hidden_by(one), ..one.clone() }).collect()
}

/// Whether no flag hides this one that is shown itself: of a chain of three the first and the last are shown. It ends because no flags
/// hide each other in a circle, which a test holds.
fn is_shown(one: &Flag, flags: &[Flag], hides: &dyn Fn(&Flag, &Flag) -> bool) -> bool {
    !flags.iter().any(|other| hides(other, one) && is_shown(other, flags, hides))
}

impl Flag {
    /// The flag that the rule raises. Returns `None` if the rule does not fire, or has faded.
    fn of(rule: &Rule, diary: &FlagDiary<'_>) -> Option<Self> {
        let text = red_flag(rule.id)?;
        let seen = Seen { diary, look_back_days: text.look_back_days };
        let (mut urgencies, mut found): (Vec<(Urgency, Urgency)>, Vec<DatedCause>) = (Vec::new(), Vec::new());
        for way in rule.ways {
            let causes = way.pattern.find(seen);
            let fired = way.urgency.unwrap_or(text.urgency);
            if let Some(shown) = fading::shown(rule.id, fired, &causes, seen) {
                urgencies.push((shown, fired));
                found.extend(causes);
            }
        }
        let (urgency, fired) = urgencies.into_iter().max()?;
        let latest = found.iter().map(|dated| dated.day).max()?;
        found.sort_by_key(|dated| std::cmp::Reverse(dated.day));
        Some(Self { rule: text, urgency, fired, causes: named(found), latest, hidden: Vec::new(), today: diary.today })
    }

    /// What to do, with whom to call in the person's country.
    #[must_use]
    pub fn act(&self, help: &HelpNumbers) -> String {
        let act = self.rule.act(self.fired);
        let act = if self.urgency == self.fired { act.to_owned() } else { self.faded_words(act) };
        let safety = std::iter::once(self.rule).chain(self.hidden.iter().copied()).flat_map(|rule| sentences(&rule.safety));
        let mut said: Vec<&str> = vec![&act];
        for sentence in safety {
            if !said.contains(&sentence) {
                said.push(sentence);
            }
        }
        help.fill(&said.join(" "))
    }

    /// What to do some days later, when it may have passed.
    fn faded_words(&self, act: &str) -> String {
        let ago = match days_between(self.latest, self.today) {
            0 => "This was logged for today".to_owned(),
            1 => "This was yesterday".to_owned(),
            days => format!("This was {days} days ago"),
        };
        let passed = match self.urgency {
            Urgency::Now | Urgency::SameDay => "ring {same_day} today",
            Urgency::WithinDays => "tell a doctor within days",
            Urgency::NextVisit => "mention it at the next appointment",
        };
        format!("{ago}. If it has passed, {passed}. If it is still there or comes back: {}", uncapitalised(act))
    }

    /// What to tell the doctor, the hidden flags' words included.
    #[must_use]
    pub fn tell(&self) -> String {
        std::iter::once(self.rule).chain(self.hidden.iter().copied()).map(|rule| rule.tell.as_str()).collect::<Vec<_>>().join(" ")
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

/// The sentences of the words, each with its full stop.
fn sentences(words: &str) -> impl Iterator<Item = &str> {
    words.split_inclusive(". ").map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// The causes, each once, and of those that only stand beside the news no more than say something.
fn named(found: Vec<DatedCause>) -> Vec<Cause> {
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
    causes
}
