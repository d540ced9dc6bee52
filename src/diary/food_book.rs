//! Every food that can be logged: the catalogue, the person's own foods and recipes, imported foods.

use super::{Diary, ImportedBook};
use crate::domain::{Amounts, Barcode, Entry, FoodId, Id, OwnFood, Recipe};
use crate::nutrition::{Food, FoodIndex, Hit, Named, catalogue, own_food, recipe_food};
use crate::store::StoreError;
use std::{borrow::Cow, collections::HashMap, rc::Rc};

/// Every food that can be logged, found by id, bar code and the words of its name. The default has the catalogue alone.
#[derive(Debug, Default)]
pub struct FoodBook {
    own: Vec<Food>,
    /// The bar codes of own foods, each with the index of its food in `own`.
    barcodes: Vec<(Barcode, usize)>,
    own_index: FoodIndex,
    imported: Option<Rc<ImportedBook>>,
}

impl FoodBook {
    /// The person's own foods in the order in which they were made, then their recipes in that order.
    #[must_use]
    pub fn own(&self) -> &[Food] {
        &self.own
    }

    /// The food with this id, as it is now. Returns `None` if there is none, for example because it was deleted.
    #[must_use]
    pub fn food(&self, id: &FoodId) -> Option<Cow<'_, Food>> {
        if let Some(fdc_id) = id.as_imported() {
            return self.imported.as_ref()?.food(fdc_id).map(Cow::Owned);
        }
        catalogue().food(id).or_else(|| self.own.iter().find(|food| food.id == *id)).map(Cow::Borrowed)
    }

    /// The food with this bar code: one of the person's own, else an imported one. Returns `None` if there is none.
    #[must_use]
    pub fn by_barcode(&self, barcode: Barcode) -> Option<Cow<'_, Food>> {
        let own = self.barcodes.iter().find(|(of_own, _)| *of_own == barcode).and_then(|(_, place)| self.own.get(*place));
        own.map(Cow::Borrowed).or_else(|| self.imported.as_ref()?.by_barcode(barcode).map(Cow::Owned))
    }

    /// The `at_most` foods that fit the typed words best, the best first. Among equals, foods in `logged_before` come first. A bar code
    /// finds its food alone.
    #[must_use]
    pub fn search(&self, typed: &str, logged_before: &[FoodId], at_most: usize) -> Vec<Cow<'_, Food>> {
        // Digits alone are a bar code when there is a food with it.
        if let Some(food) = Barcode::read(typed).and_then(|barcode| self.by_barcode(barcode)) {
            return vec![food];
        }
        let own_place = |id: &FoodId| {
            // Most of what was logged is of the catalogue, and need not be looked for here.
            (id.as_own().is_some() || id.as_recipe().is_some()).then(|| self.own.iter().position(|food| food.id == *id))?
        };
        let places = |place: &dyn Fn(&FoodId) -> Option<usize>| -> Vec<u32> {
            logged_before.iter().filter_map(|id| place(id)?.try_into().ok()).collect()
        };
        let known = found_in(catalogue().foods(), catalogue().index().search(typed, at_most, &places(&|id| catalogue().place(id))));
        let own = found_in(&self.own, self.own_index.search(typed, at_most, &places(&own_place)));
        let logged: Vec<u32> = logged_before.iter().filter_map(FoodId::as_imported).collect();
        let imported = self.imported.as_ref().map(|book| book.search(typed, &logged, at_most)).unwrap_or_default();
        let imported = imported.into_iter().map(|(score, food)| (score, Cow::Owned(food)));
        let mut found: Vec<_> = own.into_iter().chain(known).map(|(score, food)| (score, Cow::Borrowed(food))).chain(imported).collect();
        // Stable: among equals, what the person described themselves comes first.
        found.sort_by_key(|(score, _)| *score);
        found.into_iter().take(at_most).map(|(_, food)| food).collect()
    }
}

/// The foods of hits, each with its score; lower is better.
fn found_in(foods: &[Food], hits: Vec<Hit>) -> Vec<(u32, &Food)> {
    hits.into_iter().filter_map(|hit| Some((hit.score, foods.get(hit.food as usize)?))).collect()
}

impl Diary {
    /// Every food that can be logged.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn food_book(&self) -> Result<FoodBook, StoreError> {
        let read = self.read();
        Ok(self.book_of(&read.all()?, &read.all()?))
    }

    /// Every food that can be logged, from own foods and recipes that are read already.
    pub(super) fn book_of(&self, foods: &[Entry<OwnFood>], recipes: &[Entry<Recipe>]) -> FoodBook {
        let mut own: Vec<_> = foods.iter().map(|entry| own_food(FoodId::own(entry.id), &entry.value)).collect();
        let plain: HashMap<_, _> = own.iter().map(|food| (food.id.clone(), food.per_100_g)).collect();
        own.extend(recipes.iter().map(|entry| cooked(entry, recipes, &plain, &[])));
        let barcode = |(place, entry): (usize, &Entry<OwnFood>)| Some((Barcode::read(entry.value.barcode.as_deref()?)?, place));
        let barcodes = foods.iter().enumerate().filter_map(barcode).collect();
        let own_index = FoodIndex::new(own.iter().map(Named::from));
        FoodBook { own, barcodes, own_index, imported: self.imported.clone() }
    }
}

/// A recipe as a food. Recipes inside it count as they are now, except those of `around`, which contain it: they count as they were when
/// they were put in.
///
/// Saving a recipe refuses one that contains itself, but undo in one window and a change in another can still produce one.
fn cooked(entry: &Entry<Recipe>, recipes: &[Entry<Recipe>], own: &HashMap<FoodId, Amounts>, around: &[Id<Recipe>]) -> Food {
    let around: Vec<_> = around.iter().copied().chain([entry.id]).collect();
    recipe_food(FoodId::recipe(entry.id), &entry.value, |id| {
        let known = catalogue().food(id).map(|food| food.per_100_g).or_else(|| own.get(id).copied());
        known.or_else(|| {
            let inner = recipes.iter().find(|inner| Some(inner.id) == id.as_recipe() && !around.contains(&inner.id))?;
            Some(cooked(inner, recipes, own, &around).per_100_g)
        })
    })
}
