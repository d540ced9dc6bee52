//! `before-after`: the nights before a date beside those after it.

use super::dates::{self, NamedDate};
use super::text;
use super::{CliError, Session};
use crate::insights::SinceStart;
use crate::wording::SINCE_START_CAUTION;
use clap::Args;
use serde::Serialize;
use std::io::{self, Write};

/// What `before-after` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary before-after 2026-08-01
  cramp-diary before-after 2026-08-01 --json

Up to twelve weeks before the date are compared with up to twelve weeks after it, the first week
left out. Four fortnights on each side are needed, of each at least seven nights logged.")]
pub(super) struct BeforeAfterArguments {
    /// The day on which something began, such as a medicine or a habit
    #[arg(value_name = "DATE")]
    start: NamedDate,

    /// For machines
    #[arg(long)]
    json: bool,
}

impl BeforeAfterArguments {
    /// Prints the comparison.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let start = dates::day(&diary, Some(&self.start))?;
        let latest = diary.latest_night()?.day();
        if start > latest {
            return Err(CliError::Refused(format!("{start} has not come yet. Give a day up to {latest}.")));
        }
        let found = diary.since_start(start)?;
        Ok(if self.json { text::json(out, &SinceStartJson::new(&found)) } else { write(&found, out) }?)
    }
}

fn write(found: &SinceStart, out: &mut dyn Write) -> io::Result<()> {
    text::wrapped(out, 0, &format!("Before and after {}", found.start.date().format("%-d %b %Y")))?;
    writeln!(out)?;
    found.sentences().iter().try_for_each(|sentence| text::wrapped(out, 2, sentence))?;
    writeln!(out)?;
    text::wrapped(out, 0, SINCE_START_CAUTION)
}

/// What machines are told. What is not known is `null`.
#[derive(Debug, Serialize)]
struct SinceStartJson {
    start: String,
    fortnights_before: usize,
    fortnights_after: usize,
    cramps_a_week_before: Option<f64>,
    cramps_a_week_after: Option<f64>,
    ratio: Option<f64>,
    step_a_week: Option<f64>,
    step_a_week_range: Option<[f64; 2]>,
    trend_a_week_per_4_weeks: Option<f64>,
    p: Option<f64>,
    verdict: &'static str,
    enough_from: String,
    words: Vec<String>,
    caution: &'static str,
}

impl SinceStartJson {
    fn new(since: &SinceStart) -> Self {
        let (found, step) = (&since.found, since.found.step);
        Self {
            start: since.start.to_string(),
            fortnights_before: found.blocks_before,
            fortnights_after: found.blocks_after,
            cramps_a_week_before: found.before,
            cramps_a_week_after: found.after,
            ratio: found.ratio(),
            step_a_week: step.map(|step| step.a_week),
            step_a_week_range: step.map(|step| step.range.into()),
            trend_a_week_per_4_weeks: step.map(|step| step.trend),
            p: step.map(|step| step.p),
            verdict: match step {
                None => "not_enough_data",
                Some(step) if step.is_hint() => "hint",
                Some(_) => "no_verdict",
            },
            enough_from: since.enough_from.to_string(),
            words: since.sentences(),
            caution: SINCE_START_CAUTION,
        }
    }
}
