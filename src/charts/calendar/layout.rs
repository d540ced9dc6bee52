//! Where the squares of a calendar stand, for drawing and for pointing alike.

use super::CalendarSpec;
use crate::charts::frame::Frame;
use crate::charts::ruler::{LINE, length, width};
use crate::charts::spot::{Box4, units};
use crate::domain::Night;
use crate::insights::CalendarYear;
use chrono::{Datelike as _, NaiveDate};

/// Most calendar weeks that one year can touch: those of a leap year that begins on a Sunday.
const WEEKS: f64 = 54.0;
/// Heights of a year's heading and of its months; what keeps it from the next year.
pub(super) const HEADING: f64 = 19.0;
pub(super) const MONTHS: f64 = 17.0;
const AFTER: f64 = 12.0;
/// Room for the weekdays, where there is any to spare.
const WEEKDAYS: f64 = 36.0;
const NARROW: f64 = 420.0;
/// Sides of a square, with the gap to the next one; below the least, early years are left out.
const MOST: f64 = 20.0;
const MOST_OF_FEW: f64 = 30.0;
const LEAST: f64 = 3.0;
/// What a year takes at least, with the line that says how many have no room.
pub(super) const LEAST_HIGH: f64 = HEADING + MONTHS + 7.0 * LEAST + AFTER + LINE;
/// From squares of this size on, two years stand side by side.
const SIDE_BY_SIDE: f64 = 13.0;
const BETWEEN: f64 = 24.0;

/// Where the years of the calendar stand in a picture of a given size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CalendarLayout {
    pub(super) frame: Frame,
    /// The side of a square with the gap to the next one; a whole number of pixels.
    pub(super) side: f64,
    /// What of it is the gap.
    gap: f64,
    /// The top left corner of each year, the earliest first; `None` for one that there is no room for.
    pub(super) corners: Vec<Option<(f64, f64)>>,
    pub(super) weekdays: f64,
    /// How wide a year is.
    pub(super) across: f64,
    /// The week at the left end, and how many there are from it on.
    pub(super) first_week: f64,
    weeks: f64,
}

/// How years are arranged at a width.
struct Arrangement {
    /// How many stand side by side.
    beside: usize,
    /// The room of each.
    room: f64,
    /// That of the weekdays.
    weekdays: f64,
    /// The week at the left end: of a single year its first, since years above each other begin with January.
    first_week: f64,
    /// How many weeks there are from it on.
    weeks: f64,
    /// The side of a square, where there is height enough.
    side: f64,
}

impl Arrangement {
    fn new(years: &[CalendarYear], wide: f64) -> Self {
        let weekdays = if wide < NARROW { 2.0 } else { WEEKDAYS };
        let (first_week, weeks) = match years {
            [only] => {
                let (first, last) = (only.first.date(), only.first.plus(i64::try_from(only.nights.len()).unwrap_or(1) - 1).date());
                (week(first), week(last) - week(first) + 1.0)
            }
            _ => (0.0, WEEKS),
        };
        // Few weeks get larger squares, and leave the room for the words of their months.
        let most = if weeks < WEEKS / 2.0 { MOST_OF_FEW } else { MOST };
        let side = |room: f64| ((room - weekdays) / weeks.max(WEEKS / 3.0)).min(most);
        let half = (wide - BETWEEN) / 2.0;
        let (beside, room) = if years.len() > 1 && side(half) >= SIDE_BY_SIDE { (2, half) } else { (1, wide) };
        Self { beside, room, weekdays, first_week, weeks, side: side(room) }
    }
}

/// The height that all years need at a width.
pub(super) fn high(years: &[CalendarYear], wide: f64) -> f64 {
    let arrangement = Arrangement::new(years, wide - 4.0);
    length(years.len().div_ceil(arrangement.beside)) * (HEADING + MONTHS + 7.0 * arrangement.side + AFTER)
}

