//! How often the range of a rate holds the truth, and how often two ranges without any change are called "fewer" or "more".

use super::made_up::Chance;
use chrono::{Days, NaiveDate};
use cramp_diary::insights::methods::{ChangeVerdict, NightRate, RatesCompared};

/// A Wednesday: most ranges begin within a week.
const FIRST: NaiveDate = NaiveDate::from_ymd_opt(2024, 1, 3).unwrap();

/// How the cramps of a night come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Nights {
    /// What it is called in the table.
    pub(crate) name: &'static str,
    /// The standard deviation of the logarithm of the rate.
    pub(crate) spread: f64,
    /// How much of it a night keeps from the one before.
    pub(crate) kept: f64,
}

/// The kinds of nights of the table.
pub(crate) const NIGHTS: [Nights; 3] = [
    Nights { name: "strewn evenly (Poisson)", spread: 0.0, kept: 0.0 },
    Nights { name: "spells of days (sd 0.8, AR .6)", spread: 0.8, kept: 0.6 },
    Nights { name: "spells of weeks (sd 0.8, AR .95)", spread: 0.8, kept: 0.95 },
];

impl Nights {
    /// So many nights, of which a tenth is not known.
    fn make(self, nights: usize, a_night: impl Fn(usize) -> f64, chance: &mut Chance) -> Vec<Option<f64>> {
        let level = chance.series(nights, self.kept);
        let cramps = |(night, level): (usize, f64)| {
            let rate = a_night(night) * (self.spread * level - self.spread * self.spread / 2.0).exp();
            let cramps = chance.poisson(rate);
            (chance.poisson(0.105_36) < 1.0).then_some(cramps)
        };
        level.into_iter().enumerate().map(cramps).collect()
    }

    /// The share of diaries of so many nights whose range holds the true rate a week.
    pub(crate) fn coverage(self, nights: usize, a_week: f64, diaries: u64) -> f64 {
        let holds = |seed: &u64| {
            let made_up = self.make(nights, |_| a_week / 7.0, &mut Chance::new(seed * 7 + nights as u64));
            NightRate::of(FIRST, &made_up).range_a_week.is_some_and(|range| range.0 <= a_week && a_week <= range.1)
        };
        share((0..diaries).filter(holds).count(), diaries)
    }

    /// The share of diaries in which the later half is called fewer or more, if it has `ratio` times the cramps of the earlier one.
    pub(crate) fn verdicts(self, nights_a_side: usize, a_week: f64, ratio: f64, diaries: u64) -> f64 {
        let is_said = |seed: &u64| {
            let a_night = |night: usize| a_week / 7.0 * if night < nights_a_side { 1.0 } else { ratio };
            let made_up = self.make(2 * nights_a_side, a_night, &mut Chance::new(seed * 13 + nights_a_side as u64));
            let (before, now) = made_up.split_at(nights_a_side);
            let now = NightRate::of(FIRST + Days::new(nights_a_side as u64), now);
            let verdict = RatesCompared::of(&NightRate::of(FIRST, before), &now).verdict;
            matches!(verdict, ChangeVerdict::Fewer | ChangeVerdict::More)
        };
        share((0..diaries).filter(is_said).count(), diaries)
    }
}

fn share(count: usize, of: u64) -> f64 {
    let number = |count: u64| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(count as u64) / number(of.max(1))
}
