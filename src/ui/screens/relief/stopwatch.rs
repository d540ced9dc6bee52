//! The stopwatch of a cramp.

use crate::domain::Relief;
use chrono::{DateTime, FixedOffset};

/// A stopwatch that runs from the first frame of the page until the cramp has eased.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stopwatch {
    /// When it began, by the clock.
    pub(super) began: DateTime<FixedOffset>,
    /// When it began, in egui's seconds.
    pub(super) from: f64,
    /// When the cramp had eased, in egui's seconds; `None` while it goes on.
    pub(super) eased: Option<f64>,
    /// What was open when the cramp had eased, and so was tried.
    pub(super) tried: Option<Relief>,
}

impl Stopwatch {
    /// A stopwatch that starts at this moment, which is egui's second `now`.
    pub(super) fn started(began: DateTime<FixedOffset>, now: f64) -> Self {
        Self { began, from: now, eased: None, tried: None }
    }

    /// What it shows at egui's second `now`, in seconds.
    pub(super) fn seconds(&self, now: f64) -> f64 {
        (self.eased.unwrap_or(now) - self.from).max(0.0)
    }
}
