//! `log strain`: what a day asked of the legs.

use super::logged::Logged;
use crate::cli::CliError;
use crate::cli::dates::{self, NamedDate};
use crate::cli::options::{Answer, both, one_of};
use crate::diary::{Command, Diary, SignCommand, StrainCommand};
use crate::domain::{Day, Effort, Exercise, Hours, Sign, SignKind, Strain, StrainPart, minutes_of_exercise};
use clap::{Args, ValueEnum};

/// What `log strain` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary log strain --exercise 30 --effort hard
  cramp-diary log strain --exercise 0 --standing 6.5 --heat no --day 2026-11-19
  cramp-diary log strain --illness vomiting
  cramp-diary log strain --take-back standing

What was said before and is not said now stays.
Illness is kept as a sign of the day: cramp-diary sign")]
pub(super) struct LogStrain {
    /// Exercise altogether: minutes, or 1h15min; 0 for none
    #[arg(long, value_name = "MINUTES", allow_hyphen_values = true)]
    exercise: Option<String>,

    #[arg(long, value_name = "WORD", help = one_of("How hard it was", Effort::ALL.iter().map(|effort| effort.key())))]
    effort: Option<String>,

    /// How long you were on your feet, 0 to 24 hours: 6.5, 6:30 or 6h30min
    #[arg(long, value_name = "HOURS", allow_hyphen_values = true)]
    standing: Option<String>,

    /// Whether it was hot, or you sweated heavily
    #[arg(long, value_name = "yes|no", hide_possible_values = true, num_args = 0..=1, default_missing_value = "yes")]
    heat: Option<Answer>,

    /// An illness; may be repeated
    #[arg(long, value_name = "WHICH")]
    illness: Vec<Illness>,

    /// Take back; may be repeated
    #[arg(long, value_name = "WHAT")]
    take_back: Vec<StrainQuestion>,

    /// The day [default: the one before last night, from 20:00 on today]
    #[arg(long, value_name = "DATE")]
    day: Option<NamedDate>,
}

/// What draws on water and salts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Illness {
    /// Vomiting.
    Vomiting,
    /// Diarrhoea.
    Diarrhoea,
}

/// What can be said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum StrainQuestion {
    /// Exercise.
    Exercise,
    /// Hours on your feet.
    Standing,
    /// Heat or heavy sweating.
    Heat,
}

impl LogStrain {
    /// The commands that log the strain and the illness of the day.
    pub(super) fn commands(self, diary: &Diary) -> Result<Logged, CliError> {
        // In the morning people speak of the day before, as on the Today screen.
        let day = dates::night(diary, self.day.as_ref())?.day();
        let standing: Option<Hours> = self.standing.as_deref().map(str::parse).transpose()?;
        let said = [
            (StrainQuestion::Exercise, self.exercise.is_some() || self.effort.is_some(), "exercise"),
            (StrainQuestion::Standing, standing.is_some(), "standing"),
            (StrainQuestion::Heat, self.heat.is_some(), "heat"),
        ];
        if let Some((.., option)) = said.into_iter().find(|(part, said, _)| *said && self.take_back.contains(part)) {
            return Err(both(option));
        }
        let parts = [
            self.exercise(diary, day)?.map(|exercise| StrainPart::Exercise(Some(exercise))),
            standing.map(|hours| StrainPart::Standing(Some(hours))),
            self.heat.map(|heat| StrainPart::Heat(Some(heat.is_yes()))),
        ];
        let taken_back = self.take_back.iter().map(|part| match part {
            StrainQuestion::Exercise => StrainPart::Exercise(None),
            StrainQuestion::Standing => StrainPart::Standing(None),
            StrainQuestion::Heat => StrainPart::Heat(None),
        });
        let mut commands: Vec<_> =
            taken_back.chain(parts.into_iter().flatten()).map(|part| Command::Strain(StrainCommand::Log(day, part))).collect();
        commands.extend(self.signs(diary, day)?.into_iter().map(SignCommand::Log).map(Command::Sign));
        if commands.is_empty() {
            return Err(CliError::Usage("Say what to log: --exercise, --standing, --heat or --illness.".to_owned()));
        }
        Ok(Logged { commands, of: format!(", on {}", day.label()) })
    }

    /// The exercise of the day. If only minutes or only effort were given, the other is taken from what is logged. Returns `None`
    /// if neither was given.
    fn exercise(&self, diary: &Diary, day: Day) -> Result<Option<Exercise>, CliError> {
        let effort = self.effort.as_deref().map(str::parse).transpose()?;
        if self.exercise.is_none() && effort.is_none() {
            return Ok(None);
        }
        let known = diary.read().on::<Strain>(day.date())?.pop().and_then(|entry| entry.value.exercise);
        let minutes = match &self.exercise {
            Some(words) => minutes_of_exercise(words)?,
            None => known
                .map(|known| u32::from(known.minutes()))
                .filter(|minutes| *minutes > 0)
                .ok_or_else(|| CliError::Usage("Say how long the exercise was too: --exercise MINUTES.".to_owned()))?,
        };
        if minutes == 0 && effort.is_some() {
            return Err(CliError::Usage("0 minutes of exercise have no effort. Leave --effort out, or give other --exercise.".to_owned()));
        }
        Ok(Some(Exercise::new(minutes, effort.or_else(|| known.and_then(Exercise::effort)))?))
    }

    /// The signs for the illness. A sign that is logged already keeps its note.
    fn signs(&self, diary: &Diary, day: Day) -> Result<Vec<Sign>, CliError> {
        let known = diary.read().on::<Sign>(day.date())?;
        let kinds = self.illness.iter().map(|illness| match illness {
            Illness::Vomiting => SignKind::Vomiting,
            Illness::Diarrhoea => SignKind::Diarrhoea,
        });
        let sign =
            |kind| known.iter().find(|entry| entry.value.kind == kind).map_or_else(|| Sign::new(day, kind), |entry| entry.value.clone());
        Ok(kinds.map(sign).collect())
    }
}
