//! `chart`: draws into a file.

use super::dates::{self, When};
use super::{CliError, Session};
use crate::charts::{self, ChartSpec, Look, Picture, TrendsSpec};
use clap::{Args, Subcommand};
use std::io::Write;
use std::path::PathBuf;

/// What `chart` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  cramp-diary chart trends --days 90 --out trends.svg")]
pub(super) struct ChartArguments {
    #[command(subcommand)]
    which: Which,
}

#[derive(Debug, Subcommand)]
enum Which {
    /// Cramps above what was drunk, stretched and eaten
    Trends(TrendsArguments),
}

/// What `chart trends` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary chart trends --out trends.svg
  cramp-diary chart trends --days 30 --until 2026-11-19 --out november.png --dark")]
struct TrendsArguments {
    /// The file to draw into, .svg or .png; one that is there is replaced
    #[arg(long, value_name = "FILE")]
    out: PathBuf,

    /// How many nights, 1 to 3660
    #[arg(long, value_name = "NUMBER", default_value_t = 90, value_parser = clap::value_parser!(u16).range(1..=3660))]
    days: u16,

    /// The last night, by the date of its evening [default: the latest one]
    #[arg(long, value_name = "DATE")]
    until: Option<When>,

    /// How wide, in pixels, 300 to 10000
    #[arg(long, value_name = "PIXELS", default_value_t = 1200, value_parser = clap::value_parser!(u32).range(300..=10_000))]
    width: u32,

    /// How high, in pixels, 300 to 10000
    #[arg(long, value_name = "PIXELS", default_value_t = 1100, value_parser = clap::value_parser!(u32).range(300..=10_000))]
    height: u32,

    /// Light on dark
    #[arg(long)]
    dark: bool,
}

impl ChartArguments {
    /// Draws the chart and says where it is.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        match self.which {
            Which::Trends(arguments) => arguments.run(session, out),
        }
    }
}

impl TrendsArguments {
    fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let last = dates::night(&diary, self.until)?;
        let trends = diary.whole_look_back()?.trends(last.plus(1 - i64::from(self.days)).date(), last.date());
        let look = if self.dark { Look::Dark } else { Look::Light };
        let picture = Picture { look, size: (self.width, self.height), scale: 1 };
        charts::save_chart(&ChartSpec::Trends(TrendsSpec::new(&trends)), picture, &self.out)?;
        let nights = if self.days == 1 { "1 night".to_owned() } else { format!("{} nights", self.days) };
        Ok(writeln!(out, "Drew {nights} up to the {}: {}", last.label(), self.out.display())?)
    }
}
