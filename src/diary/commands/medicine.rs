//! Medicines.

use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::{Id, Medicine, in_order};
use crate::store::Table as _;

/// Adds, changes or deletes a medicine.
#[derive(Debug, Clone, PartialEq)]
pub enum MedicineCommand {
    /// Adds a medicine.
    Add(Medicine),
    /// Deletes a medicine.
    Delete(Id<Medicine>),
    /// Replaces what was said of a medicine.
    Edit(Id<Medicine>, Medicine),
}

impl Commands for MedicineCommand {
    fn describe(&self) -> String {
        match self {
            Self::Add(medicine) => format!("Added {}", medicine.summary()),
            Self::Delete(_) => "Deleted a medicine".to_owned(),
            Self::Edit(_, medicine) => format!("Changed {}", medicine.summary()),
        }
    }

    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
        match self {
            Self::Add(medicine) => {
                work.ensure_can_be_planned([medicine.from, medicine.until], [None, None])?;
                in_order(Medicine::NOUN, medicine.from, medicine.until)?;
                work.add(medicine)
            }
            Self::Delete(id) => work.delete(id),
            Self::Edit(id, medicine) => {
                let saved = work.entry(id)?.value;
                work.ensure_can_be_planned([medicine.from, medicine.until], [saved.from, saved.until])?;
                in_order(Medicine::NOUN, medicine.from, medicine.until)?;
                work.edit(id, medicine)
            }
        }
    }
}
