//! `log drink`: something drunk.

use super::logged::Logged;
use crate::cli::CliError;
use crate::cli::dates::{self, At, NamedDate};
use crate::cli::options::one_of;
use crate::diary::{Command, Diary, DrinkCommand};
use crate::domain::{Drink, DrinkKind, FluidMeasures};
use clap::Args;

/// What `log drink` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary log drink water 250ml
  cramp-diary log drink tea 0.3l --at 16:30
  cramp-diary log drink beer 330 --day yesterday
  cramp-diary log drink coffee 2 cups

Until 04:00 a drink belongs to the day before (the hour is a setting).")]
pub(super) struct LogDrink {
    #[arg(help = one_of("What", DrinkKind::ALL.iter().map(|kind| kind.key())))]
    kind: String,

    /// How much, 1 to 5,000 ml: 250ml, 0.5l, "2 glasses", "8 fl oz", or 250
    #[arg(required = true, num_args = 1.., value_name = "VOLUME")]
    volume: Vec<String>,

    /// When: 16:30, "4:30 pm", noon; of two "02:30 second"
    #[arg(long, value_name = "TIME")]
    at: Option<At>,

    /// The day [default: the one that is running]
    #[arg(long, value_name = "DATE")]
    day: Option<NamedDate>,
}

impl LogDrink {
    /// The command that logs the drink.
    pub(super) fn command(self, diary: &Diary) -> Result<Logged, CliError> {
        let kind: DrinkKind = self.kind.parse()?;
        let measures = FluidMeasures::of_country(diary.read().profile()?.country);
        let volume = kind.read_volume(&self.volume.join(" "), measures)?;
        let (day, time) = match &self.at {
            None => (dates::day(diary, self.day.as_ref())?, None),
            Some(at) => dates::day_at(diary, self.day.as_ref(), at).map(|(day, time)| (day, Some(time)))?,
        };
        let of = if day == dates::day(diary, self.day.as_ref())? { String::new() } else { format!(", on {}", day.label()) };
        Ok(Logged { commands: vec![Command::Drink(DrinkCommand::Log(Drink { day, kind, volume, time }))], of })
    }
}
