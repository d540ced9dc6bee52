//! Supplements that the person has, and what is taken of them.

use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::{Id, Supplement, SupplementTaken, capitalised};
use crate::store::Table as _;

/// Adds, changes or deletes a supplement, or what was taken of one.
#[derive(Debug, Clone, PartialEq)]
pub enum SupplementCommand {
    /// Adds a supplement that the person has; its name must be new.
    Add(Supplement),
    /// Deletes a supplement; what was taken of it stays.
    Delete(Id<Supplement>),
    /// Deletes what was taken of a supplement.
    DeleteTaken(Id<SupplementTaken>),
    /// Replaces a supplement; what was taken of it stays as it was.
    Edit(Id<Supplement>, Supplement),
    /// Replaces what was taken of a supplement.
    EditTaken(Id<SupplementTaken>, SupplementTaken),
    /// Adds what was taken of a supplement.
    Take(SupplementTaken),
}

/// The most doses of a supplement that are taken at once.
const MOST_DOSES: f64 = 10.0;

impl Commands for SupplementCommand {
    fn describe(&self) -> String {
        match self {
            Self::Add(supplement) => format!("Added the supplement {}", supplement.name.as_str()),
            Self::Delete(_) => "Deleted a supplement".to_owned(),
            Self::DeleteTaken(_) => "Deleted a dose".to_owned(),
            Self::Edit(_, supplement) => format!("Changed the supplement {}", supplement.name.as_str()),
            Self::EditTaken(_, taken) => format!("Changed to {}", taken.summary()),
            Self::Take(taken) => format!("Logged {}", taken.summary()),
        }
    }

    fn doubt(&self) -> Option<String> {
        let (Self::Take(taken) | Self::EditTaken(_, taken)) = self else { return None };
        (taken.doses.get() > MOST_DOSES).then(|| format!("{}: those are many doses at once", capitalised(&taken.summary())))
    }

    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
        match self {
            Self::Add(supplement) => {
                work.ensure_supplement_name_is_free(&supplement, None)?;
                work.add(supplement)
            }
            Self::Delete(id) => work.delete(id),
            Self::DeleteTaken(id) => work.delete(id),
            Self::Edit(id, supplement) => {
                work.ensure_supplement_name_is_free(&supplement, Some(id))?;
                work.edit(id, supplement)
            }
            Self::EditTaken(id, taken) => {
                work.ensure_has_come(taken.day, taken.time)?;
                work.edit(id, taken)
            }
            Self::Take(taken) => {
                work.ensure_has_come(taken.day, taken.time)?;
                work.add(taken)
            }
        }
    }
}

impl Work<'_, '_> {
    pub(super) fn ensure_supplement_name_is_free(&self, supplement: &Supplement, own: Option<Id<Supplement>>) -> Result<(), DiaryError> {
        let others = self.read().all::<Supplement>()?;
        if others.iter().any(|entry| Some(entry.id) != own && supplement.name.same_as(entry.value.name.as_str())) {
            return Err(DiaryError::NameTaken { what: Supplement::NOUN, name: supplement.name.as_str().to_owned() });
        }
        Ok(())
    }
}
