//! The rules of the strain of a day, and of how a night was slept.

use super::Work;
use crate::diary::DiaryError;
use crate::domain::{Day, Disturbance, Hours, Night, NightAnswer, NightNote, Strain, StrainPart};

impl Work<'_, '_> {
    /// A day of which nothing is left has no record.
    pub(super) fn log_strain(&mut self, day: Day, part: StrainPart) -> Result<(), DiaryError> {
        self.come(day)?;
        let known = self.tx.read().on::<Strain>(day.date())?.pop();
        let strain = part.put_into(known.as_ref().map_or_else(|| Strain::nothing(day), |entry| entry.value));
        match known {
            Some(entry) if strain.is_nothing() => self.delete(entry.id),
            Some(entry) => self.edit(entry.id, strain),
            None if strain.is_nothing() => Ok(()),
            None => self.add(strain),
        }
    }

    /// Cramps that were not there disturbed nothing. A night that nobody answered stays so.
    pub(super) fn log_disturbed(&mut self, night: Night, disturbed: Option<Disturbance>) -> Result<(), DiaryError> {
        self.not_in_future(night)?;
        let known = self.tx.read().on::<NightNote>(night.date())?.pop();
        let answer = known.and_then(|entry| entry.value.answer);
        if disturbed.is_some() && answer == Some(NightAnswer::NoCramps) {
            return Err(DiaryError::NightWithoutCramps { night });
        }
        self.say(night, |said| said.disturbed = disturbed)
    }

    pub(super) fn log_slept(&mut self, night: Night, slept: Option<Hours>) -> Result<(), DiaryError> {
        self.not_in_future(night)?;
        self.say(night, |said| said.slept = slept)
    }
}
