//! Every food that can be logged: the catalogue, and foods and recipes of one's own.

use super::Diary;
use crate::domain::{Amounts, Entry, FoodId, OwnFood, Recipe};
use crate::nutrition::{Food, catalogue, own_food, recipe_food, search};
use crate::store::{RecordKind, StoreError};
use std::{borrow::Cow, collections::HashMap};

/// The kinds of record that [`Diary::food_book`] reads.
pub const FOOD_BOOK_DEPENDS_ON: &[RecordKind] = &[RecordKind::OwnFood, RecordKind::Recipe];

/// Every food that can be logged.
#[derive(Debug)]
pub struct FoodBook {
    own: Vec<Food>,
}

impl FoodBook {
    /// The foods and recipes of one's own, in the order they were made.
    #[must_use]
    pub fn own(&self) -> &[Food] {
        &self.own
    }

    /// The food with this id, as it is now; nothing when it was deleted.
    #[must_use]
    pub fn food(&self, id: &FoodId) -> Option<Cow<'_, Food>> {
        catalogue().food(id).or_else(|| self.own.iter().find(|food| food.id == *id)).map(Cow::Borrowed)
    }

    /// The foods that fit the words best, at most `at_most`; those in `logged_before` come first among equals.
    #[must_use]
    pub fn search(&self, typed: &str, logged_before: &[FoodId], at_most: usize) -> Vec<Cow<'_, Food>> {
        search(catalogue(), typed, logged_before, at_most).into_iter().map(Cow::Borrowed).collect()
    }
}

impl Diary {
    /// Every food that can be logged.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn food_book(&self) -> Result<FoodBook, StoreError> {
        let read = self.read();
        let (foods, recipes) = (read.all::<OwnFood>()?, read.all::<Recipe>()?);
        let mut own: Vec<_> = foods.iter().map(|entry| own_food(FoodId::own(entry.id), &entry.value)).collect();
        let plain: HashMap<_, _> = own.iter().map(|food| (food.id.clone(), food.per_100_g)).collect();
        own.extend(recipes.iter().map(|entry| cooked(entry, &recipes, &plain)));
        Ok(FoodBook { own })
    }
}

/// A recipe as a food; the recipes in it as they are now. No recipe contains itself: saving one refuses that.
fn cooked(entry: &Entry<Recipe>, recipes: &[Entry<Recipe>], own: &HashMap<FoodId, Amounts>) -> Food {
    recipe_food(FoodId::recipe(entry.id), &entry.value, |id| {
        let known = catalogue().food(id).map(|food| food.per_100_g).or_else(|| own.get(id).copied());
        known.or_else(|| {
            let inner = recipes.iter().find(|inner| Some(inner.id) == id.as_recipe())?;
            Some(cooked(inner, recipes, own).per_100_g)
        })
    })
}
