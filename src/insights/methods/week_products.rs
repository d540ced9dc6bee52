//! How well the factor of each week goes with the cramps of each other week of its group.

use super::calendar_weeks::CalendarWeek;
use super::swaps::{DRAWS, DRAWS_AT_ONCE, WeekSwaps};
use crate::domain::as_f64;

/// A chance is multiplied by 1.2, a safety factor for uneven weeks that was calibrated by simulation.
const SAFETY: f64 = 1.2;
/// What is this close counts as equal.
const EQUAL: f64 = 1e-9;

/// What the week-swap test needs of its weeks for any ratio of rates.
///
/// Only weeks of one group are ever set against each other, so that the products of a group lie in a small square: 20 groups of 8 weeks
/// are 1,280 numbers, and a draw of swaps sums one of each row.
#[derive(Debug)]
pub(super) struct WeekProducts<'a> {
    swaps: &'a WeekSwaps,
    weeks: &'a [CalendarWeek],
    /// The coded factor of each night in units.
    steps: Vec<[f64; 7]>,
    /// The same without the mean of its week.
    centred: Vec<[f64; 7]>,
    /// Of each product, how much it counts: √((Nᵢ - 1) / vᵢⱼ).
    weights: Vec<f64>,
    /// Where the row of each week begins among the products.
    rows: Vec<usize>,
}

/// The products for one ratio of rates.
#[derive(Debug)]
pub(super) struct Products {
    /// Row by row, group by group.
    values: Vec<f64>,
    /// The sum over all weeks, each with itself, less what swapping gives on the average.
    pub(super) own: f64,
    /// What swapping gives on the average.
    average: f64,
}

impl<'a> WeekProducts<'a> {
    /// Prepares the weeks, whose factor counts in steps of `unit`.
    pub(super) fn new(weeks: &'a [CalendarWeek], unit: f64, swaps: &'a WeekSwaps) -> Self {
        let steps: Vec<_> = weeks.iter().map(|week| week.factor.map(|value| value / unit)).collect();
        let centred = weeks.iter().zip(&steps).map(|(week, steps)| week.without_mean(steps)).collect();
        let (mut weights, mut rows) = (Vec::new(), Vec::new());
        for group in &swaps.groups {
            for one in &weeks[group.clone()] {
                rows.push(weights.len());
                weights.extend(weeks[group.clone()].iter().map(|other| weight(one, other)));
            }
        }
        Self { swaps, weeks, steps, centred, weights, rows }
    }

    /// Whether the factor varies within any week.
    pub(super) fn vary(&self) -> bool {
        self.centred.iter().flatten().map(|value| value.abs()).sum::<f64>() > EQUAL
    }

    /// The products where each step of the factor multiplies cramps by e to the power of `log_ratio`, an effect that is taken out first.
    pub(super) fn at(&self, log_ratio: f64) -> Products {
        let left = |(week, steps): (&CalendarWeek, &[f64; 7])| {
            let mut cramps = week.cramps;
            for (cramps, step) in cramps.iter_mut().zip(steps) {
                *cramps *= if *cramps > 0.0 { (-log_ratio * step).exp() } else { 0.0 };
            }
            week.without_mean(&cramps)
        };
        let cramps: Vec<_> = self.weeks.iter().zip(&self.steps).map(left).collect();
        let mut products = Products { values: Vec::with_capacity(self.weights.len()), own: 0.0, average: 0.0 };
        for group in &self.swaps.groups {
            let mut all = 0.0;
            for one in group.clone() {
                for other in group.clone() {
                    let product: f64 = self.centred[one].iter().zip(&cramps[other]).map(|(factor, cramps)| factor * cramps).sum();
                    let product = product * self.weights[products.values.len()];
                    products.values.push(product);
                    all += product;
                    products.own += if one == other { product } else { 0.0 };
                }
            }
            products.average += all / as_f64(group.len());
        }
        products.own -= products.average;
        products
    }

    /// How often swapped weeks go together at least as well as the weeks themselves, with the safety factor; at most 1.
    pub(super) fn p(&self, products: &Products) -> f64 {
        chance(self.as_good(products, DRAWS))
    }

    /// Whether [`WeekProducts::p`] is above 5 %. It looks at no more swaps than needed.
    pub(super) fn is_likely(&self, products: &Products) -> bool {
        let enough = (0..DRAWS).find(|count| chance(*count) > 0.05).unwrap_or(DRAWS);
        self.as_good(products, enough) >= enough
    }

    /// How many draws go together at least as well; counting may end when there are `enough`.
    fn as_good(&self, products: &Products, enough: usize) -> usize {
        let (least, mut count) = (products.own.abs() - EQUAL, 0);
        for together in self.swaps.at_once() {
            let mut sums = [-products.average; DRAWS_AT_ONCE];
            for (row, places) in self.rows.iter().zip(together.chunks_exact(DRAWS_AT_ONCE)) {
                // A group has at most 11 weeks; what is beyond the row is never looked up.
                let mut of_week = [0.0; 16];
                of_week.iter_mut().zip(&products.values[*row..]).for_each(|(value, product)| *value = *product);
                for (sum, place) in sums.iter_mut().zip(places) {
                    *sum += of_week[usize::from(*place & 15)];
                }
            }
            count += sums.iter().filter(|sum| sum.abs() >= least).count();
            if count >= enough {
                break;
            }
        }
        count
    }
}

/// The chance for this many draws that are at least as good.
fn chance(as_good: usize) -> f64 {
    (SAFETY * as_f64(1 + as_good) / as_f64(DRAWS + 1)).min(1.0)
}

/// How much the product of two weeks counts, so that weeks with other gaps are as uneven as a week with itself.
fn weight(one: &CalendarWeek, other: &CalendarWeek) -> f64 {
    let both = as_f64(one.known.iter().zip(&other.known).filter(|(one, other)| **one && **other).count());
    let (first, second) = (as_f64(one.nights()), as_f64(other.nights()));
    let variance = both * (1.0 - 1.0 / first - 1.0 / second) + both * both / (first * second);
    if variance > EQUAL { ((first - 1.0) / variance).sqrt() } else { 0.0 }
}
