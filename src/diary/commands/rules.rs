//! The rules between records, for what an undo or a redo left: another window may have logged meanwhile what they forbid.

use crate::diary::DiaryError;
use crate::diary::work::Work;
use crate::domain::{Day, Factor, FactorValue, FoodId, Night, NightAnswer, NightNote, NoStretching, Stretch};
use crate::store::{Change, Delta, Record};

impl Work<'_, '_> {
    /// Refuses what breaks a rule between the record of this change, as it is now, and other records.
    pub(in crate::diary) fn ensure_rules_hold(&self, changed: &Change) -> Result<(), DiaryError> {
        match changed {
            Change::Cramp(_) | Change::Night(_) => {
                changed.dates().into_iter().try_for_each(|date| self.ensure_cramps_are_said(Night::new(date)))
            }
            Change::Stretch(_) | Change::NoStretching(_) => {
                changed.dates().into_iter().try_for_each(|date| self.ensure_stretched_or_not(Day::new(date)))
            }
            Change::Factor(delta) => self.ensure_factor_fits(delta),
            Change::FactorValue(delta) => {
                let Some(value) = self.now(delta)? else { return Ok(()) };
                FactorValue::new(value.day, value.factor, self.entry(value.factor)?.value.kind, value.value())?;
                Ok(())
            }
            Change::OwnFood(delta) => {
                let (Some(food), Some(id)) = (self.now(delta)?, id_of(delta)) else { return Ok(()) };
                self.ensure_food_name_is_free(&food.name, Some(&FoodId::own(id)))?;
                self.ensure_barcode_is_free(&food, Some(id))
            }
            Change::Recipe(delta) => {
                let (Some(recipe), Some(id)) = (self.now(delta)?, id_of(delta)) else { return Ok(()) };
                self.ensure_food_name_is_free(&recipe.name, Some(&FoodId::recipe(id)))?;
                self.ensure_not_in_itself(id, &recipe)
            }
            Change::Supplement(delta) => {
                let Some(supplement) = self.now(delta)? else { return Ok(()) };
                self.ensure_supplement_name_is_free(&supplement, id_of(delta))
            }
            // No rule joins these with other records, or the file itself keeps it: one mark a day.
            Change::Acknowledged(_)
            | Change::Drink(_)
            | Change::Food(_)
            | Change::FoodDay(_)
            | Change::FoodOpinion(_)
            | Change::KnownSign(_)
            | Change::Medicine(_)
            | Change::Sign(_)
            | Change::SignGone(_)
            | Change::Strain(_)
            | Change::SupplementTaken(_)
            | Change::Panels(_)
            | Change::Profile(_)
            | Change::Settings(_)
            | Change::Import(_)
            | Change::SetAside(_) => Ok(()),
        }
    }

    /// What the record of a change says now. Returns `None` if it is not there.
    fn now<R: Record>(&self, delta: &Delta<R>) -> Result<Option<R>, DiaryError> {
        let Some(id) = id_of(delta) else { return Ok(None) };
        Ok(self.read().entry(id)?.map(|entry| entry.value))
    }

    /// A night with a cramp had cramps.
    fn ensure_cramps_are_said(&self, night: Night) -> Result<(), DiaryError> {
        let said = self.read().on::<NightNote>(night.date())?.pop().and_then(|entry| entry.value.answer);
        match self.cramps_in(night)? {
            0 => Ok(()),
            _ if said == Some(NightAnswer::HadCramps) => Ok(()),
            count => Err(DiaryError::NightHasCramps { night, count }),
        }
    }

    /// A day with stretching does not say "did not stretch".
    fn ensure_stretched_or_not(&self, day: Day) -> Result<(), DiaryError> {
        let read = self.read();
        let both = !read.on::<Stretch>(day.date())?.is_empty() && !read.on::<NoStretching>(day.date())?.is_empty();
        if both { Err(DiaryError::DayHasStretching { day }) } else { Ok(()) }
    }

    /// A factor that was answered keeps its kind, and each has a name of its own.
    fn ensure_factor_fits(&self, delta: &Delta<Factor>) -> Result<(), DiaryError> {
        let (Some(factor), Some(id)) = (self.now(delta)?, id_of(delta)) else { return Ok(()) };
        self.ensure_factor_name_is_free(&factor.name, Some(id))?;
        let kinds = [&delta.before, &delta.after].map(|entry| entry.as_ref().map(|entry| entry.value.kind));
        let days = self.read().days_answered(id)?;
        if let [Some(before), Some(after)] = kinds
            && before != after
            && days > 0
        {
            return Err(DiaryError::FactorKindStays { name: factor.name.as_str().to_owned(), days });
        }
        Ok(())
    }
}

/// The id of the record of a change.
fn id_of<R: Record>(delta: &Delta<R>) -> Option<crate::domain::Id<R>> {
    delta.after.as_ref().or(delta.before.as_ref()).map(|entry| entry.id)
}
