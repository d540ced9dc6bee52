//! `log night`: how a night was slept.

use super::logged::Logged;
use crate::cli::CliError;
use crate::cli::dates::{self, NamedDate};
use crate::cli::options::both;
use crate::diary::{Command, Diary, NightCommand};
use crate::domain::{Disturbance, Hours};
use clap::{Args, ValueEnum};

/// What `log night` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary log night --slept 6.5
  cramp-diary log night --slept 6h30min --disturbed 4 --night yesterday
  cramp-diary log night --take-back slept

How many cramps there were is said with: cramp-diary log cramp, or cramp-diary log none")]
pub(super) struct LogNight {
    /// How long you slept, 0 to 24 hours: 6.5, 6:30 or 6h30min
    #[arg(long, value_name = "HOURS", allow_hyphen_values = true)]
    slept: Option<String>,

    /// How much cramps disturbed your sleep, 0 (not at all) to 10
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    disturbed: Option<String>,

    /// Take back; may be repeated
    #[arg(long, value_name = "WHAT")]
    take_back: Vec<SleepQuestion>,

    /// The night, by the date of its evening [default: last night]
    #[arg(long, value_name = "DATE")]
    night: Option<NamedDate>,
}

/// What can be said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SleepQuestion {
    /// How long you slept.
    Slept,
    /// How much cramps disturbed your sleep.
    Disturbed,
}

impl LogNight {
    /// The commands that log how the night was slept.
    pub(super) fn commands(self, diary: &Diary) -> Result<Logged, CliError> {
        let night = dates::night(diary, self.night.as_ref())?;
        let slept: Option<Hours> = self.slept.as_deref().map(str::parse).transpose()?;
        let disturbed: Option<Disturbance> = self.disturbed.as_deref().map(str::parse).transpose()?;
        for (part, said, option) in
            [(SleepQuestion::Slept, slept.is_some(), "slept"), (SleepQuestion::Disturbed, disturbed.is_some(), "disturbed")]
        {
            if said && self.take_back.contains(&part) {
                return Err(both(option));
            }
        }
        let mut commands: Vec<_> = self
            .take_back
            .iter()
            .map(|part| match part {
                SleepQuestion::Slept => Command::Night(NightCommand::Slept(night, None)),
                SleepQuestion::Disturbed => Command::Night(NightCommand::Disturbed(night, None)),
            })
            .collect();
        commands.extend(slept.map(|hours| Command::Night(NightCommand::Slept(night, Some(hours)))));
        commands.extend(disturbed.map(|disturbed| Command::Night(NightCommand::Disturbed(night, Some(disturbed)))));
        if commands.is_empty() {
            return Err(CliError::Usage("Say what to log: --slept or --disturbed.".to_owned()));
        }
        Ok(Logged { commands, of: format!(", {}", night.label()) })
    }
}
