//! The kinds of chart that need only a range of nights.

use super::{BarsSpec, BodySpec, CalendarSpec, ChartSpec, ReliefSpec};
use crate::domain::DayRules;
use crate::insights::NightSlice;

/// A kind of chart that shows one thing about the cramps of a range of nights. Charts over time, and of the days before a cramp, need more
/// and have no kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// A calendar with a square for each night of the years: not logged, without cramps, or coloured by the worst of its cramps.
    Calendar,
    /// A map of the legs: which muscles cramped, on which side.
    Body,
    /// Bars of the number of cramps in each hour of the night.
    Hours,
    /// Bars of cramps a week, by the weekday on which the night began.
    Weekdays,
    /// Bars of cramps a week, by month.
    Months,
    /// Bars of the number of cramps by how long they lasted.
    Durations,
    /// Bars of the number of cramps by severity, from 0 to 10.
    Severities,
    /// What the person tried against cramps, and how often it helped.
    Relief,
}

impl ChartKind {
    /// Every kind, in the order in which the command line lists them.
    pub const ALL: [Self; 8] =
        [Self::Calendar, Self::Body, Self::Hours, Self::Weekdays, Self::Months, Self::Durations, Self::Severities, Self::Relief];

    /// The word for the kind on the command line, such as "calendar" in `cramp-diary chart calendar`.
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
