//! The rules of factors of one's own, and of the panels that show them.

use super::Work;
use crate::diary::{Command, Diary, DiaryError};
use crate::domain::{Day, Entry, Factor, FactorKind, FactorValue, Id, Measure, OwnName, Panels};
use crate::store::StoreError;

impl Diary {
    /// [`Command::describe`], with the names of factors, which only the diary knows: "Logged Stress: 7 of 10".
    pub(super) fn words_for(&self, command: &Command) -> Result<String, StoreError> {
        let factor = |id| self.read().entry::<Factor>(id).map(|entry| entry.map(|entry| entry.value));
        let words = if let Command::LogFactor(value) = command {
            factor(value.factor)?.map(|factor| format!("Logged {}: {}", factor.name.as_str(), factor.written(value.value())))
        } else if let Command::ClearFactor(_, id) = command {
            factor(*id)?.map(|factor| format!("Took back {}", factor.name.as_str()))
        } else if let Command::DeleteFactor(id) = command {
            factor(*id)?.map(|factor| format!("Deleted the factor {}", factor.name.as_str()))
        } else if let Command::EditFactor(id, after) = command {
            factor(*id)?.filter(|before| before.retired != after.retired).map(|_| {
                let name = after.name.as_str();
                if after.retired { format!("Retired {name}") } else { format!("Brought {name} back") }
            })
        } else {
            None
        };
        Ok(words.unwrap_or_else(|| command.describe()))
    }
}

impl Work<'_, '_> {
    pub(super) fn add_factor(&mut self, factor: Factor) -> Result<(), DiaryError> {
        self.factor_name_is_free(&factor.name, None)?;
        self.add(with_its_unit(factor))
    }

    /// What its days say must still be readable, so that how it is answered stays once it was.
    pub(super) fn edit_factor(&mut self, id: Id<Factor>, factor: Factor) -> Result<(), DiaryError> {
        self.factor_name_is_free(&factor.name, Some(id))?;
        let days = self.tx.read().days_answered(id)?;
        if days > 0 && self.factor(id)?.value.kind != factor.kind {
            return Err(DiaryError::FactorKindStays { name: factor.name.as_str().to_owned(), days });
        }
        self.edit(id, with_its_unit(factor))
    }

    pub(super) fn delete_factor(&mut self, id: Id<Factor>) -> Result<(), DiaryError> {
        match self.tx.read().days_answered(id)? {
            0 => self.delete(id),
            days => Err(DiaryError::FactorHasDays { name: self.factor(id)?.value.name.as_str().to_owned(), days }),
        }
    }

    /// A retired factor can still be answered: the past may have been logged wrongly.
    pub(super) fn log_factor(&mut self, value: FactorValue) -> Result<(), DiaryError> {
        self.come(value.day)?;
        let value = FactorValue::new(value.day, value.factor, self.factor(value.factor)?.value.kind, value.value())?;
        match self.answer_of(value.day, value.factor)? {
            Some(known) => self.edit(known.id, value),
            None => self.add(value),
        }
    }

    pub(super) fn clear_factor(&mut self, day: Day, factor: Id<Factor>) -> Result<(), DiaryError> {
        match self.answer_of(day, factor)? {
            Some(known) => self.delete(known.id),
            None => Ok(()),
        }
    }

    pub(super) fn choose_panels(&mut self, panels: Option<&[Measure]>) -> Result<(), DiaryError> {
        if panels.is_some_and(<[Measure]>::is_empty) {
            return Err(DiaryError::NoPanels);
        }
        let panels_or_none = panels.unwrap_or_default();
        for (place, panel) in panels_or_none.iter().enumerate() {
            let mut label = panel.label().to_owned();
            if let Measure::Own(factor) = panel {
                self.factor(*factor)?.value.name.as_str().clone_into(&mut label);
            }
            if panels_or_none[..place].contains(panel) {
                return Err(DiaryError::PanelTwice { label });
            }
        }
        Ok(self.tx.put_single(Panels(panels.map(<[Measure]>::to_vec)))?)
    }

    fn factor(&self, id: Id<Factor>) -> Result<Entry<Factor>, DiaryError> {
        self.tx.read().entry(id)?.ok_or(DiaryError::Gone { what: "factor" })
    }

    fn answer_of(&self, day: Day, factor: Id<Factor>) -> Result<Option<Entry<FactorValue>>, DiaryError> {
        Ok(self.tx.read().on::<FactorValue>(day.date())?.into_iter().find(|entry| entry.value.factor == factor))
    }

    /// Retired ones count: their days would be taken for those of the new one.
    fn factor_name_is_free(&self, name: &OwnName, own: Option<Id<Factor>>) -> Result<(), DiaryError> {
        let others = self.tx.read().all::<Factor>()?;
        match others.into_iter().find(|entry| Some(entry.id) != own && name.same_as(entry.value.name.as_str())) {
            Some(other) if other.value.retired => Err(DiaryError::NameOfRetired { name: other.value.name.as_str().to_owned() }),
            Some(_) => Err(DiaryError::NameTaken { what: "factor", name: name.as_str().to_owned() }),
            None => Ok(()),
        }
    }
}

/// Only a number has a unit.
fn with_its_unit(factor: Factor) -> Factor {
    let unit = if factor.kind == FactorKind::Number { factor.unit } else { String::new() };
    Factor { unit, ..factor }
}
