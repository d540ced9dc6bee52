//! Cramps: a night with a cramp had cramps, and a night that loses its last cramp is "not logged" again.

use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::{Cramp, Id, Night, NightAnswer, checked_note};
use crate::store::RecordKind;

/// Adds, changes or deletes a cramp.
#[derive(Debug, Clone, PartialEq)]
pub enum CrampCommand {
    /// Deletes a cramp. Without its last one, the night is "not logged" again.
    Delete(Id<Cramp>),
    /// Replaces what was said of a cramp. Moved to another night, that one had cramps from now on, and the old one is "not
    /// logged" again when this was its last.
    Edit(Id<Cramp>, Cramp),
    /// Adds a cramp; its night had cramps from now on.
    Log(Cramp),
}

impl Commands for CrampCommand {
    fn describe(&self) -> String {
        match self {
            Self::Delete(_) => "Deleted a cramp".to_owned(),
            Self::Edit(_, cramp) => format!("Changed {}", cramp.summary()),
            Self::Log(cramp) => format!("Logged {}", cramp.summary()),
        }
    }

    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
        match self {
            Self::Delete(id) => work.delete_cramp(id),
            Self::Edit(id, cramp) => work.edit_cramp(id, cramp),
            Self::Log(cramp) => work.log_cramp(cramp),
        }
    }
}

impl Work<'_, '_> {
    fn log_cramp(&mut self, mut cramp: Cramp) -> Result<(), DiaryError> {
        cramp.note = checked_note(&cramp.note)?;
        self.ensure_cramp_has_come(&cramp)?;
        self.set_night_answer(cramp.night, Some(NightAnswer::HadCramps))?;
        self.add(cramp)
    }

    fn edit_cramp(&mut self, id: Id<Cramp>, mut cramp: Cramp) -> Result<(), DiaryError> {
        cramp.note = checked_note(&cramp.note)?;
        self.ensure_cramp_has_come(&cramp)?;
        let (from, to) = (self.entry(id)?.value.night, cramp.night);
        self.edit(id, cramp)?;
        if from != to {
            self.set_night_answer(to, Some(NightAnswer::HadCramps))?;
            self.clear_answer_without_cramps(from)?;
        }
        Ok(())
    }

    fn delete_cramp(&mut self, id: Id<Cramp>) -> Result<(), DiaryError> {
        let night = self.entry(id)?.value.night;
        self.delete(id)?;
        self.clear_answer_without_cramps(night)
    }

    fn clear_answer_without_cramps(&mut self, night: Night) -> Result<(), DiaryError> {
        if self.cramps_in(night)? == 0 { self.set_night_answer(night, None) } else { Ok(()) }
    }

    /// How many cramps of a night are described, with those that cannot be read: the night had them all the same.
    pub(super) fn cramps_in(&self, night: Night) -> Result<usize, DiaryError> {
        let described = self.read().on::<Cramp>(night.date())?.len();
        let set_aside = self.read().passed_over_rows()?;
        let of_night = set_aside.iter().filter(|found| found.kind == RecordKind::Cramp && found.date == Some(night.date()));
        Ok(described + of_night.count())
    }

    fn ensure_cramp_has_come(&self, cramp: &Cramp) -> Result<(), DiaryError> {
        self.ensure_night_has_begun(cramp.night)?;
        self.ensure_time_has_come(cramp.time.moment(), || format!("in the {}", cramp.night.label()))
    }
}
