//! What goes with the cramps of a diary, as of the last look.

use super::methods::{
    FIRST_LOOK, FactorLink, FactorTest, LEAST_CRAMP_NIGHTS, LEAST_NIGHTS, LEAST_OF_EACH, LEAST_WEEKS, LinkLabel, Links, next_look,
};
use super::{LinkFactor, NightSlice};
use crate::domain::{Night, as_f64};

/// How many more nights a factor needs before anything can be said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StillNeeded {
    /// Nights whose cramps and factor are known.
    Nights(usize),
    /// Weeks with three such nights.
    Weeks(usize),
    /// Nights with cramps.
    CrampNights(usize),
    /// Nights after days with it.
    NightsWith(usize),
    /// Nights after days without it.
    NightsWithout(usize),
    /// Weeks, or days, that differ from each other.
    Variation,
}

/// What goes with the cramps of a diary.
#[derive(Debug, Clone, PartialEq)]
pub struct DiaryLinks {
    /// The first night of the diary.
    pub first: Night,
    /// The last night that the last look took in; `None` before the first look.
    pub last: Option<Night>,
    /// Nights whose number of cramps is known, up to today.
    pub logged: usize,
    /// The factors, in the order of `links`.
    pub factors: Vec<LinkFactor>,
    /// What was found.
    pub links: Links,
}

impl DiaryLinks {
    /// Looks at the factors of all nights of a diary.
    #[must_use]
    pub fn of(nights: NightSlice<'_>, factors: Vec<LinkFactor>) -> Self {
        let cramps: Vec<_> = nights.nights.iter().map(super::NightFigures::cramp_count).collect();
        let series: Vec<_> = factors.iter().map(|factor| factor.series.clone()).collect();
        let links = Links::of(nights.first, &cramps, &series);
        let last = links.nights.checked_sub(1).map(|last| nights.night(last));
        Self { first: nights.night(0), last, logged: cramps.iter().flatten().count(), factors, links }
    }

    /// Each factor with what was found, the strongest link first.
    #[must_use]
    pub fn by_strength(&self) -> Vec<(&LinkFactor, &FactorLink)> {
        let mut found: Vec<_> = self.factors.iter().zip(&self.links.links).collect();
        let chance = |link: &FactorLink| link.test.result.map_or(1.0, |effect| effect.p);
        found.sort_by(|a, b| a.1.label.cmp(&b.1.label).then(chance(a.1).total_cmp(&chance(b.1))));
        found
    }

    /// In how many logged nights the next look comes.
    #[must_use]
    pub fn until_next_look(&self) -> usize {
        next_look(self.logged) - self.logged
    }

    /// How many nights are missing to the first look; `None` after it.
    #[must_use]
    pub fn until_first_look(&self) -> Option<usize> {
        FIRST_LOOK.checked_sub(self.logged).filter(|missing| *missing > 0)
    }
}

impl FactorLink {
    /// What is still needed for a test; `None` where there is one.
    #[must_use]
    pub fn still_needed(&self) -> Option<StillNeeded> {
        self.test.result.err().map(|_| self.test.still_needed())
    }

    /// About how many nights more are needed until the range is narrow enough to leave "as many" out, or to lie within what is called
    /// little. `None` where more than "can't tell" is said already, or where the range is open.
    ///
    /// The width of a range falls with the root of the number of nights. It is narrow enough when half of it is as much as the estimate
    /// lies from "as many", or from one and a half times or two thirds.
    #[must_use]
    pub fn nights_until_told(&self) -> Option<usize> {
        let effect = self.test.result.ok().filter(|_| self.label == LinkLabel::CannotTell)?;
        let range = effect.range.filter(|range| !range.open_low && !range.open_high)?;
        let away = effect.log_ratio.abs();
        let narrow_enough = away.max(1.5_f64.ln() - away);
        let times = ((range.high - range.low) / (2.0 * narrow_enough)).powi(2);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some thousand nights at most")]
        let more = (as_f64(self.test.usable_nights) * (times - 1.0)).max(1.0) as usize;
        Some(more.div_ceil(10) * 10)
    }
}

impl FactorTest {
    fn still_needed(&self) -> StillNeeded {
        let missing = |needed: usize, has: usize| needed.checked_sub(has).filter(|missing| *missing > 0);
        if let Some(nights) = missing(LEAST_NIGHTS, self.usable_nights) {
            return StillNeeded::Nights(nights);
        }
        if let Some(weeks) = missing(LEAST_WEEKS, self.weeks) {
            return StillNeeded::Weeks(weeks);
        }
        if let Some(nights) = missing(LEAST_CRAMP_NIGHTS, self.cramp_nights) {
            return StillNeeded::CrampNights(nights);
        }
        let with = self.arms.and_then(|arms| missing(LEAST_OF_EACH, arms.with)).map(StillNeeded::NightsWith);
        let without = self.arms.and_then(|arms| missing(LEAST_OF_EACH, arms.without)).map(StillNeeded::NightsWithout);
        with.or(without).unwrap_or(StillNeeded::Variation)
    }
}
