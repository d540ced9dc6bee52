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

impl Commands for StrainCommand {
    fn describe(&self) -> String {
        let Self::Log(_, part) = self;
        part.describe()
    }

    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
        let Self::Log(day, part) = self;
        work.ensure_day_has_come(day)?;
        let known = work.read().on::<Strain>(day.date())?.pop();
        let strain = part.put_into(known.as_ref().map_or_else(|| Strain::nothing(day), |entry| entry.value));
        work.set(known, Some(strain).filter(|strain| !strain.is_nothing()))
    }
}
