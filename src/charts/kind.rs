//! The kinds of chart that need only a range of nights.

use super::{BarsSpec, BodySpec, CalendarSpec, ChartSpec, ReliefSpec};
use crate::domain::DayRules;
use crate::insights::NightSlice;

/// A kind of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// A calendar of years.
    Calendar,
    /// Where cramps come.
    Body,
    /// Cramps by hour of the night.
    Hours,
    /// Cramps by weekday of the evening.
    Weekdays,
    /// Cramps by month.
    Months,
    /// How long cramps last.
    Durations,
    /// How bad cramps are.
    Severities,
    /// What relieved cramps.
    Relief,
}

impl ChartKind {
    /// Every kind.
    pub const ALL: [Self; 8] =
        [Self::Calendar, Self::Body, Self::Hours, Self::Weekdays, Self::Months, Self::Durations, Self::Severities, Self::Relief];

    /// The key for it on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::Body => "body",
            Self::Hours => "hours",
            Self::Weekdays => "weekdays",
            Self::Months => "months",
            Self::Durations => "durations",
            Self::Severities => "severities",
            Self::Relief => "relief",
        }
    }
}

impl ChartSpec {
    /// The chart of a kind, of these nights.
    #[must_use]
    pub fn of(kind: ChartKind, nights: NightSlice<'_>, rules: DayRules) -> Self {
        match kind {
            ChartKind::Calendar => Self::Calendar(CalendarSpec::new(nights)),
            ChartKind::Body => Self::Body(BodySpec::new(nights)),
            ChartKind::Hours => Self::Bars(BarsSpec::hours(nights, rules)),
            ChartKind::Weekdays => Self::Bars(BarsSpec::weekdays(nights)),
            ChartKind::Months => Self::Bars(BarsSpec::months(nights)),
            ChartKind::Durations => Self::Bars(BarsSpec::durations(nights)),
            ChartKind::Severities => Self::Bars(BarsSpec::severities(nights)),
            ChartKind::Relief => Self::Relief(ReliefSpec::new(nights)),
        }
    }
}
