//! Dates and times of day as people type them.

use super::CliError;
use crate::diary::Diary;
use crate::domain::{Customs, DateRules, Day, Night, SaidDate, SaidTime, Tense, TypedError};
use chrono::{DateTime, FixedOffset, NaiveDateTime, NaiveTime};
use std::str::FromStr;

/// A date as an option names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NamedDate(SaidDate);

impl NamedDate {
    /// The day by the calendar that is meant by somebody who lives in the country of the diary's profile.
    pub(super) fn day(&self, diary: &Diary, tense: Tense) -> Result<Day, CliError> {
        let rules = diary.customs()?.dates_from(diary.latest_day());
        Ok(self.0.day(DateRules { tense, ..rules })?)
    }

    /// The day by the calendar if today is `today`, for a person of whom nothing is known.
    pub(super) fn day_if_today(&self, today: Day) -> Result<Day, TypedError> {
        self.0.day(Customs::default().dates_from(today))
    }
}

impl FromStr for NamedDate {
    type Err = TypedError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// A time of day as `--at` names it, and which of two where clocks go back.
#[derive(Debug, Clone)]
pub(super) struct At {
    said: SaidTime,
    /// Whether the second coming of an hour that comes twice was said.
    is_second: bool,
}

impl At {
    /// Whether it is only about right.
    pub(super) fn is_about(&self) -> bool {
        self.said.is_about()
    }
}

impl FromStr for At {
    type Err = TypedError;

    /// Reads "3:10", "3 am" or "2:30 second".
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let words = text.trim();
        let first = words.len().checked_sub("second".len()).and_then(|at| words.split_at_checked(at));
        match first.filter(|(_, word)| word.eq_ignore_ascii_case("second")) {
            Some((first, _)) => Ok(Self { said: first.parse()?, is_second: true }),
            None => Ok(Self { said: words.parse()?, is_second: false }),
        }
    }
}

/// The date that is named, as a day of which the diary can speak.
fn named_day(diary: &Diary, named: &NamedDate) -> Result<Day, CliError> {
    let day = named.day(diary, Tense::Past)?;
    diary.ensure_remembered(day)?;
    Ok(day)
}

/// The night that is named; if none is named, the one that is over, and from the evening hour on the coming one.
pub(super) fn night(diary: &Diary, named: Option<&NamedDate>) -> Result<Night, CliError> {
    match named {
        Some(when) => Ok(Night::new(named_day(diary, when)?.date())),
        None => Ok(diary.asked_night()?),
    }
}

/// The night of something that began at a time, and when. It is the night that is named; if none is named, the one that runs if the time
/// has come in it, otherwise the one that [`night`] returns. A time that would only come tomorrow is one of the night before.
pub(super) fn night_at(diary: &Diary, named: Option<&NamedDate>, at: &At) -> Result<(Night, DateTime<FixedOffset>), CliError> {
    let (now, rules, running) = (diary.clock().now(), diary.settings()?.rules, diary.latest_night()?);
    let asked = night(diary, named)?;
    let has_come = |night: Night, time: NaiveTime| diary.clock().at(night.wall_time(time, rules)) <= now;
    let night_of = |time: NaiveTime| {
        let is_tomorrow = asked.wall_time(time, rules).date() > now.date_naive();
        match named {
            None if has_come(running, time) => running,
            None if is_tomorrow => asked.plus(-1),
            Some(_) | None => asked,
        }
    };
    let time = at.said.in_night(diary.customs()?.evening(rules), diary.customs()?.clock, |time| has_come(night_of(time), time))?;
    let night = night_of(time);
    Ok((night, moment(diary, night.wall_time(time, rules), at)?))
}

/// The word or date that names a night on the command line.
pub(super) fn name(diary: &Diary, night: Night) -> String {
    let is_yesterday = night.day() == diary.latest_day().plus(-1);
    if is_yesterday { "yesterday".to_owned() } else { night.to_string() }
}

/// The day that is named; if none is named, the one that is running.
pub(super) fn day(diary: &Diary, named: Option<&NamedDate>) -> Result<Day, CliError> {
    match named {
        Some(when) => named_day(diary, when),
        None => Ok(Day::containing(diary.clock().now(), diary.settings()?.rules)),
    }
}

/// The day of something at a time, and when. It is the day that is named; if none is named, the one that is running. A time that would only
/// come tomorrow is one of the day before: at eight in the morning 00:30 is half an hour after midnight of this date.
pub(super) fn day_at(diary: &Diary, named: Option<&NamedDate>, at: &At) -> Result<(Day, DateTime<FixedOffset>), CliError> {
    let (asked, rules, now) = (day(diary, named)?, diary.settings()?.rules, diary.clock().now());
    let day_of = |time: NaiveTime| {
        let is_tomorrow = named.is_none() && asked.wall_time(time, rules).date() > now.date_naive();
        if is_tomorrow { asked.plus(-1) } else { asked }
    };
    let has_come = |time: NaiveTime| diary.clock().at(day_of(time).wall_time(time, rules)) <= now;
    let time = at.said.on_day(diary.customs()?.clock, has_come)?;
    let day = day_of(time);
    Ok((day, moment(diary, day.wall_time(time, rules), at)?))
}

/// The moment of a local time: of one that comes twice the first, unless the second is said.
fn moment(diary: &Diary, wall: NaiveDateTime, at: &At) -> Result<DateTime<FixedOffset>, CliError> {
    let moments = diary.clock().moments(wall).map_err(|skipped| CliError::Refused(format!("{skipped} Give that one with --at.")))?;
    match (at.is_second, moments.second) {
        (false, _) => Ok(moments.first),
        (true, Some(second)) => Ok(second),
        (true, None) => {
            let (time, date) = (wall.format("%H:%M"), wall.format("%a %-d %b"));
            Err(CliError::Refused(format!("{time} comes only once on {date}. Leave the word \"second\" out.")))
        }
    }
}
