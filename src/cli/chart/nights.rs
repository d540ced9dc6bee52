//! The charts that are made of a range of nights and nothing else.

use super::picture::PictureArguments;
use crate::charts::{BarsSpec, BodySpec, CalendarSpec, ChartSpec, ReliefSpec};
use crate::cli::range::{RangeArguments, Usual};
use crate::cli::{CliError, Session};
use crate::domain::DayRules;
use crate::insights::Nights;
use clap::Args;
use std::io::Write;

/// What such a chart takes.
#[derive(Debug, Args)]
pub(super) struct NightsArguments {
    #[command(flatten)]
    range: RangeArguments,

    #[command(flatten)]
    picture: PictureArguments,
}

/// Which chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A calendar of years.
    Calendar,
    /// Where cramps come.
    Body,
    /// When in the night.
    Hours,
    /// On which evenings.
    Weekdays,
    /// In which months.
    Months,
    /// How long.
    Durations,
    /// How bad.
    Severities,
    /// What relieved them.
    Relief,
}

impl Kind {
    /// The nights of a chart of which nothing else is asked for: years where it is about years.
    fn usual(self) -> Usual {
        match self {
            Self::Calendar | Self::Months => Usual::All,
            Self::Body | Self::Hours | Self::Weekdays | Self::Durations | Self::Severities | Self::Relief => Usual::Nights(365),
        }
    }

    fn chart(self, nights: Nights<'_>, rules: DayRules) -> ChartSpec {
        match self {
            Self::Calendar => ChartSpec::Calendar(CalendarSpec::new(nights)),
            Self::Body => ChartSpec::Body(BodySpec::new(nights)),
            Self::Hours => ChartSpec::Bars(BarsSpec::hours(nights, rules)),
            Self::Weekdays => ChartSpec::Bars(BarsSpec::weekdays(nights)),
            Self::Months => ChartSpec::Bars(BarsSpec::months(nights)),
            Self::Durations => ChartSpec::Bars(BarsSpec::durations(nights)),
            Self::Severities => ChartSpec::Bars(BarsSpec::severities(nights)),
            Self::Relief => ChartSpec::Relief(ReliefSpec::new(nights)),
        }
    }
}

impl NightsArguments {
    pub(super) fn run(self, kind: Kind, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let look_back = diary.whole_look_back()?;
        let range = self.range.range(&diary, &look_back, kind.usual())?;
        self.picture.write(&kind.chart(range.nights(), look_back.rules()), &range.words(), out)
    }
}
