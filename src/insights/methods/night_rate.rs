//! Cramps a week, with the range that follows from how uneven they came.

use super::counts::poisson_limits;
use crate::domain::as_f64;
use crate::insights::student::t_975;
use chrono::{Datelike as _, NaiveDate};
use std::collections::BTreeMap;

/// Fewer nights with a known number have no rate: 7.
const LEAST_NIGHTS: usize = 7;
/// A cluster with fewer known nights joins its neighbour: 7.
const LEAST_IN_CLUSTER: usize = 7;
/// Fewer cramps than this are few events: 10.
const FEW_EVENTS: f64 = 10.0;
/// Fewer clusters than this say nothing of how uneven cramps come: 4.
const LEAST_CLUSTERS: usize = 4;

/// Consecutive nights that are taken together, since neighbouring nights are alike.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct NightCluster {
    /// The cramps of its nights.
    pub cramps: f64,
    /// Its nights whose number of cramps is known.
    pub nights: usize,
}

/// From what the range of a rate follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangeMethod {
    /// There is none: fewer than 7 nights.
    TooFew,
    /// From the exact limits of a count: fewer than 10 cramps, or fewer than 4 clusters.
    Exact,
    /// From how much the clusters differ.
    Clusters,
}

/// Cramps over a range of nights, and in which range their rate probably lies.
#[derive(Debug, Clone, PartialEq)]
pub struct NightRate {
    /// Nights whose number of cramps is known.
    pub nights: usize,
    /// The cramps of those nights.
    pub cramps: f64,
    /// Cramps a night; `None` below 7 nights.
    pub a_night: Option<f64>,
    /// The standard error of cramps a night; `None` unless the range is from clusters.
    pub error: Option<f64>,
    /// The clusters; empty below 7 nights.
    pub clusters: Vec<NightCluster>,
    /// The lower and upper end of the 95 % range of cramps a week; `None` below 7 nights.
    pub range_a_week: Option<(f64, f64)>,
    /// From what the range follows.
    pub method: RangeMethod,
}

impl NightRate {
    /// The rate of consecutive nights, of which the first begins on the date `first`. A night that is `None` is not known.
    ///
    /// Over n known nights with r = Σy / n cramps a night, the error is that of a ratio of clusters (W. Cochran, Sampling techniques, 1977,
    /// chapter 6): √(K / (K - 1) · Σ(Y - r · n)²) / n over the K clusters with Y cramps in n nights, and at least that of evenly strewn
    /// cramps, √Σy / n. The range is 7 (r ± t · error), with Student's t of K - 1 degrees of freedom, and never below 0. Clusters are
    /// fortnights from the Monday of the first date, or 14 · ⌈N / 126⌉ nights of N, so that there are four to nine of them.
    #[must_use]
    pub fn of(first: NaiveDate, nights: &[Option<f64>]) -> Self {
        let known: Vec<f64> = nights.iter().flatten().copied().collect();
        let (count, cramps) = (known.len(), known.iter().sum::<f64>());
        if count < LEAST_NIGHTS {
            let (clusters, method) = (Vec::new(), RangeMethod::TooFew);
            return Self { nights: count, cramps, a_night: None, error: None, clusters, range_a_week: None, method };
        }
        let (all, rate, clusters) = (as_f64(count), cramps / as_f64(count), clusters(first, nights));
        let rated =
            Self { nights: count, cramps, a_night: Some(rate), error: None, clusters, range_a_week: None, method: RangeMethod::Exact };
        if cramps < FEW_EVENTS || rated.clusters.len() < LEAST_CLUSTERS {
            let (low, high) = poisson_limits(cramps.floor());
            return Self { range_a_week: Some((7.0 * low / all, 7.0 * high / all)), ..rated };
        }
        let freedom = rated.clusters.len() - 1;
        let squares: f64 = rated.clusters.iter().map(|cluster| (cluster.cramps - rate * as_f64(cluster.nights)).powi(2)).sum();
        let error = (as_f64(freedom + 1) / as_f64(freedom) * squares).sqrt().max(cramps.max(1.0).sqrt()) / all;
        let either_way = t_975(u32::try_from(freedom).unwrap_or(u32::MAX)) * error;
        let range = (7.0 * (rate - either_way)).max(0.0)..=7.0 * (rate + either_way);
        Self { error: Some(error), range_a_week: Some((*range.start(), *range.end())), method: RangeMethod::Clusters, ..rated }
    }

    /// Cramps a week; `None` below 7 nights.
    #[must_use]
    pub fn a_week(&self) -> Option<f64> {
        Some(7.0 * self.a_night?)
    }
}

