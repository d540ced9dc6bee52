//! Nights gathered into weeks, where a range is too long for one bar per night.

use crate::domain::as_f64;
use chrono::{Datelike as _, NaiveDate};

/// From this many nights on, 180, a bar is a week.
pub(super) const WEEKS_FROM: usize = 180;

/// How many nights or days of a week must be logged for a figure of that week: 4.
pub const MIN_IN_WEEK: usize = 4;

/// What one bar stands for: consecutive nights of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// The index of its first night in the range, from 0.
    pub from: usize,
    /// How many nights: one, or up to seven.
    pub nights: usize,
}

impl Bar {
    /// The index of its last night in the range, from 0.
    #[must_use]
    pub fn last(self) -> usize {
        self.from + self.nights - 1
    }

    /// The slice of `nights` (one value per night of the range) that this bar covers.
    #[must_use]
    pub fn of<T>(self, nights: &[T]) -> &[T] {
        &nights[self.from..self.from + self.nights]
    }
}

/// The bars of a range: its nights, or its weeks from Monday to Sunday, of which the first and the last may be cut short.
#[must_use]
pub fn bars(first: NaiveDate, nights: usize) -> Vec<Bar> {
    if nights < WEEKS_FROM {
        return (0..nights).map(|from| Bar { from, nights: 1 }).collect();
    }
    let since_monday = first.weekday().num_days_from_monday() as usize;
    let mut bars = Vec::with_capacity(nights / 7 + 2);
    let mut from = 0;
    while from < nights {
        let until = (from + 7 - (from + since_monday) % 7).min(nights);
        bars.push(Bar { from, nights: until - from });
        from = until;
    }
    bars
}

/// The mean of the logged values of a week; `None` with fewer than [`MIN_IN_WEEK`] of them.
pub(super) fn week_mean(values: &[Option<f64>]) -> Option<f64> {
    let logged = values.iter().flatten().count();
    (logged >= MIN_IN_WEEK).then(|| values.iter().flatten().sum::<f64>() / as_f64(logged))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeded::seeded;
    use chrono::{Days, Weekday};
    use proptest::prelude::*;

    #[test]
    fn a_week_with_three_logged_nights_is_a_gap() {
        assert_eq!(week_mean(&[Some(2.0), None, Some(2.0), None, Some(5.0), None, None]), None);
        assert_eq!(week_mean(&[Some(2.0), None, Some(2.0), None, Some(5.0), None, Some(0.0)]), Some(2.25));
    }

    proptest! {
        // The same cases each time: a test that fails must fail again.
        #![proptest_config(seeded(256))]
        #[test]
        fn every_night_stands_in_one_bar_and_weeks_begin_on_mondays(days in 0_u64..4000, nights in 1_usize..800) {
            let first = NaiveDate::from_ymd_opt(2019, 12, 1).unwrap() + Days::new(days);
            let bars = bars(first, nights);
            let places: Vec<_> = bars.iter().flat_map(|bar| bar.from..=bar.last()).collect();
            prop_assert_eq!(places, (0..nights).collect::<Vec<_>>());
            let most = if nights < WEEKS_FROM { 1 } else { 7 };
            for (place, bar) in bars.iter().enumerate() {
                let inner = place > 0 && place + 1 < bars.len();
                prop_assert!((1..=most).contains(&bar.nights) && (!inner || bar.nights == most));
                let monday = (first + Days::new(bar.from as u64)).weekday() == Weekday::Mon;
                prop_assert!(monday || most == 1 || place == 0);
            }
        }
    }
}
