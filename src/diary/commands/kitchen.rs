//! Foods and recipes of the person's own, and what the person thinks of foods.

use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::{Entry, FoodId, FoodOpinion, Id, Opinion, OwnFood, OwnName, Recipe};
use crate::nutrition::catalogue;

/// Adds, changes or deletes one of the person's own foods or recipes, or says what they think of a food.
#[derive(Debug, Clone, PartialEq)]
pub enum KitchenCommand {
    /// Adds a food of the person's own; its name must be new.
    AddFood(OwnFood),
    /// Adds a recipe; its name must be new.
    AddRecipe(Recipe),
    /// Deletes a food of the person's own; what was eaten of it stays.
    DeleteFood(Id<OwnFood>),
    /// Deletes a recipe; what was eaten of it stays.
    DeleteRecipe(Id<Recipe>),
    /// Replaces a food of the person's own; what was eaten of it stays as it was.
    EditFood(Id<OwnFood>, OwnFood),
    /// Replaces a recipe; what was eaten of it stays as it was.
    EditRecipe(Id<Recipe>, Recipe),
    /// Says what the person thinks of a food; `None` takes that back.
    SetOpinion {
        /// Which food.
        food: FoodId,
        /// Its name.
        name: String,
        /// What they think of it.
        opinion: Option<Opinion>,
    },
}

impl Commands for KitchenCommand {
    fn describe(&self) -> String {
        match self {
            Self::AddFood(food) => format!("Added the food {}", food.name.as_str()),
            Self::AddRecipe(recipe) => format!("Added the recipe {}", recipe.name.as_str()),
            Self::DeleteFood(_) => "Deleted a food of your own".to_owned(),
            Self::DeleteRecipe(_) => "Deleted a recipe".to_owned(),
            Self::EditFood(_, food) => format!("Changed the food {}", food.name.as_str()),
            Self::EditRecipe(_, recipe) => format!("Changed the recipe {}", recipe.name.as_str()),
            Self::SetOpinion { food: _, name, opinion: Some(Opinion::ToTry) } => format!("Put {name} on the list to try"),
            Self::SetOpinion { food: _, name, opinion: Some(Opinion::NotForMe) } => format!("{name} is not suggested any more"),
            Self::SetOpinion { food: _, name, opinion: None } => format!("Took back what was said of {name}"),
        }
    }

    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
        match self {
            Self::AddFood(food) => {
                work.ensure_food_name_is_free(&food.name, None)?;
                work.ensure_barcode_is_free(&food, None)?;
                work.add(food)
            }
            Self::AddRecipe(recipe) => {
                work.ensure_food_name_is_free(&recipe.name, None)?;
                ensure_not_empty(&recipe)?;
                work.add(recipe)
            }
            Self::DeleteFood(id) => work.delete(id),
            Self::DeleteRecipe(id) => work.delete(id),
            Self::EditFood(id, food) => {
                work.ensure_food_name_is_free(&food.name, Some(&FoodId::own(id)))?;
                work.ensure_barcode_is_free(&food, Some(id))?;
                work.edit(id, food)
            }
            Self::EditRecipe(id, recipe) => {
                work.ensure_food_name_is_free(&recipe.name, Some(&FoodId::recipe(id)))?;
                ensure_not_empty(&recipe)?;
                work.ensure_not_in_itself(id, &recipe)?;
                work.edit(id, recipe)
            }
            Self::SetOpinion { food, name, opinion } => {
                let known = work.read().all::<FoodOpinion>()?.into_iter().find(|entry| entry.value.food == food);
                work.set(known, opinion.map(|opinion| FoodOpinion { food, name, opinion }))
            }
        }
    }
}

impl Work<'_, '_> {
    /// Two foods of the same name could not be told apart when logging; `own` is the one that may keep it.
    pub(super) fn ensure_food_name_is_free(&self, name: &OwnName, own: Option<&FoodId>) -> Result<(), DiaryError> {
        let read = self.read();
        let foods = read.all::<OwnFood>()?.into_iter().map(|Entry { id, value, .. }| (FoodId::own(id), value.name));
        let recipes = read.all::<Recipe>()?.into_iter().map(|Entry { id, value, .. }| (FoodId::recipe(id), value.name));
        let by_hand = foods.chain(recipes).any(|(id, other)| Some(&id) != own && name.same_as(other.as_str()));
        if by_hand || catalogue().foods().iter().any(|food| name.same_as(&food.name)) {
            return Err(DiaryError::NameTaken { what: "food", name: name.as_str().to_owned() });
        }
        Ok(())
    }

    pub(super) fn ensure_barcode_is_free(&self, food: &OwnFood, own: Option<Id<OwnFood>>) -> Result<(), DiaryError> {
        let Some(barcode) = &food.barcode else { return Ok(()) };
        let holder =
            self.read().all::<OwnFood>()?.into_iter().find(|entry| Some(entry.id) != own && entry.value.barcode.as_ref() == Some(barcode));
        match holder {
            Some(entry) => Err(DiaryError::BarcodeTaken { barcode: barcode.clone(), name: entry.value.name.as_str().to_owned() }),
            None => Ok(()),
        }
    }

    /// Looks for the recipe among its ingredients, and among theirs.
    pub(super) fn ensure_not_in_itself(&self, id: Id<Recipe>, recipe: &Recipe) -> Result<(), DiaryError> {
        let read = self.read();
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

fn ensure_not_empty(recipe: &Recipe) -> Result<(), DiaryError> {
    if recipe.ingredients.is_empty() {
        return Err(DiaryError::RecipeEmpty { name: recipe.name.as_str().to_owned() });
    }
    Ok(())
}
