//! What goes with cramps, in words. Never more than the diary can say: an association, or that it cannot tell yet.

use super::counts::nights;
use crate::domain::counted;
use crate::insights::methods::{FactorEffect, FactorLink, LinkLabel, LogRange, WithAndWithout};
use crate::insights::{DiaryLinks, LinkFactor, LinkFactorName, Panel, StillNeeded};

/// What belongs beside all links.
pub const LINKS_CAUTION: &str = "Your diary shows association, not cause: what goes together may both come from something else. Medicines that a \
     doctor prescribed are never among these; ask the doctor about them.";

impl LinkLabel {
    /// What may be said of a link, in a few words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Clear => "Clear link",
            Self::Likely => "Likely link – worth an experiment",
            Self::Hint => "Hint – may be chance",
            Self::LittleOrNone => "Little or no link",
            Self::CannotTell | Self::NotEnough => "Can't tell yet",
        }
    }

    /// Whether it is a hint or more.
    #[must_use]
    pub fn is_hint_or_more(self) -> bool {
        self <= Self::Hint
    }
}

impl LinkFactor {
    /// Its name: "Drinks", "Magnesium, mean of 3 days", "Slept, night before", "Zinc tablets, taken".
    #[must_use]
    pub fn label(&self) -> String {
        match &self.name {
            LinkFactorName::OfTheDay(panel) if self.series.window > 1 => format!("{}, mean of {} days", panel.label, self.series.window),
            LinkFactorName::OfTheDay(panel) => panel.label.clone(),
            LinkFactorName::NightBefore(panel) => format!("{}, night before", panel.label),
            LinkFactorName::Supplement(name) => format!("{name}, taken"),
        }
    }

    fn panel(&self) -> Option<&Panel> {
        match &self.name {
            LinkFactorName::OfTheDay(panel) | LinkFactorName::NightBefore(panel) => Some(panel),
            LinkFactorName::Supplement(_) => None,
        }
    }

    /// What was found of this factor, in sentences: the ratio with its range, and on how many nights it rests; or what is still needed.
    #[must_use]
    pub fn sentences(&self, link: &FactorLink) -> Vec<String> {
        let Ok(effect) = link.test.result else {
            return link.still_needed().map(StillNeeded::words).into_iter().collect();
        };
        let mut said = vec![format!("{}: {} From {}.", self.beside(link), effect.words(), nights(link.test.usable_nights))];
        said.extend(link.test.arms.and_then(WithAndWithout::words));
        if let Some(more) = link.nights_until_told() {
            said.push(until_told(more));
        }
        if link.label.is_hint_or_more() && link.reverse.as_ref().is_some_and(|reverse| reverse.reacting) {
            said.push("You may be reacting to cramps: it also differs on the days after them.".to_owned());
        }
        said
    }

    /// Which nights are beside which: "Nights after 2.1 L rather than 1.6 L".
    fn beside(&self, link: &FactorLink) -> String {
        let (Some((low, high)), Some(panel)) = (link.test.typical, self.panel()) else {
            return "Nights after days with it rather than without".to_owned();
        };
        let (low, high) = (panel.mean_written(low), panel.mean_written(high));
        format!("Nights after {high} rather than {low}")
    }
}

impl StillNeeded {
    /// What is needed, in a sentence.
    fn words(self) -> String {
        match self {
            Self::Nights(more) => format!("{} are needed of which both cramps and this are known.", counted(more, "more night")),
            Self::Weeks(more) => format!("{} are needed with three such nights each.", counted(more, "more week")),
            Self::CrampNights(more) => format!("{} with cramps are needed.", counted(more, "more night")),
            Self::NightsWith(more) => format!("{} after days with it are needed.", counted(more, "more night")),
            Self::NightsWithout(more) => format!("{} after days without it are needed.", counted(more, "more night")),
            Self::Variation => "Days are too much alike: nights can be told apart only if it differs within weeks.".to_owned(),
        }
    }
}

fn until_told(more: usize) -> String {
    match more {
        0..=1_000 => format!("About {} may tell.", counted(more, "more night")),
        _ => "More than 1,000 more nights may be needed to tell.".to_owned(),
    }
}

impl FactorEffect {
    /// The ratio with its range: "about 0.6× the cramps (range 0.4–0.8)."
    #[must_use]
    pub fn words(&self) -> String {
        let ratio = times(self.log_ratio);
        let about = if ratio.starts_with(['<', '>']) { "" } else { "about " };
        let range = self.range.map(|range| format!(" (range {})", range.words())).unwrap_or_default();
        format!("{about}{ratio}× the cramps{range}.")
    }
}

impl LogRange {
    /// The range as ratios: "0.4–0.8", "<0.05–0.7".
    #[must_use]
    pub fn words(&self) -> String {
        let low = if self.open_low { times(-3.0) } else { times(self.low) };
        let high = if self.open_high { times(3.0) } else { times(self.high) };
        format!("{low}–{high}")
    }
}

/// A ratio from its logarithm: "0.6", "0.07", "12"; "<0.05" and ">20" at the ends.
fn times(log_ratio: f64) -> String {
    match log_ratio.exp() {
        _ if log_ratio <= -3.0 => "<0.05".to_owned(),
        _ if log_ratio >= 3.0 => ">20".to_owned(),
        ratio if ratio < 0.095 => format!("{ratio:.2}"),
        ratio if ratio < 9.95 => format!("{ratio:.1}"),
        ratio => format!("{ratio:.0}"),
    }
}

impl WithAndWithout {
    /// The plain rates: "0.7 cramps a night in 123 with it, 1.8 in 123 without." Returns `None` where one side has no night.
    #[must_use]
    pub fn words(self) -> Option<String> {
        let (with, without) = (self.rate_with?, self.rate_without?);
        Some(format!("As counted: {with:.1} cramps a night in {} with it, {without:.1} in {} without.", nights(self.with), self.without))
    }
}

impl DiaryLinks {
    /// The nights that were looked at, in words: "168 logged nights, 2 Jun to 19 Nov 2026". `None` before the first look.
    #[must_use]
    pub fn window(&self) -> Option<String> {
        let (look, last) = (self.links.look?, self.last?);
        Some(format!("{}, {}", counted(look, "logged night"), self.first.to_words(last)))
    }

    /// When the next look comes: "Next update in 12 logged nights."
    #[must_use]
    pub fn next_words(&self) -> String {
        match self.until_first_look() {
            Some(missing) => format!(
                "Can't tell yet: links are looked at from 42 logged nights on. {} so far, {} to go.",
                nights(self.logged),
                nights(missing)
            ),
            None => format!("Next update in {}.", counted(self.until_next_look(), "logged night")),
        }
    }

    /// How much luck is among so many factors: "With 12 factors, about 1.2 hints come by luck." `None` where none could be tested.
    #[must_use]
    pub fn luck_words(&self) -> Option<String> {
        let tested = self.links.tested;
        let hints = crate::domain::as_f64(tested) / 10.0;
        (tested > 0).then(|| format!("With {}, about {hints:.1} hints come by luck.", counted(tested, "factor")))
    }
}
