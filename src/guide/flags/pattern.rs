//! Patterns over what was logged, from which the tables of rules are made.

use super::cause::DatedCause;
use super::diary::{FlagDiary, RECENT_DAYS, days_between};
use super::state::DayState;
use crate::domain::{Cramp, Day, Side, SignKind};
use std::collections::BTreeSet;

/// At most a day before or after: a sign of the morning is often logged with the day after its night.
pub(super) const ADJACENT: Near = Near::Days(1);

/// A week: for emergencies, which err on the safe side, and for signs that last and are not logged every day.
pub(super) const WEEK: Near = Near::Days(7);

/// Any of the last [`RECENT_DAYS`] days: for what goes on over weeks.
pub(super) const WEEKS: Near = Near::Days(RECENT_DAYS);

/// A rule: the id of its text, and the pattern that makes it fire.
pub(super) type Rule = (&'static str, Pattern);

/// What must have been logged in the last [`RECENT_DAYS`] days.
pub(super) enum Pattern {
    /// Any of these signs.
    Sign(&'static [SignKind]),
    /// Any of these signs, logged for one side.
    OneSided(&'static [SignKind]),
    /// Any of these signs, unless logged as [`Side::Both`]; an unset side matches.
    NotOnBoth(&'static [SignKind]),
    /// Any of these signs on at least this many days.
    OnDays(usize, &'static [SignKind]),
    /// Any of these signs on at least this many days in a row.
    InARow(i64, &'static [SignKind]),
    /// At least this many different signs among these.
    Kinds(usize, &'static [SignKind]),
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
    Given(DayState, &'static Self),
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
}

impl Pattern {
    /// Everything in the diary that makes up the pattern. Empty if the pattern is not there.
    pub(super) fn find(&self, diary: &FlagDiary<'_>) -> Vec<DatedCause> {
        match self {
            Self::Sign(kinds) => signs(diary, kinds),
            Self::OneSided(kinds) => {
                let one_sided = |dated: &DatedCause| matches!(dated.side, Some(Side::Left | Side::Right));
                signs(diary, kinds).into_iter().filter(one_sided).collect()
            }
            Self::NotOnBoth(kinds) => signs(diary, kinds).into_iter().filter(|dated| dated.side != Some(Side::Both)).collect(),
            Self::OnDays(least, kinds) => {
                let found = signs(diary, kinds);
                if days(&found).len() >= *least { found } else { Vec::new() }
            }
            Self::InARow(length, kinds) => in_a_row(signs(diary, kinds), *length),
            Self::Kinds(least, kinds) => {
                let there: BTreeSet<_> = diary.recent_signs().map(|entry| entry.value.kind).filter(|kind| kinds.contains(kind)).collect();
                if there.len() >= *least { signs(diary, kinds) } else { Vec::new() }
            }
            Self::Cramp(wanted) => cramps(diary, *wanted),
            Self::Beside(wanted) => cramps(diary, *wanted).into_iter().map(DatedCause::beside).collect(),
            Self::Any(patterns) => patterns.iter().flat_map(|pattern| pattern.find(diary)).collect(),
            Self::Together(near, patterns) => {
                let Some((first, others)) = patterns.split_first() else { return Vec::new() };
                let others: Vec<_> = others.iter().map(|pattern| pattern.find(diary)).collect();
                first.find(diary).into_iter().flat_map(|anchor| near.with(anchor, &others)).collect()
            }
            Self::Given(state, pattern) => pattern.find(diary).into_iter().flat_map(|dated| state.with(diary, dated)).collect(),
            Self::Reckoned(reckon) => reckon(diary),
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
        }
    }
}

/// Whether both may be on one side; an unset side may be either.
fn same_leg(a: Option<Side>, b: Option<Side>) -> bool {
    !matches!((a, b), (Some(Side::Left), Some(Side::Right)) | (Some(Side::Right), Some(Side::Left)))
}

fn signs(diary: &FlagDiary<'_>, kinds: &[SignKind]) -> Vec<DatedCause> {
    diary.recent_signs().filter(|entry| kinds.contains(&entry.value.kind)).map(DatedCause::sign).collect()
}

fn cramps(diary: &FlagDiary<'_>, wanted: fn(&Cramp) -> bool) -> Vec<DatedCause> {
    diary.recent_cramps().filter(|entry| wanted(&entry.value)).map(DatedCause::cramp).collect()
}

fn days(found: &[DatedCause]) -> BTreeSet<Day> {
    found.iter().map(|dated| dated.day).collect()
}

/// Keeps the causes on days that belong to a run of at least `length` days.
fn in_a_row(found: Vec<DatedCause>, length: i64) -> Vec<DatedCause> {
    let days = days(&found);
    let run_from = |first: Day| (0..length).all(|later| days.contains(&first.plus(later)));
    let in_run = |day: Day| (0..length).any(|earlier| run_from(day.plus(-earlier)));
    found.into_iter().filter(|dated| in_run(dated.day)).collect()
}
