//! A night as a whole: cramps or none, how it was slept, a note. A night of which nothing is said has no record.

use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::{Cramp, Disturbance, Hours, Night, NightAnswer, NightNote, checked_note, clean_note, counted};
use crate::store::{Reader, StoreError};

/// Says something of a night, or takes it back.
#[derive(Debug, Clone, PartialEq)]
pub enum NightCommand {
    /// Says "no cramps" or "had cramps" of a night.
    Answer(Night, NightAnswer),
    /// Makes a night "not logged" again; its note and the hours slept stay.
    Clear(Night),
    /// Says how much cramps disturbed the sleep of a night; `None` takes that back.
    Disturbed(Night, Option<Disturbance>),
    /// Replaces the note of a night; empty removes it.
    Note(Night, String),
    /// Says how long the person slept in a night; `None` takes that back.
    Slept(Night, Option<Hours>),
    /// Says "no cramps" of a night, and deletes the cramps that are logged in it.
    WithoutCramps(Night),
}

/// The most hours that a person sleeps in a night.
const MOST_HOURS_SLEPT: f64 = 16.0;

impl Commands for NightCommand {
    fn describe(&self) -> String {
        match self {
            Self::Answer(night, NightAnswer::NoCramps) => format!("Logged no cramps for the {}", night.label()),
            Self::Answer(night, NightAnswer::HadCramps) => format!("Logged cramps for the {}", night.label()),
            Self::Clear(night) => format!("Cleared the {}", night.label()),
            Self::Disturbed(_, Some(disturbed)) => format!("Logged sleep disturbed by cramps, {disturbed} of 10"),
            Self::Disturbed(_, None) => "Took back how much sleep was disturbed".to_owned(),
            Self::Note(night, note) if clean_note(note).is_empty() => format!("Took the note of the {} away", night.label()),
            Self::Note(night, _) => format!("Wrote a note for the {}", night.label()),
            Self::Slept(_, Some(hours)) => format!("Logged {} of sleep", hours.words()),
            Self::Slept(_, None) => "Took back the hours of sleep".to_owned(),
            Self::WithoutCramps(night) => format!("Logged no cramps for the {}, and took its cramps away", night.label()),
        }
    }

    fn words(&self, read: Reader<'_>) -> Result<String, StoreError> {
        let Self::WithoutCramps(night) = self else { return Ok(self.describe()) };
        Ok(match read.on::<Cramp>(night.date())?.len() {
            0 => Self::Answer(*night, NightAnswer::NoCramps).describe(),
            count => format!("Logged no cramps for the {}, and took away {}", night.label(), counted(count, "cramp")),
        })
    }

    fn doubt(&self) -> Option<String> {
        let Self::Slept(_, Some(hours)) = self else { return None };
        (hours.get() > MOST_HOURS_SLEPT).then(|| format!("{} of sleep: that is long for one night", hours.words()))
    }

    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
        match self {
            Self::Answer(night, answer) => work.answer_night(night, answer),
            Self::Clear(night) => work.clear_night(night),
            Self::Disturbed(night, disturbed) => work.log_disturbed(night, disturbed),
            Self::Note(night, note) => work.write_note(night, &note),
            Self::Slept(night, slept) => work.log_slept(night, slept),
            Self::WithoutCramps(night) => {
                for cramp in work.read().on::<Cramp>(night.date())? {
                    work.delete(cramp.id)?;
                }
                work.answer_night(night, NightAnswer::NoCramps)
            }
        }
    }
}

impl Work<'_, '_> {
    fn answer_night(&mut self, night: Night, answer: NightAnswer) -> Result<(), DiaryError> {
        self.ensure_night_has_begun(night)?;
        if answer == NightAnswer::NoCramps {
            if night > self.latest_slept {
                return Err(DiaryError::NightHardlyBegun { night, day_ends: self.day_ends.get() });
            }
            self.ensure_no_cramps(night)?;
        }
        self.set_night_answer(night, Some(answer))
    }

    fn clear_night(&mut self, night: Night) -> Result<(), DiaryError> {
        self.ensure_no_cramps(night)?;
        self.set_night_answer(night, None)
    }

    /// Cramps that were not there disturbed nothing. A night that nobody answered stays so.
    fn log_disturbed(&mut self, night: Night, disturbed: Option<Disturbance>) -> Result<(), DiaryError> {
        self.ensure_night_has_begun(night)?;
        let known = self.read().on::<NightNote>(night.date())?.pop();
        let answer = known.and_then(|entry| entry.value.answer);
        if disturbed.is_some() && answer == Some(NightAnswer::NoCramps) {
            return Err(DiaryError::NightWithoutCramps { night });
        }
        self.update_night_note(night, |said| said.disturbed = disturbed)
    }

    fn log_slept(&mut self, night: Night, slept: Option<Hours>) -> Result<(), DiaryError> {
        self.ensure_night_has_begun(night)?;
        self.update_night_note(night, |said| said.slept = slept)
    }

    fn write_note(&mut self, night: Night, note: &str) -> Result<(), DiaryError> {
        self.ensure_night_has_begun(night)?;
        let note = checked_note(note)?;
        self.update_night_note(night, |said| said.note = note)
    }

    /// Answers a night, or takes the answer back. How much cramps disturbed the sleep goes with the cramps.
    pub(super) fn set_night_answer(&mut self, night: Night, answer: Option<NightAnswer>) -> Result<(), DiaryError> {
        self.update_night_note(night, |said| {
            said.answer = answer;
            said.disturbed = said.disturbed.filter(|_| answer == Some(NightAnswer::HadCramps));
        })
    }

    fn update_night_note(&mut self, night: Night, change: impl FnOnce(&mut NightNote)) -> Result<(), DiaryError> {
        let known = self.read().on::<NightNote>(night.date())?.pop();
        let mut said = known.as_ref().map_or_else(|| NightNote::nothing(night), |entry| entry.value.clone());
        change(&mut said);
        self.set(known, Some(said).filter(|said| !said.is_nothing()))
    }

    fn ensure_no_cramps(&self, night: Night) -> Result<(), DiaryError> {
        match self.cramps_in(night)? {
            0 => Ok(()),
            count => Err(DiaryError::NightHasCramps { night, count }),
        }
    }
}
