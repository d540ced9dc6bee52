//! A range beside an earlier one: is it getting better?

use super::Summary;
use super::of_range::summary_from;
use crate::domain::{Night, NightRange};
use crate::insights::{MIN_NIGHTS, NightSlice};

/// How many nights the baseline, the beginning of the diary, has: 14, as in the run-in of trials (Roguin Maor 2017; Tan 2024).
pub const BASELINE_NIGHTS: i64 = 14;
/// How many nights of the baseline must be logged for a comparison: 10.
pub const MIN_BASELINE: usize = 10;
/// The least change worth noting, up or down: 25 % of the earlier rate. A person with 25 % fewer cramps is what trials call a responder
/// (Cochrane 2020).
const WORTH_NOTING: f64 = 0.25;

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
    /// Whether the rate changed by at least a quarter, up or down.
    pub worth_noting: bool,
    /// Whether there are at least a quarter fewer cramps.
    pub responder: bool,
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
    let rates = then.as_ref().filter(|_| missing.is_none()).and_then(|then| Some((then.rate.a_week?, now.rate.a_week?)));
    Comparison { against, change: rates.map(|(then, now)| RateChange::of(then, now)), now, then, missing }
}

impl RateChange {
    fn of(then: f64, now: f64) -> Self {
        let a_week = now - then;
        // What is a quarter on paper must not fail by the last bit.
        let quarter = WORTH_NOTING * then - 1e-9;
        Self {
            then,
            now,
            a_week,
            share: (then > 0.0).then(|| a_week / then),
            worth_noting: a_week.abs() >= quarter && a_week.abs() > 1e-9,
            responder: then > 0.0 && -a_week >= quarter,
        }
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
    let known = whole.between(range.first.date(), range.last.date());
    // A range that ends before `whole` begins still has its nights, as one that goes on after its end has.
    Summary { nights: range.nights(), ..summary_from(range.first, known) }
}
