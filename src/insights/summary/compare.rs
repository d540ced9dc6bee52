//! A range beside an earlier one: is it getting better?

use super::Summary;
use super::of_range::summary_from;
use crate::domain::{Night, NightRange};
use crate::insights::methods::{ChangeVerdict, RatesCompared};
use crate::insights::{MIN_NIGHTS, NightSlice};

/// How many nights the baseline, the beginning of the diary, has: 14, as in the run-in of trials (Roguin Maor 2017; Tan 2024).
pub const BASELINE_NIGHTS: i64 = 14;
/// How many nights of the baseline must be logged for a comparison: 10.
pub const MIN_BASELINE: usize = 10;
/// The lengths of ranges of which "fewer" or "more" may be said: 90 nights and a year. Whoever chooses ranges freely looks often, and
/// finds something sooner or later.
const OFFERED_NIGHTS: [usize; 3] = [90, 365, 366];

/// What the figures of a range of nights are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// As many nights as the range has, right before it.
    Before,
    /// The first two weeks of the diary.
    Baseline,
}

/// A range, an earlier one, and what changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// What it is compared with.
    pub against: Against,
    /// The range itself.
    pub now: Summary,
    /// The earlier range; `None` if there is none to compare with.
    pub then: Option<Summary>,
    /// What changed; `None` where something is missing.
    pub change: Option<RateChange>,
    /// Why there is no comparison; `None` where there is one.
    pub missing: Option<Missing>,
}

/// Why a range cannot be compared with an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// No night of the diary is logged.
    AnyNight,
    /// The range itself has only this many nights with a known number of cramps.
    NightsNow(usize),
    /// The earlier range has only this many nights with a known number of cramps.
    NightsThen(usize),
    /// Of the first two weeks of the diary only this many nights are logged.
    NightsOfBaseline(usize),
    /// The range contains nights of the baseline; one that begins on this night or later would not.
    LaterRange(Night),
    /// In the range itself bad nights alone seem to be logged.
    BadNightsAloneNow,
    /// In the earlier range bad nights alone seem to be logged.
    BadNightsAloneThen,
}

/// How cramps per week changed between two ranges of nights.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateChange {
    /// Cramps per week in the earlier range.
    pub then: f64,
    /// Cramps per week in the later range.
    pub now: f64,
    /// `now` less `then`: below zero for fewer cramps.
    pub a_week: f64,
    /// The change as a share of the earlier rate: -0.25 is a quarter fewer. `None` where that rate was 0.
    pub share: Option<f64>,
    /// The 95 % range of `a_week`; `None` where one of the two has too few cramps or fortnights.
    pub range: Option<(f64, f64)>,
    /// Where there is no such range: how often chance alone would part the two at least as much. `None` where too little is known.
    pub chance: Option<f64>,
    /// What may be said of it; `None` for a range of which nothing may, because it was chosen freely.
    pub verdict: Option<ChangeVerdict>,
}

/// Compares a range of nights with an earlier one. `whole` is all that is known: dates outside it were not logged.
#[must_use]
pub fn compare(whole: NightSlice<'_>, range: NightRange, against: Against) -> Comparison {
    let now = between(whole, range);
    let then = match against {
        Against::Before => Some(between(whole, range.before())),
        Against::Baseline => baseline(whole),
    };
    let missing = then.as_ref().map_or(Some(Missing::AnyNight), |then| missing(against, &now, then));
    let change = then.as_ref().filter(|_| missing.is_none()).and_then(|then| RateChange::of(then, &now, against));
    Comparison { against, now, then, change, missing }
}

impl RateChange {
    /// What changed from one range to another; `None` where one has no rate.
    fn of(then: &Summary, now: &Summary, against: Against) -> Option<Self> {
        let compared = RatesCompared::of(&then.rate.known, &now.rate.known);
        let (earlier, later) = (then.rate.a_week?, now.rate.a_week?);
        let is_offered = against == Against::Before && OFFERED_NIGHTS.contains(&now.nights);
        Some(Self {
            then: earlier,
            now: later,
            a_week: later - earlier,
            share: (earlier > 0.0).then(|| (later - earlier) / earlier),
            range: compared.difference,
            chance: compared.chance,
            verdict: is_offered.then_some(compared.verdict),
        })
    }
}

/// Why they cannot be compared; `None` where they can.
fn missing(against: Against, now: &Summary, then: &Summary) -> Option<Missing> {
    let is_baseline = against == Against::Baseline;
    match (now.rate.nights, then.rate.nights) {
        (few, _) if few < MIN_NIGHTS => Some(Missing::NightsNow(few)),
        _ if is_baseline && then.logged < MIN_BASELINE => Some(Missing::NightsOfBaseline(then.logged)),
        _ if is_baseline && now.first <= then.last() => Some(Missing::LaterRange(then.last().plus(1))),
        (_, few) if few < MIN_NIGHTS => Some(Missing::NightsThen(few)),
        _ if now.rate.a_week.is_none() => Some(Missing::BadNightsAloneNow),
        _ if then.rate.a_week.is_none() => Some(Missing::BadNightsAloneThen),
        _ => None,
    }
}

/// The first two weeks of the diary, from its first logged night on.
fn baseline(whole: NightSlice<'_>) -> Option<Summary> {
    let (first, _) = whole.logged().next()?;
    Some(between(whole, NightRange::new(first, first.plus(BASELINE_NIGHTS - 1))))
}

/// The figures of these nights, of which those outside `whole` are not logged.
fn between(whole: NightSlice<'_>, range: NightRange) -> Summary {
    // A range that ends before `whole` begins still has its nights, as one that goes on after its end has.
    summary_from(range.first, range.nights(), whole.between(range.first.date(), range.last.date()))
}
