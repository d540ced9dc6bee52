//! Factors of the person's own, and how they are answered. A factor that was answered keeps its kind, and is retired, not deleted.

use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::{Day, Entry, Factor, FactorKind, FactorValue, Id, OwnName};
use crate::store::{Reader, StoreError, Table as _};

/// Adds, changes or deletes a factor, or answers one.
#[derive(Debug, Clone, PartialEq)]
pub enum FactorCommand {
    /// Adds a factor of the person's own; its name must be new.
    Add(Factor),
    /// Answers a factor on a day; replaces that day's answer.
    Answer(FactorValue),
    /// Takes back what was said of a factor on a day.
    Clear(Day, Id<Factor>),
    /// Deletes a factor that was never answered.
    Delete(Id<Factor>),
    /// Replaces a factor: its name, its unit, whether it is still asked for. How it is answered stays once it was.
    Edit(Id<Factor>, Factor),
}

impl Commands for FactorCommand {
    fn describe(&self) -> String {
        match self {
            Self::Add(factor) => format!("Added the factor {}", factor.name.as_str()),
            Self::Answer(_) => "Logged a factor".to_owned(),
            Self::Clear(..) => "Took back a factor".to_owned(),
            Self::Delete(_) => "Deleted a factor".to_owned(),
            Self::Edit(_, factor) => format!("Changed the factor {}", factor.name.as_str()),
        }
    }

    /// With the name of the factor: "Logged Stress: 7 of 10".
    fn words(&self, read: Reader<'_>) -> Result<String, StoreError> {
        let (Self::Answer(FactorValue { factor: id, .. }) | Self::Clear(_, id) | Self::Delete(id) | Self::Edit(id, _)) = self else {
            return Ok(self.describe());
        };
        let Some(known) = read.entry(*id)?.map(|entry| entry.value) else { return Ok(self.describe()) };
        let name = known.name.as_str();
        Ok(match self {
            Self::Answer(value) => format!("Logged {name}: {}", known.written(value.value())),
            Self::Clear(..) => format!("Took back {name}"),
            Self::Delete(_) => format!("Deleted the factor {name}"),
            Self::Edit(_, after) if after.retired && !known.retired => format!("Retired {}", after.name.as_str()),
            Self::Edit(_, after) if !after.retired && known.retired => format!("Brought {} back", after.name.as_str()),
            Self::Add(_) | Self::Edit(..) => self.describe(),
        })
    }

    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
        match self {
            Self::Add(factor) => {
                work.ensure_factor_name_is_free(&factor.name, None)?;
                work.add(with_its_unit(factor))
            }
            Self::Answer(value) => work.answer_factor(&value),
            Self::Clear(day, factor) => {
                let known = work.answer_of(day, factor)?;
                work.set(known, None)
            }
            Self::Delete(id) => work.delete_factor(id),
            Self::Edit(id, factor) => work.edit_factor(id, factor),
        }
    }
}

impl Work<'_, '_> {
    fn edit_factor(&mut self, id: Id<Factor>, factor: Factor) -> Result<(), DiaryError> {
        self.ensure_factor_name_is_free(&factor.name, Some(id))?;
        let days = self.read().days_answered(id)?;
        if days > 0 && self.entry(id)?.value.kind != factor.kind {
            return Err(DiaryError::FactorKindStays { name: factor.name.as_str().to_owned(), days });
        }
        self.edit(id, with_its_unit(factor))
    }

    fn delete_factor(&mut self, id: Id<Factor>) -> Result<(), DiaryError> {
        match self.read().days_answered(id)? {
            0 => self.delete(id),
            days => Err(DiaryError::FactorHasDays { name: self.entry(id)?.value.name.as_str().to_owned(), days }),
        }
    }

    /// A retired factor can still be answered: the past may have been logged wrongly.
    fn answer_factor(&mut self, value: &FactorValue) -> Result<(), DiaryError> {
        self.ensure_day_has_come(value.day)?;
        let value = FactorValue::new(value.day, value.factor, self.entry(value.factor)?.value.kind, value.value())?;
        let known = self.answer_of(value.day, value.factor)?;
        self.set(known, Some(value))
    }

    fn answer_of(&self, day: Day, factor: Id<Factor>) -> Result<Option<Entry<FactorValue>>, DiaryError> {
        Ok(self.read().on::<FactorValue>(day.date())?.into_iter().find(|entry| entry.value.factor == factor))
    }

    /// Retired factors count: their days would be taken for those of the new one.
    pub(super) fn ensure_factor_name_is_free(&self, name: &OwnName, own: Option<Id<Factor>>) -> Result<(), DiaryError> {
        let others = self.read().all::<Factor>()?;
        match others.into_iter().find(|entry| Some(entry.id) != own && name.same_as(entry.value.name.as_str())) {
            Some(other) if other.value.retired => Err(DiaryError::NameOfRetired { name: other.value.name.as_str().to_owned() }),
            Some(_) => Err(DiaryError::NameTaken { what: Factor::NOUN, name: name.as_str().to_owned() }),
            None => Ok(()),
        }
    }
}

/// The factor without a unit, unless it is a number.
fn with_its_unit(factor: Factor) -> Factor {
    let unit = if factor.kind == FactorKind::Number { factor.unit } else { String::new() };
    Factor { unit, ..factor }
}
