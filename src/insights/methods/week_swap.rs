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
