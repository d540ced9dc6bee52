//! A range beside an earlier one: is it getting better?

use super::rows::{self, SummaryRow};
use super::{MIN_NIGHTS, Summary, summary_from};
use crate::domain::Night;
use crate::insights::Nights;

/// How many nights the baseline has, as the run-in of trials (Roguin Maor 2017; Tan 2024).
pub const BASELINE_NIGHTS: i64 = 14;
/// How many of them must be logged.
const MIN_BASELINE: usize = 10;
/// From which change on, up or down, it is worth noting; fewer by as much is what trials call a responder (Cochrane 2020).
const WORTH_NOTING: f64 = 0.25;

/// What belongs beside every comparison.
pub const CAUTION: &str = "Cramps often ease by themselves: in trials, people on a dummy pill had 28.7 % fewer after four weeks, and about \
     two in three of them had at least a quarter fewer (Cochrane review 2020). They also follow the season, with about twice as many in \
     summer as in winter (Garrison 2015).";

/// What a range is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// As many nights right before it.
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
    /// The earlier range, where there is one.
    pub then: Option<Summary>,
    /// What changed; nothing where too few nights are logged.
    pub change: Option<Change>,
    /// Why nothing is compared, in a sentence.
    pub missing: Option<String>,
}

/// A change of cramps a week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Cramps a week in the earlier range.
    pub then: f64,
    /// Cramps a week in the range.
    pub now: f64,
    /// Now less than: below zero for fewer.
    pub a_week: f64,
    /// The same as a part of what it was; nothing where there were none.
    pub share: Option<f64>,
    /// Whether it is at least a quarter, up or down.
    pub worth_noting: bool,
    /// Whether there are at least a quarter fewer.
    pub responder: bool,
}

/// Compares a range of dates, both ends included, with an earlier one. `whole` is all that is known: dates outside it were not
/// logged.
#[must_use]
pub fn compare(whole: Nights<'_>, (first, last): (Night, Night), against: Against) -> Comparison {
    let now = between(whole, first, last);
    let then = match against {
        Against::Before => Some(between(whole, first.plus(-length(first, last)), first.plus(-1))),
        Against::Baseline => baseline(whole),
    };
    let missing = then.as_ref().map_or_else(|| Some("No night is logged yet.".to_owned()), |then| missing(against, &now, then));
    let rates = then.as_ref().filter(|_| missing.is_none()).and_then(|then| Some((then.rate.a_week?, now.rate.a_week?)));
    Comparison { against, change: rates.map(|(then, now)| Change::of(then, now)), now, then, missing }
}

impl Change {
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

    /// For example "1.4 fewer cramps a week (-31 %)". What is worth noting is never "as many", however few cramps there are.
    #[must_use]
    pub fn words(&self) -> String {
        let share = self.share.map(|share| format!(" ({:+.0} %)", share * 100.0)).unwrap_or_default();
        let change = self.a_week.abs();
        if change < rows::SMALLEST && !self.worth_noting {
            return "as many cramps a week".to_owned();
        }
        format!("{} {} cramps a week{share}", rows::a_week(change), if self.a_week < 0.0 { "fewer" } else { "more" })
    }
}

impl Comparison {
    /// What it is compared with, in words: "the 28 nights before".
    #[must_use]
    pub fn against_words(&self) -> String {
        match self.against {
            Against::Before => format!("the {} before", rows::nights(self.now.nights)),
            Against::Baseline => "the first two weeks of the diary".to_owned(),
        }
    }

    /// What changed in words, or what is missing.
    #[must_use]
    pub fn rows(&self) -> Vec<SummaryRow> {
        let then = self.then.iter().map(|then| {
            let value = then
                .rate
                .a_week
                .filter(|_| self.change.is_some())
                .map_or_else(|| "no comparison".to_owned(), |then| format!("{} a week", rows::a_week(then)));
            SummaryRow::new(if self.against == Against::Before { "Before" } else { "Baseline" }, value, earlier(then))
        });
        let change = self.change.iter().flat_map(|change| {
            let noted = if change.worth_noting { "a quarter or more: worth noting" } else { "less than a quarter: may well be chance" };
            let responder = if change.responder { "yes" } else { "no" };
            [
                SummaryRow::new("Change", change.words(), noted),
                SummaryRow::new("At least a quarter fewer", responder, "what trials call a responder"),
            ]
        });
        let missing = self.missing.iter().map(|missing| SummaryRow::new("Change", "not known", missing.clone()));
        then.chain(change).chain(missing).collect()
    }
}

fn earlier(then: &Summary) -> String {
    format!("{} in {} with a known number; {}", rows::cramps(then.rate.cramps), rows::nights(then.rate.nights), then.window())
}

/// Why they cannot be compared.
fn missing(against: Against, now: &Summary, then: &Summary) -> Option<String> {
    let few = |which: &str, nights: usize| {
        (nights < MIN_NIGHTS)
            .then(|| format!("{which} has {nights} of the {MIN_NIGHTS} nights with a known number of cramps that are needed."))
    };
    let baseline = || match against {
        Against::Baseline if then.logged < MIN_BASELINE => {
            Some(format!("Of the first two weeks of the diary {} of the {MIN_BASELINE} nights that are needed are logged.", then.logged))
        }
        Against::Baseline if now.first <= then.last() => {
            let after = then.last().plus(1).date().format("%a %-d %b %Y");
            Some(format!("The first two weeks of the diary are part of this range; choose one from {after} on."))
        }
        Against::Before | Against::Baseline => None,
    };
    let earlier = if against == Against::Before { "The range before" } else { "The baseline" };
    few("This range", now.rate.nights).or_else(baseline).or_else(|| few(earlier, then.rate.nights))
}

/// The first two weeks of the diary, from its first logged night on.
fn baseline(whole: Nights<'_>) -> Option<Summary> {
    let (first, _) = whole.logged().next()?;
    Some(between(whole, first, first.plus(BASELINE_NIGHTS - 1)))
}

/// The figures of these dates, of which those outside `whole` are not logged.
fn between(whole: Nights<'_>, first: Night, last: Night) -> Summary {
    let known = whole.between(first.date(), last.date());
    // A range that ends before `whole` begins still has its nights, as one that goes on after its end has.
    Summary { nights: usize::try_from(length(first, last)).unwrap_or(0), ..summary_from(first, known) }
}

/// How many nights there are, both ends included.
fn length(first: Night, last: Night) -> i64 {
    (last.date() - first.date()).num_days() + 1
}
