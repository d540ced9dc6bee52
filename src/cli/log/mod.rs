//! `log`: logs something about a night or a day.

mod cramp;
mod drink;
mod food;
mod logged;
mod night;
mod slept;
mod strain;
mod stretch;

use super::flag_notices::write_newly_raised;
use super::meant::Meant;
use super::{CliError, Session, text};
use crate::diary::{Command, Diary, DrinkCommand, FoodCommand};
use crate::domain::{Drink, FoodEntry};
use clap::{Args, Subcommand};
use logged::Logged;
use std::io::Write;

/// What `log` takes.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct LogArguments {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    meant: Meant,
}

const AFTER_HELP: &str = "\
Examples:
  cramp-diary log none
  cramp-diary log cramp --muscle calf --side left --severity 6 --at 03:10 --woke
  cramp-diary log night --slept 6.5 --disturbed 4
  cramp-diary log drink water 250ml
  cramp-diary log stretch bedtime_routine
  cramp-diary log food banana --portion \"1 medium\"
  cramp-diary log strain --exercise 30 --effort hard --standing 6 --heat no
  cramp-diary log note \"Long walk in new shoes.\"

A night bears the date of its evening: the night of 2026-11-19 ends in the morning of 2026-11-20.
Where no night is named it is last night, and from 20:00 on the coming one.
Dates are given as 2026-11-19, today or yesterday. A mistake is corrected in the window.";

#[derive(Debug, Subcommand)]
enum What {
    /// No cramps in a night
    None(night::NoCramps),
    /// One cramp of a night
    Cramp(Box<cramp::LogCramp>),
    /// How a night was slept
    Night(slept::LogNight),
    /// Something drunk
    Drink(drink::LogDrink),
    /// Stretching, or none
    Stretch(stretch::LogStretch),
    /// Something eaten
    Food(food::LogFood),
    /// What a day asked of the legs: exercise, standing, heat, illness
    Strain(strain::LogStrain),
    /// A note on a night, in place of the one it has
    Note(night::WriteNote),
}

impl LogArguments {
    /// Logs it and says what was logged.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let mut diary = session.open_to_write()?;
        let Logged { commands, of } = self.what.commands(&mut diary, self.meant)?;
        self.meant.ensure(&commands)?;
        let before = diary.safety()?;
        let (foods, drinks) = logged_to_speak_of(&commands);
        let lines: Vec<_> = commands.iter().map(Command::describe).collect();
        diary.execute_together(lines.join("; "), commands)?;
        for line in lines {
            writeln!(out, "{line}{of}.")?;
        }
        for said in diary.said_of_logged(&foods, &drinks)? {
            text::wrapped(out, 0, &said)?;
        }
        write_newly_raised(&before, &diary, out)
    }
}

/// The foods and drinks that these commands log.
fn logged_to_speak_of(commands: &[Command]) -> (Vec<FoodEntry>, Vec<Drink>) {
    let food = |command: &Command| if let Command::Food(FoodCommand::Log(food)) = command { Some(food.clone()) } else { None };
    let drink = |command: &Command| if let Command::Drink(DrinkCommand::Log(drink)) = command { Some(drink.clone()) } else { None };
    (commands.iter().filter_map(food).collect(), commands.iter().filter_map(drink).collect())
}

impl What {
    fn commands(self, diary: &mut Diary, meant: Meant) -> Result<Logged, CliError> {
        match self {
            Self::None(night) => night.command(diary, meant).map(Logged::from),
            Self::Cramp(cramp) => cramp.command(diary),
            Self::Night(night) => night.commands(diary),
            Self::Drink(drink) => drink.command(diary),
            Self::Stretch(stretch) => stretch.command(diary).map(Logged::from),
            Self::Food(food) => food.command(diary).map(Logged::from),
            Self::Strain(strain) => strain.commands(diary),
            Self::Note(note) => note.command(diary).map(Logged::from),
        }
    }
}
