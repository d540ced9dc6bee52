//! How a factor is read: as yes or no, or as an amount.

use super::quantile::quantile;
use crate::domain::as_f64;

/// How the values of a factor are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactorCoding {
    /// With or without: any amount above 0 is "with".
    YesNo,
    /// An amount: a typically high day beside a typically low one.
    Amount,
}

/// A factor as the week-swap test reads it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CodedFactor {
    /// How its values are read.
    pub(super) coding: FactorCoding,
    /// A typically low and a typically high value: the quarter and three-quarter points. `None` for yes or no.
    pub(super) typical: Option<(f64, f64)>,
    /// By how much a value counts as one step: 1 for yes or no, else from typically low to typically high. It is 0 where the values do not
    /// vary enough.
    pub(super) unit: f64,
    /// The coded value of each night, not yet divided by the unit: 0 or 1, or an amount between the 5 % and 95 % points of all. `None`
    /// where it is not known.
    pub(super) values: Vec<Option<f64>>,
}

impl CodedFactor {
    /// Codes a factor by the values of the nights that have both cramps and a value. Returns `None` if no night has both.
    ///
    /// It is yes or no if at least half of the values are 0, if most are alike and some are 0, or if all are 0 or 1.
    pub(super) fn of(cramps: &[Option<f64>], factor: &[Option<f64>]) -> Option<Self> {
        let known: Vec<f64> = cramps.iter().zip(factor).filter_map(|(cramps, value)| cramps.and(*value)).collect();
        let (low, high) = (quantile(&known, 0.25)?, quantile(&known, 0.75)?);
        let zeros = known.iter().filter(|value| is_zero(**value)).count();
        let only_zero_and_one = known.iter().all(|value| is_zero(*value) || is_zero(*value - 1.0));
        if 2 * zeros >= known.len() || (zeros > 0 && high - low <= 0.0) || only_zero_and_one {
            let values = factor.iter().map(|value| value.map(|value| as_f64(usize::from(value > 0.0)))).collect();
            return Some(Self { coding: FactorCoding::YesNo, typical: None, unit: 1.0, values });
        }
        let (least, most) = (quantile(&known, 0.05)?, quantile(&known, 0.95)?);
        let values = factor.iter().map(|value| value.map(|value| value.max(least).min(most))).collect();
        Some(Self { coding: FactorCoding::Amount, typical: Some((low, high)), unit: high - low, values })
    }
}

/// Whether a value is exactly zero: that is what was written down.
fn is_zero(value: f64) -> bool {
    value.abs() < f64::MIN_POSITIVE
}
