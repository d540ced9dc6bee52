//! Do more cramps come after days with more of something? The week-swap test.
//!
//! Within each week from Monday to Sunday it asks whether more cramps fell on the nights with more of the factor, and compares that with
//! what comes out when the factor of one week is set against the cramps of another. What lasts for weeks, such as a trend or a spell,
//! cannot make a link, because the mean of each week is taken away; neither can a routine, because weekdays stay with their like; and days
//! stay in order, so that it does not matter that neighbouring nights are alike. The idea is that of shift tests for time series
//! (K. Harris, 2020); the form and its figures were calibrated by simulation (`examples/link_simulation`).

use super::calendar_weeks::{CalendarWeek, calendar_weeks};
use super::coding::{CodedFactor, FactorCoding};
use super::grid::{LogRange, root, walk};
use super::swaps::WeekSwaps;
use super::week_products::WeekProducts;
use chrono::NaiveDate;

/// The least number of weeks with three known nights: 6.
pub const LEAST_WEEKS: usize = 6;
/// The least number of known nights in such weeks: 42.
pub const LEAST_NIGHTS: usize = 42;
/// The least number of nights with cramps among them: 8.
pub const LEAST_CRAMP_NIGHTS: usize = 8;
/// Of a factor of yes or no, the least number of nights with it and of nights without it: 8.
pub const LEAST_OF_EACH: usize = 8;
/// Of a factor of yes or no, the least number of weeks that hold nights of both: 4.
const LEAST_MIXED_WEEKS: usize = 4;

/// What there is too little of for a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooLittle {
    /// Nights of which both cramps and factor are known, or weeks with three of them.
    Nights,
    /// Nights with cramps.
    Cramps,
    /// Difference between the days.
    Variation,
}

/// Nights after days with and without a factor of yes or no.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WithAndWithout {
    /// Nights after days with it.
    pub with: usize,
    /// Nights after days without it.
    pub without: usize,
    /// Cramps a night after days with it; `None` if there is no such night.
    pub rate_with: Option<f64>,
    /// Cramps a night after days without it; `None` if there is no such night.
    pub rate_without: Option<f64>,
}

/// How much more or fewer cramps go with a factor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FactorEffect {
    /// How often chance alone would look at least like this, with the safety factor.
    pub p: f64,
    /// Whether more cramps go with more of it, rather than fewer.
    pub more: bool,
    /// The natural logarithm of how many times as many cramps come: after a typically high day beside a typically low one, or with
    /// beside without. 3 or -3 where it lies beyond.
    pub log_ratio: f64,
    /// Its 95 % range; `None` where it was not asked for.
    pub range: Option<LogRange>,
}

/// What the week-swap test says of a factor.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorTest {
    /// Nights of which both cramps and factor are known.
    pub nights: usize,
    /// How the factor was read; `None` without any such night.
    pub coding: Option<FactorCoding>,
    /// A typically low and a typically high day, for amounts.
    pub typical: Option<(f64, f64)>,
    /// Weeks with at least three such nights.
    pub weeks: usize,
    /// The nights of those weeks.
    pub usable_nights: usize,
    /// Nights with cramps among the usable ones.
    pub cramp_nights: usize,
    /// For yes or no, once there are enough nights and cramps.
    pub arms: Option<WithAndWithout>,
    /// The effect, or what there is too little of.
    pub result: Result<FactorEffect, TooLittle>,
}

/// The lots that were drawn last, kept because most factors have equally many weeks.
#[derive(Debug, Default)]
pub struct SwapLots(Option<WeekSwaps>);

impl SwapLots {
    fn of(&mut self, weeks: usize) -> &WeekSwaps {
        let known = self.0.take().filter(|swaps| swaps.weeks() == weeks);
        self.0.insert(known.unwrap_or_else(|| WeekSwaps::of(weeks)))
    }
}

/// A factor beside the cramps of the nights that follow.
#[derive(Debug, Clone, Copy)]
pub struct NightsAndFactor<'a> {
    /// The date of the first night.
    pub first: NaiveDate,
    /// The cramps of each night; `None` where that is not known.
    pub cramps: &'a [Option<f64>],
    /// The factor of the day before each night; `None` where that is not known.
    pub factor: &'a [Option<f64>],
}

impl FactorTest {
    /// What is said before there are nights enough for a first look: too few, and no figure.
    pub(super) fn before_the_first_look() -> Self {
        let result = Err(TooLittle::Nights);
        Self { nights: 0, coding: None, typical: None, weeks: 0, usable_nights: 0, cramp_nights: 0, arms: None, result }
    }

    /// Tests a factor. Its range takes most of the time, and is worked out only `with_range`.
    #[must_use]
    pub fn of(given: NightsAndFactor<'_>, with_range: bool, lots: &mut SwapLots) -> Self {
        let mut test = Self::before_the_first_look();
        test.nights = given.cramps.iter().zip(given.factor).filter(|(cramps, factor)| cramps.is_some() && factor.is_some()).count();
        let Some(coded) = CodedFactor::of(given.cramps, given.factor) else { return test };
        let weeks = calendar_weeks(given.first, given.cramps, &coded.values);
        let usable = || weeks.iter().flat_map(CalendarWeek::pairs);
        test.coding = Some(coded.coding);
        test.typical = coded.typical;
        test.weeks = weeks.len();
        test.usable_nights = usable().count();
        test.cramp_nights = usable().filter(|(cramps, _)| *cramps > 0.0).count();
        test.result = test.pass(&coded, &weeks).and_then(|()| effect(&weeks, coded.unit, with_range, lots));
        test
    }