/// The clusters of nights that hold any known one, in order; those with too few joined with the one before, the first with the one after.
fn clusters(first: NaiveDate, nights: &[Option<f64>]) -> Vec<NightCluster> {
    let length = 14 * nights.len().div_ceil(126).max(1) as u64;
    let since_monday = u64::from(first.weekday().num_days_from_monday());
    let mut by_place = BTreeMap::<u64, NightCluster>::new();
    for (place, cramps) in (since_monday..).zip(nights) {
        let Some(cramps) = cramps else { continue };
        by_place.entry(place / length).or_default().add(NightCluster { cramps: *cramps, nights: 1 });
    }
    let mut joined: Vec<NightCluster> = Vec::new();
    for cluster in by_place.into_values() {
        match joined.last_mut() {
            Some(before) if cluster.nights < LEAST_IN_CLUSTER => before.add(cluster),
            _ => joined.push(cluster),
        }
    }
    if joined.len() > 1 && joined[0].nights < LEAST_IN_CLUSTER {
        let small = joined.remove(0);
        joined[0].add(small);
    }
    joined
}

impl NightCluster {
    fn add(&mut self, other: Self) {
        self.cramps += other.cramps;
        self.nights += other.nights;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONDAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();

    /// Two cramps in every fifth night.
    fn every_fifth(nights: usize) -> Vec<Option<f64>> {
        (0..nights).map(|night| Some(if night % 5 == 0 { 2.0 } else { 0.0 })).collect()
    }

    #[test]
    fn none_in_sixty_nights_has_an_upper_limit() {
        let rate = NightRate::of(MONDAY, &[Some(0.0); 60]);
        let (low, high) = rate.range_a_week.unwrap();
        // No event has the upper limit -ln 0.025 = 3.688879; times 7 over 60 nights: 0.430369.
        assert!(low.abs() < 1e-12 && (high - 0.430_369).abs() < 1e-6, "{low} to {high}");
        assert_eq!((rate.a_week(), rate.method), (Some(0.0), RangeMethod::Exact));
    }

    #[test]
    fn even_cramps_have_the_range_of_plain_chance() {
        let rate = NightRate::of(MONDAY, &every_fifth(70));
        // Fortnights hold 3, 3, 3, 3 and 2 such nights: 6, 6, 6, 6 and 4 cramps; 28 over 70 nights are 0.4 a night, 5.6 a fortnight.
        assert_eq!(rate.clusters.iter().map(|cluster| cluster.cramps).collect::<Vec<_>>(), [6.0, 6.0, 6.0, 6.0, 4.0]);
        // Clusters: 5/4 * (4 * 0.16 + 2.56) = 4, whose root is 2; plain chance: the root of 28 is 5.2915, which is more. Over 70: 0.0755929.
        assert!((rate.error.unwrap() - 28.0_f64.sqrt() / 70.0).abs() < 1e-12);
        // t of 4 degrees of freedom is 2.776445: 7 * (0.4 ± 0.2098799) = 2.8 ± 1.469157.
        let (low, high) = rate.range_a_week.unwrap();
        assert!((low - 1.330_84).abs() < 1e-4 && (high - 4.269_16).abs() < 1e-4, "{low} to {high}");
    }

    #[test]
    fn small_clusters_join_their_neighbours() {
        let sizes = |first: NaiveDate, nights: &[Option<f64>]| {
            NightRate::of(first, nights).clusters.iter().map(|cluster| cluster.nights).collect::<Vec<_>>()
        };
        // From a Saturday on the first fortnight has nine nights, from a Friday ten; 20 nights end with 6, which join the one before.
        let saturday = MONDAY + chrono::Days::new(5);
        assert_eq!(sizes(saturday, &every_fifth(23)), [9, 14]);
        assert_eq!(sizes(MONDAY, &every_fifth(20)), [20]);
        let mut late = every_fifth(28);
        late[..9].fill(None);
        assert_eq!(sizes(MONDAY, &late), [19], "five known nights join those after them");
        // 127 nights make clusters of 28.
        assert_eq!(sizes(MONDAY, &every_fifth(127)), [28, 28, 28, 28, 15]);
        assert_eq!(sizes(MONDAY, &every_fifth(6)), Vec::<usize>::new());
    }

    #[test]
    fn six_nights_have_no_rate() {
        let rate = NightRate::of(MONDAY, &[Some(3.0), Some(3.0), None, Some(3.0), Some(3.0), Some(3.0), Some(3.0)]);
        assert_eq!((rate.nights, rate.a_week(), rate.range_a_week, rate.method), (6, None, None, RangeMethod::TooFew));
        assert_eq!(NightRate::of(MONDAY, &[]).a_week(), None);
    }
}
