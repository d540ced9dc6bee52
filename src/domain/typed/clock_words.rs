//! The words and digits of a time of day, taken apart.

use super::counted::without_about;
use chrono::{NaiveTime, TimeDelta};

/// A time of day taken apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct TimeParts {
    pub(super) first: Reading,
    /// Another reading of the words: half past 3 of "half 3", which is half past 2 elsewhere.
    pub(super) second: Option<Reading>,
    pub(super) part: Option<DayPart>,
    pub(super) is_about: bool,
}

/// One reading of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    /// Hours as they were said, 1 to 12 for a reading on a dial, and minutes.
    pub(super) time: NaiveTime,
    pub(super) half: DayHalf,
}

/// What is known of the half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayHalf {
    /// The time is one of 24 hours.
    Known,
    /// The time may be twelve hours later, or at 12 twelve hours earlier: "3", "quarter to 4".
    Open,
    /// As open, but written as a clock of 24 hours shows it too: "11:30".
    Digits,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayPart {
    Am,
    Pm,
    Afternoon,
    Evening,
    Night,
}

impl DayPart {
    /// Whether an hour of 24 lies in it.
    pub(super) fn holds(self, hour: u32) -> bool {
        match self {
            Self::Am => hour < 12,
            Self::Pm => hour >= 12,
            Self::Afternoon => (12..19).contains(&hour),
            Self::Evening => hour >= 16,
            Self::Night => !(6..18).contains(&hour),
        }
    }
}

/// Takes a time of day apart. Returns `None` if it is none.
pub(super) fn said(text: &str) -> Option<TimeParts> {
    let simple = text.to_lowercase().replace(['’', '`'], "'").replace("a.m", "am").replace("p.m", "pm");
    let simple = simple.split_whitespace().collect::<Vec<_>>().join(" ");
    let exact = without_about(&simple);
    let is_about = exact.len() < simple.len();
    let words = ["at ", "@ ", "@", "kl. ", "kl "].iter().find_map(|word| exact.strip_prefix(word)).unwrap_or(exact);
    let (words, part) = part_behind(words.trim_end_matches('.'));
    let (first, second) = readings(words, part)?;
    Some(TimeParts { first, second, part, is_about })
}

/// The words in front of a part of the day, and the part.
fn part_behind(words: &str) -> (&str, Option<DayPart>) {
    const PARTS: [(&str, DayPart); 13] = [
        (" in the morning", DayPart::Am),
        (" this morning", DayPart::Am),
        (" in the afternoon", DayPart::Afternoon),
        (" this afternoon", DayPart::Afternoon),
        (" in the evening", DayPart::Evening),
        (" this evening", DayPart::Evening),
        (" in the night", DayPart::Night),
        (" at night", DayPart::Night),
        (" tonight", DayPart::Night),
        ("am", DayPart::Am),
        ("pm", DayPart::Pm),
        ("a", DayPart::Am),
        ("p", DayPart::Pm),
    ];
    let found = PARTS.iter().find_map(|(name, part)| {
        let front = words.strip_suffix(name)?;
        // "3a" is a time, "a" behind letters is the end of a word.
        let is_word = name.starts_with(' ') || front.ends_with(|c: char| c == ' ' || c.is_ascii_digit());
        (is_word && !front.trim().is_empty()).then_some((front.trim_end(), Some(*part)))
    });
    found.unwrap_or((words, None))
}

/// The readings of the words in front of the part of the day.
fn readings(words: &str, part: Option<DayPart>) -> Option<(Reading, Option<Reading>)> {
    if let Some(named) = named(words) {
        return Some((named, None));
    }
    if let Some(hour) = ["half past ", "half-past ", "half after "].iter().find_map(|half| words.strip_prefix(half)) {
        return Some((shifted(whole(hour)?, 30), None));
    }
    if let Some(hour) = words.strip_prefix("half ") {
        // DayHalf past two where German or Dutch is spoken, half past three in Britain.
        let hour = whole(hour)?;
        return Some((shifted(hour, -30), Some(shifted(hour, 30))));
    }
    for (word, sign) in [(" past ", 1), (" after ", 1), (" to ", -1), (" before ", -1), (" till ", -1), (" until ", -1), (" of ", -1)] {
        if let Some((minutes, hour)) = words.split_once(word) {
            return Some((shifted(whole(hour)?, sign * minutes_said(minutes)?), None));
        }
    }
    digits(words, part).or_else(|| Some((spelled(words)?, None)))
}

/// "noon" and the like.
fn named(words: &str) -> Option<Reading> {
    let hour = match words {
        "noon" | "midday" | "12 noon" | "12 midday" | "twelve noon" => 12,
        "midnight" | "12 midnight" | "twelve midnight" => 0,
        _ => return None,
    };
    reading(hour, 0, DayHalf::Known)
}

fn reading(hour: u32, minute: u32, half: DayHalf) -> Option<Reading> {
    // Twelve at the end of the day is the beginning of the next.
    let hour = if (hour, minute) == (24, 0) { 0 } else { hour };
    Some(Reading { time: NaiveTime::from_hms_opt(hour, minute, 0)?, half })
}

/// The reading some minutes later, or earlier if negative. An open one stays on the dial.
fn shifted(reading: Reading, minutes: i64) -> Reading {
    Reading { time: reading.time.overflowing_add_signed(TimeDelta::minutes(minutes)).0, ..reading }
}

/// An hour alone, in digits or in words.
fn whole(words: &str) -> Option<Reading> {
    let words = without_hour_word(words);
    named(words).or_else(|| hour(words, DayHalf::Open)).or_else(|| reading(number(words).filter(|hour| *hour <= 12)?, 0, DayHalf::Open))
}

