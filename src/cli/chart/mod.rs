//! `chart`: draws into a file, or prints the same figures.

mod before;
mod nights;
mod picture;
mod trends;

use super::{CliError, Session};
use clap::{Args, Subcommand};
use nights::Kind;
use std::io::Write;

/// What `chart` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary chart trends --days 90 --out trends.svg
  cramp-diary chart before --out before.png --scale 2
  cramp-diary chart body --from 2026-01-01 --out body.svg
  cramp-diary chart hours --all --table")]
pub(super) struct ChartArguments {
    #[command(subcommand)]
    which: Which,
}

#[derive(Debug, Subcommand)]
enum Which {
    /// Cramps above what was drunk, stretched and eaten
    Trends(trends::TrendsArguments),
    /// Each night of the years: not logged, without cramps, or with the worst of its cramps
    #[command(after_help = "\
Examples:
  cramp-diary chart calendar --out calendar.svg
  cramp-diary chart calendar --from 2026-01-01 --until 2026-06-30 --table

Without a range: everything from the first date of the diary on.")]
    Calendar(nights::NightsArguments),
    /// Where cramps come, left and right
    #[command(after_help = "\
Examples:
  cramp-diary chart body --out body.svg
  cramp-diary chart body --days 90 --table

Without a range: the last 365 nights.")]
    Body(nights::NightsArguments),
    /// When in the night cramps come, hour by hour
    #[command(after_help = "\
Examples:
  cramp-diary chart hours --out hours.svg
  cramp-diary chart hours --all --table

Without a range: the last 365 nights.")]
    Hours(nights::NightsArguments),
    /// Cramps a week by the weekday of the evening
    #[command(after_help = "\
Examples:
  cramp-diary chart weekdays --out weekdays.svg
  cramp-diary chart weekdays --all --table

Without a range: the last 365 nights.")]
    Weekdays(nights::NightsArguments),
    /// Cramps a week by month
    #[command(after_help = "\
Examples:
  cramp-diary chart months --out months.svg
  cramp-diary chart months --from 2026-01-01 --table

Without a range: everything from the first date of the diary on.")]
    Months(nights::NightsArguments),
    /// How long cramps last
    #[command(after_help = "\
Examples:
  cramp-diary chart durations --out durations.svg
  cramp-diary chart durations --days 90 --table

Without a range: the last 365 nights.")]
    Durations(nights::NightsArguments),
    /// How bad cramps are
    #[command(after_help = "\
Examples:
  cramp-diary chart severities --out severities.svg
  cramp-diary chart severities --days 90 --table

Without a range: the last 365 nights.")]
    Severities(nights::NightsArguments),
    /// What was tried against cramps, and how often it helped
    #[command(after_help = "\
Examples:
  cramp-diary chart relief --out relief.svg
  cramp-diary chart relief --all --table

Without a range: the last 365 nights.")]
    Relief(nights::NightsArguments),
    /// The days before a night with cramps, beside those before a night without
    Before(before::BeforeArguments),
}

impl ChartArguments {
    /// Draws the chart and says where it is.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        match self.which {
            Which::Trends(arguments) => arguments.run(session, out),
            Which::Calendar(arguments) => arguments.run(Kind::Calendar, session, out),
            Which::Body(arguments) => arguments.run(Kind::Body, session, out),
            Which::Hours(arguments) => arguments.run(Kind::Hours, session, out),
            Which::Weekdays(arguments) => arguments.run(Kind::Weekdays, session, out),
            Which::Months(arguments) => arguments.run(Kind::Months, session, out),
            Which::Durations(arguments) => arguments.run(Kind::Durations, session, out),
            Which::Severities(arguments) => arguments.run(Kind::Severities, session, out),
            Which::Relief(arguments) => arguments.run(Kind::Relief, session, out),
            Which::Before(arguments) => arguments.run(session, out),
        }
    }
}
