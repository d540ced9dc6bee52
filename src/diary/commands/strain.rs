//! The strain of a day. A day of which nothing is said has no record.

use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::{Day, Strain, StrainPart};

/// Says something of the strain of a day.
#[derive(Debug, Clone, PartialEq)]
pub enum StrainCommand {
    /// Replaces one field of the strain of a day, or takes it back.
    Log(Day, StrainPart),
}

/// The most minutes of exercise in a day: the long day of a hiker.
const MOST_MINUTES_OF_EXERCISE: u16 = 720;

/// The most hours that a person is on their feet in a day.
const MOST_HOURS_STANDING: f64 = 18.0;

impl Commands for StrainCommand {
    fn describe(&self) -> String {
        let Self::Log(_, part) = self;
        part.describe()
    }

    fn doubt(&self) -> Option<String> {
        let Self::Log(_, part) = self;
        match part {
            StrainPart::Exercise(Some(exercise)) if exercise.minutes() > MOST_MINUTES_OF_EXERCISE => {
                Some(format!("{} min of exercise: that is long for one day", exercise.minutes()))
            }
            StrainPart::Standing(Some(hours)) if hours.get() > MOST_HOURS_STANDING => {
                Some(format!("{} on one's feet: that is long for one day", hours.words()))
            }
            StrainPart::Exercise(_) | StrainPart::Standing(_) | StrainPart::Heat(_) => None,
        }
    }

    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
        let Self::Log(day, part) = self;
        work.ensure_day_has_come(day)?;
        let known = work.read().on::<Strain>(day.date())?.pop();
        let strain = part.put_into(known.as_ref().map_or_else(|| Strain::nothing(day), |entry| entry.value));
        work.set(known, Some(strain).filter(|strain| !strain.is_nothing()))
    }
}
