//! The words and numbers of a date, taken apart.

use super::clock_words::number;
use chrono::Weekday;

/// A date taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Means {
    /// This many days before today; after it if negative.
    Ago(i64),
    /// A day of the week.
    Weekday {
        weekday: Weekday,
        /// Whether "last" stood in front, so that it is not today.
        is_last: bool,
    },
    /// A day of a month that was not said: "the 3rd".
    DayOfMonth(u32),
    /// A day and a month.
    Date {
        day: u32,
        month: u32,
        /// `None` if it was not said.
        year: Option<Year>,
        /// `None` if it was not said.
        weekday: Option<Weekday>,
    },
    /// A day and a month in the order of a country: "11/3".
    TwoNumbers {
        numbers: [u32; 2],
        /// `None` if it was not said.
        year: Option<Year>,
    },
}

/// A year as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// With four digits.
    Full(i32),
    /// With two.
    Short(i32),
}

/// A part of a date, with the mark behind it.
#[derive(Debug, Clone, Copy)]
struct Piece<'a> {
    what: What<'a>,
    /// '.', '/', '-' or ' '; '\0' at the end.
    mark: char,
}

#[derive(Debug, Clone, Copy)]
enum What<'a> {
    /// Digits.
    Number(&'a str),
    /// Digits with "st", "nd", "rd" or "th".
    Ordinal(&'a str),
    /// A month, from 1.
    Month(u32),
}

/// Takes a date apart. Returns `None` if it is none.
pub(super) fn means(text: &str) -> Option<Means> {
    let simple = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let words = simple.strip_prefix("on ").unwrap_or(&simple);
    let words = words.strip_prefix("the ").unwrap_or(words);
    if let Some(ago) = ago(words) {
        return Some(Means::Ago(ago));
    }
    if let Some(weekday) = words.strip_prefix("last ").and_then(weekday) {
        return Some(Means::Weekday { weekday, is_last: true });
    }
    if let Some(weekday) = weekday(words) {
        return Some(Means::Weekday { weekday, is_last: false });
    }
    let front =
        words.split_once([' ', ',', '.']).and_then(|(front, rest)| Some((weekday(front)?, rest.trim_start_matches([' ', ',', '.']))));
    match front {
        None => by_calendar(words, None),
        Some((weekday, rest)) => by_calendar(rest.strip_prefix("the ").unwrap_or(rest), Some(weekday)),
    }
}

/// How many days ago it is, if that is said in words.
fn ago(words: &str) -> Option<i64> {
    match words {
        "today" => return Some(0),
        "yesterday" => return Some(1),
        "day before yesterday" => return Some(2),
        "tomorrow" => return Some(-1),
        "day after tomorrow" => return Some(-2),
        _ => {}
    }
    let (span, sign) = match (words.strip_suffix(" ago"), words.strip_prefix("in ")) {
        (Some(span), None) => (span, 1),
        (None, Some(span)) => (span, -1),
        _ => return None,
    };
    let (count, unit) = span.split_once(' ')?;
    let days = match unit {
        "day" | "days" => 1,
        "week" | "weeks" => 7,
        "fortnight" | "fortnights" => 14,
        _ => return None,
    };
    let is_short = matches!(count.len(), 1..=4) && count.bytes().all(|byte| byte.is_ascii_digit());
    let count = match count {
        "a" | "an" => 1,
        digits if is_short => digits.parse().ok()?,
        word => i64::from(number(word)?),
    };
    Some(sign * count * days)
}

fn weekday(word: &str) -> Option<Weekday> {
    const WEEKDAYS: [(Weekday, &str, usize); 7] = [
        (Weekday::Mon, "monday", 3),
        (Weekday::Tue, "tuesday", 3),
        (Weekday::Wed, "wednesday", 3),
        (Weekday::Thu, "thursday", 3),
        (Weekday::Fri, "friday", 3),
        (Weekday::Sat, "saturday", 3),
        (Weekday::Sun, "sunday", 3),
    ];
    let word = word.trim_end_matches('.');
    let is_short = |name: &str, least: usize| word.len() >= least && word.len() <= 5 && name.starts_with(word);
    let found = WEEKDAYS.iter().find(|(_, name, least)| *name == word || is_short(name, *least));
    found.map(|(weekday, _, _)| *weekday)
}

/// A month by its name, or three or four letters of it.
fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let at = MONTHS.iter().position(|name| *name == word || matches!(word.len(), 3..=4) && name.starts_with(word))?;
    u32::try_from(at + 1).ok()
}

