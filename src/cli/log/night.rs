//! `log none` and `log note`: a night as a whole.

use crate::cli::CliError;
use crate::cli::dates::{self, When};
use crate::diary::{Command, Diary, NightCommand};
use crate::domain::NightAnswer;
use clap::Args;

/// What `log none` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary log none
  cramp-diary log none --night yesterday
  cramp-diary log none --night 2026-11-19

A night that has cramps logged is not overwritten.")]
pub(super) struct NoCramps {
    /// The night, by the date of its evening [default: the latest one]
    #[arg(long, value_name = "DATE")]
    night: Option<When>,
}

impl NoCramps {
    /// The command that logs the night.
    pub(super) fn command(self, diary: &Diary) -> Result<Command, CliError> {
        Ok(Command::Night(NightCommand::Answer(dates::night(diary, self.night)?, NightAnswer::NoCramps)))
    }
}

/// What `log note` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary log note \"Long walk in new shoes.\"
  cramp-diary log note \"\" --night 2026-11-19      take the note of that night away")]
pub(super) struct WriteNote {
    /// The note; empty takes it away
    text: String,

    /// The night, by the date of its evening [default: the latest one]
    #[arg(long, value_name = "DATE")]
    night: Option<When>,
}

impl WriteNote {
    /// The command that writes the note.
    pub(super) fn command(self, diary: &Diary) -> Result<Command, CliError> {
        Ok(Command::Night(NightCommand::Note(dates::night(diary, self.night)?, self.text)))
    }
}
