//! What was each night of the years like?

use super::{NightFigures, NightSlice};
use crate::domain::{Night, NightAnswer, Severity};
use chrono::Datelike as _;

/// What is known of a night, at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarNight {
    /// Not logged.
    NotLogged,
    /// No cramps.
    NoCramps,
    /// Cramps that nobody described.
    NotDescribed,
    /// Cramps.
    Cramps {
        /// How many cramps.
        count: usize,
        /// How bad the worst was.
        worst: Severity,
    },
}

impl CalendarNight {
    /// The state of a night with these figures.
    #[must_use]
    pub fn of(figures: &NightFigures) -> Self {
        match (figures.answer, figures.worst()) {
            (None, _) => Self::NotLogged,
            (Some(NightAnswer::NoCramps), _) => Self::NoCramps,
            (Some(NightAnswer::HadCramps), None) => Self::NotDescribed,
            (Some(NightAnswer::HadCramps), Some(worst)) => Self::Cramps { count: figures.cramps.len(), worst },
        }
    }
}

/// A calendar year, or the part of it that is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarYear {
    /// Which year, by the date of the evening.
    pub year: i32,
    /// Its first night.
    pub first: Night,
    /// The state of each night, from the first one on.
    pub nights: Vec<CalendarNight>,
}

impl CalendarYear {
    /// The number of its nights that are logged.
    #[must_use]
    pub fn logged(&self) -> usize {
        self.nights.iter().filter(|state| **state != CalendarNight::NotLogged).count()
    }

    /// How many of its nights had cramps, described or not.
    #[must_use]
    pub fn with_cramps(&self) -> usize {
        self.nights.iter().filter(|state| matches!(state, CalendarNight::NotDescribed | CalendarNight::Cramps { .. })).count()
    }

    /// Each night with its state.
    pub fn iter(&self) -> impl Iterator<Item = (Night, CalendarNight)> {
        (0..).zip(&self.nights).map(|(days, state)| (self.first.plus(days), *state))
    }
}

/// The nights year by year, the earliest first; years before the first logged night are left out.
#[must_use]
pub fn calendar(nights: NightSlice<'_>) -> Vec<CalendarYear> {
    let Some(begins) = nights.logged().next().map(|(night, _)| night.date().year()) else { return Vec::new() };
    let mut years: Vec<CalendarYear> = Vec::new();
    for (night, figures) in nights.iter().skip_while(|(night, _)| night.date().year() < begins) {
        let (year, state) = (night.date().year(), CalendarNight::of(figures));
        match years.last_mut() {
            Some(last) if last.year == year => last.nights.push(state),
            _ => years.push(CalendarYear { year, first: night, nights: vec![state] }),
        }
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insights::made_up::{calm, cramp, diary, night_of};
    use crate::seeded::seeded;
    use proptest::prelude::*;

    #[test]
    fn years_begin_with_the_first_logged_one() {
        let mut nights = vec![NightFigures::default(); 400];
        let of = |nights: &[NightFigures]| calendar(NightSlice { first: "2025-12-01".parse().unwrap(), nights });
        assert!(of(&nights).is_empty());
        nights[398] = night_of(vec![cramp(2), cramp(6)]);
        nights[399] = calm();
        let years = of(&nights);
        assert_eq!(years.iter().map(|year| (year.year, year.nights.len(), year.logged())).collect::<Vec<_>>(), [(2027, 4, 2)]);
        let (night, state) = years[0].iter().nth(2).unwrap();
        assert_eq!(
            (night.to_string().as_str(), state),
            ("2027-01-03", CalendarNight::Cramps { count: 2, worst: Severity::new(6).unwrap() })
        );
    }

    proptest! {
        #![proptest_config(seeded(256))]
        #[test]
        fn every_logged_night_stands_on_its_date(nights in diary(450), first in 0..2_000_u64) {
            let first = chrono::NaiveDate::from_ymd_opt(2019, 1, 1).unwrap() + chrono::Days::new(first);
            let years = calendar(NightSlice { first, nights: &nights });
            let dated: Vec<_> = years.iter().flat_map(CalendarYear::iter).collect();
            for (date, figures) in first.iter_days().zip(&nights) {
                let found = dated.iter().find(|(night, _)| night.date() == date).map(|(_, state)| *state);
                prop_assert!(found == Some(CalendarNight::of(figures)) || (found.is_none() && !figures.is_logged()));
            }
            prop_assert_eq!(years.iter().map(CalendarYear::logged).sum::<usize>(), nights.iter().filter(|night| night.is_logged()).count());
            let with = nights.iter().filter(|night| night.had_cramps() == Some(true)).count();
            prop_assert_eq!(years.iter().map(CalendarYear::with_cramps).sum::<usize>(), with);
        }
    }
}
