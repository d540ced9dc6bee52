//! Stretches of the guide as the diary logs them.

use crate::domain::{Day, Dose, Stretch};
use crate::guide::{StretchGuide, StretchUse};

/// A stretch of the guide as it is logged, at its usual time of the day.
pub(super) fn as_logged(stretch: &StretchGuide, day: Day, dose: Dose) -> Stretch {
    Stretch { day, name: stretch.name.clone(), dose, time: stretch.time }
}

/// Whether a stretch is done in sessions that are logged, rather than while it cramps.
pub(super) fn is_session(stretch: &StretchGuide) -> bool {
    stretch.purpose == StretchUse::Prevent
}
