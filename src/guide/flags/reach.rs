//! How far back the rules look, so that nothing older is read.

use super::course::{self, CARE_LONGEST};
use super::diary::RECENT_DAYS;
use super::onset;
use super::state::pregnancy_on;
use crate::domain::{Day, Profile};
use std::collections::BTreeSet;

/// How many days back doses are read in a pregnancy: its nine months, and four before them, in which a supplement that is not new
/// was taken.
const SINCE_BEFORE_DAYS: i64 = 400;

/// The days for which the sign is looked for that counts longest: a journey or an operation, after which a clot is likelier.
const SIGN_DAYS: i64 = 90;

/// For how many days at most effort or tonic water counts for a sign: 7.
const BEFORE_SIGN_DAYS: i64 = 7;

/// The first day of each slice of a [`FlagDiary`](super::FlagDiary).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    today: Day,
    /// Most signs count for [`RECENT_DAYS`] days, a few for 90.
    pub signs: Day,
    /// Supplements that pass an upper limit count for [`RECENT_DAYS`] days.
    pub over_limits: Day,
    /// Doses count for [`RECENT_DAYS`] days; in a pregnancy the first dose of each product is looked for.
    pub taken: Day,
    /// A drink counts for a sign of its day or of the next day.
    pub drinks: Day,
    /// Effort, heat and tonic water count for signs of the days after them.
    pub before_signs: Day,
    /// Stretching is compared with the weeks before it became regular.
    pub stretching: Day,
}

impl Reach {
    /// How far back the rules look from `today`.
    #[must_use]
    pub fn from(today: Day, profile: &Profile) -> Self {
        let recent = today.plus(1 - RECENT_DAYS);
        Self {
            today,
            signs: today.plus(-SIGN_DAYS),
            over_limits: recent,
            taken: if pregnancy_on(profile, today).is_some() { today.plus(1 - SINCE_BEFORE_DAYS) } else { recent },
            drinks: recent.plus(-1),
            before_signs: recent.plus(-BEFORE_SIGN_DAYS),
            stretching: today.plus(-CARE_LONGEST - course::COMPARED_NIGHTS),
        }
    }

    /// The day for which the rules are checked.
    #[must_use]
    pub fn today(&self) -> Day {
        self.today
    }

    /// The first night, for nights and cramps. Medicines are compared with the weeks before them, and regular stretching, if there
    /// is any, with the weeks before it.
    #[must_use]
    pub fn nights(&self, stretch_days: &BTreeSet<Day>) -> Day {
        let of_medicines = self.today.plus(-onset::NEW_DAYS.max(onset::BEGAN_DAYS) - onset::COMPARED_NIGHTS.max(onset::FREE_NIGHTS));
        let of_care = course::care_began(self.today, stretch_days).map(|began| began.plus(-course::COMPARED_NIGHTS));
        of_care.map_or(of_medicines, |first| first.min(of_medicines))
    }
}
