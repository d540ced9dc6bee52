//! Two ranges of nights: fewer cramps, more, or cannot tell?

use super::counts::two_counts;
use super::night_rate::NightRate;
use crate::domain::as_f64;
use crate::insights::student::t_975;

/// Fewer clusters of both ranges together than this, 6, do not say how uneven cramps come.
const LEAST_CLUSTERS: usize = 6;
/// Fewer events than this, 6, say nothing however they fall.
const LEAST_EVENTS: f64 = 6.0;

/// What two ranges of nights say beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeVerdict {
    /// A range has fewer than 7 known nights.
    TooFew,
    /// Both are as they may be without any change.
    CannotTell,
    /// There are fewer cramps in the later range.
    Fewer,
    /// There are more cramps in the later range.
    More,
}

/// How the rate of a later range of nights differs from that of an earlier one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RatesCompared {
    /// What may be said.
    pub verdict: ChangeVerdict,
    /// Cramps a week in the earlier range; `None` below 7 nights.
    pub before: Option<f64>,
    /// Cramps a week in the later range; `None` below 7 nights.
    pub now: Option<f64>,
    /// The 95 % range of the difference in cramps a week, later less earlier. `None` where a range has few events.
    pub difference: Option<(f64, f64)>,
    /// The degrees of freedom of that range. `None` where a range has few events.
    pub freedom: Option<u32>,
    /// Where a range has few events: how often chance alone would part the counts at least as much. `None` where there are too few events
    /// or clusters to say, or where the difference has a range.
    pub chance: Option<f64>,
}

impl RatesCompared {
    /// Compares an earlier range with a later one.
    ///
    /// The difference of the two rates has the error √(e₁² + e₂²), and Student's t the degrees of freedom of Welch (Biometrika 1947) and
    /// Satterthwaite, rounded down. "Fewer" and "more" are said only where that range leaves 0 out. Where a range has few events, both
    /// counts are divided by how much more unevenly than by plain chance the cramps of all clusters came, and compared as counts at 5 %.
    #[must_use]
    pub fn of(before: &NightRate, now: &NightRate) -> Self {
        let nothing = Self {
            verdict: ChangeVerdict::TooFew,
            before: before.a_week(),
            now: now.a_week(),
            difference: None,
            freedom: None,
            chance: None,
        };
        let Some(difference) = nothing.change() else { return nothing };
        if let (Some(first), Some(second)) = (before.error, now.error) {
            let (first, second) = (first * first, second * second);
            let apart = [(first, before), (second, now)].map(|(error, rate)| error * error / as_f64(rate.clusters.len() - 1));
            let freedom = whole((first + second).powi(2) / apart.iter().sum::<f64>());
            let either_way = 7.0 * t_975(freedom) * (first + second).sqrt();
            let (low, high) = (difference - either_way, difference + either_way);
            let verdict = match (low > 0.0, high < 0.0) {
                (true, _) => ChangeVerdict::More,
                (_, true) => ChangeVerdict::Fewer,
                _ => ChangeVerdict::CannotTell,
            };
            return Self { verdict, difference: Some((low, high)), freedom: Some(freedom), ..nothing };
        }
        let chance = chance_of_few(before, now);
        let verdict = match chance {
            Some(chance) if chance <= 0.05 && difference < 0.0 => ChangeVerdict::Fewer,
            Some(chance) if chance <= 0.05 => ChangeVerdict::More,
            _ => ChangeVerdict::CannotTell,
        };
        Self { verdict, chance, ..nothing }
    }

    /// The difference in cramps a week, later less earlier; `None` below 7 nights in one of them.
    #[must_use]
    pub fn change(&self) -> Option<f64> {
        Some(self.now? - self.before?)
    }
}

/// A number of degrees of freedom, rounded down, and at least 1.
fn whole(freedom: f64) -> u32 {
    (1..1_000).take_while(|whole| f64::from(*whole) <= freedom).last().unwrap_or(1)
}

