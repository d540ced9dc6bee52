//! `factor change`, `factor retire`, `factor bring-back` and `factor delete`.

use super::add::unit_of;
use super::which::find;
use crate::cli::options::one_of;
use crate::cli::{CliError, Session};
use crate::diary::{Command, FactorCommand};
use crate::domain::{Factor, FactorKind, OwnName};
use clap::Args;
use std::io::Write;

/// What `factor change` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary factor change Walked --name \"Way on foot\"
  cramp-diary factor change Walked --unit miles

Its days keep what was said of them. How a factor is answered stays once it was.")]
pub(super) struct ChangeFactor {
    /// The factor: its name, or letters that only its name holds
    factor: String,

    /// Another name
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// Another unit of a number; "" for none
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,

    #[arg(long, value_name = "KIND", help = one_of("How it is answered", FactorKind::ALL.iter().map(|kind| kind.key())))]
    kind: Option<String>,
}

impl ChangeFactor {
    /// Changes it and says so.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let Self { factor, name, unit, kind } = self;
        if name.is_none() && unit.is_none() && kind.is_none() {
            return Err(CliError::Usage("Say what to change: --name, --unit or --kind.".to_owned()));
        }
        let mut diary = session.open_to_write()?;
        let entry = find(&diary, &factor)?;
        let mut changed = entry.value;
        if let Some(name) = name {
            changed.name = OwnName::new(&name)?;
        }
        if let Some(kind) = kind {
            changed.kind = kind.parse()?;
        }
        if let Some(unit) = unit_of(changed.kind, unit.as_deref())? {
            changed.unit = unit;
        }
        let done = diary.execute(Command::Factor(FactorCommand::Edit(entry.id, changed)))?;
        Ok(writeln!(out, "{}.", done.what)?)
    }
}

/// What `factor retire` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  cramp-diary factor retire Walked

It is not asked for any more; its days stay in the diary and in the trends.")]
pub(super) struct RetireFactor {
    /// The factor: its name, or letters that only its name holds
    factor: String,
}

impl RetireFactor {
    /// Retires it and says so.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        set_retired(session, &self.factor, true, out)
    }
}

/// What `factor bring-back` takes.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cramp-diary factor bring-back Walked")]
pub(super) struct BringFactorBack {
    /// The factor: its name, or letters that only its name holds
    factor: String,
}

impl BringFactorBack {
    /// Brings it back and says so.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        set_retired(session, &self.factor, false, out)
    }
}

fn set_retired(session: Session, typed: &str, retired: bool, out: &mut dyn Write) -> Result<(), CliError> {
    let mut diary = session.open_to_write()?;
    let entry = find(&diary, typed)?;
    if entry.value.retired == retired {
        let state = if retired { "retired already" } else { "asked for already" };
        return Err(CliError::Refused(format!("{} is {state}.", entry.value.name.as_str())));
    }
    let done = diary.execute(Command::Factor(FactorCommand::Edit(entry.id, Factor { retired, ..entry.value })))?;
    Ok(writeln!(out, "{}.", done.what)?)
}

/// What `factor delete` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  cramp-diary factor delete Walked

A factor that was answered is not deleted but retired: cramp-diary factor retire")]
pub(super) struct DeleteFactor {
    /// The factor: its name, or letters that only its name holds
    factor: String,
}

impl DeleteFactor {
    /// Deletes it and says which.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        let entry = find(&diary, &self.factor)?;
        let done = diary.execute(Command::Factor(FactorCommand::Delete(entry.id)))?;
        Ok(writeln!(out, "{}.", done.what)?)
    }
}
