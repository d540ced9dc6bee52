//! What cramps did to sleep.

use crate::domain::Measure;
use crate::insights::{Mean, NightFigures, NightSlice, mean};

/// What cramps did to the sleep of a range of nights.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sleep {
    /// Nights on which cramps broke the sleep: a cramp woke the person, or the person said that the sleep was disturbed.
    pub broken: usize,
    /// Logged nights of which it is known whether cramps broke the sleep.
    pub known: usize,
    /// How much the sleep was disturbed, 0 to 10: the mean over the nights of which that was said.
    pub disturbed: Mean,
}

impl Sleep {
    pub(super) fn of(nights: NightSlice<'_>) -> Self {
        let known: Vec<bool> = nights.logged().filter_map(|(_, figures)| broken(figures)).collect();
        let disturbed: Vec<_> = nights.logged().map(|(_, figures)| figures.value(Measure::SleepDisturbed)).collect();
        Self { broken: known.iter().filter(|broken| **broken).count(), known: known.len(), disturbed: mean(&disturbed) }
    }
}

/// Whether cramps broke the sleep of a night; `None` where that is not known.
fn broken(figures: &NightFigures) -> Option<bool> {
    let disturbed = figures.value(Measure::SleepDisturbed).map(|disturbed| disturbed > 0.0);
    let cramps = figures.cramps.as_slice();
    match (figures.had_cramps()?, disturbed) {
        (true, Some(true)) => Some(true),
        (true, _) if cramps.iter().any(|cramp| cramp.woke_me == Some(true)) => Some(true),
        (false, _) | (true, Some(false)) => Some(false),
        // If it is not said of one cramp whether it woke the person, it may have.
        (true, None) => (!cramps.is_empty() && cramps.iter().all(|cramp| cramp.woke_me == Some(false))).then_some(false),
    }
}
