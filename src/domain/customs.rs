//! How people read and write times and dates: as their country does, or as they chose.

use super::{Country, DateOrder, DateRules, Day, DayRules, Hour, HourClock, Tense, WeekStart};

/// How a person reads and writes times and dates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Customs {
    /// How their clock shows hours.
    pub clock: HourClock,
    /// Which number of "11/3/2026" is the month.
    pub dates: DateOrder,
    /// The day with which weeks begin in a calendar.
    pub week_start: WeekStart,
    /// The hour from which they are asked about the coming night; `None` for the one of [`DayRules::evening`].
    pub evening: Option<Hour>,
}

/// What a person chose on a computer. What is `None` is as their country has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ChosenCustoms {
    /// How clocks show hours.
    pub clock: Option<HourClock>,
    /// The day with which weeks begin in a calendar.
    pub week_start: Option<WeekStart>,
    /// The hour from which the program asks about the coming night, one of [`EVENINGS`](Self::EVENINGS).
    pub evening: Option<Hour>,
}

impl ChosenCustoms {
    /// The first and the last evening hour that can be chosen.
    pub const EVENINGS: [u8; 2] = [18, 23];

    /// An evening hour that can be chosen. Returns `None` for any other.
    #[must_use]
    pub fn evening(hour: u8) -> Option<Hour> {
        let [first, last] = Self::EVENINGS;
        Hour::new(hour).ok().filter(|hour| (first..=last).contains(&hour.get()))
    }
}

impl Customs {
    /// What a person in a country does who chose nothing.
    #[must_use]
    pub fn of_country(country: Option<Country>) -> Self {
        Self {
            clock: HourClock::of_country(country),
            dates: DateOrder::of_country(country),
            week_start: WeekStart::of_country(country),
            evening: None,
        }
    }

    /// What a person in a country does who chose this.
    #[must_use]
    pub fn chosen(country: Option<Country>, chosen: ChosenCustoms) -> Self {
        let usual = Self::of_country(country);
        Self {
            clock: chosen.clock.unwrap_or(usual.clock),
            week_start: chosen.week_start.unwrap_or(usual.week_start),
            evening: chosen.evening,
            ..usual
        }
    }

    /// The hour from which they are asked about the coming night: never one before nights begin.
    #[must_use]
    pub fn evening(self, rules: DayRules) -> Hour {
        self.evening.map_or_else(|| rules.evening(), |chosen| chosen.max(rules.night_starts))
    }

    /// How the person tells dates that lie behind, if today is `today`.
    #[must_use]
    pub fn dates_from(self, today: Day) -> DateRules {
        DateRules { today, order: self.dates, tense: Tense::Past, week_start: self.week_start }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_goes_before_what_the_country_does() {
        let america = Some(Country::UnitedStates);
        let usual = Customs::of_country(america);
        assert_eq!((usual.clock, usual.dates, usual.week_start), (HourClock::Twelve, DateOrder::MonthFirst, WeekStart::Sunday));
        assert_eq!(Customs::of_country(Some(Country::Germany)), Customs { dates: DateOrder::DayFirst, ..Customs::default() });
        let chosen = ChosenCustoms { clock: Some(HourClock::TwentyFour), ..ChosenCustoms::default() };
        assert_eq!(Customs::chosen(america, chosen), Customs { clock: HourClock::TwentyFour, ..usual });
    }

    #[test]
    fn the_evening_never_comes_before_the_night() {
        let rules = DayRules::default();
        let evening = |hour, rules| Customs { evening: ChosenCustoms::evening(hour), ..Customs::default() }.evening(rules).get();
        assert_eq!([17, 18, 23, 24].map(|hour| evening(hour, rules)), [20, 18, 23, 20]);
        let late = DayRules { night_starts: Hour::new(21).unwrap(), ..rules };
        assert_eq!(evening(18, late), 21);
    }
}