/// A date of the calendar. `weekday` is `None` if none stood in front.
fn by_calendar(words: &str, weekday: Option<Weekday>) -> Option<Means> {
    use What::{Month, Number, Ordinal};
    let pieces = pieces(words)?;
    let whats: Vec<_> = pieces.iter().map(|piece| piece.what).collect();
    let date = |day: &str, month: u32, year: Option<Year>| {
        let means = Means::Date { day: short(day)?, month, year, weekday };
        Some(means)
    };
    let in_digits = |pieces: &[Piece<'_>], numbers: [&str; 2], year: Option<Year>| {
        let marks: Vec<_> = pieces[..pieces.len() - 1].iter().map(|piece| piece.mark).collect();
        match marks[0] {
            mark if marks.iter().any(|other| *other != mark) => None,
            '.' => date(numbers[0], short(numbers[1])?, year),
            // "26-11-03" may have the year in front.
            '-' if !matches!(year, Some(Year::Full(_))) => None,
            _ if weekday.is_some() => None,
            '/' | '-' | ' ' => Some(Means::TwoNumbers { numbers: [short(numbers[0])?, short(numbers[1])?], year }),
            _ => None,
        }
    };
    match *whats.as_slice() {
        [Ordinal(day)] if weekday.is_none() => Some(Means::DayOfMonth(short(day)?)),
        [Number(digits)] if digits.len() == 8 => {
            let (year, rest) = digits.split_at(4);
            date(&rest[2..], short(&rest[..2])?, Some(full_year(year)?))
        }
        [Number(day) | Ordinal(day), Month(month)] | [Month(month), Number(day) | Ordinal(day)] => date(day, month, None),
        [Number(day) | Ordinal(day), Month(month), Number(year)] | [Month(month), Number(day) | Ordinal(day), Number(year)] => {
            if day.len() == 4 { date(year, month, Some(full_year(day)?)) } else { date(day, month, Some(either_year(year)?)) }
        }
        [Number(year), Number(month), Number(day)] if year.len() == 4 => date(day, short(month)?, Some(full_year(year)?)),
        [Number(first), Number(second), Number(year)] => in_digits(&pieces, [first, second], Some(either_year(year)?)),
        [Number(first), Number(second)] => in_digits(&pieces, [first, second], None),
        _ => None,
    }
}

/// The parts of a date: numbers and months with one mark between them.
fn pieces(words: &str) -> Option<Vec<Piece<'_>>> {
    let mut open = words;
    let mut pieces = Vec::new();
    while !open.is_empty() {
        let end = open.find(|c: char| !c.is_alphanumeric()).unwrap_or(open.len());
        let (word, rest) = open.split_at(end);
        let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = &word[..word.len() - letters.len()];
        let what = match (digits, letters) {
            ("", letters) => What::Month(month(letters)?),
            (digits, "") => What::Number(digits),
            (digits, "st" | "nd" | "rd" | "th") => What::Ordinal(digits),
            _ => return None,
        };
        let gap = rest.len() - rest.trim_start_matches([' ', ',', '.', '/', '-']).len();
        let mark = match rest[..gap].trim() {
            "" if rest.is_empty() => '\0',
            "" | "," => ' ',
            "." | ".," => '.',
            "/" => '/',
            "-" => '-',
            _ => return None,
        };
        let behind = &rest[gap..];
        open = behind.strip_prefix("of ").unwrap_or(behind);
        // Only a full stop may end a date.
        if rest.len() == gap && !matches!(mark, '\0' | '.') || open.len() == rest.len() && !rest.is_empty() {
            return None;
        }
        pieces.push(Piece { what, mark });
    }
    (!pieces.is_empty()).then_some(pieces)
}

/// A number of one or two digits.
fn short(digits: &str) -> Option<u32> {
    if matches!(digits.len(), 1..=2) { digits.parse().ok() } else { None }
}

/// A year of four digits, from 1000 on.
fn full_year(digits: &str) -> Option<Year> {
    let year = (digits.len() == 4).then(|| digits.parse().ok()).flatten()?;
    (year >= 1000).then_some(Year::Full(year))
}

fn either_year(digits: &str) -> Option<Year> {
    if digits.len() == 2 { Some(Year::Short(digits.parse().ok()?)) } else { full_year(digits) }
}
