//! How people in a country read and write times.

use super::{Country, HourClock};

/// How a person reads and writes times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Customs {
    /// How their clock shows hours.
    pub clock: HourClock,
}

impl Customs {
    /// What most people in a country do.
    #[must_use]
    pub fn of_country(country: Option<Country>) -> Self {
        Self { clock: HourClock::of_country(country) }
    }
}
