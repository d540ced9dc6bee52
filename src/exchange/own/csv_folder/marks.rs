//! What a whole file tells of how its numbers and dates are meant, where a single cell does not.

use crate::exchange::own::shortened::shortened;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// The order of day and month, where neither dots nor the year in front tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DateOrder {
    DayFirst,
    MonthFirst,
}

/// How cells of a file are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks {
    /// What stands before decimals; `None` if no cell tells it, or if cells differ.
    decimal: Option<char>,
    /// `None` if no cell tells it, or if cells differ.
    order: Option<DateOrder>,
}

impl Marks {
    /// Looks at all cells with numbers, and at all with dates. Without a number that tells, a comma between cells goes with a decimal point.
    pub(super) fn of<'a>(delimiter: u8, numbers: impl Iterator<Item = &'a str>, dates: impl Iterator<Item = &'a str>) -> Self {
        let usual = if delimiter == b';' { ',' } else { '.' };
        let decimal = agreed(numbers.filter_map(|cell| Digits::of(cell)?.clear_mark()), Some(usual));
        Self { decimal, order: agreed(dates.filter_map(clear_order), None) }
    }

    /// The number in a cell. Returns why there is none.
    pub(super) fn number(self, cell: &str) -> Result<f64, String> {
        let digits = Digits::of(cell).ok_or_else(|| not(cell, "a number without a separator between thousands"))?;
        let plain = match digits.mark {
            Some(mark) if digits.may_be_thousands && self.decimal != Some(mark) => {
                let (whole, thousands) = (cell.trim().replace(mark, "."), cell.trim().replace(mark, ""));
                return Err(format!("\"{}\" may be {whole}0 or {thousands}; write one of these", cell.trim()));
            }
            Some(mark) => cell.trim().replace(mark, "."),
            None => cell.trim().to_owned(),
        };
        plain.parse().ok().filter(|number: &f64| number.is_finite()).ok_or_else(|| not(cell, "a number"))
    }

    /// The date in a cell. Returns why there is none.
    pub(super) fn date(self, cell: &str) -> Result<NaiveDate, String> {
        let text = cell.trim();
        let no_date = || not(cell, "a date such as 2026-11-19");
        let mark = ['-', '.', '/'].into_iter().find(|mark| text.contains(*mark)).ok_or_else(no_date)?;
        let parts: Vec<_> = text.trim_end_matches(mark).split(mark).map(str::trim).collect();
        let [first, second, third] = parts.as_slice() else { return Err(no_date()) };
        if parts.iter().any(|part| part.is_empty() || part.len() > 4 || !part.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(no_date());
        }
        if first.len() == 4 {
            return day_of(first, second, third).ok_or_else(no_date);
        }
        if third.len() != 4 {
            return Err(not(cell, "a date with all four digits of its year"));
        }
        let (day_first, month_first) = (day_of(third, second, first), day_of(third, first, second));
        match (day_first, month_first, self.order) {
            (Some(date), _, _) if mark == '.' || Some(date) == month_first => Ok(date),
            (Some(date), None, _) | (None, Some(date), _) if mark != '.' => Ok(date),
            (Some(date), Some(_), Some(DateOrder::DayFirst)) | (Some(_), Some(date), Some(DateOrder::MonthFirst)) => Ok(date),
            (Some(one), Some(other), None) => Err(format!("\"{text}\" may be {one} or {other}; write one of these")),
            _ => Err(no_date()),
        }
    }

    /// The date and time in a cell. Returns why there is none.
    pub(super) fn date_time(self, cell: &str) -> Result<NaiveDateTime, String> {
        const TIMES: [&str; 4] = ["%H:%M:%S%.f", "%H:%M", "%I:%M:%S %p", "%I:%M %p"];
        let no_time = || not(cell, "a date and time such as 2026-11-20T03:10:00");
        let (date, time) = cell.trim().split_once(['T', ' ']).ok_or_else(no_time)?;
        let time = TIMES.iter().find_map(|format| NaiveTime::parse_from_str(time.trim(), format).ok()).ok_or_else(no_time)?;
        Ok(self.date(date.trim_end_matches(','))?.and_time(time))
    }
}

/// The whole number in a cell, also with one or two zeros as decimals. Returns why there is none.
pub(super) fn whole(cell: &str) -> Result<i64, String> {
    let text = cell.trim();
    if let Ok(number) = text.parse() {
        return Ok(number);
    }
    let zeros = |tail: &str| matches!(tail.len(), 1 | 2) && tail.bytes().all(|byte| byte == b'0');
    let whole = text.split_once(['.', ',']).filter(|(_, tail)| zeros(tail)).and_then(|(whole, _)| whole.parse().ok());
    whole.ok_or_else(|| not(cell, "a whole number without a separator between thousands"))
}

/// What all that is told agrees on; `usual` if nothing is told. Returns `None` if it differs.
fn agreed<T: PartialEq + Copy>(mut told: impl Iterator<Item = T>, usual: Option<T>) -> Option<T> {
    let Some(first) = told.next() else { return usual };
    told.all(|other| other == first).then_some(first)
}

/// The order that a date with slashes or hyphens tells by itself. Returns `None` for any other cell.
fn clear_order(cell: &str) -> Option<DateOrder> {
    let date = cell.trim().split(['T', ' ']).next()?;
    let parts: Vec<_> = date.split(['/', '-']).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let (first, second) = (first.parse::<u32>().ok()?, second.parse::<u32>().ok()?);
    match (first > 12, second > 12) {
        _ if third.len() != 4 => None,
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

fn day_of(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Digits with at most one mark, and an exponent.
struct Digits {
    /// The point or comma; `None` if there is none.
    mark: Option<char>,
    /// Whether the mark may stand between thousands.
    may_be_thousands: bool,
}

impl Digits {
    /// Returns `None` if they are no number with at most one mark.
    fn of(cell: &str) -> Option<Self> {
        let text = cell.trim();
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
        let mark = mantissa.chars().find(|letter| matches!(letter, '.' | ','));
        let (whole, tail) = mark.and_then(|mark| mantissa.split_once(mark)).unwrap_or((mantissa, ""));
        let are_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
        let is_number = are_digits(whole) && are_digits(tail) && are_digits(exponent) && !exponent.is_empty();
        let may_be_thousands = tail.len() == 3 && matches!(whole.len(), 1..=3) && !whole.starts_with('0') && !unsigned.contains(['e', 'E']);
        (is_number && !(whole.is_empty() && tail.is_empty())).then_some(Self { mark, may_be_thousands })
    }

    /// The mark, if it stands before decimals for sure.
    fn clear_mark(&self) -> Option<char> {
        self.mark.filter(|_| !self.may_be_thousands)
    }
}

/// Says what a cell is not.
pub(super) fn not(cell: &str, expected: &str) -> String {
    format!("\"{}\" is not {expected}", shortened(cell))
}
