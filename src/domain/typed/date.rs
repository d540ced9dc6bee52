//! Dates as people type them: "3.11.2026", "11/3/2026", "3 Nov", "yesterday", "last Tuesday", "3 days ago".

use super::TypedError;
use super::date_words::{Means, Year, means};
use crate::domain::{DateOrder, Day, WeekStart};
use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use std::str::FromStr;

const FIELD: &str = "Date";
const EXAMPLE: &str = "2026-11-19, 19 Nov, today or yesterday";

/// How far ahead a year of two digits can lie; the other 89 lie back.
const YEARS_AHEAD: i32 = 10;

/// A date as it was typed, before it is known what day is today and which number of two is the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidDate {
    given: String,
    means: Means,
}

/// Whether a date without a year lies behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// It is that of something that was: the last one that has come.
    Past,
    /// It may be one to come as well, such as the end of a treatment, so that one without a year may mean two.
    Open,
}

/// From where dates are told, and how.
#[derive(Debug, Clone, Copy)]
pub struct DateRules {
    /// Today by the calendar.
    pub today: Day,
    /// Which number of "11/3/2026" is the month.
    pub order: DateOrder,
    /// Whether dates without a year lie behind.
    pub tense: Tense,
    /// The day with which weeks begin where a date is chosen.
    pub week_start: WeekStart,
}

impl DateRules {
    /// The rules for a date that may also be one to come.
    #[must_use]
    pub fn open(self) -> Self {
        Self { tense: Tense::Open, ..self }
    }

    /// Reads a date.
    ///
    /// # Errors
    /// [`TypedError`] for what is none, does not exist, or may be two.
    pub fn read(self, text: &str) -> Result<Day, TypedError> {
        text.parse::<SaidDate>()?.day(self)
    }
}

impl SaidDate {
    /// The day that is meant.
    ///
    /// # Errors
    /// [`TypedError::NoSuchDate`] for a date that the calendar does not have, [`TypedError::Unclear`] for one that may be two.
    pub fn day(&self, rules: DateRules) -> Result<Day, TypedError> {
        let today = rules.today.date();
        match self.means {
            Means::Ago(days) => self.within_calendar(after(today, -days)),
            Means::Weekday { weekday, is_last } => {
                let back = i64::from(today.weekday().days_since(weekday));
                match back {
                    0 if !is_last => self.either(today, after(today, -7).unwrap_or(today)),
                    0 => self.within_calendar(after(today, -7)),
                    back => self.within_calendar(after(today, -back)),
                }
            }
            Means::DayOfMonth(day) => {
                let months = (0..12).filter_map(|back| today.with_day(1)?.checked_sub_months(chrono::Months::new(back)));
                let found = months.filter_map(|first| first.with_day(day)).find(|date| *date <= today);
                found.map(Day::new).ok_or_else(|| self.no_such("no month has so many days".to_owned()))
            }
            Means::Date { day, month, year, weekday } => self.one(&self.dates([day, month], year, rules)?, weekday),
            Means::TwoNumbers { numbers: [first, second], year } => {
                let (by_day, by_month) = (self.dates([first, second], year, rules), self.dates([second, first], year, rules));
                let asks = rules.order == DateOrder::Asked;
                let (usual, other) = if rules.order == DateOrder::MonthFirst { (by_month, by_day) } else { (by_day, by_month) };
                let dates = match (usual, other) {
                    (Ok(one), Ok(other)) if asks && one != other => return self.either(one[0], other[0]),
                    (Ok(dates), _) | (Err(_), Ok(dates)) => dates,
                    (Err(error), Err(_)) => return Err(error),
                };
                self.one(&dates, None)
            }
        }
    }

    /// The dates with this day and month; two where the year was not said and may be two.
    fn dates(&self, day_month: [u32; 2], year: Option<Year>, rules: DateRules) -> Result<Vec<NaiveDate>, TypedError> {
        let ([day, month], today) = (day_month, rules.today.date());
        let at = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
        let no_such = |year: Option<i32>| self.no_such(why_not(day, month, year));
        let Some(year) = year else {
            // Eight years hold a 29 February.
            let past = (0..=8).filter_map(|back| at(today.year() - back)).find(|date| *date <= today);
            let coming = (0..=8).filter_map(|ahead| at(today.year() + ahead)).find(|date| *date > today);
            let planned = coming.filter(|date| rules.tense == Tense::Open && Day::new(*date) <= rules.today.latest_planned());
            let dates: Vec<_> = past.into_iter().chain(planned).collect();
            return if dates.is_empty() { Err(no_such(None)) } else { Ok(dates) };
        };
        let year = match year {
            Year::Full(year) => year,
            Year::Short(short) => {
                let last = today.year() + YEARS_AHEAD;
                last - (last - short).rem_euclid(100)
            }
        };
        at(year).map(|date| vec![date]).ok_or_else(|| no_such(Some(year)))
    }

    /// The only one of the dates, if it is on the weekday that was said.
    fn one(&self, dates: &[NaiveDate], weekday: Option<Weekday>) -> Result<Day, TypedError> {
        let fits = |date: &&NaiveDate| weekday.is_none_or(|weekday| date.weekday() == weekday);
        let fitting: Vec<_> = dates.iter().filter(fits).collect();
        match (fitting.as_slice(), dates.first()) {
            ([only], _) => Ok(Day::new(**only)),
            ([one, other, ..], _) => self.either(**one, **other),
            ([], Some(date)) => Err(self.no_such(format!("{date} is a {}", date.format("%A")))),
            ([], None) => Err(unreadable(&self.given)),
        }
    }

    fn within_calendar(&self, date: Option<NaiveDate>) -> Result<Day, TypedError> {
        let sound = date.filter(|date| (1000..=9999).contains(&date.year()));
        sound.map(Day::new).ok_or_else(|| self.no_such("it is too far away".to_owned()))
    }

    fn either(&self, one: NaiveDate, other: NaiveDate) -> Result<Day, TypedError> {
        let words = |date: NaiveDate| date.format("%-d %b %Y").to_string();
        Err(TypedError::Unclear { field: FIELD, given: self.given.clone(), one: words(one), other: words(other) })
    }

    fn no_such(&self, why: String) -> TypedError {
        TypedError::NoSuchDate { given: self.given.clone(), why }
    }
}

impl FromStr for SaidDate {
    type Err = TypedError;

    fn from_str(text: &str) -> Result<Self, TypedError> {
        let given = text.trim().to_owned();
        match means(&given) {
            Some(means) => Ok(Self { given, means }),
            None => Err(unreadable(&given)),
        }
    }
}

fn unreadable(given: &str) -> TypedError {
    TypedError::Unreadable { field: FIELD, given: given.to_owned(), example: EXAMPLE }
}

/// The date some days later, or earlier if negative. Returns `None` if the calendar has none.
fn after(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let span = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(span) } else { date.checked_add_days(span) }
}

/// Why the calendar has no such day, as the end of a sentence. Without a year, in no year.
fn why_not(day: u32, month: u32, year: Option<i32>) -> String {
    let shown = year.unwrap_or(2024);
    let Some(first) = NaiveDate::from_ymd_opt(shown, month, 1) else { return format!("there is no month {month}") };
    let last = (28..=31).rev().find(|last| first.with_day(*last).is_some()).unwrap_or(31);
    let named = first.format("%B");
    match year {
        _ if day == 0 => "months begin with day 1".to_owned(),
        Some(year) if month == 2 => format!("{named} {year} has {last} days"),
        None if month == 2 => format!("{named} has at most {last} days"),
        _ => format!("{named} has {last} days"),
    }
}
