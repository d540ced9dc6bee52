//! On which evenings and in which months do cramps come?

use super::median::share;
use super::{MIN_NIGHTS, NightFigures, NightSlice};
use chrono::Datelike as _;

/// Nights and cramps, counted over some of the nights of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CrampCounts {
    /// Logged nights.
    pub logged: usize,
    /// Logged nights with cramps, described or not.
    pub with_cramps: usize,
    /// Nights whose number of cramps is known: none, or described.
    pub counted: usize,
    /// The cramps of the nights whose number is known.
    pub cramps: usize,
}

impl CrampCounts {
    /// Cramps per week: seven times the mean over the nights whose number of cramps is known; `None` with fewer than [`MIN_NIGHTS`] of
    /// them.
    #[must_use]
    pub fn per_week(self) -> Option<f64> {
        share(7 * self.cramps, self.counted).filter(|_| self.counted >= MIN_NIGHTS)
    }

    /// The share of logged nights with cramps, 0 to 1; `None` with fewer than [`MIN_NIGHTS`] logged nights.
    #[must_use]
    pub fn share_with_cramps(self) -> Option<f64> {
        share(self.with_cramps, self.logged).filter(|_| self.logged >= MIN_NIGHTS)
    }

    /// Adds a night, if it is logged.
    pub(super) fn count(&mut self, figures: &NightFigures) {
        self.logged += usize::from(figures.is_logged());
        self.with_cramps += usize::from(figures.had_cramps() == Some(true));
        if figures.cramp_count().is_some() {
            self.counted += 1;
            self.cramps += figures.cramps.len();
        }
    }
}

/// Cramps by the weekday of the evening, Monday first.
#[must_use]
pub fn weekday_rates(nights: NightSlice<'_>) -> [CrampCounts; 7] {
    rates(nights, |date| date.weekday().num_days_from_monday())
}

/// Cramps by the month of the evening, January first; the same month of several years counts together, since the question is the
/// season.
#[must_use]
pub fn month_rates(nights: NightSlice<'_>) -> [CrampCounts; 12] {
    rates(nights, |date| date.month0())
}

fn rates<const N: usize>(nights: NightSlice<'_>, place: impl Fn(chrono::NaiveDate) -> u32) -> [CrampCounts; N] {
    let mut rates = [CrampCounts::default(); N];
    for (night, figures) in nights.logged() {
        let Some(rate) = usize::try_from(place(night.date())).ok().and_then(|place| rates.get_mut(place)) else { continue };
        rate.count(figures);
    }
    rates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insights::made_up::{calm, cramp, diary, night_of};
    use crate::seeded::seeded;
    use chrono::{Days, NaiveDate};
    use proptest::prelude::*;

    #[test]
    fn a_rate_needs_seven_nights_whose_number_is_known() {
        let rate = |counted, cramps| CrampCounts { logged: 30, with_cramps: 9, counted, cramps }.per_week();
        assert_eq!(rate(6, 12), None);
        assert_eq!(rate(7, 0), Some(0.0));
        assert_eq!(rate(14, 6), Some(3.0));
        assert_eq!(CrampCounts { logged: 6, with_cramps: 6, ..CrampCounts::default() }.share_with_cramps(), None);
    }

    #[test]
    fn a_night_belongs_to_its_evening_and_one_not_described_to_no_count() {
        // A Monday, and the last evening of a month.
        let nights = [night_of(vec![cramp(3), cramp(5)]), night_of(Vec::new()), calm()];
        let nights = NightSlice { first: "2026-08-31".parse().unwrap(), nights: &nights };
        let weekdays = weekday_rates(nights);
        assert_eq!(weekdays[0], CrampCounts { logged: 1, with_cramps: 1, counted: 1, cramps: 2 });
        assert_eq!(weekdays[1], CrampCounts { logged: 1, with_cramps: 1, counted: 0, cramps: 0 });
        assert_eq!(weekdays[2], CrampCounts { logged: 1, with_cramps: 0, counted: 1, cramps: 0 });
        let months = month_rates(nights);
        assert_eq!((months[7].cramps, months[8].logged, months[8].with_cramps), (2, 2, 1));
    }

    proptest! {
        #![proptest_config(seeded(256))]
        #[test]
        fn rates_are_those_of_counting_by_hand(nights in diary(120), start in 0..3_000_u64) {
            let first = NaiveDate::from_ymd_opt(2018, 1, 1).unwrap() + Days::new(start);
            let given = NightSlice { first, nights: &nights };
            let dated: Vec<_> = first.iter_days().zip(&nights).collect();
            let by_hand = |is: &dyn Fn(NaiveDate) -> bool| {
                let known: Vec<f64> = dated.iter().filter(|(date, _)| is(*date)).filter_map(|(_, night)| night.cramp_count()).collect();
                (known.len() >= 7).then(|| known.iter().sum::<f64>() / f64::from(u16::try_from(known.len()).unwrap()) * 7.0)
            };
            let close = |a: Option<f64>, b: Option<f64>| a.is_some() == b.is_some() && a.zip(b).is_none_or(|(a, b)| (a - b).abs() < 1e-9);
            for (name, rate) in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].iter().zip(weekday_rates(given)) {
                prop_assert!(close(rate.per_week(), by_hand(&|date| date.format("%a").to_string() == *name)));
            }
            for (month, rate) in (1_u32..).zip(month_rates(given)) {
                prop_assert!(close(rate.per_week(), by_hand(&|date| date.format("%-m").to_string() == month.to_string())));
            }
            let logged = nights.iter().filter(|night| night.is_logged()).count();
            prop_assert_eq!(weekday_rates(given).iter().map(|rate| rate.logged).sum::<usize>(), logged);
        }
    }
}