impl CalendarLayout {
    pub(super) fn new(spec: &CalendarSpec, pixels: (u32, u32), scale: f64) -> Self {
        let frame = Frame::new(&spec.around, units(pixels, scale));
        let [left, top, right, bottom] = frame.inner;
        let years = spec.years.len();
        let Arrangement { beside, room, weekdays, first_week, weeks, side: widest } = Arrangement::new(&spec.years, right - left);
        let rows = length(years.div_ceil(beside).max(1));
        let highest = ((bottom - top) / rows - HEADING - MONTHS - AFTER) / 7.0;
        let side = ((widest.min(highest).max(LEAST) * scale).floor() / scale).max(1.0 / scale);
        let high = HEADING + MONTHS + 7.0 * side + AFTER;
        // Where years are left out, a line says so.
        let until = if rows * high - AFTER > bottom - top + 0.5 { bottom - LINE } else { bottom };
        // The latest year comes first: it is what is looked for.
        let corner = |index: usize| {
            let place = years - 1 - index;
            let (x, y) = (left + length(place % beside) * (room + BETWEEN), top + length(place / beside) * high);
            (y + high - AFTER <= until + 0.5).then_some((x, y))
        };
        Self {
            corners: (0..years).map(corner).collect(),
            gap: if side * scale >= 7.0 { (side * 0.12).max(1.0 / scale) } else { 1.0 / scale },
            across: room,
            first_week,
            weeks,
            frame,
            side,
            weekdays,
        }
    }

    /// The square of a night of a year; `None` where there is no room for the year.
    pub(super) fn square(&self, year: usize, night: Night) -> Option<Box4> {
        let (x, y) = self.corners.get(year).copied().flatten()?;
        let (left, top) = (x + self.weekdays + self.column(night.date()), y + HEADING + MONTHS + self.side * weekday(night.date()));
        Some([left, top, left + self.side - self.gap, top + self.side - self.gap])
    }

    /// How far from the first column a date stands.
    fn column(&self, date: NaiveDate) -> f64 {
        self.side * (week(date) - self.first_week)
    }

    /// The months of a year with the left end of each, as far as there is room for their names: "Jan", or "J".
    pub(super) fn months(&self, year: &CalendarYear) -> Vec<(f64, String)> {
        let first = |(night, _): &(Night, _)| night.date().day() == 1 || *night == year.first;
        let begin: Vec<_> = year.iter().filter(first).map(|(night, _)| (self.column(night.date()), night.date())).collect();
        let letters = if 4.0 * self.side >= width("May") + 5.0 { 3 } else { 1 };
        let words = |date: &NaiveDate| date.format("%b").to_string().chars().take(letters).collect::<String>();
        let ends = begin.iter().skip(1).map(|(x, _)| *x).chain([(self.weeks * self.side).max(self.across - self.weekdays)]);
        let placed = begin.iter().zip(ends).enumerate().filter_map(|(place, ((x, date), end))| {
            let (words, latest) = (words(date), end - width(&words(date)) - 2.0);
            // Left of the first month nothing stands, so that it has room even with a week alone.
            let x = if place == 0 { x.min(latest) } else { *x };
            (x <= latest && self.weekdays + x >= 0.0).then_some((self.weekdays + x, words))
        });
        placed.collect()
    }

    /// The weekdays whose names there is room for, each by its index in the week.
    pub(super) fn named_weekdays(&self) -> &'static [(u8, &'static str)] {
        if self.weekdays < WEEKDAYS {
            return &[];
        }
        match self.side {
            side if side * 2.0 >= LINE => &[(0, "Mon"), (2, "Wed"), (4, "Fri"), (6, "Sun")],
            side if side * 3.0 >= LINE => &[(0, "Mon"), (3, "Thu"), (6, "Sun")],
            _ => &[],
        }
    }

    /// How many years there is no room for.
    pub(super) fn left_out(&self) -> usize {
        self.corners.iter().filter(|corner| corner.is_none()).count()
    }
}

fn weekday(date: NaiveDate) -> f64 {
    f64::from(date.weekday().num_days_from_monday())
}

/// The column of a date in its year: weeks begin on Monday, the first may be short.
fn week(date: NaiveDate) -> f64 {
    let before_first = (date.weekday().num_days_from_monday() + 7 - date.ordinal0() % 7) % 7;
    f64::from((date.ordinal0() + before_first) / 7)
}
