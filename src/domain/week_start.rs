//! The day with which weeks begin in a calendar.

use super::Country;
use super::keyed::keyed_enum;
use chrono::Weekday;

keyed_enum! {
    /// The day with which weeks begin in a calendar. Statistics by the week go from Monday to Sunday whatever it is.
    #[derive(Default)]
    WeekStart, "first day of the week" {
        /// Weeks begin with Monday.
        #[default]
        Monday = "monday", "Monday";
        /// Weeks begin with Saturday.
        Saturday = "saturday", "Saturday";
        /// Weeks begin with Sunday.
        Sunday = "sunday", "Sunday";
    }
}

impl WeekStart {
    /// The day with which most people in a country begin a week: Sunday in the United States and Canada, Monday elsewhere and without a
    /// country.
    #[must_use]
    pub fn of_country(country: Option<Country>) -> Self {
        match country {
            Some(Country::UnitedStates | Country::Canada) => Self::Sunday,
            _ => Self::Monday,
        }
    }

    /// The seven weekdays of a week, the first first.
    ///
    /// ```
    /// use cramp_diary::domain::WeekStart;
    /// let days = WeekStart::Sunday.weekdays().map(|day| day.to_string());
    /// assert_eq!(days, ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]);
    /// ```
    #[must_use]
    pub fn weekdays(self) -> [Weekday; 7] {
        let first = match self {
            Self::Monday => Weekday::Mon,
            Self::Saturday => Weekday::Sat,
            Self::Sunday => Weekday::Sun,
        };
        let mut day = first;
        [(); 7].map(|()| {
            let this = day;
            day = day.succ();
            this
        })
    }
}
