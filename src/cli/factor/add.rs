//! `factor add`: another factor.

use super::{CliError, Session};
use crate::cli::options::one_of;
use crate::diary::{Command, FactorCommand};
use crate::domain::{Factor, FactorKind, OwnName};
use clap::Args;
use std::io::Write;

/// What `factor add` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary factor add \"Compression socks\" --kind yes_no
  cramp-diary factor add Walked --kind number --unit km
  cramp-diary factor add Stress --kind scale")]
pub(super) struct AddFactor {
    /// Its name
    name: String,

    #[arg(long, value_name = "KIND", help = one_of("How it is answered", FactorKind::ALL.iter().map(|kind| kind.key())))]
    kind: String,

    /// The unit of a number, at most 20 letters
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
}

impl AddFactor {
    /// Adds it and says how it is answered.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let kind: FactorKind = self.kind.parse()?;
        let unit = unit_of(kind, self.unit.as_deref())?.unwrap_or_default();
        let factor = Factor { unit, ..Factor::new(OwnName::new(&self.name)?, kind) };
        let done = session.open_to_write()?.execute(Command::Factor(FactorCommand::Add(factor)))?;
        Ok(writeln!(out, "{}.", done.what)?)
    }
}

/// Checks the unit that was given. Only a number may have one.
pub(super) fn unit_of(kind: FactorKind, unit: Option<&str>) -> Result<Option<String>, CliError> {
    if unit.is_some() && kind != FactorKind::Number {
        return Err(CliError::Usage("Only a factor of the kind \"number\" has a unit. Leave --unit out.".to_owned()));
    }
    Ok(unit.map(Factor::unit).transpose()?)
}
