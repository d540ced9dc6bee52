//! The rules of signs and medicines.

use super::Work;
use crate::diary::DiaryError;
use crate::domain::{Day, Entry, Id, Medicine, Sign, SignKind, in_order};

impl Work<'_, '_> {
    /// A day has each sign at most once: saying it again changes what was said. A side is refused where there is none, since the
    /// rules of the red flags would take it for one leg.
    pub(super) fn log_sign(&mut self, sign: Sign) -> Result<(), DiaryError> {
        self.come(sign.day)?;
        if sign.side.is_some() && !sign.kind.has_side() {
            return Err(DiaryError::SignWithoutSide { sign: sign.kind });
        }
        match self.sign_of(sign.day, sign.kind)? {
            Some(known) => self.edit(known.id, sign),
            None => self.add(sign),
        }
    }

    pub(super) fn clear_sign(&mut self, day: Day, kind: SignKind) -> Result<(), DiaryError> {
        match self.sign_of(day, kind)? {
            Some(known) => self.delete(known.id),
            None => Ok(()),
        }
    }

    pub(super) fn add_medicine(&mut self, medicine: Medicine) -> Result<(), DiaryError> {
        in_order("medicine", medicine.from, medicine.until)?;
        self.add(medicine)
    }

    pub(super) fn edit_medicine(&mut self, id: Id<Medicine>, medicine: Medicine) -> Result<(), DiaryError> {
        in_order("medicine", medicine.from, medicine.until)?;
        self.edit(id, medicine)
    }

    fn sign_of(&self, day: Day, kind: SignKind) -> Result<Option<Entry<Sign>>, DiaryError> {
        Ok(self.tx.read().on::<Sign>(day.date())?.into_iter().find(|entry| entry.value.kind == kind))
    }
}
