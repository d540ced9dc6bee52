//! Dates and times of day as people type them.

use super::CliError;
use crate::diary::Diary;
use crate::domain::{Day, Night};
use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveTime};
use std::str::FromStr;

/// A date, as a number or as a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NamedDate {
    /// Today by the calendar.
    Today,
    /// Yesterday by the calendar.
    Yesterday,
    /// This date.
    Date(NaiveDate),
}

impl NamedDate {
    /// The date, if today is `today`.
    pub(super) fn date(self, today: Day) -> NaiveDate {
        match self {
            Self::Today => today.date(),
            Self::Yesterday => today.plus(-1).date(),
            Self::Date(date) => date,
        }
    }
}

impl FromStr for NamedDate {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word.trim().to_lowercase().as_str() {
            "today" => Ok(Self::Today),
            "yesterday" => Ok(Self::Yesterday),
            text => match text.parse::<NaiveDate>() {
                Ok(date) if (1900..=2200).contains(&date.year()) => Ok(Self::Date(date)),
                Ok(_) | Err(_) => Err("give a date like 2026-11-19, or today, or yesterday".to_owned()),
            },
        }
    }
}

/// The night that is named; if none is named, the one that is over, and from the evening hour on the coming one.
pub(super) fn night(diary: &Diary, named: Option<NamedDate>) -> Result<Night, CliError> {
    match named {
        Some(when) => Ok(Night::new(when.date(diary.latest_day()))),
        None => Ok(diary.asked_night()?),
    }
}

/// The night of something that began at a time: the one that is named; if none is named, the one that runs if the time has come
/// in it, otherwise the one that [`night`] returns.
pub(super) fn night_with(diary: &Diary, named: Option<NamedDate>, began: NaiveTime) -> Result<Night, CliError> {
    let running = diary.latest_night()?;
    if named.is_none() && moment_of_night(diary, running, began)? <= diary.clock().now() {
        return Ok(running);
    }
    night(diary, named)
}

/// The word or date that names a night on the command line.
pub(super) fn name(diary: &Diary, night: Night) -> String {
    let is_yesterday = night == Night::new(NamedDate::Yesterday.date(diary.latest_day()));
    if is_yesterday { "yesterday".to_owned() } else { night.to_string() }
}

/// The day that is named; if none is named, the one that is running.
pub(super) fn day(diary: &Diary, named: Option<NamedDate>) -> Result<Day, CliError> {
    match named {
        Some(when) => Ok(Day::new(when.date(diary.latest_day()))),
        None => Ok(Day::containing(diary.clock().now(), diary.settings()?.rules)),
    }
}

/// The moment at which a time of day occurs in a night.
pub(super) fn moment_of_night(diary: &Diary, night: Night, time: NaiveTime) -> Result<DateTime<FixedOffset>, CliError> {
    Ok(diary.clock().at(night.wall_time(time, diary.settings()?.rules)))
}

/// The moment at which a time of day occurs on a day.
pub(super) fn moment_of_day(diary: &Diary, day: Day, time: NaiveTime) -> Result<DateTime<FixedOffset>, CliError> {
    Ok(diary.clock().at(day.wall_time(time, diary.settings()?.rules)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_name_dates() {
        let today = Day::new("2026-03-01".parse().unwrap());
        for (word, expected) in [("today", "2026-03-01"), (" Yesterday", "2026-02-28"), ("2025-12-31", "2025-12-31")] {
            assert_eq!(word.parse::<NamedDate>().unwrap().date(today).to_string(), expected);
        }
        for wrong in ["", "tomorrow", "19.11.2026", "2026-02-29", "0026-11-19"] {
            assert!(wrong.parse::<NamedDate>().is_err(), "{wrong}");
        }
    }
}
