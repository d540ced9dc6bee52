//! Which number of a date is the month.

use super::Country;

/// Which of two numbers with a slash between them is the month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DateOrder {
    /// The second.
    DayFirst,
    /// The first.
    MonthFirst,
    /// Nobody knows, so that it is asked where both can be.
    #[default]
    Asked,
}

impl DateOrder {
    /// What most people in a country do. Without a country, and in Canada, where both are in use, it is asked.
    #[must_use]
    pub fn of_country(country: Option<Country>) -> Self {
        match country {
            Some(Country::UnitedStates) => Self::MonthFirst,
            Some(Country::Canada) | None => Self::Asked,
            Some(_) => Self::DayFirst,
        }
    }
}
