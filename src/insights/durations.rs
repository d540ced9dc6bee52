//! How long do cramps last?

use super::median::{median, share};
use super::{MIN_NIGHTS, NightSlice};
use crate::domain::Minutes;

/// A bin of durations.
///
/// Up to 5 minutes a bin includes its lower end: a cramp of 1 minute is in "1 to 2". From 10 minutes on it excludes it: a cramp of
/// 10 minutes is in "5 to 10", since trials and warnings ask for *more* than 10. So "one minute or more" and "over ten" can both be
/// read off the bins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DurationBin {
    /// Less than half a minute.
    UnderHalf,
    /// Half a minute, up to a minute.
    HalfTo1,
    /// A minute, up to 2.
    From1To2,
    /// 2 minutes, up to 5.
    From2To5,
    /// 5 to 10 minutes, both included.
    From5To10,
    /// More than 10, up to 30 minutes.
    Over10,
    /// More than 30 minutes.
    Over30,
}

impl DurationBin {
    /// Every bin, from short to long.
    pub const ALL: [Self; 7] =
        [Self::UnderHalf, Self::HalfTo1, Self::From1To2, Self::From2To5, Self::From5To10, Self::Over10, Self::Over30];

    /// The bin that a duration falls into.
    #[must_use]
    pub fn of(minutes: Minutes) -> Self {
        match minutes.get() {
            short if short < 0.5 => Self::UnderHalf,
            short if short < 1.0 => Self::HalfTo1,
            short if short < 2.0 => Self::From1To2,
            short if short < 5.0 => Self::From2To5,
            middling if middling <= 10.0 => Self::From5To10,
            long if long <= 30.0 => Self::Over10,
            _ => Self::Over30,
        }
    }
}

/// How long the cramps of some nights lasted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DurationCounts {
    /// Cramps in each of [`DurationBin::ALL`].
    pub bins: [usize; 7],
    /// Cramps whose duration is not known.
    pub not_said: usize,
    /// The median in minutes; `None` without a known duration and with fewer than [`MIN_NIGHTS`] logged nights.
    pub median_min: Option<f64>,
    /// The share that lasted a minute or more, 0 to 1; `None` where there is no median.
    pub share_1_or_more: Option<f64>,
}

impl DurationCounts {
    /// The number of cramps whose duration is known.
    #[must_use]
    pub fn said(&self) -> usize {
        self.bins.iter().sum()
    }

    /// The number of cramps of one minute or more.
    #[must_use]
    pub fn one_or_more(&self) -> usize {
        self.bins[2..].iter().sum()
    }

    /// The number of cramps of more than ten minutes.
    #[must_use]
    pub fn over_10(&self) -> usize {
        self.bins[5..].iter().sum()
    }
}

/// Counts cramps by how long they lasted.
#[must_use]
pub fn duration_counts(nights: NightSlice<'_>) -> DurationCounts {
    let said: Vec<Minutes> = nights.cramps().filter_map(|cramp| cramp.duration).collect();
    let bins = DurationBin::ALL.map(|bin| said.iter().filter(|minutes| DurationBin::of(**minutes) == bin).count());
    let enough = nights.logged().count() >= MIN_NIGHTS;
    let mut counts = DurationCounts { bins, not_said: nights.cramps().count() - said.len(), median_min: None, share_1_or_more: None };
    if enough {
        counts.median_min = median(said.iter().map(|minutes| minutes.get()).collect());
        counts.share_1_or_more = share(counts.one_or_more(), said.len());
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insights::made_up::{calm, cramp, diary, night_of};
    use crate::seeded::seeded;
    use proptest::prelude::*;

    fn of(nights: &[crate::insights::NightFigures]) -> DurationCounts {
        duration_counts(NightSlice { first: "2026-01-01".parse().unwrap(), nights })
    }

    #[test]
    fn a_duration_at_an_edge_has_one_place() {
        let edges = [
            (0.1, "under ½"),
            (0.49, "under ½"),
            (0.5, "½ to 1"),
            (1.0, "1 to 2"),
            (2.0, "2 to 5"),
            (5.0, "5 to 10"),
            (10.0, "5 to 10"),
            (10.1, "over 10"),
            (30.0, "over 10"),
            (30.1, "over 30"),
            (180.0, "over 30"),
        ];
        for (minutes, label) in edges {
            assert_eq!(DurationBin::of(Minutes::new(minutes).unwrap()).label(), label, "{minutes}");
        }
    }

    #[test]
    fn six_nights_have_counts_but_no_median() {
        let long = crate::domain::Cramp { duration: Minutes::new(12.0).ok(), ..cramp(4) };
        let mut nights = vec![calm(); 5];
        nights.push(night_of(vec![long, cramp(3)]));
        let found = of(&nights);
        assert_eq!((found.said(), found.not_said, found.over_10(), found.median_min), (1, 1, 1, None));
        nights.push(calm());
        assert_eq!((of(&nights).median_min, of(&nights).share_1_or_more), (Some(12.0), Some(1.0)));
    }

    proptest! {
        #![proptest_config(seeded(256))]
        #[test]
        fn counts_are_those_of_counting_by_hand(nights in diary(60)) {
            let found = of(&nights);
            let cramps: Vec<_> = nights.iter().flat_map(|night| &night.cramps).collect();
            let minutes: Vec<f64> = cramps.iter().filter_map(|cramp| cramp.duration).map(Minutes::get).collect();
            prop_assert_eq!((found.said(), found.not_said), (minutes.len(), cramps.len() - minutes.len()));
            prop_assert_eq!(found.one_or_more(), minutes.iter().filter(|minutes| **minutes >= 1.0).count());
            prop_assert_eq!(found.over_10(), minutes.iter().filter(|minutes| **minutes > 10.0).count());
            if let Some(median) = found.median_min {
                // As many lie below the median as above it.
                let (below, above) = (minutes.iter().filter(|m| **m < median).count(), minutes.iter().filter(|m| **m > median).count());
                prop_assert!(below * 2 <= minutes.len() && above * 2 <= minutes.len());
            }
        }
    }
}
