//! The rules of supplements and of the profile.

use super::Work;
use crate::diary::DiaryError;
use crate::domain::{Id, Profile, Supplement, SupplementTaken, in_order};

impl Work<'_, '_> {
    pub(super) fn add_supplement(&mut self, supplement: Supplement) -> Result<(), DiaryError> {
        self.supplement_name_is_free(&supplement, None)?;
        self.add(supplement)
    }

    pub(super) fn edit_supplement(&mut self, id: Id<Supplement>, supplement: Supplement) -> Result<(), DiaryError> {
        self.supplement_name_is_free(&supplement, Some(id))?;
        self.edit(id, supplement)
    }

    pub(super) fn take_supplement(&mut self, taken: SupplementTaken) -> Result<(), DiaryError> {
        self.come_at(taken.day, taken.time)?;
        self.add(taken)
    }

    pub(super) fn edit_taken(&mut self, id: Id<SupplementTaken>, taken: SupplementTaken) -> Result<(), DiaryError> {
        self.come_at(taken.day, taken.time)?;
        self.edit(id, taken)
    }

    pub(super) fn change_profile(&mut self, profile: &Profile) -> Result<(), DiaryError> {
        for (what, period) in [("pregnancy", profile.pregnant), ("breastfeeding", profile.breastfeeding)] {
            in_order(what, period.map(|period| period.from), period.and_then(|period| period.until))?;
        }
        if let Some(year) = profile.birth_year {
            Profile::born_by(u32::from(year), self.latest_day)?;
        }
        Ok(self.tx.put_single(profile.clone())?)
    }

    fn supplement_name_is_free(&self, supplement: &Supplement, own: Option<Id<Supplement>>) -> Result<(), DiaryError> {
        let taken = |name: &str| supplement.name.same_as(name);
        let others = self.tx.read().all::<Supplement>()?;
        if others.iter().any(|entry| Some(entry.id) != own && taken(entry.value.name.as_str())) {
            return Err(DiaryError::NameTaken { what: "supplement", name: supplement.name.as_str().to_owned() });
        }
        Ok(())
    }
}
