//! Stretching, and "did not stretch", which a day with stretching cannot say.

use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::{Day, Id, NoStretching, Stretch};

/// Adds, changes or deletes a stretching session, or says that there was none.
#[derive(Debug, Clone, PartialEq)]
pub enum StretchCommand {
    /// Takes "did not stretch" back.
    ClearNone(Day),
    /// Deletes a stretching session.
    Delete(Id<Stretch>),
    /// Replaces what was said of a stretching session; takes "did not stretch" of its day back.
    Edit(Id<Stretch>, Stretch),
    /// Adds a stretching session; takes "did not stretch" back.
    Log(Stretch),
    /// Says "did not stretch" of a day.
    LogNone(Day),
}

impl Commands for StretchCommand {
    fn describe(&self) -> String {
        match self {
            Self::ClearNone(_) => "Took back \"did not stretch\"".to_owned(),
            Self::Delete(_) => "Deleted a stretch".to_owned(),
            Self::Edit(_, stretch) => format!("Changed to {}", stretch.dose.label()),
            Self::Log(stretch) => format!("Logged {}", crate::guide::stretch_label(&stretch.name)),
            Self::LogNone(day) => format!("Logged no stretching on {}", day.label()),
        }
    }

    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
        match self {
            Self::ClearNone(day) => work.clear_no_stretching(day),
            Self::Delete(id) => work.delete(id),
            Self::Edit(id, stretch) => work.edit_stretch(id, stretch),
            Self::Log(stretch) => work.log_stretch(stretch),
            Self::LogNone(day) => work.log_no_stretching(day),
        }
    }
}

impl Work<'_, '_> {
    fn log_stretch(&mut self, stretch: Stretch) -> Result<(), DiaryError> {
        self.ensure_day_has_come(stretch.day)?;
        self.clear_no_stretching(stretch.day)?;
        self.add(stretch)
    }

    fn edit_stretch(&mut self, id: Id<Stretch>, stretch: Stretch) -> Result<(), DiaryError> {
        let day = stretch.day;
        self.ensure_day_has_come(day)?;
        self.edit(id, stretch)?;
        self.clear_no_stretching(day)
    }

    fn log_no_stretching(&mut self, day: Day) -> Result<(), DiaryError> {
        self.ensure_day_has_come(day)?;
        if !self.read().on::<Stretch>(day.date())?.is_empty() {
            return Err(DiaryError::DayHasStretching { day });
        }
        let known = self.read().on::<NoStretching>(day.date())?.pop();
        self.set(known, Some(NoStretching { day }))
    }

    /// Takes "did not stretch" of a day back, if it was said.
    pub(super) fn clear_no_stretching(&mut self, day: Day) -> Result<(), DiaryError> {
        let known = self.read().on::<NoStretching>(day.date())?.pop();
        self.set(known, None)
    }
}
