//! `factor list`: the person's own factors.

use super::{CliError, Session};
use crate::cli::text;
use crate::domain::{Entry, Factor, FactorKind};
use clap::Args;
use serde::Serialize;
use std::io::Write;

/// What `factor list` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary factor list
  cramp-diary factor list --json")]
pub(super) struct ListFactors {
    /// For machines
    #[arg(long)]
    json: bool,
}

impl ListFactors {
    /// Prints them, with how they are answered and on how many days they were.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let with_days = |factor: Entry<Factor>| diary.read().days_answered(factor.id).map(|days| AnsweredFactor { factor, days });
        let factors = diary.read().all::<Factor>()?.into_iter().map(with_days).collect::<Result<Vec<_>, _>>()?;
        if self.json {
            return Ok(text::json(out, &factors.iter().map(FactorJson::new).collect::<Vec<_>>())?);
        }
        if factors.is_empty() {
            writeln!(out, "You have no factors yet. Add one with: cramp-diary factor add --help")?;
        }
        for AnsweredFactor { factor, days } in &factors {
            let factor = &factor.value;
            writeln!(out, "{}{}", factor.name.as_str(), if factor.retired { " (retired)" } else { "" })?;
            let unit = if factor.unit.is_empty() { String::new() } else { format!(", in {}", factor.unit) };
            writeln!(out, "  {}{unit}; {}", factor.kind.label(), days_words(*days))?;
        }
        Ok(())
    }
}

/// A factor and on how many days it was answered.
struct AnsweredFactor {
    factor: Entry<Factor>,
    days: u32,
}

fn days_words(days: u32) -> String {
    match days {
        0 => "never answered".to_owned(),
        1 => "answered on 1 day".to_owned(),
        days => format!("answered on {days} days"),
    }
}

/// A factor as JSON.
#[derive(Debug, Serialize)]
struct FactorJson<'a> {
    id: String,
    name: &'a str,
    kind: &'static str,
    unit: Option<&'a str>,
    retired: bool,
    days: u32,
}

impl<'a> FactorJson<'a> {
    fn new(answered: &'a AnsweredFactor) -> Self {
        let AnsweredFactor { factor, days } = answered;
        let Factor { name, kind, unit, retired } = &factor.value;
        let unit = Some(unit.as_str()).filter(|unit| !unit.is_empty());
        Self { id: factor.id.to_string(), name: name.as_str(), kind: FactorKind::key(*kind), unit, retired: *retired, days: *days }
    }
}
