//! The methods by which figures are made and compared: each a pure function with its formula and source, without a sentence, without the
//! diary and without a clock. Lots are drawn from fixed seeds, so that every computer finds alike.
//!
//! - One's rate of cramps: [`NightRate`], [`CoverageSpan`], [`RatesCompared`], [`poisson_limits`].
//! - What goes with cramps: [`Links`] over [`FactorTest`], the week-swap test.
//! - What a date changed: [`BeforeAfter`].
//! - An experiment: [`ExperimentResult`], [`experiment_power()`].

mod before_after;
mod calendar_weeks;
mod coding;
mod counts;
mod coverage;
mod experiment;
mod experiment_power;
mod false_discoveries;
mod grid;
mod links;
mod looks;
mod night_rate;
mod quantile;
mod rates_compared;
mod sign_flips;
mod split_mix;
mod swaps;
mod week_products;
mod week_swap;

pub use before_after::{BeforeAfter, LEAST_BLOCKS, RateStep, WASH_IN};
pub use coding::FactorCoding;
pub use counts::poisson_limits;
pub use coverage::CoverageSpan;
pub use experiment::{ExperimentEffect, ExperimentResult, LEAST_PAIRS, PeriodPair};
pub use experiment_power::{ExperimentPlan, experiment_power};
pub use false_discoveries::adjusted;
pub use grid::LogRange;
pub use links::{FactorLink, FactorSeries, LinkLabel, Links, ReverseCheck};
pub use looks::{FIRST_LOOK, LOOK_EVERY, look_reached, next_look};
pub use night_rate::{NightCluster, NightRate, RangeMethod};
pub use quantile::quantile;
pub use rates_compared::{ChangeVerdict, RatesCompared};
pub use split_mix::SplitMix64;
pub use week_swap::{
    FactorEffect, FactorTest, LEAST_CRAMP_NIGHTS, LEAST_NIGHTS, LEAST_OF_EACH, LEAST_WEEKS, NightsAndFactor, SwapLots, TooLittle,
    WithAndWithout,
};
