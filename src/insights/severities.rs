//! How bad are cramps?

use super::median::{median, share};
use super::{MIN_NIGHTS, NightSlice};

/// From which severity on cramps are severe.
const SEVERE: usize = 7;

/// How severe the cramps of some nights were.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SeverityCounts {
    /// Cramps of each severity from 0 to 10.
    pub counts: [usize; 11],
    /// The least and the worst; `None` without cramps.
    pub range: Option<(u8, u8)>,
    /// The median; `None` without cramps and with fewer than [`MIN_NIGHTS`] logged nights.
    pub median: Option<f64>,
    /// The share of severity 7 or more, 0 to 1; `None` where there is no median.
    pub share_severe: Option<f64>,
}

impl SeverityCounts {
    /// The number of all cramps.
    #[must_use]
    pub fn cramps(&self) -> usize {
        self.counts.iter().sum()
    }

    /// The number of cramps of severity 7 or more.
    #[must_use]
    pub fn severe(&self) -> usize {
        self.counts[SEVERE..].iter().sum()
    }
}

/// Counts cramps by how severe they were.
#[must_use]
pub fn severity_counts(nights: NightSlice<'_>) -> SeverityCounts {
    let all: Vec<u8> = nights.cramps().map(|cramp| cramp.severity.get()).collect();
    let mut found = SeverityCounts {
        counts: [0; 11],
        range: all.iter().copied().min().zip(all.iter().copied().max()),
        median: None,
        share_severe: None,
    };
    for severity in &all {
        found.counts[usize::from(*severity)] += 1;
    }
    if nights.logged().count() >= MIN_NIGHTS {
        found.median = median(all.iter().copied().map(f64::from).collect());
        found.share_severe = share(found.severe(), all.len());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insights::made_up::{calm, cramp, diary, night_of};
    use crate::seeded::seeded;
    use proptest::prelude::*;

    fn of(nights: &[crate::insights::NightFigures]) -> SeverityCounts {
        severity_counts(NightSlice { first: "2026-01-01".parse().unwrap(), nights })
    }

    #[test]
    fn six_nights_have_a_range_but_no_median() {
        let mut nights = vec![calm(); 5];
        nights.push(night_of([2, 8, 7, 3].map(cramp).to_vec()));
        assert_eq!((of(&nights).range, of(&nights).median, of(&nights).severe()), (Some((2, 8)), None, 2));
        nights.push(night_of(Vec::new()));
        assert_eq!((of(&nights).median, of(&nights).share_severe), (Some(5.0), Some(0.5)));
        assert_eq!(of(&[]).range, None);
    }

    proptest! {
        #![proptest_config(seeded(256))]
        #[test]
        fn counts_are_those_of_counting_by_hand(nights in diary(60)) {
            let found = of(&nights);
            let all: Vec<u8> = nights.iter().flat_map(|night| &night.cramps).map(|cramp| cramp.severity.get()).collect();
            for (severity, count) in (0..=10).zip(found.counts) {
                prop_assert_eq!(count, all.iter().map(|one| usize::from(*one == severity)).sum::<usize>());
            }
            prop_assert_eq!(found.severe(), all.iter().filter(|one| **one > 6).count());
            prop_assert_eq!(found.median.is_some(), !all.is_empty() && nights.iter().filter(|night| night.is_logged()).count() > 6);
        }
    }
}
