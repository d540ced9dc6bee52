//! Whether hours are counted to twelve or to twenty-four.

use super::Country;
use chrono::{NaiveTime, Timelike as _};

/// How a clock shows hours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum HourClock {
    /// To twelve, twice a day: "3:10 am".
    Twelve,
    /// To twenty-four: "03:10".
    #[default]
    TwentyFour,
}

impl HourClock {
    /// How most people in a country write times. Without a country, and in Europe, to twenty-four.
    ///
    /// Source: the short time formats of English for these countries in the Unicode CLDR, "h:mm a" and "HH:mm".
    #[must_use]
    pub fn of_country(country: Option<Country>) -> Self {
        match country {
            Some(Country::UnitedStates | Country::Canada | Country::Australia | Country::NewZealand) => Self::Twelve,
            _ => Self::TwentyFour,
        }
    }

    /// A time of day in words: "03:10", or "3:10 am".
    ///
    /// ```
    /// use cramp_diary::domain::HourClock;
    /// let time = chrono::NaiveTime::from_hms_opt(0, 5, 0).unwrap();
    /// assert_eq!([HourClock::Twelve, HourClock::TwentyFour].map(|clock| clock.words(time)), ["12:05 am", "00:05"]);
    /// ```
    #[must_use]
    pub fn words(self, time: NaiveTime) -> String {
        let (is_pm, hour) = time.hour12();
        match self {
            Self::Twelve => format!("{hour}:{:02} {}", time.minute(), if is_pm { "pm" } else { "am" }),
            Self::TwentyFour => time.format("%H:%M").to_string(),
        }
    }
}
