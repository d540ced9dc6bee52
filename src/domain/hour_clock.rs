//! Whether hours are counted to twelve or to twenty-four.

use super::keyed::keyed_enum;
use super::{Country, Hour};
use chrono::{NaiveTime, Timelike as _};

keyed_enum! {
    /// How a clock shows hours.
    #[derive(Default)]
    HourClock, "clock" {
        /// To twelve, twice a day: "3:10 am".
        Twelve = "12", "12 hours";
        /// To twenty-four: "03:10".
        #[default]
        TwentyFour = "24", "24 hours";
    }
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

    /// A full hour in words: "20:00", or "8:00 pm".
    #[must_use]
    pub fn hour_words(self, hour: Hour) -> String {
        self.words(NaiveTime::from_hms_opt(hour.get().into(), 0, 0).unwrap_or_default())
    }
}
