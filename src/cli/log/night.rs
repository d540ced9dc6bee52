//! `log none` and `log note`: a night as a whole.

use crate::cli::CliError;
use crate::cli::dates::{self, NamedDate};
use crate::cli::meant::Meant;
use crate::diary::{Command, Diary, DiaryError, NightCommand};
use crate::domain::{Cramp, NightAnswer, NightNote, clean_note, counted};
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
A night that has cramps logged is not overwritten, unless --yes is given:
then its cramps are taken away.")]
pub(super) struct NoCramps {
    /// The night, by the date of its evening [default: last night]
    #[arg(long, value_name = "DATE")]
    night: Option<NamedDate>,
}

impl NoCramps {
    /// The command that logs the night.
    pub(super) fn command(self, diary: &Diary, meant: Meant) -> Result<Command, CliError> {
        let (night, slept) = (dates::night(diary, self.night.as_ref())?, diary.latest_slept()?);
        if slept < night && night <= diary.latest_night()? {
            let why = DiaryError::NightHardlyBegun { night, day_ends: diary.settings()?.rules.day_ends.get() };
            let message = format!("{why} For the {} give --night {}.", slept.label(), dates::name(diary, slept));
            return Err(CliError::Refused(message));
        }
        let command = match diary.read().on::<Cramp>(night.date())?.len() {
            0 => NightCommand::Answer(night, NightAnswer::NoCramps),
            _ if meant.is_said() => NightCommand::WithoutCramps(night),
            count => {
                let cramps = counted(count, "cramp");
                let message =
                    format!("The {} has {cramps} logged, so nothing was changed. If it had none, say so with --yes.", night.label());
                return Err(CliError::Refused(message));
            }
        };
        Ok(Command::Night(command))
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

    /// The night, by the date of its evening [default: last night]
    #[arg(long, value_name = "DATE")]
    night: Option<NamedDate>,
}

impl WriteNote {
    /// The command that writes the note.
    pub(super) fn command(self, diary: &Diary) -> Result<Command, CliError> {
        let night = dates::night(diary, self.night.as_ref())?;
        if clean_note(&self.text).is_empty() {
            let noted = diary.read().on::<NightNote>(night.date())?.iter().any(|entry| !entry.value.note.is_empty());
            if !noted {
                let message = format!("The {} ({night}) has no note to take away. Choose the night with --night.", night.label());
                return Err(CliError::Refused(message));
            }
        }
        Ok(Command::Night(NightCommand::Note(night, self.text)))
    }
}