/// An hour in digits. From 13 on, and with a zero in front, it is one of 24.
fn hour(digits: &str, open: DayHalf) -> Option<Reading> {
    let hour = short_number(digits)?;
    let is_open = (1..=12).contains(&hour) && !digits.starts_with('0');
    reading(hour, 0, if is_open { open } else { DayHalf::Known })
}

/// A number of one or two digits.
fn short_number(digits: &str) -> Option<u32> {
    let is_short = matches!(digits.len(), 1..=2) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_short.then(|| digits.parse().ok()).flatten()
}

/// "3", "3:10", "3.10", "0310", "3h10", "3 Uhr 10". One digit for the minutes may mean two times, as in "3:1".
fn digits(words: &str, part: Option<DayPart>) -> Option<(Reading, Option<Reading>)> {
    let words = without_hour_word(words);
    let split = words.find(|c: char| !c.is_ascii_digit()).map(|at| words.split_at(at));
    let (hours, minutes) = match split {
        None if matches!(words.len(), 3..=4) => words.split_at(words.len() - 2),
        None => (words, ""),
        Some((hours, rest)) => {
            let marks = [" uhr ", "uhr", " hours ", " h ", "h ", " h", "h", " : ", ": ", ":", ". ", ".", ",", " "];
            let rest = marks.iter().find_map(|mark| rest.strip_prefix(mark))?;
            let minutes = ["minutes", "mins", "min", "m"].iter().find_map(|unit| rest.strip_suffix(unit));
            match minutes.map(str::trim_end) {
                // "3h 5min" leaves nothing open.
                Some(minutes) if minutes.len() == 1 => return Some((at_minute(hours, short_number(minutes)?, part)?, None)),
                Some(minutes) => (hours, minutes),
                None => (hours, rest),
            }
        }
    };
    if minutes.is_empty() {
        return (split.is_none() || words.ends_with('h'))
            .then(|| hour(hours, DayHalf::Open).map(|hour| (in_half(hour, part), None)))
            .flatten();
    }
    let minute = short_number(minutes)?;
    let first = at_minute(hours, minute, part)?;
    let tens = if minutes.len() == 1 && minute > 0 { at_minute(hours, minute * 10, part) } else { None };
    Some((first, tens))
}

/// An hour in digits with minutes.
fn at_minute(hours: &str, minute: u32, part: Option<DayPart>) -> Option<Reading> {
    let at = hour(hours, DayHalf::Digits)?;
    // "24:10" is no time.
    let is_end = hours == "24" && minute > 0;
    (minute < 60 && !is_end).then(|| in_half(shifted(at, i64::from(minute)), part))
}

/// The reading as one on a dial if a part of the day is said: "03:10 pm".
fn in_half(reading: Reading, part: Option<DayPart>) -> Reading {
    use chrono::Timelike as _;
    let on_dial = part.is_some() && (1..=12).contains(&reading.time.hour());
    if on_dial { Reading { half: DayHalf::Open, ..reading } } else { reading }
}

/// The words without "o'clock" or "Uhr" at their end.
fn without_hour_word(words: &str) -> &str {
    const WORDS: [&str; 9] = ["o'clock", "o clock", "oclock", "uhr", "hours", "hrs", "hr", "h.", "h"];
    let front = WORDS.iter().find_map(|word| words.strip_suffix(word)).unwrap_or(words);
    if front.is_empty() { words } else { front.trim_end() }
}

/// The minutes in front of "past" or "to": "quarter", "ten", "20 minutes".
fn minutes_said(words: &str) -> Option<i64> {
    let words = [" minutes", " minute", " mins", " min"].iter().find_map(|unit| words.strip_suffix(unit)).unwrap_or(words);
    let minutes = match words {
        "quarter" | "a quarter" => 15,
        "half" => 30,
        digits => short_number(digits).or_else(|| number(digits))?,
    };
    (1..60).contains(&minutes).then_some(i64::from(minutes))
}

/// A time in words alone: "three", "three thirty", "twelve oh five".
fn spelled(words: &str) -> Option<Reading> {
    let words = without_hour_word(words);
    let (hours, minutes) = words.split_once([' ', '-']).unwrap_or((words, ""));
    let hour = reading(number(hours).filter(|hour| *hour <= 12)?, 0, DayHalf::Open)?;
    let minutes = match minutes.strip_prefix("oh ") {
        _ if minutes.is_empty() => 0,
        Some(under_ten) => number(under_ten).filter(|minutes| *minutes < 10)?,
        None => number(minutes).filter(|minutes| (10..60).contains(minutes))?,
    };
    Some(shifted(hour, i64::from(minutes)))
}

/// A number in words, 1 to 59: "three", "twenty five".
pub(super) fn number(words: &str) -> Option<u32> {
    const TO_NINETEEN: [&str; 19] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 4] = ["twenty", "thirty", "forty", "fifty"];
    let place = |names: &[&str], word: &str| names.iter().position(|name| *name == word).and_then(|at| u32::try_from(at + 1).ok());
    if let Some(small) = place(&TO_NINETEEN, words) {
        return Some(small);
    }
    let (tens, ones) = words.split_once([' ', '-']).unwrap_or((words, ""));
    let tens = place(&TENS, tens)? * 10 + 10;
    if ones.is_empty() { Some(tens) } else { Some(tens + place(&TO_NINETEEN, ones).filter(|ones| *ones < 10)?) }
}
