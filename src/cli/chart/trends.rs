//! `chart trends`: panels above each other on one axis of nights.

use super::picture::PictureArguments;
use crate::charts::{ChartSpec, TrendsSpec};
use crate::cli::range::RangeArguments;
use crate::cli::{CliError, Session};
use clap::Args;
use std::io::Write;

/// What `chart trends` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary chart trends --out trends.svg
  cramp-diary chart trends --days 30 --until 2026-11-19 --out november.png --dark
  cramp-diary chart trends --all --table --out trends.csv")]
pub(super) struct TrendsArguments {
    #[command(flatten)]
    range: RangeArguments,

    #[command(flatten)]
    picture: PictureArguments,
}

/// How many nights are shown where nothing else is asked for.
const USUAL_NIGHTS: u16 = 90;

impl TrendsArguments {
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let look_back = diary.whole_look_back()?;
        let range = self.range.range(&diary, &look_back, USUAL_NIGHTS)?;
        let trends = look_back.trends(range.first.date(), range.last.date());
        self.picture.write(&ChartSpec::Trends(TrendsSpec::new(&trends)), &range.words(), out)
    }
}
