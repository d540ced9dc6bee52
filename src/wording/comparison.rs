//! A comparison in words: what changed, or why nothing is compared.

use super::SummaryRow;
use super::counts::{SMALLEST, a_week, cramps, nights};
use crate::insights::{Against, Comparison, MIN_BASELINE, MIN_NIGHTS, Missing, RateChange, Summary};

/// What belongs beside every comparison.
pub const CAUTION: &str = "Cramps often ease by themselves: in trials, people on a dummy pill had 28.7 % fewer after four weeks, and about \
     two in three of them had at least a quarter fewer (Cochrane review 2020). They also follow the season, with about twice as many in \
     summer as in winter (Garrison 2015).";

impl RateChange {
    /// For example "1.4 fewer cramps a week (-31 %)". What is worth noting is never "as many", however few cramps there are.
    #[must_use]
    pub fn words(&self) -> String {
        let share = self.share.map(|share| format!(" ({:+.0} %)", share * 100.0)).unwrap_or_default();
        let change = self.a_week.abs();
        if change < SMALLEST && !self.worth_noting {
            return "as many cramps a week".to_owned();
        }
        format!("{} {} cramps a week{share}", a_week(change), if self.a_week < 0.0 { "fewer" } else { "more" })
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
        let change = self.change.iter().flat_map(|change| {
            let noted = if change.worth_noting { "a quarter or more: worth noting" } else { "less than a quarter: may well be chance" };
            let responder = if change.responder { "yes" } else { "no" };
            [
                SummaryRow::new("Change", change.words(), noted),
                SummaryRow::new("At least a quarter fewer", responder, "what trials call a responder"),
            ]
        });
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
