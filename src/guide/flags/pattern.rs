//! Patterns over what was logged, from which the tables of rules are made.

use super::cause::DatedCause;
use super::diary::{FlagDiary, days_between};
use super::seen::Seen;
use super::sign_filter::SignFilter;
use super::state::State;
use super::text::Urgency;
use crate::domain::{Cramp, Day, Side, SignKind};
use std::collections::BTreeSet;

/// A rule: the id of its text, and the ways in which it fires.
#[derive(Clone, Copy)]
pub(super) struct Rule {
    pub id: &'static str,
    pub ways: &'static [Way],
}

/// One way in which a rule fires.
#[derive(Clone, Copy)]
pub(super) struct Way {
    /// How soon to act if the rule fires in this way; `None` if that is the usual urgency of the rule.
    pub urgency: Option<Urgency>,
    pub pattern: Pattern,
}

/// What must have been logged in the days that the rule looks back to.
#[derive(Clone, Copy)]
pub(super) enum Pattern {
    /// Any of these signs.
    Sign(SignFilter),
    /// The pattern on at least `least` different days, all of them among `within` days in a row.
    OnDays { least: usize, within: i64, of: &'static Self },
    /// The pattern on two days that are at least this many days apart.
    Apart(i64, &'static Self),
    /// The pattern on at least this many days in a row.
    InARow(i64, &'static Self),
    /// At least `least` different kinds of sign among what the pattern finds, at most `within` days from the first of them.
    Kinds { least: usize, within: i64, of: &'static Self },
    /// At least `least` different kinds of sign as in `Kinds`, that may all be of one leg.
    KindsOfOneLeg { least: usize, within: i64, of: &'static Self },
    /// A cramp that satisfies the function and is the news itself.
    Cramp(fn(&Cramp) -> bool),
    /// A cramp that satisfies the function and stands beside the news: it is named, but a new one does not bring an acknowledged
    /// flag back.
    Beside(fn(&Cramp) -> bool),
    /// At least one of these patterns.
    Any(&'static [Self]),
    /// The first pattern, with each of the others near it.
    Together(Near, &'static [Self]),
    /// The pattern, on days on which the state applied.
    Given(State, &'static Self),
    /// What the first pattern finds and the second does not.
    Without(&'static Self, &'static Self),
    /// Causes that a function computes.
    Reckoned(fn(&FlagDiary<'_>) -> Vec<DatedCause>),
}

/// How near the other patterns must be to the first one.
#[derive(Debug, Clone, Copy)]
pub(super) enum Near {
    /// At most this many days before or after.
    Days(i64),
    /// At most this many days before or after, and not only on the other side.
    SameLeg(i64),
    /// On that day, or at most this many days later.
    Follows(i64),
    /// At most this many days before or after, and another kind of sign.
    OtherSign(i64),
}

impl Way {
    /// A way that has the usual urgency of the rule.
    pub(super) const fn usual(pattern: Pattern) -> Self {
        Self { urgency: None, pattern }
    }

    /// A way with an urgency of its own.
    pub(super) const fn at(urgency: Urgency, pattern: Pattern) -> Self {
        Self { urgency: Some(urgency), pattern }
    }
}

impl Pattern {
    /// Everything in the diary that makes up the pattern. Empty if the pattern is not there.
    pub(super) fn find(&self, seen: Seen<'_>) -> Vec<DatedCause> {
        match self {
            Self::Sign(filter) => seen.signs(filter),
            Self::OnDays { least, within, of } => on_days(of.find(seen), *least, *within),
            Self::Apart(least, of) => apart(of.find(seen), *least),
            Self::InARow(length, of) => in_a_row(of.find(seen), *length),
            Self::Kinds { least, within, of } => kinds(&of.find(seen), *least, *within, |_, _| true),
            Self::KindsOfOneLeg { least, within, of } => kinds(&of.find(seen), *least, *within, same_leg),
            Self::Cramp(wanted) => seen.cramps(*wanted),
            Self::Beside(wanted) => seen.cramps(*wanted).into_iter().map(DatedCause::beside).collect(),
            Self::Any(patterns) => patterns.iter().flat_map(|pattern| pattern.find(seen)).collect(),
            Self::Together(near, patterns) => {
                let Some((first, others)) = patterns.split_first() else { return Vec::new() };
                let others: Vec<_> = others.iter().map(|pattern| pattern.find(seen)).collect();
                first.find(seen).into_iter().flat_map(|anchor| near.with(anchor, &others)).collect()
            }
            Self::Given(state, pattern) => pattern.find(seen).into_iter().flat_map(|dated| state.with(seen.diary, dated)).collect(),
            Self::Without(pattern, but) => {
                let left_out: BTreeSet<_> = but.find(seen).into_iter().filter_map(|dated| dated.cause.id).collect();
                let kept = |dated: &DatedCause| dated.cause.id.is_none_or(|id| !left_out.contains(&id));
                pattern.find(seen).into_iter().filter(kept).collect()
            }
            Self::Reckoned(reckon) => reckon(seen.diary),
        }
    }
}

impl Near {
    /// The anchor, followed by what is near it of each of the others. Empty if one of them has nothing near.
    fn with(self, anchor: DatedCause, others: &[Vec<DatedCause>]) -> Vec<DatedCause> {
        let near = |found: &Vec<DatedCause>| found.iter().filter(|other| self.holds(&anchor, other)).cloned().collect::<Vec<_>>();
        let near: Vec<_> = others.iter().map(near).collect();
        if near.iter().any(Vec::is_empty) {
            return Vec::new();
        }
        std::iter::once(anchor).chain(near.into_iter().flatten()).collect()
    }

    fn holds(self, anchor: &DatedCause, other: &DatedCause) -> bool {
        let later = days_between(anchor.day, other.day);
        match self {
            Self::Days(most) => later.abs() <= most,
            Self::SameLeg(most) => later.abs() <= most && same_leg(anchor.side, other.side),
            Self::Follows(most) => (0..=most).contains(&later),
            Self::OtherSign(most) => later.abs() <= most && anchor.cause.sign != other.cause.sign,
        }
    }
}

/// Whether both may be on one side; an unset side may be either.
fn same_leg(a: Option<Side>, b: Option<Side>) -> bool {
    !matches!((a, b), (Some(Side::Left), Some(Side::Right)) | (Some(Side::Right), Some(Side::Left)))
}

/// Keeps the causes that belong to at least `least` different kinds of sign, at most `within` days from the first of them to the last,
/// and each on a side that goes with that of the cause.
fn kinds(found: &[DatedCause], least: usize, within: i64, same: impl Fn(Option<Side>, Option<Side>) -> bool) -> Vec<DatedCause> {
    let enough_from = |first: Day, one: &DatedCause| {
        let near = found.iter().filter(|other| (0..=within).contains(&days_between(first, other.day)) && same(one.side, other.side));
        near.filter_map(|other| other.cause.sign).collect::<BTreeSet<SignKind>>().len() >= least
    };
    let enough = |one: &DatedCause| (0..=within).any(|earlier| enough_from(one.day.plus(-earlier), one));
    found.iter().filter(|one| enough(one)).cloned().collect()
}

fn days(found: &[DatedCause]) -> BTreeSet<Day> {
    found.iter().map(|dated| dated.day).collect()
}

/// Keeps the causes that lie, with those of at least `least` days in all, among `within` days in a row.
fn on_days(found: Vec<DatedCause>, least: usize, within: i64) -> Vec<DatedCause> {
    let days = days(&found);
    let enough_from = |first: Day| days.range(first..first.plus(within)).count() >= least;
    let counts = |day: Day| days.range(day.plus(1 - within)..=day).any(|first| enough_from(*first));
    found.into_iter().filter(|dated| counts(dated.day)).collect()
}

/// Keeps the causes that have another one at least `least` days before or after them.
fn apart(found: Vec<DatedCause>, least: i64) -> Vec<DatedCause> {
    let days = days(&found);
    found.into_iter().filter(|dated| days.iter().any(|other| days_between(*other, dated.day).abs() >= least)).collect()
}

/// Keeps the causes on days that belong to a run of at least `length` days.
fn in_a_row(found: Vec<DatedCause>, length: i64) -> Vec<DatedCause> {
    let days = days(&found);
    let run_from = |first: Day| (0..length).all(|later| days.contains(&first.plus(later)));
    let in_run = |day: Day| (0..length).any(|earlier| run_from(day.plus(-earlier)));
    found.into_iter().filter(|dated| in_run(dated.day)).collect()
}
