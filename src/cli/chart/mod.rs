//! `chart`: draws into a file, or prints the same figures.

mod before;
mod nights;
mod picture;
mod trends;

use super::{CliError, Session};
use clap::{Args, Subcommand};
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
    #[command(flatten)]
    OfNights(nights::OfNights),
    /// The days before a night with cramps, beside those before a night without
    Before(before::BeforeArguments),
}

impl ChartArguments {
    /// Draws the chart and says where it is.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        match self.which {
            Which::Trends(arguments) => arguments.run(session, out),
            Which::OfNights(arguments) => arguments.run(session, out),
            Which::Before(arguments) => arguments.run(session, out),
        }
    }
}
