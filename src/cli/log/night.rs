//! `log none` and `log note`: a night as a whole.

use crate::cli::CliError;
use crate::cli::dates::{self, NamedDate};
use crate::diary::{Command, Diary, DiaryError, NightCommand};
use crate::domain::NightAnswer;
use clap::Args;

/// What `log none` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary log none
  cramp-diary log none --night yesterday
  cramp-diary log none --night 2026-11-19

Until 20:00 it is about the night that is over, from then on about the coming one,
of which it cannot be said before 04:00.
A night that has cramps logged is not overwritten.")]
pub(super) struct NoCramps {
    /// Date of the night's evening [default: last night until 20:00]
    #[arg(long, value_name = "DATE")]
    night: Option<NamedDate>,
}

impl NoCramps {
    /// The command that logs the night.
    pub(super) fn command(self, diary: &Diary) -> Result<Command, CliError> {
        let (night, slept) = (dates::night(diary, self.night)?, diary.latest_slept()?);
        if slept < night && night <= diary.latest_night()? {
            let why = DiaryError::NightHardlyBegun { night, day_ends: diary.settings()?.rules.day_ends.get() };
            let message = format!("{why} For the {} give --night {}.", slept.label(), dates::name(diary, slept));
            return Err(CliError::Refused(message));
        }
        Ok(Command::Night(NightCommand::Answer(night, NightAnswer::NoCramps)))
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

    /// Date of the night's evening [default: last night until 20:00]
    #[arg(long, value_name = "DATE")]
    night: Option<NamedDate>,
}

impl WriteNote {
    /// The command that writes the note.
    pub(super) fn command(self, diary: &Diary) -> Result<Command, CliError> {
        Ok(Command::Night(NightCommand::Note(dates::night(diary, self.night)?, self.text)))
    }
}
