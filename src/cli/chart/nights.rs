//! The charts that need nothing but a range of nights. Each is a subcommand.

use super::picture::PictureArguments;
use crate::charts::{BodyFigure, ChartKind, ChartSpec};
use crate::cli::range::{RangeArguments, Usual};
use crate::cli::{CliError, Session};
use clap::error::ErrorKind;
use clap::{ArgMatches, Args, Command, FromArgMatches, Subcommand, ValueEnum};
use std::io::Write;

/// One of these charts, with its arguments.
#[derive(Debug)]
pub(super) struct OfNights {
    kind: ChartKind,
    arguments: NightsArguments,
    /// For the chart of the body only.
    shade: Option<ShadeArguments>,
}

#[derive(Debug, Args)]
struct NightsArguments {
    #[command(flatten)]
    range: RangeArguments,

    #[command(flatten)]
    picture: PictureArguments,
}

#[derive(Debug, Args)]
struct ShadeArguments {
    /// What the shades show: nights, cramps or worst [default: nights]
    #[arg(long, value_name = "WHAT", hide_possible_values = true, conflicts_with = "table")]
    shade_by: Option<Shade>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shade {
    /// Nights with a cramp there
    Nights,
    /// Cramps there
    Cramps,
    /// The worst cramp there
    Worst,
}

impl From<Shade> for BodyFigure {
    fn from(shade: Shade) -> Self {
        match shade {
            Shade::Nights => Self::Nights,
            Shade::Cramps => Self::Cramps,
            Shade::Worst => Self::Worst,
        }
    }
}

impl OfNights {
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let NightsArguments { range, picture } = &self.arguments;
        let diary = session.open_to_read()?;
        let mut look_back = diary.unread_look_back()?;
        let range = range.read(&diary, &mut look_back, usual(self.kind))?;
        let chart = match (ChartSpec::of(self.kind, range.nights(), look_back.rules()), self.shade.and_then(|shade| shade.shade_by)) {
            (ChartSpec::Body(body), Some(shade)) => ChartSpec::Body(body.shaded_by(shade.into())),
            (chart, _) => chart,
        };
        picture.write(&chart, &range.words(), out)
    }
}

impl Subcommand for OfNights {
    fn augment_subcommands(command: Command) -> Command {
        command.subcommands(ChartKind::ALL.map(subcommand))
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        ChartKind::ALL.iter().any(|kind| kind.key() == name)
    }
}

impl FromArgMatches for OfNights {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let found =
            matches.subcommand().and_then(|(name, matches)| Some((ChartKind::ALL.into_iter().find(|kind| kind.key() == name)?, matches)));
        let (kind, matches) = found.ok_or_else(|| clap::Error::new(ErrorKind::MissingSubcommand))?;
        let shade = (kind == ChartKind::Body).then(|| ShadeArguments::from_arg_matches(matches)).transpose()?;
        Ok(Self { kind, arguments: NightsArguments::from_arg_matches(matches)?, shade })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn subcommand(kind: ChartKind) -> Command {
    let command = NightsArguments::augment_args(Command::new(kind.key()));
    let command = if kind == ChartKind::Body { ShadeArguments::augment_args(command) } else { command };
    // Last, since arguments bring the comments of their structs along.
    command.about(about(kind)).after_help(examples(kind))
}

fn about(kind: ChartKind) -> &'static str {
    match kind {
        ChartKind::Calendar => "Each night of the years: not logged, without cramps, or with the worst of its cramps",
        ChartKind::Body => "Where cramps come, left and right",
        ChartKind::Hours => "When in the night cramps come, hour by hour",
        ChartKind::Weekdays => "Cramps a week by the weekday of the evening",
        ChartKind::Months => "Cramps a week by month",
        ChartKind::Durations => "How long cramps last",
        ChartKind::Severities => "How bad cramps are",
        ChartKind::Relief => "What was tried against cramps, and how often it helped",
    }
}

fn examples(kind: ChartKind) -> String {
    let (key, usual) = (kind.key(), usual(kind));
    let range = if usual == Usual::All { "--from 2026-01-01" } else { "--all" };
    let shade = if kind == ChartKind::Body { "  cramp-diary chart body --shade-by worst --out worst.svg\n" } else { "" };
    format!("Examples:\n  cramp-diary chart {key} --out {key}.svg\n{shade}  cramp-diary chart {key} {range} --table\n\n{}", usual.help())
}

/// The nights of a chart if no range is given: all of them for a chart about years.
fn usual(kind: ChartKind) -> Usual {
    match kind {
        ChartKind::Calendar | ChartKind::Months => Usual::All,
        ChartKind::Body | ChartKind::Hours | ChartKind::Weekdays | ChartKind::Durations | ChartKind::Severities | ChartKind::Relief => {
            Usual::Nights(365)
        }
    }
}
