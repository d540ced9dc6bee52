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

/// The first day of each slice of a [`FlagDiary`](super::FlagDiary).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    today: Day,
    /// Signs count for [`RECENT_DAYS`] days.
    pub signs: Day,
    /// Doses count for [`RECENT_DAYS`] days; in a pregnancy the first dose of each product is looked for.
    pub taken: Day,
    /// A drink counts for a sign of its day or of the next day.
    pub drinks: Day,
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
            signs: recent,
            taken: if pregnancy_on(profile, today).is_some() { today.plus(1 - SINCE_BEFORE_DAYS) } else { recent },
            drinks: recent.plus(-1),
            stretching: today.plus(-CARE_LONGEST - course::COMPARED_NIGHTS),
        }
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
