//! `factor log` and `factor clear`: the answer to a factor on a day.

use super::which::find;
use crate::cli::dates::{self, NamedDate};
use crate::cli::{CliError, Session};
use crate::diary::{Command, FactorCommand};
use crate::domain::FactorValue;
use clap::Args;
use std::io::Write;

/// What `factor log` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary factor log \"Compression socks\" yes
  cramp-diary factor log walked 12.5 --day 2026-11-19
  cramp-diary factor log stress 7 --day yesterday")]
pub(super) struct LogFactor {
    /// The factor: its name, or letters that only its name holds
    factor: String,

    /// Yes or no, a number, or 0 to 10
    #[arg(required = true, num_args = 1..=2, value_name = "VALUE", allow_negative_numbers = true)]
    value: Vec<String>,

    /// The day [default: the one before last night, from 20:00 on today]
    #[arg(long, value_name = "DATE")]
    day: Option<NamedDate>,
}

impl LogFactor {
    /// Logs it and says of which day.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        let day = dates::night(&diary, self.day.as_ref())?.day();
        let factor = find(&diary, &self.factor)?;
        let value = factor.value.read_answer(&self.value.join(" "))?;
        let value = FactorValue::new(day, factor.id, factor.value.kind, value)?;
        let done = diary.execute(Command::Factor(FactorCommand::Answer(value)))?;
        Ok(writeln!(out, "{}, on {}.", done.what, day.label())?)
    }
}

/// What `factor clear` takes.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cramp-diary factor clear Walked --day yesterday")]
pub(super) struct ClearFactor {
    /// The factor: its name, or letters that only its name holds
    factor: String,

    /// The day [default: the one before last night, from 20:00 on today]
    #[arg(long, value_name = "DATE")]
    day: Option<NamedDate>,
}

impl ClearFactor {
    /// Takes it back; what is not there is refused, since the day may be another one.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        let day = dates::night(&diary, self.day.as_ref())?.day();
        let factor = find(&diary, &self.factor)?;
        if !diary.read().on::<FactorValue>(day.date())?.iter().any(|entry| entry.value.factor == factor.id) {
            let name = factor.value.name.as_str();
            return Err(CliError::Refused(format!("{name} is not logged on {}. Choose the day with --day.", day.label())));
        }
        let done = diary.execute(Command::Factor(FactorCommand::Clear(day, factor.id)))?;
        Ok(writeln!(out, "{}, on {}.", done.what, day.label())?)
    }
}
