//! How people in a country read and write times and dates.

use super::{Country, DateOrder, DateRules, Day, HourClock, Tense};

/// How a person reads and writes times and dates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Customs {
    /// How their clock shows hours.
    pub clock: HourClock,
    /// Which number of "11/3/2026" is the month.
    pub dates: DateOrder,
}

impl Customs {
    /// What most people in a country do.
    #[must_use]
    pub fn of_country(country: Option<Country>) -> Self {
        Self { clock: HourClock::of_country(country), dates: DateOrder::of_country(country) }
    }

    /// How the person tells dates that lie behind, if today is `today`.
    #[must_use]
    pub fn dates_from(self, today: Day) -> DateRules {
        DateRules { today, order: self.dates, tense: Tense::Past }
    }
}