    /// The gate: whether there is enough of everything. Notes the nights with and without.
    fn pass(&mut self, coded: &CodedFactor, weeks: &[CalendarWeek]) -> Result<(), TooLittle> {
        if self.weeks < LEAST_WEEKS || self.usable_nights < LEAST_NIGHTS {
            return Err(TooLittle::Nights);
        }
        if self.cramp_nights < LEAST_CRAMP_NIGHTS {
            return Err(TooLittle::Cramps);
        }
        if coded.unit <= 0.0 {
            return Err(TooLittle::Variation);
        }
        if coded.coding == FactorCoding::YesNo {
            let arms = WithAndWithout::of(weeks);
            self.arms = Some(arms);
            let has = |week: &&CalendarWeek, with: bool| week.pairs().any(|(_, factor)| (factor > 0.0) == with);
            let mixed = weeks.iter().filter(|week| has(week, true) && has(week, false)).count();
            if arms.with < LEAST_OF_EACH || arms.without < LEAST_OF_EACH || mixed < LEAST_MIXED_WEEKS {
                return Err(TooLittle::Variation);
            }
        }
        Ok(())
    }
}

impl WithAndWithout {
    fn of(weeks: &[CalendarWeek]) -> Self {
        let of = |with: bool| -> (usize, f64) {
            let nights = weeks.iter().flat_map(CalendarWeek::pairs).filter(|(_, factor)| (*factor > 0.0) == with);
            nights.fold((0, 0.0), |sum, (cramps, _)| (sum.0 + 1, sum.1 + cramps))
        };
        let rate = |nights: usize, cramps: f64| (nights > 0).then(|| cramps / crate::domain::as_f64(nights));
        let ((with, cramps_with), (without, cramps_without)) = (of(true), of(false));
        Self { with, without, rate_with: rate(with, cramps_with), rate_without: rate(without, cramps_without) }
    }
}

/// The chance, the estimate and its range; an error if the factor does not vary within any week.
fn effect(weeks: &[CalendarWeek], unit: f64, with_range: bool, lots: &mut SwapLots) -> Result<FactorEffect, TooLittle> {
    let products = WeekProducts::new(weeks, unit, lots.of(weeks.len()));
    if !products.vary() {
        return Err(TooLittle::Variation);
    }
    let as_it_is = products.at(0.0);
    let log_ratio = root(as_it_is.own, |log_ratio| products.at(log_ratio).own);
    Ok(FactorEffect {
        p: products.p(&as_it_is),
        more: as_it_is.own > 0.0,
        log_ratio,
        range: with_range.then(|| walk(log_ratio, |log_ratio| products.is_likely(&products.at(log_ratio)))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONDAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();

    /// Nights with cramps where `cramps` says so, and the factor of the days before them.
    fn tested(nights: usize, cramps: impl Fn(usize) -> f64, factor: impl Fn(usize) -> Option<f64>) -> FactorTest {
        let (cramps, factor): (Vec<_>, Vec<_>) = (0..nights).map(|night| (Some(cramps(night)), factor(night))).unzip();
        FactorTest::of(NightsAndFactor { first: MONDAY, cramps: &cramps, factor: &factor }, true, &mut SwapLots::default())
    }

    /// 1 on every third night, which falls on other weekdays from week to week.
    fn third(night: usize) -> f64 {
        if night.is_multiple_of(3) { 1.0 } else { 0.0 }
    }

    #[test]
    fn each_thing_that_there_is_too_little_of_is_named() {
        let too_little = |test: FactorTest| test.result.err();
        assert_eq!(too_little(tested(41, third, |night| Some(third(night)))), Some(TooLittle::Nights));
        // 43 nights, of which two in a week are known, make no week of three.
        assert_eq!(too_little(tested(200, third, |night| (night % 7 < 2).then_some(1.0))), Some(TooLittle::Nights));
        assert_eq!(too_little(tested(70, |night| if night < 7 { 1.0 } else { 0.0 }, |night| Some(third(night)))), Some(TooLittle::Cramps));
        assert_eq!(too_little(tested(70, third, |_| Some(5.0))), Some(TooLittle::Variation));
        // With it on seven nights only, and whole weeks with it and without.
        assert_eq!(too_little(tested(70, third, |night| Some(if night % 10 == 0 { 1.0 } else { 0.0 }))), Some(TooLittle::Variation));
        assert_eq!(too_little(tested(140, third, |night| Some(if night / 7 % 2 == 0 { 1.0 } else { 0.0 }))), Some(TooLittle::Variation));
        assert_eq!(too_little(tested(70, third, |_| None)), Some(TooLittle::Nights));
    }

    #[test]
    fn cramps_on_the_nights_with_it_alone_are_a_link_without_a_lower_end() {
        let test = tested(140, third, |night| Some(third(night)));
        let effect = test.result.unwrap();
        // No swap of weeks goes together as well as the weeks themselves: 1.2 / 10,000.
        assert!(effect.more && effect.p <= 0.001 && effect.log_ratio >= 3.0, "{effect:?}");
        assert!(effect.range.unwrap().open_high && effect.range.unwrap().low > 0.5, "{effect:?}");
        let arms = test.arms.unwrap();
        assert_eq!((arms.with, arms.without, arms.rate_with, arms.rate_without), (47, 93, Some(1.0), Some(0.0)));
    }

    #[test]
    fn a_routine_and_a_trend_make_no_link() {
        // Both on weekends, and both more in the second half.
        let both = |night: usize| if night % 7 >= 5 || (night >= 70 && third(night) > 0.0) { 1.0 } else { 0.0 };
        let other = |night: usize| Some(if night % 7 >= 5 || (night >= 70 && night % 4 == 1) { 1.0 } else { 0.0 });
        let effect = tested(140, both, other).result.unwrap();
        assert!(effect.p > 0.1, "{effect:?}");
    }
}
