//! A comparison in words: what changed, or why nothing is compared.

use super::SummaryRow;
use super::counts::{SMALLEST, a_week, cramps, nights};
use crate::insights::methods::ChangeVerdict;
use crate::insights::{Against, Comparison, MIN_BASELINE, MIN_NIGHTS, Missing, RateChange, Summary};

/// What belongs beside every comparison.
pub const CAUTION: &str = "Cramps often ease by themselves: in trials, people on a dummy pill had 28.7 % fewer after four weeks, and about \
     two in three of them had at least a quarter fewer (Cochrane review 2020). They also follow the season, with about twice as many in \
     summer as in winter (Garrison 2015). Spells come and go by themselves.";

impl RateChange {
    /// The difference: "-1.4 cramps a week". It is never zero unless it is zero, however few cramps there are.
    #[must_use]
    pub fn words(&self) -> String {
        let change = self.a_week.abs();
        if change < 1e-9 {
            return "as many cramps a week".to_owned();
        }
        if change < SMALLEST {
            return "less than 0.1 cramps a week apart".to_owned();
        }
        format!("{}{} cramps a week", if self.a_week < 0.0 { "-" } else { "+" }, a_week(change))
    }

    /// Its range: "95 % range: 3.0 fewer to 0.2 more", or that there is none.
    fn range_words(&self) -> String {
        let end = |end: f64| format!("{:.1} {}", end.abs(), if end < 0.0 { "fewer" } else { "more" });
        match self.range {
            Some((low, high)) => format!("95 % range: {} to {}", end(low), end(high)),
            None => "too few cramps, or fewer than four fortnights, for a range of the difference".to_owned(),
        }
    }

    /// What may be said, as a row.
    fn verdict_row(&self) -> SummaryRow {
        let (value, detail) = match self.verdict {
            Some(ChangeVerdict::Fewer) => ("fewer", "hardly by chance; spells come and go by themselves"),
            Some(ChangeVerdict::More) => ("more", "hardly by chance; spells come and go by themselves"),
            Some(ChangeVerdict::CannotTell | ChangeVerdict::TooFew) => ("can't tell yet", "it may well be chance"),
            None => ("not said", "it is said of 90 nights and of a year: who chooses ranges freely finds something sooner or later"),
        };
        SummaryRow::new("Fewer or more", value, detail)
    }
}

impl Comparison {
    /// What it is compared with, in words: "the 28 nights before".
    #[must_use]
    pub fn against_words(&self) -> String {
        match self.against {
            Against::Before => format!("the {} before", nights(self.now.nights)),
            Against::Baseline => "the first two weeks of the diary".to_owned(),
        }
    }

    /// Why nothing is compared, in a sentence; `None` where something is.
    #[must_use]
    pub fn missing_words(&self) -> Option<String> {
        Some(match self.missing? {
            Missing::AnyNight => "No night is logged yet.".to_owned(),
            Missing::NightsNow(nights) => few("This range", nights),
            Missing::NightsThen(nights) => few(if self.against == Against::Before { "The range before" } else { "The baseline" }, nights),
            Missing::NightsOfBaseline(logged) => {
                format!("Of the first two weeks of the diary {logged} of the {MIN_BASELINE} nights that are needed are logged.")
            }
            Missing::LaterRange(from) => {
                let from = from.date().format("%a %-d %b %Y");
                format!("The first two weeks of the diary are part of this range; choose one from {from} on.")
            }
            Missing::BadNightsAloneNow => bad_nights_alone("this range"),
            Missing::BadNightsAloneThen => {
                bad_nights_alone(if self.against == Against::Before { "the range before" } else { "the first two weeks of the diary" })
            }
        })
    }

    /// What changed in words, or what is missing.
    #[must_use]
    pub fn rows(&self) -> Vec<SummaryRow> {
        let then = self.then.iter().map(|then| {
            let value = then
                .rate
                .a_week
                .filter(|_| self.change.is_some())
                .map_or_else(|| "no comparison".to_owned(), |then| format!("{} a week", a_week(then)));
            SummaryRow::new(if self.against == Against::Before { "Before" } else { "Baseline" }, value, earlier(then))
        });
        let change =
            self.change.iter().flat_map(|change| [SummaryRow::new("Change", change.words(), change.range_words()), change.verdict_row()]);
        let missing = self.missing_words().map(|missing| SummaryRow::new("Change", "not known", missing));
        then.chain(change).chain(missing).collect()
    }
}

fn earlier(then: &Summary) -> String {
    format!("{} in {} with a known number; {}", cramps(then.rate.cramps), nights(then.rate.nights), then.window())
}

fn few(which: &str, nights: usize) -> String {
    format!("{which} has {nights} of the {MIN_NIGHTS} nights with a known number of cramps that are needed.")
}

fn bad_nights_alone(which: &str) -> String {
    format!("In {which} nearly all logged nights have cramps and many nights are not logged, so that there is no rate to compare.")
}
