//! The rules of foods and recipes of one's own, and of what is thought of foods.

use super::Work;
use crate::diary::DiaryError;
use crate::domain::{Day, Entry, FoodDay, FoodId, FoodOpinion, Id, Opinion, OwnFood, OwnName, Recipe};
use crate::nutrition::catalogue;

impl Work<'_, '_> {
    pub(super) fn add_own_food(&mut self, food: OwnFood) -> Result<(), DiaryError> {
        self.name_is_free(&food.name, None)?;
        self.barcode_is_free(&food, None)?;
        self.add(food)
    }

    pub(super) fn edit_own_food(&mut self, id: Id<OwnFood>, food: OwnFood) -> Result<(), DiaryError> {
        self.name_is_free(&food.name, Some(&FoodId::own(id)))?;
        self.barcode_is_free(&food, Some(id))?;
        self.edit(id, food)
    }

    pub(super) fn add_recipe(&mut self, recipe: Recipe) -> Result<(), DiaryError> {
        self.name_is_free(&recipe.name, None)?;
        not_empty(&recipe)?;
        self.add(recipe)
    }

    pub(super) fn edit_recipe(&mut self, id: Id<Recipe>, recipe: Recipe) -> Result<(), DiaryError> {
        self.name_is_free(&recipe.name, Some(&FoodId::recipe(id)))?;
        not_empty(&recipe)?;
        self.not_in_itself(id, &recipe)?;
        self.edit(id, recipe)
    }

    pub(super) fn mark_food_day(&mut self, day: Day, complete: Option<bool>) -> Result<(), DiaryError> {
        self.come(day)?;
        let known = self.tx.read().on::<FoodDay>(day.date())?.pop();
        match (known, complete) {
            (Some(entry), Some(complete)) => self.edit(entry.id, FoodDay { day, complete }),
            (Some(entry), None) => self.delete(entry.id),
            (None, Some(complete)) => self.add(FoodDay { day, complete }),
            (None, None) => Ok(()),
        }
    }

    pub(super) fn set_opinion(&mut self, food: FoodId, name: String, opinion: Option<Opinion>) -> Result<(), DiaryError> {
        let known = self.tx.read().all::<FoodOpinion>()?.into_iter().find(|entry| entry.value.food == food);
        match (known, opinion) {
            (Some(entry), Some(opinion)) => self.edit(entry.id, FoodOpinion { food, name, opinion }),
            (Some(entry), None) => self.delete(entry.id),
            (None, Some(opinion)) => self.add(FoodOpinion { food, name, opinion }),
            (None, None) => Ok(()),
        }
    }

    /// Two foods of the same name could not be told apart when logging; `own` is the one that may keep it.
    fn name_is_free(&self, name: &OwnName, own: Option<&FoodId>) -> Result<(), DiaryError> {
        let read = self.tx.read();
        let foods = read.all::<OwnFood>()?.into_iter().map(|Entry { id, value, .. }| (FoodId::own(id), value.name));
        let recipes = read.all::<Recipe>()?.into_iter().map(|Entry { id, value, .. }| (FoodId::recipe(id), value.name));
        let by_hand = foods.chain(recipes).any(|(id, other)| Some(&id) != own && name.same_as(other.as_str()));
        if by_hand || catalogue().foods().iter().any(|food| name.same_as(&food.name)) {
            return Err(DiaryError::NameTaken { what: "food", name: name.as_str().to_owned() });
        }
        Ok(())
    }

    fn barcode_is_free(&self, food: &OwnFood, own: Option<Id<OwnFood>>) -> Result<(), DiaryError> {
        let Some(barcode) = &food.barcode else { return Ok(()) };
        let holder = self
            .tx
            .read()
            .all::<OwnFood>()?
            .into_iter()
            .find(|entry| Some(entry.id) != own && entry.value.barcode.as_ref() == Some(barcode));
        match holder {
            Some(entry) => Err(DiaryError::BarcodeTaken { barcode: barcode.clone(), name: entry.value.name.as_str().to_owned() }),
            None => Ok(()),
        }
    }

    /// Looks for the recipe among its ingredients, and among theirs.
    fn not_in_itself(&self, id: Id<Recipe>, recipe: &Recipe) -> Result<(), DiaryError> {
        let read = self.tx.read();
        let mut open: Vec<_> = parts(recipe).collect();
        let mut seen = Vec::new();
        while let Some(part) = open.pop() {
            if part == id {
                return Err(DiaryError::RecipeInItself { name: recipe.name.as_str().to_owned() });
            }
            if !seen.contains(&part) {
                seen.push(part);
                open.extend(read.entry(part)?.iter().flat_map(|entry| parts(&entry.value)));
            }
        }
        Ok(())
    }
}

fn parts(recipe: &Recipe) -> impl Iterator<Item = Id<Recipe>> {
    recipe.ingredients.iter().filter_map(|ingredient| ingredient.food.as_recipe())
}

fn not_empty(recipe: &Recipe) -> Result<(), DiaryError> {
    if recipe.ingredients.is_empty() {
        return Err(DiaryError::RecipeEmpty { name: recipe.name.as_str().to_owned() });
    }
    Ok(())
}