/// How often chance alone would part the counts of two ranges at least as much; `None` where there are too few clusters or events.
fn chance_of_few(before: &NightRate, now: &NightRate) -> Option<f64> {
    let clusters = before.clusters.len() + now.clusters.len();
    if clusters < LEAST_CLUSTERS {
        return None;
    }
    let uneven: f64 = [before, now].into_iter().map(unevenness).sum();
    let dispersion = (uneven / as_f64(clusters - 2)).max(1.0);
    let (first, second) = (before.cramps / dispersion, now.cramps / dispersion);
    let share = as_f64(before.nights) / as_f64(before.nights + now.nights);
    ((first + second + 0.5).floor() >= LEAST_EVENTS).then(|| two_counts(first, second, share))
}

/// Pearson's sum over the clusters of a range: squared distances from its own rate, each over what was to be expected. 0 without cramps.
fn unevenness(rate: &NightRate) -> f64 {
    let Some(a_night) = rate.a_night.filter(|a_night| *a_night > 0.0) else { return 0.0 };
    let of = |cluster: &super::NightCluster| {
        let expected = a_night * as_f64(cluster.nights);
        (cluster.cramps - expected).powi(2) / expected
    };
    rate.clusters.iter().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    const MONDAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();

    fn rate(nights: usize, cramps: impl Fn(usize) -> f64) -> NightRate {
        NightRate::of(MONDAY, &(0..nights).map(|night| Some(cramps(night))).collect::<Vec<_>>())
    }

    fn every_fifth(night: usize) -> f64 {
        if night.is_multiple_of(5) { 2.0 } else { 0.0 }
    }

    #[test]
    fn thirty_six_cramps_and_then_none_are_fewer() {
        // 18 of 90 nights with two cramps each, then 90 nights without. Cramps came more evenly than by chance, so that both counts stand
        // as they are: 36 against 0 over as many nights each comes by chance twice in 2 to the power of 36.
        let compared = RatesCompared::of(&rate(90, every_fifth), &rate(90, |_| 0.0));
        assert_eq!(compared.verdict, ChangeVerdict::Fewer);
        assert!((compared.chance.unwrap() / (2.0 * 0.5_f64.powi(36)) - 1.0).abs() < 1e-9);
        // From 36 * 7 / 90 = 2.8 a week to 0.
        assert!((compared.change().unwrap() + 2.8).abs() < 1e-12 && compared.difference.is_none());
        assert_eq!(RatesCompared::of(&rate(90, |_| 0.0), &rate(90, every_fifth)).verdict, ChangeVerdict::More);
    }

    #[test]
    fn spells_count_as_fewer_events() {
        // 36 cramps in two spells of six nights, in the second and the fifth fortnight: much less certain than 36 strewn ones.
        let spells = |night: usize| if (14..20).contains(&night) || (58..64).contains(&night) { 3.0 } else { 0.0 };
        let compared = RatesCompared::of(&rate(90, spells), &rate(90, |_| 0.0));
        // Six clusters of 14 nights, the last of 20, expect 5.6 (8) cramps: (4 * 5.6² + 12.4² * 2) ... over 10 they make a dispersion above 6,
        // so that fewer than six events are left.
        assert_eq!((compared.verdict, compared.chance), (ChangeVerdict::CannotTell, None));
    }

    #[test]
    fn the_difference_has_the_range_of_both_errors() {
        let (before, now) = (rate(70, every_fifth), rate(70, |night| 2.0 * every_fifth(night)));
        let compared = RatesCompared::of(&before, &now);
        // Errors by plain chance: the root of 28, and of 56, over 70. Together the root of 84 over 70 = 0.130931.
        // Welch: 84² / (28² / 4 + 56² / 4) = 7056 / 980 = 7.2, so 7 degrees of freedom, t = 2.364624; 7 * 0.130931 * t = 2.167221.
        assert_eq!(compared.freedom, Some(7));
        let (low, high) = compared.difference.unwrap();
        assert!((low - (2.8 - 2.167_22)).abs() < 1e-4 && (high - (2.8 + 2.167_22)).abs() < 1e-4, "{low} to {high}");
        assert_eq!(compared.verdict, ChangeVerdict::More);
    }

    #[test]
    fn four_weeks_a_side_cannot_tell() {
        assert_eq!(RatesCompared::of(&rate(28, |_| 1.0), &rate(28, |_| 0.0)).verdict, ChangeVerdict::CannotTell);
        assert_eq!(RatesCompared::of(&rate(28, |_| 1.0), &rate(6, |_| 0.0)).verdict, ChangeVerdict::TooFew);
    }
}
