//! `log stretch`: a stretching session, or that there was none.

use crate::cli::CliError;
use crate::cli::dates::{self, NamedDate};
use crate::cli::options::Answer;
use crate::diary::{Command, Diary, StretchCommand};
use crate::domain::{Day, Dose, Minutes, Stretch, StretchName, StretchTime, WholeNumber};
use crate::guide::{StretchGuide, find_stretch};
use clap::Args;

const SETS: WholeNumber = WholeNumber { field: "Sets", least: 1, most: 50, in_words: ("1", "50"), example: "2, from 1 to 50" };
const HOLDS: WholeNumber = WholeNumber { field: "Holds", least: 1, most: 100, in_words: ("1", "100"), example: "3, from 1 to 100" };

/// What `log stretch` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary log stretch bedtime_routine
  cramp-diary log stretch \"calf stretch with a towel\" --sets 2 --holds 10 --bedtime
  cramp-diary log stretch yoga --minutes 20 --day yesterday
  cramp-diary log stretch none

Stretches of the guide: bedtime_routine, calf_wall, hamstring_chair, seated_reach, towel_calf,
soleus_wall, wall_lean, sole_toes_back, sole_towel, heel_drop, thigh_front, toe_curls, toe_spread,
heel_raises, ankle_pumps, ankle_circles, ankle_lift, easy_walk.")]
pub(super) struct LogStretch {
    /// A stretch of the guide, your own words, or none
    name: String,

    /// How long, 0.1 to 180 minutes [default: as the guide has it]
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true, conflicts_with_all = ["sets", "holds"])]
    minutes: Option<Minutes>,

    /// How many sets, 1 to 50
    #[arg(long, value_name = "NUMBER", requires = "holds", allow_hyphen_values = true, value_parser = |text: &str| SETS.read::<u32>(text))]
    sets: Option<u32>,

    /// How many holds a set, 1 to 100
    #[arg(long, value_name = "NUMBER", requires = "sets", allow_hyphen_values = true, value_parser = |text: &str| HOLDS.read::<u32>(text))]
    holds: Option<u32>,

    /// At bedtime, or with "=no" at another time [default: as the guide has it]
    #[arg(long, value_name = "yes|no", hide_possible_values = true, num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    bedtime: Option<Answer>,

    /// The day [default: the one that is running]
    #[arg(long, value_name = "DATE")]
    day: Option<NamedDate>,
}

impl LogStretch {
    /// The command that logs the stretching.
    pub(super) fn command(self, diary: &Diary) -> Result<Command, CliError> {
        let day = dates::day(diary, self.day.as_ref())?;
        if self.name.trim().eq_ignore_ascii_case("none") {
            return self.none(day);
        }
        let guide = find_stretch(&self.name);
        let name = guide.map_or_else(|| StretchName::new(&self.name), |guide| Ok(guide.name.clone()))?;
        let (dose, time) = (self.dose(guide)?, self.time(guide));
        Ok(Command::Stretch(StretchCommand::Log(Stretch { day, name, dose, time })))
    }

    fn none(&self, day: Day) -> Result<Command, CliError> {
        if self.minutes.is_some() || self.sets.is_some() || self.bedtime.is_some() {
            return Err(CliError::Usage("\"none\" takes no --minutes, --sets, --holds or --bedtime. Leave them out.".to_owned()));
        }
        Ok(Command::Stretch(StretchCommand::LogNone(day)))
    }

    fn dose(&self, guide: Option<&StretchGuide>) -> Result<Dose, CliError> {
        if let Some(minutes) = self.minutes {
            return Ok(Dose::Time(minutes));
        }
        if let (Some(sets), Some(holds)) = (self.sets, self.holds) {
            return Ok(Dose::holds(sets, holds)?);
        }
        guide.map(|guide| guide.dose).ok_or_else(|| {
            let name = self.name.trim();
            CliError::Usage(format!("\"{name}\" is not in the guide, so say how much with --minutes, or with --sets and --holds."))
        })
    }

    fn time(&self, guide: Option<&StretchGuide>) -> StretchTime {
        match self.bedtime {
            Some(Answer::Yes) => StretchTime::Bedtime,
            Some(Answer::No) => StretchTime::OtherTime,
            None => guide.map_or(StretchTime::OtherTime, |guide| guide.time),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Args as _;

    #[test]
    fn the_help_names_every_stretch_of_the_guide() {
        let help = super::LogStretch::augment_args(clap::Command::new("stretch")).render_help().to_string();
        for stretch in crate::guide::stretches() {
            assert!(help.contains(stretch.name.as_str()), "{:?}", stretch.name);
        }
    }
}
